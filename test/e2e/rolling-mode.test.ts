/** `mode: rolling`: one follow-up for all sources. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { statusOf } from "../helpers/enhancement-files.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE, type Source } from "../helpers/source-pull.ts";

const SIZE = "suggestion (non-blocking): Log the size of each upload.";
const RETRY = "suggestion (non-blocking): Retry a broken transfer with exponential backoff.";
const ROLLING = "enhance/rolling";
const config = "mode: rolling\n";

let app: AppInProcess;
shareApp((started) => (app = started));

async function ask(source: Source): Promise<void> {
  const [root] = source.pull.threads[0]?.comments ?? [];
  app.github.replyTo(source.repository, root?.id ?? 0, { as: PEOPLE.reviewer, body: "/enhance" });
  await app.settle();
}

/** As a rule of the repository does. */
function refuseDeletion(simulator: AppInProcess["simulator"]): () => void {
  const body = JSON.stringify({ message: "Cannot delete this branch" });
  const answer = { status: 422, headers: { "content-type": "application/json" }, body };
  return simulator.onRequest({ before: ({ method }) => (method === "DELETE" ? { answer } : undefined) });
}

const statusOn = (repository: string, id: string) => statusOf(app.github.readFiles(repository, ROLLING), id);

describe("rolling mode", () => {
  it("takes the same suggestion of another source as a sighting", async () => {
    const { github } = app;
    const repository = "octo/rolling-twins";
    const one = openSource(github, repository, { config });
    const other = openAnother(github, repository, "download");
    for (const source of [one, other]) {
      source.review([RETRY]);
      github.mergePullRequest(repository, source.pull.number, { as: PEOPLE.author });
      await app.settle();
    }
    expect(one.directories(ROLLING)).toHaveLength(1);
    expect(statusOn(repository, "001").sightings).toHaveLength(1);
  });

  it.each([
    ["", "closed"],
    [", where no branch may be deleted", "undeleted"],
  ])("gives up what a closed source asked for, and takes it back when that reopens%s", async (_, name) => {
    const { github, simulator } = app;
    const repository = `octo/rolling-${name}`;
    const off = name === "undeleted" ? refuseDeletion(simulator) : () => undefined;
    const source = openSource(github, repository, { config });
    source.review([SIZE]);
    await ask(source);
    expect(source.directories(ROLLING)).toHaveLength(1);

    github.closePullRequest(repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    const [followUp, ...others] = source.followUps();
    expect(others).toEqual([]);
    expect(followUp).toMatchObject({ state: "closed", mergedAt: null });
    expect(followUp?.body).toMatch(/^> Nothing is left to merge here/);
    expect(github.branches(repository).includes(ROLLING)).toBe(name === "undeleted");

    github.reopenPullRequest(repository, source.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(source.directories(ROLLING)).toHaveLength(1);
    expect(source.followUps().filter(({ state }) => state === "open")).toHaveLength(1);
    off();
  });

  it("keeps what other sources carry when one is closed", async () => {
    const { github } = app;
    const repository = "octo/rolling-two";
    const one = openSource(github, repository, { config });
    const other = openAnother(github, repository, "download");
    one.review([SIZE]);
    other.review([RETRY]);
    for (const source of [one, other]) await ask(source);
    github.closePullRequest(repository, one.pull.number, { as: PEOPLE.author });
    await app.settle();
    expect(one.directories(ROLLING)).toEqual(["002-retry-a-broken-transfer-with-exponential-backoff"]);
    expect(one.followUps()[0]?.state).toBe("open");
  });
});
