import { describe, expect, it } from "@jest/globals";
import { generateKeyPairSync } from "node:crypto";
import { createApp, receiveDelivery } from "../src/app.ts";
import type { Identity } from "../src/github/client.ts";
import { createLog } from "../src/log.ts";
import { createOurProbot } from "../src/probot.ts";
import type { Acceptance, Decision, Delivery, Party } from "../src/queue/job-queue.ts";
import { redact } from "../src/redact/redact.ts";
import { makeToken } from "./redact/make-token.ts";

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
  review: {
    ...{ id: 8, node_id: "N8", user: { id: 5, login: "alice" }, body: null },
    ...{ submitted_at: "2026-01-01T00:00:00Z" },
  },
};
const OPENED = {
  ...{ ...REVIEW, action: "opened", sender: { id: 5, login: "alice" } },
  pull_request: {
    ...{ number: 3, user: { id: 5, login: "alice" }, title: "Pool", body: "Enhancement: 007" },
    ...{ updated_at: "2026-02-01T00:00:00Z", head: { ref: "pool", repo: { id: 12 } } },
  },
};
const PUSH = {
  ...{ installation: { id: 7 }, repository: { ...REVIEW.repository, default_branch: "main" }, sender: { id: 5 } },
  ...{ ref: "refs/heads/main", after: "a".repeat(40), commits: [] },
};
const REMOVED = { action: "removed", installation: { id: 7 } };
const JOB: Decision = {
  job: {
    task: "capture-pull-request",
    payload: { installationId: 7, repository: { id: 12, owner: "octo", name: "api" }, pullNumber: 3 },
    key: "12",
    group: "7",
    subject: "capture:12:3",
  },
};

async function start(
  options: { identify?: () => Promise<Identity>; accept?: () => Promise<Acceptance>; isKnown?: boolean } = {},
) {
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
    missing: (ids: readonly string[]) => Promise.resolve(options.isKnown ? [] : [...ids]),
    forget: (party: Party) => Promise.resolve(forgotten.push(party)),
  };
  const forgotten: unknown[] = [];
  const forgetCaches = () => void forgotten.push("caches");
  const identify = () => {
    asked++;
    return options.identify?.() ?? Promise.resolve(SELF);
  };
  await probot.ready();
  await probot.load(createApp({ queue, identify, log, redact, forgetCaches, identifyWithinMs: 50 }));
  const receive = (name: string, payload: object) => receiveDelivery(probot, { id: "guid", name, payload });
  return { receive, accepted, forgotten, written, asked: () => asked };
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
    const { receive, accepted } = await start();
    await expect(receive("pull_request", OPENED)).resolves.toBe("queued");
    expect(accepted.map(({ delivery, decision }) => [delivery.id, "job" in decision && decision.job.task])).toEqual([
      ["guid+check-pull-request", "check-pull-request"],
      ["guid", "follow-implementation"],
    ]);
  });

  it.each([
    ["an own event", "pull_request_review", { ...REVIEW, sender: { id: SELF.id } }, "own event"],
    ["an event nobody waits for", "star", { action: "created" }, "nothing is done for this event"],
    ["an event of a name objects have", "constructor", {}, "nothing is done for this event"],
    ["an event nobody waits for, of any shape", "star", { action: 5, sender: 5 }, "nothing is done for this event"],
    ["an action nobody waits for", "pull_request_review", { action: "admired", sender: 5 }, "nothing is done"],
    ["no installation", "pull_request_review", { ...REVIEW, installation: undefined }, "no installation"],
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

  it.each<[name: string, event: string, payload: object, fields: string[], ids: [number | null, number | null]]>([
    [
      "an action that is no text",
      "pull_request_review",
      { ...REVIEW, action: { toString: null } },
      ["action"],
      [7, 12],
    ],
    ["an installation that is no object", "push", { ...PUSH, installation: "x" }, ["installation"], [null, 12]],
    ["an installation without an id", "push", { ...PUSH, installation: {} }, ["installation.id"], [null, 12]],
    ["a repository that is null", "push", { ...PUSH, repository: null }, ["repository"], [7, null]],
    ["a sender without an id", "push", { ...PUSH, sender: { login: "alice" } }, ["sender.id"], [7, 12]],
    ["no list of repositories", "installation_repositories", REMOVED, ["repositories_removed"], [7, null]],
  ])("of ours that cannot be read is a job that says so, for %s", async (_, event, payload, fields, ids) => {
    const { receive, accepted, forgotten, asked } = await start();
    await expect(receive(event, payload)).resolves.toBe("queued");
    const [installationId, repositoryId] = ids;
    expect(accepted).toMatchObject([
      {
        delivery: { id: "guid", event, installationId, repositoryId },
        decision: {
          job: {
            ...{ task: "unreadable-delivery", key: String(repositoryId ?? "unknown") },
            group: String(installationId ?? "unknown"),
            payload: { faults: fields.map((field) => ({ field })) },
          },
        },
      },
    ]);
    expect(forgotten).toEqual([]);
    expect(asked()).toBe(0);
  });

  it("of which one task cannot be read begins the others, and a job that says so", async () => {
    const { receive, accepted } = await start();
    await receive("pull_request", { ...OPENED, sender: { id: 5 } });
    expect(accepted.map(({ delivery: { id }, decision }) => ({ id, ...decision }))).toMatchObject([
      { id: "guid+check-pull-request", job: { task: "check-pull-request" } },
      {
        id: "guid",
        job: {
          payload: {
            ...{ event: "pull_request.opened", tasks: ["follow-implementation"] },
            repository: { id: 12, owner: "octo", name: "api" },
            faults: [{ field: "sender.login", message: expect.stringContaining("expected string") as unknown }],
          },
        },
      },
    ]);
  });

  it("of our own that cannot be read whole is ignored like any of our own", async () => {
    const { receive, accepted } = await start();
    await receive("pull_request", { ...OPENED, sender: SELF, pull_request: { ...OPENED.pull_request, title: 5 } });
    expect(accepted).toMatchObject([{ delivery: { id: "guid" }, decision: { ignored: "own event" } }]);
  });

  it("forgets whoever can be read of a list, and says whom it cannot read", async () => {
    const { receive, accepted, forgotten } = await start();
    await receive("installation_repositories", { ...REMOVED, repositories_removed: [{ id: 12 }, {}] });
    expect(forgotten).toEqual(["caches", { repositoryId: 12 }]);
    expect(accepted).toMatchObject([
      { decision: { job: { payload: { tasks: ["forget"], faults: [{ field: "repositories_removed.id" }] } } } },
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

  it("is queued without the secrets in its commands", async () => {
    const { receive, accepted } = await start();
    const { token } = makeToken("ghp_{a36}", 1);
    const body = `/enhance create "Rotate ${token}"\n/enhance reject 001 ${token}\n/enhance ${token}`;
    const comment = { id: 9, node_id: "N9", user: { id: 5, login: "alice" }, body, created_at: "2026-01-01T00:00:00Z" };
    const issue = { number: 3, user: { id: 5 }, pull_request: {} };
    await receive("issue_comment", { ...REVIEW, action: "created", pull_request: undefined, issue, comment });
    const [stored] = accepted;
    expect(JSON.stringify(stored)).not.toContain(token.slice(4, 12));
    expect(stored?.decision).toMatchObject({
      job: {
        task: "answer-comment",
        payload: { comment: { nodeId: "N9" }, commands: [{ command: { verb: "create" } }, { command: { id: "001" } }] },
      },
    });
    expect(JSON.stringify(stored).match(/\[redacted: github [0-9a-f]{4}\]/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it.each<[string, string, object, object[]]>([
    [
      "an installation is deleted",
      "installation",
      { action: "deleted", installation: { id: 7 } },
      [{ installationId: 7 }],
    ],
    ["it is suspended", "installation", { action: "suspend", installation: { id: 7 } }, [{ installationId: 7 }]],
    [
      "it loses repositories",
      "installation_repositories",
      { action: "removed", installation: { id: 7 }, repositories_removed: [{ id: 12 }, { id: 13 }] },
      [{ repositoryId: 12 }, { repositoryId: 13 }],
    ],
    ...["archived", "deleted", "privatized", "publicized", "transferred"].map(
      (action): [string, string, object, object[]] => [
        `a repository is ${action}`,
        "repository",
        { ...REVIEW, action, pull_request: undefined },
        [{ repositoryId: 12 }],
      ],
    ),
  ])("makes us forget when %s, and says itself no more of whom", async (_, event, payload, parties) => {
    const { receive, accepted, forgotten, asked } = await start();
    await expect(receive(event, payload)).resolves.toBe("ignored");
    expect(forgotten).toEqual(["caches", ...parties]);
    expect(accepted).toMatchObject([{ delivery: { id: "guid", installationId: null, repositoryId: null } }]);
    expect(asked()).toBe(0);
  });

  it.each(["renamed", "unarchived", "created"])("makes us forget nothing when a repository is %s", async (action) => {
    const { receive, forgotten } = await start();
    await receive("repository", { ...REVIEW, action, pull_request: undefined });
    expect(forgotten).toEqual([]);
  });

  it("makes us forget nothing again when it comes again", async () => {
    const { receive, forgotten } = await start({ isKnown: true });
    await receive("repository", { ...REVIEW, action: "publicized", pull_request: undefined });
    expect(forgotten).toEqual([]);
  });

  it("is thrown back when it cannot be stored", async () => {
    const { receive } = await start({ accept: () => Promise.reject(new Error("the disk is full")) });
    await expect(receive("pull_request_review", REVIEW)).rejects.toThrow("the disk is full");
  });

  it("never leaves its text in the log, not even at the lowest level or in an error", async () => {
    const payload = { ...REVIEW, review: { ...REVIEW.review, body: "TEXT OF THE REVIEW" } };
    const good = await start();
    await good.receive("pull_request_review", payload);
    const bad = await start({ accept: () => Promise.reject(new Error("the disk is full")) });
    await expect(bad.receive("pull_request_review", payload)).rejects.toThrow();
    const written = [...good.written, ...bad.written].join("");
    expect(written).toContain("guid");
    expect(written).not.toContain("TEXT");
  });
});
