import { expect, it } from "@jest/globals";
import { Config } from "../../src/core/config.ts";
import { withMarker } from "../../src/core/marker.ts";
import type { FollowUp, Snapshot } from "../../src/core/snapshot.ts";
import { capturePullRequest } from "../../src/tasks/capture-pull-request.ts";
import { MovedError, type Forge } from "../../src/tasks/forge.ts";
import { inline, pull, thread } from "../core/mine/helpers.ts";
import { octoRepository } from "../helpers/octo-repository.ts";

const HEAD = "c".repeat(40);

/** Closed by us with its source, which is open again. */
const CLOSED: FollowUp = {
  ...{ number: 9, nodeId: "PR_9", url: "https://github.com/octo/api/pull/9", branch: "enhance/pr-123" },
  ...{ state: "closed", closedAt: "2026-01-02T00:00:00Z", isOurs: true, isDraft: true, title: "Capture", labels: [] },
  ...{
    headSha: HEAD,
    body: withMarker("text", { pull: 123, items: [], closed: { head: HEAD, why: "source closed" } }),
  },
};

it("a branch that is restored and never seen is restored once, and the job given back", async () => {
  const snapshot: Snapshot = {
    repository: octoRepository(Config.parse({})),
    feedback: pull({ threads: [thread([inline("Let's move `readPage` to the shared module in a follow-up.")])] }),
    ...{ branches: [], followUps: [CLOSED], generated: [CLOSED] },
  };
  let reads = 0;
  const restored: string[] = [];
  const forge: Partial<Forge> = {
    readSnapshot() {
      if (++reads > 20) throw new Error("it is read for ever");
      return Promise.resolve(snapshot);
    },
    readRole: () => Promise.resolve("write"),
    readFiles: () => Promise.resolve(new Map()),
    readDirectories: () => Promise.resolve(new Map()),
    restoreBranch: (_repository, branch) => Promise.resolve(restored.push(branch) > 0),
  };
  const payload = { repository: snapshot.repository.ref, pullNumber: 123 };
  const run = capturePullRequest(forge as Forge, payload, { botLogin: "review-miner[bot]" });
  await expect(run).rejects.toThrow(MovedError);
  expect(restored).toEqual(["enhance/pr-123"]);
});
