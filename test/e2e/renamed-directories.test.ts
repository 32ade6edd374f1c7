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
