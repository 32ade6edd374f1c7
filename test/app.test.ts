import { describe, expect, it } from "@jest/globals";
import { generateKeyPairSync } from "node:crypto";
import { createApp, receiveDelivery } from "../src/app.ts";
import type { Identity } from "../src/github/client.ts";
import { createLog } from "../src/log.ts";
import { createOurProbot } from "../src/probot.ts";
import type { Acceptance, Decision, Delivery } from "../src/queue/job-queue.ts";

const SELF: Identity = { id: 900, login: "review-miner[bot]" };
const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 })
  .privateKey.export({ type: "pkcs1", format: "pem" })
  .toString();

const REVIEW = {
  action: "submitted",
  installation: { id: 7 },
  repository: { id: 12, name: "api", owner: { login: "octo" } },
  sender: { id: 5 },
  pull_request: { number: 3, user: { id: 5 }, head: { repo: { id: 12 } } },
};
const JOB: Decision = {
  job: {
    task: "capture-pull-request",
    payload: { installationId: 7, repository: { id: 12, owner: "octo", name: "api" }, pullNumber: 3 },
    key: "12",
    group: "7",
    subject: "capture:12:3",
  },
};

async function start(options: { identify?: () => Promise<Identity>; accept?: () => Promise<Acceptance> } = {}) {
  const accepted: { delivery: Delivery; decision: Decision }[] = [];
  const written: string[] = [];
  let asked = 0;
  const log = createLog("trace", { write: (line: string) => void written.push(line) });
  const app = { id: 1, privateKey, webhookSecrets: ["s".repeat(32)] as [string] };
  const probot = createOurProbot({ app, apiUrl: "http://127.0.0.1:9", log });
  const queue = {
    async accept(delivery: Delivery, decision: Decision): Promise<Acceptance> {
      if (options.accept) return options.accept();
      accepted.push({ delivery, decision });
      return Promise.resolve("ignored" in decision ? "ignored" : "queued");
    },
  };
  const identify = () => {
    asked++;
    return options.identify?.() ?? Promise.resolve(SELF);
  };
  await probot.ready();
  await probot.load(createApp({ queue, identify, log, identifyWithinMs: 50 }));
  const receive = (name: string, payload: object) => receiveDelivery(probot, { id: "guid", name, payload });
  return { receive, accepted, written, asked: () => asked };
}

describe("a delivery", () => {
  it("becomes a job, keyed by repository, grouped by installation, joined by pull request", async () => {
    const { receive, accepted } = await start();
    await expect(receive("pull_request_review", REVIEW)).resolves.toBe("queued");
    const delivery = {
      ...{ id: "guid", event: "pull_request_review", action: "submitted" },
      ...{ installationId: 7, repositoryId: 12 },
    };
    expect(accepted).toEqual([{ delivery, decision: JOB }]);
  });

  it("that begins several jobs is stored last, so that a failure before it is made good", async () => {
    const opened = {
      ...{ ...REVIEW, action: "opened", sender: { id: 5, login: "alice" } },
      pull_request: {
        ...{ number: 3, user: { id: 5, login: "alice" }, title: "Pool", body: "Enhancement: 007" },
        ...{ updated_at: "2026-02-01T00:00:00Z", head: { ref: "pool", repo: { id: 12 } } },
      },
    };
    const { receive, accepted } = await start();
    await expect(receive("pull_request", opened)).resolves.toBe("queued");
    expect(accepted.map(({ delivery, decision }) => [delivery.id, "job" in decision && decision.job.task])).toEqual([
      ["guid+check-pull-request", "check-pull-request"],
      ["guid", "follow-implementation"],
    ]);
  });

  it.each([
    ["an own event", "pull_request_review", { ...REVIEW, sender: { id: SELF.id } }, "own event"],
    ["an event nobody waits for", "star", { action: "created" }, "nothing is done for this event"],
    ["an event of a name objects have", "constructor", {}, "nothing is done for this event"],
    ["an action that is no text", "pull_request_review", { ...REVIEW, action: { toString: null } }, "nothing is done"],
    ["an installation that is no object", "pull_request_review", { ...REVIEW, installation: "x" }, "no installation"],
    ["an installation without an id", "pull_request_review", { ...REVIEW, installation: {} }, "no installation"],
    ["no installation", "pull_request_review", { ...REVIEW, installation: undefined }, "no installation"],
    ["a repository that is null", "pull_request_review", { ...REVIEW, repository: null }, "another shape"],
    ["nothing at all", "pull_request_review", {}, "nothing is done for this event"],
  ])("is stored as ignored when it is %s", async (_, event, payload, reason) => {
    const { receive, accepted } = await start();
    await expect(receive(event, payload)).resolves.toBe("ignored");
    expect(accepted).toEqual([
      {
        delivery: expect.objectContaining({ id: "guid", event }) as unknown,
        decision: { ignored: expect.stringContaining(reason) as unknown },
      },
    ]);
  });

  it("costs no question to GitHub when it is ignored whoever we are", async () => {
    const { receive, asked } = await start();
    await receive("star", { ...REVIEW, action: "created" });
    expect(asked()).toBe(0);
  });

  it.each([
    ["does not know", () => Promise.reject(new Error("unreachable"))],
    ["does not answer in time", () => new Promise<Identity>(() => undefined)],
  ])("is queued all the same when GitHub %s who we are", async (_, identify) => {
    const { receive, accepted } = await start({ identify });
    await expect(receive("pull_request_review", REVIEW)).resolves.toBe("queued");
    expect(accepted.map(({ decision }) => decision)).toEqual([JOB]);
  });

  it("is thrown back when it cannot be stored", async () => {
    const { receive } = await start({ accept: () => Promise.reject(new Error("the disk is full")) });
    await expect(receive("pull_request_review", REVIEW)).rejects.toThrow("the disk is full");
  });

  it("never leaves its text in the log, not even at the lowest level or in an error", async () => {
    const payload = { ...REVIEW, review: { body: "TEXT OF THE REVIEW" } };
    const good = await start();
    await good.receive("pull_request_review", payload);
    const bad = await start({ accept: () => Promise.reject(new Error("the disk is full")) });
    await expect(bad.receive("pull_request_review", payload)).rejects.toThrow();
    const written = [...good.written, ...bad.written].join("");
    expect(written).toContain("guid");
    expect(written).not.toContain("TEXT");
  });
});
