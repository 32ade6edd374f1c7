/** What the rolling follow-up proposes is not merged yet: commands treat it as what any other follow-up proposes. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { enhancementFiles, statusOf } from "../helpers/enhancement-files.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE, type Source } from "../helpers/source-pull.ts";

const SIZE = "suggestion (non-blocking): Log the size of each upload.";
const RETRY = "suggestion (non-blocking): Retry a broken transfer with exponential backoff.";
const ROLLING = "enhance/rolling";
const FIRST = "001-log-the-size-of-each-upload";
const SECOND = "002-retry-a-broken-transfer-with-exponential-backoff";
const NOTES = `enhancements/${SECOND}/notes.md`;
/** On the default branch, beside what is proposed. */
const MERGED = enhancementFiles({ id: "100" });
const BOB = { as: PEOPLE.reviewer };

let app: AppInProcess;
let count = 0;
shareApp((started) => (app = started));

/** A repository whose rolling follow-up proposes 001 and 002. */
async function propose(config = "") {
  count += 1;
  const source = openSource(app.github, `octo/unmerged-${count}`, { config: `mode: rolling\n${config}` });
  source.review([SIZE, RETRY]);
  await say(source, "/enhance");
  expect(source.directories(ROLLING)).toEqual([FIRST, SECOND]);
  return source;
}

async function say({ repository, pull }: Source, body: string): Promise<string> {
  app.github.comment(repository, pull.number, { ...BOB, body });
  await app.settle();
  return pull.comments.at(-1)?.body ?? "";
}

async function mergeRolling(source: Source): Promise<void> {
  const open = source.followUps().find(({ state }) => state === "open");
  app.github.mergePullRequest(source.repository, open?.number ?? 0, BOB);
  await app.settle();
}

const put = (source: Source, files: Record<string, string>, branch = ROLLING) =>
  app.github.commitFiles(source.repository, { ...BOB, branch, files, message: "By hand" });
const read = (source: Source, branch = ROLLING) => app.github.readFiles(source.repository, branch);
const started = (source: Source) =>
  app.github.branches(source.repository).filter((name) => name.startsWith("enhancement/"));

describe("what the rolling follow-up proposes", () => {
  it.each([
    ["/enhance list", /\| 001 \|[^|]*\| not-started, not merged yet \|/],
    ["/enhance show 1", /\*\*001: .*, not merged yet\)/],
  ])("is not merged yet, says %s, until it is", async (command, unmerged) => {
    const source = await propose();
    expect(await say(source, command)).toMatch(unmerged);
    await mergeRolling(source);
    expect(await say(source, command)).not.toContain("not merged yet");
  });

  it("is not started before it is merged, and then with what people wrote", async () => {
    const source = await propose();
    put(source, { [NOTES]: "Ask the storage team.\n" });
    expect(await say(source, "/enhance start 2")).toContain("002 is not merged yet; merge its follow-up first");
    expect(started(source)).toEqual([]);
    await mergeRolling(source);
    await say(source, "/enhance start 2");
    expect(read(source, `enhancement/${SECOND}`)[NOTES]).toBe("Ask the storage team.\n");
  });

  it("goes when it is merged into another, and is not captured again", async () => {
    const source = await propose();
    expect(await say(source, "/enhance merge 002 into 001")).toMatch(/002 is merged into 001 \([^)]*\)\.\n*$/);
    expect(source.directories(ROLLING)).toEqual([FIRST]);
    const [followUp] = source.followUps();
    expect(followUp?.body).not.toContain("Retry a broken transfer");
    await say(source, "/enhance");
    expect(source.directories(ROLLING)).toEqual([FIRST]);
    expect(statusOf(read(source), "001").sightings).toHaveLength(1);
  });

  it.each([
    ["another that is proposed", FIRST],
    ["a merged one, which the branch takes in", "100-pool-connections"],
  ])("leaves what people wrote in a folder of what it is merged into: %s", async (_name, into) => {
    const source = await propose();
    put(source, { [NOTES]: "Ask the storage team.\n", [`enhancements/${SECOND}/figures/a.txt`]: "1\n" });
    if (into !== FIRST) put(source, MERGED, "main");
    const kept = `${into}/${SECOND}`;
    expect(await say(source, `/enhance merge 002 into ${into}`)).toContain(
      `What people wrote in it is in \`${kept}/\``,
    );
    await mergeRolling(source);
    expect(source.directories("main")).not.toContain(SECOND);
    const within = Object.keys(read(source, "main")).filter((path) => path.includes(`${SECOND}/`));
    expect(within).toEqual([`enhancements/${kept}/figures/a.txt`, `enhancements/${kept}/notes.md`]);
  });

  it.each(["rolling", "base"])(
    "moves with the pull request that names it, on its branch: commit_to: %s",
    async (to) => {
      const source = await propose(`status: { commit_to: ${to} }\n`);
      const before = app.github.log(source.repository, ROLLING).length;
      const { pull } = openAnother(app.github, source.repository, "enhancement/001-size");
      await app.settle();
      expect(statusOf(read(source), "001")).toMatchObject({
        status: "in-progress",
        links: { pullRequests: [pull.number] },
      });
      expect(app.github.log(source.repository, ROLLING)).toHaveLength(before + 1);
      expect(source.directories("main")).toEqual([]);
    },
  );
});
