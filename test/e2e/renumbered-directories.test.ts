/** A number was taken on the default branch: the directory goes on under another, with all that people put into it. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { enhancementFiles, statusOf } from "../helpers/enhancement-files.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE, type Source } from "../helpers/source-pull.ts";

const SIZE = "suggestion (non-blocking): Log the size of each upload, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry a broken transfer with exponential backoff, in a follow-up.";
const SLUG = "log-the-size-of-each-upload";
const OLD = `enhancements/001-${SLUG}/`;
const NEW = `enhancements/002-${SLUG}/`;
const bob = { as: PEOPLE.reviewer };
const bytes = (...of: number[]) => Uint8Array.from(of);
const THEIRS = {
  "notes.md": "In bytes.\n",
  "diagram.png": { bytes: bytes(0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe) },
  "measure.sh": { bytes: Buffer.from("#!/bin/sh\ndu -sb .\n"), mode: "100755" as const },
  latest: { bytes: Buffer.from("figures/deep/sizes.bin"), mode: "120000" as const },
  "figures/deep/sizes.bin": { bytes: bytes(0, 1, 2, 0xff) },
  "figures/README.md": "What was measured.\n",
};

let app: AppInProcess;
shareApp((started) => (app = started));

function put(source: Source, branch: string, files: Parameters<typeof app.github.commitFiles>[1]["files"]): void {
  app.github.commitFiles(source.repository, { ...bob, branch, files, message: "By hand" });
}

/** What stands in a directory beside our two files: mode and object by the path in it. */
function theirs(source: Source, branch: string, directory: string) {
  const found = Object.entries(app.github.readEntries(source.repository, branch)).flatMap(([path, entry]) =>
    path.startsWith(directory) ? [[path.slice(directory.length), entry] as const] : [],
  );
  return Object.fromEntries(found.filter(([path]) => !["enhancement.md", "status.json"].includes(path)));
}

const addTheirs = (source: Source, branch: string) =>
  put(source, branch, Object.fromEntries(Object.entries(THEIRS).map(([path, file]) => [OLD + path, file])));
const takeNumber = (source: Source) => put(source, "main", { "enhancements/001-first/enhancement.md": "# By hand\n" });

describe("a directory that is renumbered", () => {
  it.each(["pull-request", "rolling"])(
    "keeps files that are no text, modes, links and folders: %s mode",
    async (mode) => {
      const source = openSource(app.github, `octo/renumbered-${mode}`, { config: `mode: ${mode}\n` });
      const branch = mode === "rolling" ? "enhance/rolling" : "enhance/pr-1";
      source.review([SIZE]);
      if (mode === "rolling") app.github.comment(source.repository, source.pull.number, { ...bob, body: "/enhance" });
      await app.settle();
      addTheirs(source, branch);
      const before = theirs(source, branch, OLD);
      expect(Object.keys(before)).toHaveLength(Object.keys(THEIRS).length);
      takeNumber(source);
      source.review([RETRY]);
      if (mode === "rolling") app.github.comment(source.repository, source.pull.number, { ...bob, body: "/enhance" });
      await app.settle();
      expect(theirs(source, branch, NEW)).toEqual(before);
      expect(app.github.listFiles(source.repository, branch).filter((path) => path.startsWith(OLD))).toEqual([]);
      const files = app.github.readFiles(source.repository, branch);
      expect(statusOf(files, "002")).toMatchObject({ id: "002", slug: SLUG });
      expect(files[`${NEW}enhancement.md`]).toContain("**ID**: 002\n");
    },
  );

  it("is none that was committed to the default branch: it keeps its number", async () => {
    const source = openSource(app.github, "octo/renumbered-committed", { config: "mode: commit\n" });
    source.review([SIZE]);
    await app.settle();
    takeNumber(source);
    source.review([RETRY]);
    await app.settle();
    const retry = "002-retry-a-broken-transfer-with-exponential-backoff";
    expect(source.directories("main")).toEqual(["001-first", `001-${SLUG}`, retry]);
  });

  it("keeps them where the rolling branch takes in the default branch at the same time", async () => {
    const source = openSource(app.github, "octo/renumbered-behind", { config: "mode: rolling\n" });
    const other = openAnother(app.github, source.repository, "download");
    other.review([RETRY]);
    app.github.mergePullRequest(source.repository, other.pull.number, { as: PEOPLE.author });
    await app.settle();
    const [followUp] = source.followUps();
    app.github.mergePullRequest(source.repository, followUp?.number ?? 0, { as: PEOPLE.author });
    source.review([SIZE]);
    app.github.comment(source.repository, source.pull.number, { ...bob, body: "/enhance" });
    await app.settle();
    const branch = "enhance/rolling";
    const old = `enhancements/002-${SLUG}/`;
    put(source, branch, { [`${old}notes.md`]: THEIRS["notes.md"], [`${old}measure.sh`]: THEIRS["measure.sh"] });
    const before = theirs(source, branch, old);
    put(source, "main", enhancementFiles({ id: "002", slug: "first", title: "By hand" }));
    source.review([RETRY]);
    app.github.mergePullRequest(source.repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(theirs(source, branch, `enhancements/003-${SLUG}/`)).toEqual(before);
    expect(source.directories(branch)).toEqual([
      "001-retry-a-broken-transfer-with-exponential-backoff",
      "002-first",
      `003-${SLUG}`,
    ]);
    expect(statusOf(app.github.readFiles(source.repository, branch), "001").sightings).toHaveLength(1);
    expect(app.github.readCommit(source.repository, branch).parents).toHaveLength(2);
  });
});
