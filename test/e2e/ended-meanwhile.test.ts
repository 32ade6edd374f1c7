/** A person merges or closes a follow-up in the moment in which we add to it: what was added goes somewhere else. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE, type Source } from "../helpers/source-pull.ts";

const SIZE = "suggestion (non-blocking): Log the size of each upload, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry a broken transfer with exponential backoff, in a follow-up.";
const ITEMS = {
  size: "001-log-the-size-of-each-upload",
  retry: "002-retry-a-broken-transfer-with-exponential-backoff",
};

let app: AppInProcess;
shareApp((started) => (app = started));

/** The next commit on the branch finds that its pull request has just ended; then the process may end too. */
function endBeforeCommit(source: Source, branch: string, { how, isKilled }: { how: string; isKilled: boolean }) {
  const { github, simulator } = app;
  let isOver = false;
  const off = simulator.onRequest({
    before({ method, path }) {
      if (isOver || method !== "PATCH" || !decodeURIComponent(path).endsWith(`/git/refs/heads/${branch}`))
        return undefined;
      isOver = true;
      const end = how === "merged" ? github.mergePullRequest : github.closePullRequest;
      const { repository } = source;
      const number = source.followUps().find(({ state }) => state === "open")?.number ?? 0;
      end(repository, number, { as: PEOPLE.author });
      return undefined;
    },
    async after({ method, path }) {
      if (!isKilled || method !== "PATCH" || !decodeURIComponent(path).endsWith(`/git/refs/heads/${branch}`))
        return undefined;
      off();
      await app.kill();
      return { drop: true };
    },
  });
  return () => isOver;
}

const CASES = ["pull-request", "rolling"].flatMap((mode) =>
  ["merged", "closed"].flatMap((how) => [false, true].map((isKilled) => ({ mode, how, isKilled }))),
);

describe("a follow-up that ends while it is added to", () => {
  it.each(CASES)("$mode mode, $how, killed: $isKilled: loses nothing and doubles nothing", async (scenario) => {
    const { mode, how, isKilled } = scenario;
    const { github } = app;
    const repository = `octo/meanwhile-${mode}-${how}-${isKilled ? "killed" : "alive"}`;
    const source = openSource(github, repository, { config: `mode: ${mode}\n` });
    const isRolling = mode === "rolling";
    const other = isRolling ? openAnother(github, repository, "download") : source;
    const branch = isRolling ? "enhance/rolling" : `enhance/pr-${source.pull.number}`;
    const review = async (on: Source, text: string) => {
      on.review([text]);
      if (on.pull.state === "open") github.mergePullRequest(repository, on.pull.number, { as: PEOPLE.author });
      await app.settle();
    };
    await review(source, SIZE);
    expect(source.directories(branch)).toEqual([ITEMS.size]);

    const isOver = endBeforeCommit(source, branch, { how, isKilled });
    await review(other, RETRY);
    expect(isOver()).toBe(true);
    const [first, second, ...others] = source.followUps();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ state: "closed", body: expect.not.stringContaining("Retry") as unknown });
    expect(second).toMatchObject({ state: "open", body: expect.stringContaining("Retry") as unknown });
    expect(second?.body).not.toContain("Log the size");
    expect(source.directories("main")).toEqual(how === "merged" ? [ITEMS.size] : []);
    const proposed = source.directories(second?.head.ref ?? "").filter((name) => name !== ITEMS.size);
    expect(proposed).toEqual([ITEMS.retry.replace("002", isRolling ? (proposed[0]?.slice(0, 3) ?? "") : "003")]);

    source.review(["suggestion (non-blocking): Count the uploads that were refused, in a follow-up."]);
    await app.settle();
    const all = source.directories(source.followUps().find(({ state }) => state === "open")?.head.ref ?? "");
    expect(all.filter((name) => name.includes("log-the-size"))).toEqual(how === "merged" ? [ITEMS.size] : []);
    expect(all.filter((name) => name.includes("retry-a-broken"))).toHaveLength(1);
  });
});
