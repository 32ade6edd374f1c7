/** A person gives a directory another name, and leaves the files in it as they are: the name holds from then on. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { statusOf } from "../helpers/enhancement-files.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE, type Source } from "../helpers/source-pull.ts";

const SIZE = "suggestion (non-blocking): Log the size of each upload, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry a broken transfer with exponential backoff, in a follow-up.";
const bob = { as: PEOPLE.reviewer };

let app: AppInProcess;
shareApp((started) => (app = started));

async function merge({ repository, pull }: Pick<Source, "repository" | "pull">): Promise<void> {
  app.github.mergePullRequest(repository, pull.number, { as: PEOPLE.author });
  await app.settle();
}

async function rename({ repository }: Source, branch: string): Promise<void> {
  const all = Object.entries(app.github.readFiles(repository, branch)).filter(([path]) => path.includes("/001-"));
  const files = Object.fromEntries(
    all.flatMap(([path, text]): [string, string | null][] => [
      [path, null],
      [path.replace(/001-[^/]+/, "001-log-sizes"), text],
    ]),
  );
  app.github.commitFiles(repository, { ...bob, branch, files, message: "A shorter name" });
  await app.settle();
}

describe("a renamed directory", () => {
  it("is where a merged enhancement is changed, and seen again", async () => {
    const { github } = app;
    const source = openSource(github, "octo/renamed-merged", { config: "mode: pull-request\n" });
    const other = openAnother(github, source.repository, "download");
    source.review([SIZE]);
    await merge(source);
    await merge({ ...source, pull: source.followUps()[0] ?? source.pull });
    await rename(source, "main");
    github.comment(source.repository, other.pull.number, { ...bob, body: "/enhance approve 001" });
    await app.settle();
    other.review([SIZE]);
    await merge(other);
    expect(source.directories("enhance/rolling")).toEqual(["001-log-sizes"]);
    const status = statusOf(github.readFiles(source.repository, "enhance/rolling"), "001");
    expect(status).toMatchObject({ status: "ready", slug: "log-sizes" });
    expect(status.sightings).toHaveLength(1);
  });

  it("stays the one, with what the rolling follow-up decided about it and what people wrote there", async () => {
    const { github } = app;
    const source = openSource(github, "octo/renamed-waiting", { config: "mode: pull-request\n" });
    const say = async (body: string) => {
      github.comment(source.repository, source.pull.number, { ...bob, body });
      await app.settle();
    };
    source.review([SIZE]);
    await merge(source);
    await merge({ ...source, pull: source.followUps()[0] ?? source.pull });
    await say("/enhance approve 001");
    const files = { "enhancements/001-log-the-size-of-each-upload/notes.md": "In bytes.\n" };
    github.commitFiles(source.repository, { ...bob, branch: "enhance/rolling", files, message: "Say how" });
    await rename(source, "main");

    await say("/enhance priority 001 low");
    const open = source.followUps().find(({ state }) => state === "open");
    expect(open?.body).toContain("- 001-log-sizes: not-started → ready, priority medium → low");
    expect(open?.body).not.toContain("**New**");
    await merge({ ...source, pull: open ?? source.pull });
    expect(source.directories("main")).toEqual(["001-log-sizes"]);
    const merged = github.readFiles(source.repository, "main");
    expect(statusOf(merged, "001")).toMatchObject({ status: "ready", priority: "low", slug: "log-sizes" });
    expect(merged["enhancements/001-log-sizes/notes.md"]).toBe("In bytes.\n");
  });

  it.each(["renamed", "deleted"])("is none of the source's next follow-up: %s", async (change) => {
    const { github } = app;
    const source = openSource(github, `octo/next-${change}`, { config: "mode: pull-request\n" });
    source.review([SIZE]);
    await app.settle();
    github.markReady(source.repository, source.followUps()[0]?.number ?? 0, bob);
    await merge({ ...source, pull: source.followUps()[0] ?? source.pull });
    source.review([RETRY]);
    await app.settle();
    if (change === "renamed") await rename(source, "main");
    else {
      const paths = Object.keys(github.readFiles(source.repository, "main")).filter((path) => path.includes("/001-"));
      const files = Object.fromEntries(paths.map((path) => [path, null]));
      github.commitFiles(source.repository, { ...bob, branch: "main", files, message: "Not this one" });
    }
    source.review(["suggestion (non-blocking): Count the uploads that were refused, in a follow-up."]);
    await app.settle();
    const open = source.followUps().find(({ state }) => state === "open");
    expect(open?.title).toBe("Capture 2 suggestions from #1");
    expect(open?.body).not.toContain("Log the size");
  });

  it.each(["pull-request", "rolling"])("leaves the follow-up with its comment: %s mode", async (mode) => {
    const { github } = app;
    const source = openSource(github, `octo/renamed-${mode}`, { config: `mode: ${mode}\n` });
    source.review([SIZE, RETRY]);
    await merge(source);
    const branch = source.followUps()[0]?.head.ref ?? "";
    await rename(source, branch);
    const [root] = source.pull.threads[0]?.comments ?? [];
    github.deleteReviewComment(source.repository, root?.id ?? 0, bob);
    await app.settle();
    expect(source.directories(branch)).toEqual(["002-retry-a-broken-transfer-with-exponential-backoff"]);
    expect(source.followUps()[0]?.body).not.toMatch(/log the size/i);
  });
});
