/** Whose word in a thread counts hangs on roles, which are asked of those who decide there. */
import { expect, it } from "@jest/globals";
import { Config } from "../../src/core/config.ts";
import { findWishes, readAsked } from "../../src/core/asked.ts";
import type { Role } from "../../src/core/review.ts";
import { renderStatusJson } from "../../src/core/documents/status-json.ts";
import { withMarker } from "../../src/core/marker.ts";
import type { FollowUp, Snapshot } from "../../src/core/snapshot.ts";
import type { Forge } from "../../src/tasks/forge.ts";
import { mineSnapshot, readAskedOf } from "../../src/tasks/mine-snapshot.ts";
import { CODERABBIT, inline, pull, text, thread } from "../core/mine/helpers.ts";
import { octoRepository } from "../helpers/octo-repository.ts";
import { statusFile } from "../helpers/status-file.ts";

const FINDING = "**Close the cursor.**\n\n`readPage` leaks it when the query fails.";
const MOVE = "We should move `readPage` to the shared module in a follow-up.";
const config = Config.parse({});

/** What is mined of a tool's finding, dana's reply to it and somebody's wish, and whose roles were asked for. */
async function mineThread(role: Role, reply: string, { wish }: { wish?: string } = {}) {
  const roles: string[] = [];
  const feedback = pull({
    threads: [
      thread([
        inline(FINDING, { author: CODERABBIT }),
        inline(reply, { author: { login: "dana", kind: "human" } }),
        ...(wish === undefined ? [] : [inline(wish)]),
      ]),
    ],
  });
  const snapshot: Snapshot = {
    repository: octoRepository(config),
    ...{ feedback, branches: [], followUps: [], generated: [] },
  };
  const forge = {
    readRole(_ref: unknown, login: string) {
      roles.push(login);
      return Promise.resolve(role);
    },
  };
  const asked = readAsked(findWishes(feedback), () => true);
  const { suggestions } = await mineSnapshot(forge, snapshot, { config, asked, ownLogin: "review-miner[bot]" });
  return { suggestions, roles };
}

it.each<[role: Role, reply: string, isDeferred: boolean[]]>([
  ["write", "Next PR, please.", [true]],
  ["triage", "Next PR, please.", [true]],
  ["none", "Next PR, please.", [false]],
  ["write", "Won't fix.", []],
  ["none", "Won't fix.", [false]],
])("somebody with the role %s who replies %j to a tool", async (role, reply, isDeferred) => {
  const { suggestions, roles } = await mineThread(role, reply);
  expect(suggestions.map((suggestion) => suggestion.isDeferred)).toEqual(isDeferred);
  expect(roles).toEqual(["dana"]);
});

it.each<[role: Role, replies: string[] | undefined]>([
  ["triage", ["dana replied: We saw this leak in production twice."]],
  ["read", undefined],
])("somebody with the role %s who says something in a thread that was asked for", async (role, replies) => {
  const { suggestions } = await mineThread(role, "We saw this leak in production twice.", { wish: "/enhance" });
  expect(suggestions.map((suggestion) => suggestion.replies)).toEqual([replies]);
});

it("asks anew for the role of whoever commands, once for each, and of nobody else", async () => {
  const asked: unknown[] = [];
  const by = (login: string) => ({ author: { login, kind: "human" as const, id: 5 } });
  const replies = [
    inline("/enhance", by("dana")),
    inline("/enhance capture high", by("Dana")),
    inline("Why?", by("eve")),
  ];
  const snapshot: Snapshot = {
    repository: octoRepository(config),
    feedback: pull({ threads: [thread([inline(FINDING, { author: CODERABBIT }), ...replies])] }),
    ...{ branches: [], followUps: [], generated: [] },
  };
  const forge = {
    readRole(...[, ...rest]: Parameters<Forge["readRole"]>) {
      asked.push(rest);
      return Promise.resolve("write" as const);
    },
  };
  const { threads } = await readAskedOf(forge, snapshot, { config, allowedBots: [] });
  expect(asked).toEqual([["dana", { isAnew: true }]]);
  expect([...threads.values()]).toMatchObject([{ by: "Dana", priority: "high" }]);
});

/** A follow-up that a person closed, with one item. */
const declined = (key: string): FollowUp => ({
  ...{ number: 13, nodeId: "PR_13", url: "https://github.com/octo/api/pull/13", title: "Capture 1 suggestion" },
  ...{ branch: "enhance/pr-123", state: "closed", closedAt: "2026-11-24T10:00:00Z", isOurs: true, isDraft: false },
  ...{ labels: [], headSha: "c".repeat(40) },
  body: withMarker("Hello.", { pull: 123, items: [{ id: "001", key, title: "Move it", path: null }] }),
});

it.each<
  [
    name: string,
    given: { role?: Role; people?: string; wish?: string; said?: string; kept?: "on file" | "declined" },
    count: number | undefined,
  ]
>([
  ["are counted", {}, 1],
  ["are not counted where they have the role triage", { role: "triage" }, undefined],
  ["are not counted where somebody with it raises the same", { said: MOVE }, undefined],
  ["are not counted where anybody's words count", { people: "anyone" }, undefined],
  ["are not counted where nobody's words count", { people: "none" }, undefined],
  ["are not counted where they are on file", { kept: "on file" }, undefined],
  ["are not counted where they were declined", { kept: "declined" }, undefined],
  ["are taken in where the pull request is asked for", { wish: "/enhance" }, undefined],
])("suggestions of strangers %s", async (_name, { role = "read", people = "triage", wish, said, kept }, count) => {
  const stranger = inline(MOVE, { author: { login: "dana", kind: "human" } });
  const key = `comment:${stranger.nodeId}:0`;
  const statusJson = renderStatusJson(statusFile({ key }));
  const feedback = pull({
    threads: [thread([stranger]), ...(said === undefined ? [] : [thread([inline(said)])])],
    comments: wish === undefined ? [] : [text(wish)],
  });
  const options = Config.parse({ capture: { from: { people } } });
  const snapshot: Snapshot = {
    repository: {
      ...octoRepository(options),
      directories: kept === "on file" ? [{ name: "001-move-read-page", statusJson }] : [],
    },
    ...{ feedback, branches: [], followUps: [], generated: kept === "declined" ? [declined(key)] : [] },
  };
  const forge = {
    readRole: (_ref: unknown, login: string) => Promise.resolve<Role>(login === "dana" ? role : "write"),
  };
  const asked = readAsked(findWishes(feedback), () => true);
  const mined = await mineSnapshot(forge, snapshot, { config: options, asked, ownLogin: "review-miner[bot]" });
  expect(mined.byStrangers).toBe(count);
});

it.each<[role: Role, count: number]>([
  ["triage", 1],
  ["read", 0],
])("what a stranger suggested before counts once somebody with the role %s suggests it", async (role, count) => {
  const stranger = inline(MOVE, { author: { login: "dana", kind: "human" } });
  const snapshot: Snapshot = {
    repository: octoRepository(config),
    feedback: pull({ threads: [thread([stranger]), thread([inline(MOVE)])] }),
    ...{ branches: [], followUps: [], generated: [] },
  };
  const forge = { readRole: (_ref: unknown, login: string) => Promise.resolve<Role>(login === "dana" ? "read" : role) };
  const asked = readAsked([], () => true);
  const { suggestions } = await mineSnapshot(forge, snapshot, { config, asked, ownLogin: "review-miner[bot]" });
  expect(suggestions.map(({ source }) => source.author?.login)).toEqual(Array(count).fill("robin"));
});
