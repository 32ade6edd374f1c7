/** Whose word in a thread counts hangs on roles, which are asked of those who decide there. */
import { expect, it } from "@jest/globals";
import { Config } from "../../src/core/config.ts";
import { readAsked } from "../../src/core/asked.ts";
import type { Role } from "../../src/core/review.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { mineSnapshot } from "../../src/tasks/mine-snapshot.ts";
import { CODERABBIT, inline, pull, thread } from "../core/mine/helpers.ts";
import { octoRepository } from "../helpers/octo-repository.ts";

const FINDING = "**Close the cursor.**\n\n`readPage` leaks it when the query fails.";
const config = Config.parse({});
const NOTHING = readAsked([], () => true);

it.each<[role: Role, reply: string, isDeferred: boolean[]]>([
  ["write", "Next PR, please.", [true]],
  ["triage", "Next PR, please.", [true]],
  ["none", "Next PR, please.", [false]],
  ["write", "Won't fix.", []],
  ["none", "Won't fix.", [false]],
])("somebody with the role %s who replies %j to a tool", async (role, reply, isDeferred) => {
  const asked: string[] = [];
  const snapshot: Snapshot = {
    repository: octoRepository(config),
    feedback: pull({
      threads: [
        thread([inline(FINDING, { author: CODERABBIT }), inline(reply, { author: { login: "dana", kind: "human" } })]),
      ],
    }),
    ...{ branches: [], followUps: [], generated: [] },
  };
  const forge = {
    readRole(_ref: unknown, login: string) {
      asked.push(login);
      return Promise.resolve(role);
    },
  };
  const mined = await mineSnapshot(forge, snapshot, { config, asked: NOTHING, ownLogin: "review-miner[bot]" });
  expect(mined.suggestions.map((suggestion) => suggestion.isDeferred)).toEqual(isDeferred);
  expect(asked).toEqual(["dana"]);
});
