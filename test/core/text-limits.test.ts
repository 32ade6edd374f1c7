/** However much there is to say, GitHub takes it: what has no room is counted, and it is said where it is. */
import { describe, expect, it } from "@jest/globals";
import { Config } from "../../src/core/config.ts";
import { parseConfig } from "../../src/core/parse-config.ts";
import { renderConfigProblems } from "../../src/core/config-problems.ts";
import { renderStatusJson, type StatusFile } from "../../src/core/documents/status-json.ts";
import { renderPreview } from "../../src/core/preview.ts";
import { renderFollowUpBody, renderSourceComment } from "../../src/core/pull-request.ts";
import { renderCheck } from "../../src/core/render-check.ts";
import type { Remainder } from "../../src/core/render-remainder.ts";
import { renderRollingBody } from "../../src/core/rolling-body.ts";
import type { Backlog, Snapshot } from "../../src/core/snapshot.ts";
import type { OverCap, Suggestion } from "../../src/core/suggestion.ts";
import { answerComment } from "../../src/tasks/answer-comment.ts";
import type { Forge } from "../../src/tasks/forge.ts";
import { octoRepository } from "../helpers/octo-repository.ts";
import { statusFile } from "../helpers/status-file.ts";
import { pull } from "./mine/helpers.ts";

/** What GitHub takes as the summary of a check run; a body and a comment may have one more. */
const MOST = 65_535;
const TITLE = "Close the cursor in `finally` and reuse `readPage` for both of its callers, so that it never leaks";

const config = Config.parse({});
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const statuses = (count: number): StatusFile[] =>
  times(count, (n) => {
    const id = String(n + 1).padStart(3, "0");
    return statusFile({ id, title: TITLE, slug: "close-the-cursor", uid: `enh_${id.padStart(12, "0")}` });
  });
const backlog: Backlog = {
  repository: {
    ...octoRepository(config),
    directories: statuses(60).map((status) => ({
      name: `${status.id}-close-the-cursor`,
      statusJson: renderStatusJson(status),
    })),
  },
  branches: [],
  generated: [],
};
const snapshot: Snapshot = { ...backlog, feedback: pull({}), followUps: [] };

const leftOut = (): OverCap => ({
  ...{ key: "k", author: null, title: TITLE, quote: TITLE, group: "settled", reason: TITLE, url: "https://x.org" },
  ...{ priority: null, isInThread: false },
});
const suggested = (): Suggestion => ({
  ...{ key: "k", title: TITLE, description: TITLE, quote: TITLE, kind: "other", priority: null, reasons: [TITLE] },
  ...{ confidence: 1, isDeferred: true, isBlocking: false, outcomes: [], criteria: [], sightings: [] },
  ...{ references: { issues: [], specs: [], links: [], files: [] }, source: statusFile().source },
  createdAt: "2026-01-01T00:00:00Z",
});
const remainder = (): Remainder => ({
  waiting: (["blocking", "never", "merge", "command"] as const).flatMap((reason) =>
    times(500, () => ({ title: TITLE, reason, url: null })),
  ),
  overCap: times(500, leftOut),
  incomplete: times(500, () => ({ tool: "coderabbit", url: "https://x.org/a", signal: "x", counted: 9, found: 1 })),
  byStrangers: 500,
});
const check = { subject: "pull:7:x", problems: [], fixable: [], changed: [], isTouched: true, isCutShort: true };
const header = (n: number) => `enhancements/${String(n).padStart(4, "0")}-pool-database-connections/enhancement.md`;

/** The answer to a comment of so many commands. */
async function answerTo(lines: string[]): Promise<string> {
  let said = "";
  const forge: Partial<Forge> = {
    readBacklog: () => Promise.resolve(backlog),
    readSnapshot: () => Promise.resolve({ ...snapshot, repository: octoRepository(Config.parse({ enabled: false })) }),
    readDirectories: () => Promise.resolve(new Map()),
    readRole: () => Promise.resolve("triage"),
    react: () => Promise.resolve(),
    ensureReply: (_repository, _target, { body }) => {
      said = body;
      return Promise.resolve(true);
    },
  };
  const author = { id: 5, login: "robin", isBot: false };
  const payload = {
    ...{ installationId: 1, repository: backlog.repository.ref, pullNumber: 12, problems: [] },
    comment: { kind: "issue-comment" as const, id: 1, nodeId: "N", writtenAt: "2026-11-24T00:00:00Z", author },
    commands: lines.map((_line, index) => ({ line: index + 1, command: { verb: "list" as const } })),
  };
  await answerComment(forge as Forge, payload, { botLogin: "bot" });
  return said;
}

const LONG: readonly (readonly [name: string, render: () => string | Promise<string>, rest: string])[] = [
  [
    "the check of 1,500 headers to mend",
    () => renderCheck({ ...check, fixable: times(1_500, header) }).summary,
    "it mends them, too",
  ],
  [
    "the check of 100 problems whose words are all escaped",
    () => {
      const problem = { line: 1, severity: "error" as const, message: "*".repeat(250), remedy: "*".repeat(150) };
      const problems = times(100, (n) => ({ ...problem, path: `enhancements/007-${"a".repeat(200)}/${n}` }));
      return renderCheck({ ...check, problems, fixable: times(1_500, header) }).summary;
    },
    "`enhance check` lists all that the files themselves show",
  ],
  [
    "a config of 1,000 unknown keys",
    () => {
      const parsed = parseConfig(times(1_000, (n) => `key${n}: 1`).join("\n"));
      return renderConfigProblems(parsed.ok ? [] : parsed.problems).summary;
    },
    "`enhance check` in a working copy lists them all",
  ],
  [
    "a preview",
    () =>
      renderPreview(
        snapshot,
        {
          ...{
            decisions: times(500, () => ({ action: "add", suggestion: suggested() })),
            leftOut: times(500, leftOut),
          },
          ...remainder(),
        },
        config,
      ).summary,
    "`enhance mine --explain` tells of every finding",
  ],
  ["the answer to twenty lists", () => answerTo(times(20, () => "/enhance list")), "ask for fewer in one comment"],
  [
    "a follow-up",
    () =>
      renderFollowUpBody({
        ...{ snapshot, config, items: statuses(500), branch: "enhance/pr-7", leftOut: times(500, leftOut) },
        ...remainder(),
        marked: times(500, () => ({
          ...{ id: "001", key: "k", title: TITLE, path: null, gone: { by: "us" as const, why: TITLE } },
        })),
      }),
    "they are in the files of this pull request",
  ],
  [
    "the rolling follow-up",
    () => {
      const changed = statuses(1_500).map((after) => ({ before: statusFile(), after, waits: undefined }));
      const changes = { added: statuses(500), changed, removed: [] };
      return renderRollingBody({ backlog, config, branch: "enhance/rolling", changes });
    },
    "they are in the files of this pull request",
  ],
  [
    "the comment on the source",
    () => renderSourceComment(statuses(1_500), 13),
    "they are in the files of that pull request",
  ],
];

describe("what there is too much of", () => {
  it.each(LONG)("%s", async (_name, render, rest) => {
    const text = await render();
    expect(text.length).toBeLessThanOrEqual(MOST);
    expect(text).toMatch(/^And \d+ more; /m);
    expect(text).toContain(`more; ${rest}.`);
  });
});
