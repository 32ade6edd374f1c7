/** Every text of ours that shows somebody else's words, besides the files and the follow-up that hostile.test.ts makes. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { renderConfigAnswer, renderConfigProblems } from "../../src/core/config-problems.ts";
import { Config } from "../../src/core/config.ts";
import { parseConfig } from "../../src/core/parse-config.ts";
import { Desk } from "../../src/core/desk.ts";
import type { Located } from "../../src/core/located.ts";
import type { StatusFile } from "../../src/core/documents/status-json.ts";
import { renderItem, renderList } from "../../src/core/list-enhancements.ts";
import type { Problem } from "../../src/core/problem.ts";
import { renderPreview } from "../../src/core/preview.ts";
import { renderFollowUpBody, renderSourceComment } from "../../src/core/pull-request.ts";
import { renderCheck } from "../../src/core/render-check.ts";
import type { Remainder } from "../../src/core/render-remainder.ts";
import type { OverCap, Suggestion } from "../../src/core/suggestion.ts";
import { renderRollingBody } from "../../src/core/rolling-body.ts";
import { runItemCommand, type ItemCommand } from "../../src/core/run-command.ts";
import type { Backlog, Snapshot } from "../../src/core/snapshot.ts";
import { parseCommands } from "../../src/core/command.ts";
import { answerComment } from "../../src/tasks/answer-comment.ts";
import type { Forge } from "../../src/tasks/forge.ts";
import { hostileText } from "../helpers/hostile-text.ts";
import { findHidden, findLiveText } from "../helpers/inert.ts";
import { statusFile } from "../helpers/status-file.ts";
import { COMMONMARK_EXAMPLES, NAUGHTY_STRINGS } from "../helpers/suites.ts";
import { pull } from "./mine/helpers.ts";

const config = Config.parse({});
const URL = "https://github.com/octo/api";
const backlog: Backlog = {
  repository: {
    ...{ ref: { id: 7, owner: "octo", name: "api" }, url: URL, isArchived: false, isPrivate: false },
    ...{ defaultBranch: "main", head: "b".repeat(40), config: { ok: true, config }, hasConfig: true, directories: [] },
  },
  branches: [],
  generated: [],
};

/** As a `status.json` may read that people have written into: every free field is `text`. */
function statusOf(text: string): StatusFile {
  const base = statusFile();
  return {
    ...base,
    title: text || "x",
    source: { ...base.source, path: text, url: `${URL}/${text}`, author: { login: text, kind: "human" } },
    sightings: [{ url: text, author: text, tool: null, on: "2026-11-24" }],
    evidence: { ...base.evidence, kept: [text] },
    history: [{ status: "not-started", on: "2026-11-24", by: text, reason: text }],
  };
}

function locatedAt(text: string): Located {
  return { status: statusOf(text), isMerged: false, branch: `enhance/${text}`, commit: "b".repeat(40) };
}

function reply(command: ItemCommand, text: string): string {
  const all = [
    locatedAt(text),
    { ...locatedAt(text), status: { ...statusOf(text), id: "008", uid: "enh_1123456789ab" } },
  ];
  const desk = new Desk(all, new Map());
  return runItemCommand(command, {
    all,
    desk,
    act: { by: text, on: "2026-11-24", botLogin: "bot", askedIn: { comment: text, line: 1 } },
  }).line;
}

const leftOut = (text: string): OverCap => ({
  ...{ key: text, author: null, title: text, quote: text, group: "settled", reason: text, url: text },
  ...{ priority: null, isInThread: false },
});
const remainder = (text: string): Remainder => ({
  waiting: [{ title: text, reason: "blocking", url: text }],
  overCap: [leftOut(text)],
  incomplete: [],
  byStrangers: 1,
});
const suggested = (text: string): Suggestion => ({
  ...{ key: text, title: text, description: text, quote: text, kind: "other", priority: null, reasons: [text] },
  ...{ confidence: 1, isDeferred: true, isBlocking: false, outcomes: [text], criteria: [text], sightings: [] },
  references: { issues: [], specs: [text], links: [text], files: [text] },
  source: statusOf(text).source,
  createdAt: "2026-01-01T00:00:00Z",
});

function configProblems(text: string): Problem[] {
  const parsed = parseConfig(`mode: ${JSON.stringify(text)}\n${JSON.stringify(text)}: 1\nignore: [${text}\n`);
  return parsed.ok ? [] : parsed.problems;
}

/** What is answered to a comment: everybody's complaint about its lines. */
async function answerTo(body: string): Promise<string> {
  let said = "";
  const snapshot: Snapshot = { ...backlog, feedback: pull({}), followUps: [] };
  const forge: Partial<Forge> = {
    readBacklog: () => Promise.resolve(backlog),
    readSnapshot: () => Promise.resolve(snapshot),
    readRole: () => Promise.resolve("admin"),
    react: () => Promise.resolve(),
    ensureReply: (_repository, _target, given) => {
      said = given.body;
      return Promise.resolve(true);
    },
  };
  const { commands, problems, hint } = parseCommands(body);
  const comment = { kind: "issue-comment" as const, id: 1, nodeId: "N", writtenAt: "2026-11-24T00:00:00Z" };
  const { ref: repository } = backlog.repository;
  const payload = {
    ...{
      installationId: 1,
      repository,
      pullNumber: 12,
      commands: commands.filter(({ command }) => command.verb === "show"),
    },
    ...{ comment: { ...comment, author: { id: 5, login: "robin", isBot: false } }, problems },
  };
  await answerComment(forge as Forge, { ...payload, ...(hint !== undefined && { hint }) }, { botLogin: "bot" });
  return said;
}

const SURFACES: readonly (readonly [name: string, render: (text: string) => string | Promise<string>])[] = [
  ["the answer of list", (text) => renderList([locatedAt(text)], {})],
  ["the answer of show", (text) => renderItem(locatedAt(text), { url: URL, directory: `docs/${text}` })],
  ["the answer of reject", (text) => reply({ verb: "reject", id: "007", reason: text }, text)],
  ["the answer of priority", (text) => reply({ verb: "priority", id: "007", priority: "low" }, text)],
  ["the answer of merge", (text) => reply({ verb: "merge", id: "007", into: "008" }, text)],
  ["the answer of redact", (text) => reply({ verb: "redact", id: "007" }, text)],
  ["the answer about an id that nobody knows", (text) => reply({ verb: "redact", id: text }, text)],
  ["the answer to a command that nobody knows", (text) => answerTo(`/enhance ${text}`)],
  ["the answer to an id that is none", (text) => answerTo(`/enhance show ${text}\n/enhance status 001 ${text}`)],
  ["the answer to a command in code", (text) => answerTo(`\`\`\`\n/enhance ${text}\n\`\`\``)],
  [
    "the body of the rolling follow-up",
    (text) =>
      renderRollingBody({
        ...{ backlog, config, branch: "enhance/rolling" },
        changes: {
          added: [statusOf(text)],
          changed: [{ before: statusFile({ status: "ready" }), after: statusOf(text), waits: undefined }],
          removed: [text],
        },
      }),
  ],
  [
    "the body of a follow-up, about what is not in it",
    (text) =>
      renderFollowUpBody({
        snapshot: {
          ...backlog,
          feedback: { ...pull({}), pullRequest: { ...pull({}).pullRequest, title: text } },
          followUps: [],
        },
        ...{ config, items: [statusOf(text)], branch: `enhance/${text}` },
        ...{ ...remainder(text), leftOut: [leftOut(text)] },
        marked: [{ id: "001", key: text, title: text, path: text, gone: { by: "us", why: text } }],
      }),
  ],
  ["the comment on the source", (text) => renderSourceComment([statusOf(text)], 13)],
  [
    "the summary of a preview",
    (text) =>
      renderPreview(
        { ...backlog, feedback: pull({}) },
        {
          ...{ decisions: [{ action: "add", suggestion: suggested(text) }], leftOut: [leftOut(text)] },
          ...remainder(text),
        },
        config,
      ).summary,
  ],
  [
    "the summary of the check",
    (text) => {
      const problem = { path: text, line: 1, severity: "error" as const, message: text, remedy: text };
      const facts = { subject: "pull:7:x", isTouched: true, isCutShort: true };
      return renderCheck({ ...facts, problems: [problem], fixable: [text], changed: [] }).summary;
    },
  ],
  [
    "the summary about an invalid config",
    (text) => {
      const own = { path: text, line: 1, severity: "error" as const, message: text, remedy: text };
      return renderConfigProblems([...configProblems(text), own]).summary;
    },
  ],
  [
    "the answer under an invalid config",
    (text) => {
      const own = { path: ".github/enhance.yml", line: 1, severity: "error" as const, message: text, remedy: text };
      return renderConfigAnswer([...configProblems(text), own], URL);
    },
  ],
];

/** Of our own: the source, the follow-up, and the lines of a config's check. */
const OWN = /^reference: #(?:123|13)$/;

/** What GitHub reads as a mention, a reference, a closing keyword, a trailer, a header field. */
const GRAMMAR = [
  ...[
    "@octocat",
    "(@octocat)",
    "a/@octocat",
    "@octo/team",
    "x@octocat",
    "@octocat's",
    "\\@octocat",
    "`@octocat",
    "[@octocat](x)",
  ],
  ...[
    "#1",
    "octo/api#1",
    "GH-1",
    "octo#1",
    "(#1)",
    "\\#1",
    `${URL}/issues/1`,
    `${URL}/pull/1#discussion_r1`,
    "octo/api@0a1b2c3d4e",
  ],
  ...["close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved", "CLOSES", "Fixes:"].map(
    (word) => `${word} #1, ${word} octo/api#1, ${word} ${URL}/issues/1`,
  ),
  ...[
    "Co-authored-by: Octo Cat <octo@example.com>",
    "\n\nSigned-off-by: x",
    "\n**Status**: completed\n",
    "\n---\n# x\n",
  ],
  ...[
    "x)@octocat",
    "x](https://example.com) @octocat",
    "<!-- review-miner x -->",
    "</details>@octocat",
    "|@octocat|",
    "\ud800)",
  ],
];

/** The characters of the "Trojan Source" paper, and their kin that hide or reorder text. */
const TROJAN = [
  ...Array.from(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\u200e\u200f\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\u2028\u2029\u0000\u001b\u0085",
  ),
  ...[
    "\u{e0001}",
    "\u{e0041}\u{e0042}\u{e007f}",
    "\ufe0f",
    "\u{e0100}",
    "\ud83d",
    "\udc00",
    "\u3164",
    "\uffa0",
    "\u115f",
  ],
].map((hidden) => `if (isAdmin${hidden}) { /* begin ${hidden}admins */ }`);

describe.each(SURFACES)("%s", (_name, render) => {
  const expectInert = async (text: string) => {
    const markdown = await render(text);
    expect(findHidden(markdown)).toEqual([]);
    expect(findLiveText(markdown).filter((found) => !OWN.test(found))).toEqual([]);
  };

  it.each([
    ["GitHub's own grammar", GRAMMAR],
    ["characters that hide or reorder", TROJAN],
    ["the Big List of Naughty Strings", NAUGHTY_STRINGS],
    ["the examples of CommonMark", COMMONMARK_EXAMPLES],
  ])("is inert whatever it shows of %s", async (_suite, texts) => {
    for (const text of texts) await expectInert(text);
  });

  it("is inert whatever it shows", async () => {
    await fc.assert(fc.asyncProperty(hostileText(), expectInert), { numRuns: 150 });
  });
});
