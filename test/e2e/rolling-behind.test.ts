/** The default branch goes on while the rolling follow-up waits: it takes that in, merges cleanly, and loses nothing. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { statusOf } from "../helpers/enhancement-files.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE } from "../helpers/source-pull.ts";

const SIZE = "suggestion (non-blocking): Log the size of each upload, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry a broken transfer with exponential backoff, in a follow-up.";
const ROLLING = "enhance/rolling";

let app: AppInProcess;
shareApp((started) => (app = started));

/** A rolling follow-up that carries a decision about 001, and 002 merged on the default branch after it was opened. */
async function fallBehind(repository: string, { between }: { between?: () => void } = {}) {
  const { github } = app;
  const source = openSource(github, repository, { config: "mode: pull-request\n" });
  const second = openAnother(github, repository, "second");
  const merge = async (number: number) => {
    github.mergePullRequest(repository, number, { as: PEOPLE.author });
    await app.settle();
  };
  const say = async (body: string) => {
    github.comment(repository, second.pull.number, { as: PEOPLE.reviewer, body });
    await app.settle();
  };
  const openOn = (branch: string) =>
    source.followUps().find(({ state, head }) => state === "open" && head.ref === branch)?.number ?? 0;
  source.review([SIZE]);
  await merge(source.pull.number);
  await merge(openOn("enhance/pr-1"));
  await say("/enhance approve 001");
  between?.();
  second.review([RETRY]);
  await merge(second.pull.number);
  await merge(openOn("enhance/pr-2"));
  return { say, mergeRolling: () => merge(openOn(ROLLING)) };
}

describe("a rolling follow-up that fell behind", () => {
  it("merges with a sighting of what was merged since", async () => {
    const { github } = app;
    const repository = "octo/behind-sighting";
    const { mergeRolling } = await fallBehind(repository);
    openAnother(github, repository, "third").review([RETRY]);
    await app.settle();
    await mergeRolling();
    const files = github.readFiles(repository, "main");
    expect(statusOf(files, "001").status).toBe("ready");
    expect(statusOf(files, "002").sightings).toHaveLength(1);
  });

  it("keeps what people added to its branch", async () => {
    const { github } = app;
    const repository = "octo/behind-notes";
    const notes = {
      "enhancements/001-log-the-size-of-each-upload/notes.md": "Ask the storage team.\n",
      "enhancements/ideas/caching.md": "# An idea of mine\n",
      "docs/uploads.md": "How uploads work.\n",
    };
    const { say, mergeRolling } = await fallBehind(repository, {
      between: () =>
        github.commitFiles(repository, { as: PEOPLE.author, branch: ROLLING, files: notes, message: "My notes" }),
    });
    await say("/enhance priority 002 low");
    expect(github.readFiles(repository, ROLLING)).toMatchObject(notes);
    await mergeRolling();
    const files = github.readFiles(repository, "main");
    expect(files).toMatchObject(notes);
    expect(statusOf(files, "002").priority).toBe("low");
  });

  it("keeps them as git has them: programs, links, and files that are no text", async () => {
    const { github } = app;
    const repository = "octo/behind-modes";
    const beside = "enhancements/001-log-the-size-of-each-upload/";
    const theirs = {
      [`${beside}measure.sh`]: { bytes: Buffer.from("#!/bin/sh\ndu -sb .\n"), mode: "100755" as const },
      [`${beside}latest`]: { bytes: Buffer.from("figures/sizes.bin"), mode: "120000" as const },
      [`${beside}figures/sizes.bin`]: { bytes: Uint8Array.from([0, 1, 2, 0xff]) },
      "tools/size.sh": { bytes: Buffer.from("#!/bin/sh\n"), mode: "100755" as const },
    };
    const { say, mergeRolling } = await fallBehind(repository, {
      between: () => {
        const tool = { "tools/size.sh": theirs["tools/size.sh"] };
        github.commitFiles(repository, { as: PEOPLE.author, branch: ROLLING, files: theirs, message: "By hand" });
        github.commitFiles(repository, { as: PEOPLE.author, branch: "main", files: tool, message: "The same" });
      },
    });
    const standing = (branch: string) => {
      const entries = github.readEntries(repository, branch);
      return Object.keys(theirs).map((path) => entries[path]);
    };
    const before = standing(ROLLING);
    expect(before.map((entry) => entry?.mode)).toEqual(["100755", "120000", "100644", "100755"]);
    await say("/enhance priority 002 low");
    expect(github.readCommit(repository, ROLLING).parents).toHaveLength(2);
    expect(standing(ROLLING)).toEqual(before);
    await mergeRolling();
    expect(standing("main")).toEqual(before);
  });
});
