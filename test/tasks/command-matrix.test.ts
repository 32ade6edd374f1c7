/** Who may run what, from where: every command by every kind of account, in every kind of comment, edited or not. */
import { describe, expect, it } from "@jest/globals";
import { GRAMMAR, type Verb } from "../../src/core/command-grammar.ts";
import { Config } from "../../src/core/config.ts";
import { renderStatusJson } from "../../src/core/documents/status-json.ts";
import type { Role } from "../../src/core/review.ts";
import type { Backlog, Snapshot } from "../../src/core/snapshot.ts";
import { readEvent } from "../../src/github/event-payload.ts";
import { decideEvent } from "../../src/github/events.ts";
import { answerComment } from "../../src/tasks/answer-comment.ts";
import type { Forge } from "../../src/tasks/forge.ts";
import { pull } from "../core/mine/helpers.ts";
import { octoRepository } from "../helpers/octo-repository.ts";
import { statusFile } from "../helpers/status-file.ts";

const SELF = { id: 900, login: "review-miner[bot]" };
const LISTED_BOT = 77;

/** What each account may do in public, where everybody has the role read: nothing, read alone, or write. */
const ACCOUNTS: Record<string, { role: Role | null; isBot?: true; id?: number; may: "nothing" | "read" | "write" }> = {
  "no role": { role: "none", may: "nothing" },
  read: { role: "read", may: "nothing" },
  triage: { role: "triage", may: "read" },
  write: { role: "write", may: "write" },
  maintain: { role: "maintain", may: "write" },
  admin: { role: "admin", may: "write" },
  "a bot": { role: "admin", isBot: true, may: "nothing" },
  "a listed app": { role: "none", isBot: true, id: LISTED_BOT, may: "write" },
  "a deleted user": { role: null, may: "nothing" },
};
const EVENTS = ["issue_comment", "pull_request_review_comment", "pull_request_review"] as const;
const CREATED = {
  issue_comment: "created",
  pull_request_review_comment: "created",
  pull_request_review: "submitted",
};
const EDITS = ["not edited", "edited by its author", "edited by another"] as const;

const LINES: Record<Verb, string> = {
  capture: "/enhance",
  create: '/enhance create "Shard the queue"',
  list: "/enhance list",
  show: "/enhance show 001",
  status: "/enhance status 001 ready",
  priority: "/enhance priority 001 low",
  reject: "/enhance reject 001",
  defer: "/enhance defer 001",
  approve: "/enhance approve 001",
  merge: "/enhance merge 002 into 001",
  start: "/enhance start 001",
  redact: "/enhance redact 001",
  ignore: "/enhance ignore",
  unignore: "/enhance unignore",
  help: "/enhance help",
};

const config = Config.parse({ commands: { bots: [LISTED_BOT] } });
const backlog: Backlog = {
  repository: {
    ...octoRepository(config),
    directories: ["001", "002"].map((id) => ({
      name: `${id}-item`,
      statusJson: renderStatusJson(
        statusFile({ id, slug: "item", uid: `enh_${id.repeat(4)}`, key: `comment:X:${id}` }),
      ),
    })),
  },
  branches: [],
  generated: [],
};

/** A forge that writes down what is done; `role` is what the permission API says. */
function recordingForge(role: Role) {
  const done = { reactions: 0, replies: 0, writes: 0 };
  const snapshot: Snapshot = { ...backlog, feedback: pull({}), followUps: [] };
  snapshot.feedback.pullRequest.state = "closed";
  const write = () => {
    done.writes += 1;
    return Promise.resolve();
  };
  const forge: Partial<Forge> = {
    readBacklog: () => Promise.resolve(backlog),
    readSnapshot: () => Promise.resolve(snapshot),
    readDirectories: () => Promise.resolve(new Map()),
    readFiles: () => Promise.resolve(new Map()),
    readRole: () => Promise.resolve(role),
    react: () => Promise.resolve(void (done.reactions += 1)),
    ensureReply: () => {
      done.replies += 1;
      return Promise.resolve(true);
    },
    commitFiles: write,
    openPullRequest: () => write().then(() => ({ number: 13, nodeId: "PR_13", isDraft: true })),
    addLabels: write,
  };
  return { forge: forge as Forge, done };
}

function payloadOf(event: (typeof EVENTS)[number], edit: (typeof EDITS)[number], line: string, account: string) {
  const { role, isBot, id = 5 } = ACCOUNTS[account] ?? { role: null };
  const user = role === null ? null : { id, login: isBot ? "helper[bot]" : "robin", type: isBot ? "Bot" : "User" };
  const isEdited = edit !== "not edited";
  const text = {
    ...{ id: 90, node_id: "C_90", user, body: `Hello.\n${line}` },
    ...{ created_at: "2026-11-24T10:00:00Z", submitted_at: "2026-11-24T10:00:00Z" },
    ...(event === "pull_request_review_comment" && { path: "src/a.ts", in_reply_to_id: 80 }),
  };
  return {
    action: isEdited ? "edited" : CREATED[event],
    installation: { id: 5 },
    repository: { id: 7, name: "api", owner: { login: "octo" } },
    sender: edit === "edited by another" ? { id: 6 } : (user ?? { id: 10_137 }),
    ...(isEdited && { changes: { body: { from: "Hello." } } }),
    ...(event === "issue_comment"
      ? { issue: { number: 12, user: { id: 1 }, pull_request: {} }, comment: text }
      : { pull_request: { number: 12, user: { id: 1 } } }),
    ...(event === "pull_request_review_comment" && { comment: text }),
    ...(event === "pull_request_review" && { review: text }),
  };
}

describe.each(EVENTS)("in a %s", (event) => {
  describe.each(EDITS)("%s", (edit) => {
    describe.each(Object.keys(ACCOUNTS))("%s", (account) => {
      it.each(GRAMMAR.map(({ verb, access }) => [verb, access] as const))("%s", async (verb, access) => {
        const { role, may } = ACCOUNTS[account] ?? { role: null, may: "nothing" };
        const [task] = decideEvent(readEvent(event, payloadOf(event, edit, LINES[verb], account)), SELF).calls;
        const isHeard = role !== null && edit !== "edited by another";
        expect(task?.task === "answer-comment").toBe(isHeard);
        if (task?.task !== "answer-comment") return;

        const { forge, done } = recordingForge(role ?? "none");
        const { outcome } = await answerComment(forge, task.payload, { botLogin: SELF.login });
        const isAllowed = may === "write" || (may === "read" && access === "read");
        expect(outcome).toBe(isAllowed ? "answered" : "refused");
        expect(done.replies).toBe(isAllowed ? 1 : 0);
        expect(done.reactions).toBe(isAllowed ? 2 : 0);
        if (!isAllowed) expect(done.writes).toBe(0);
      });
    });
  });
});
