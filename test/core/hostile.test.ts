import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { DEFAULT_CONFIG, type Config } from "../../src/core/config.ts";
import { parseEnhancementMd } from "../../src/core/documents/enhancement-md.ts";
import { quotable } from "../../src/core/documents/quote.ts";
import { parseStatusJson } from "../../src/core/documents/status-json.ts";
import { mineSuggestions } from "../../src/core/mine/mine.ts";
import { decideCapture } from "../../src/core/decide-capture.ts";
import { planCapture } from "../../src/core/plan-capture.ts";
import type { CommitPlan } from "../../src/core/commit-plan.ts";
import type { PullRequestPlan } from "../../src/core/pull-request-plan.ts";
import type { Feedback, PullRequestFeedback } from "../../src/core/review.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import type { Mined, Suggestion } from "../../src/core/suggestion.ts";
import { validateEnhancements } from "../../src/core/validate.ts";
import { hostileText } from "../helpers/hostile-text.ts";
import { findHidden, findLiveText, readAsRendered } from "../helpers/inert.ts";
import { octoRepository } from "../helpers/octo-repository.ts";
import { COMMONMARK_EXAMPLES, NAUGHTY_STRINGS } from "../helpers/suites.ts";
import { inline, pull, text, thread } from "./mine/helpers.ts";

const config: Config = {
  ...DEFAULT_CONFIG,
  capture: { ...DEFAULT_CONFIG.capture, max_per_pull_request: 10_000, blocking: "always" },
};

interface Captured {
  suggestions: Suggestion[];
  commit: CommitPlan | undefined;
  pullRequest: PullRequestPlan | undefined;
}

/** The core's whole way, from comments to what would be written. */
function capture(comments: Feedback[]): Captured {
  const feedback = pull({
    threads: comments.filter(({ path }) => path !== undefined).map((comment) => thread([comment])),
    comments: comments.filter(({ path }) => path === undefined),
  });
  return plan(feedback, mineSuggestions(feedback, { config, mayBeMined: () => true }));
}

function plan(feedback: PullRequestFeedback, mined: Mined): Captured {
  const snapshot: Snapshot = {
    feedback,
    repository: octoRepository(config),
    branches: [],
    followUps: [],
    generated: [],
  };
  const asked = { isMuted: false, threads: new Map(), created: [] };
  const botLogin = "review-miner[bot]";
  const decision = decideCapture(snapshot, mined, { config, asked, lost: new Set(), botLogin });
  const planned = planCapture(snapshot, decision, { config, contents: new Map(), botLogin });
  const [commit, pullRequest] = planned.action === "apply" ? [planned.commits[0], planned.pullRequests[0]] : [];
  return { suggestions: mined.suggestions, commit, pullRequest };
}

/** A suggestion made of one text through and through, as the worst miner would give it. */
function suggest(entry: string, index: number): Suggestion {
  return {
    key: `comment:${entry}:${index}`,
    title: entry,
    description: entry,
    quote: entry,
    kind: "other",
    priority: null,
    reasons: [entry],
    confidence: 1,
    isDeferred: true,
    isBlocking: false,
    outcomes: [entry],
    criteria: [entry],
    references: { issues: [], specs: [entry], links: [entry], files: [entry] },
    source: {
      kind: "review-comment",
      repository: { id: 1, fullName: "octo/api" },
      pullRequest: 123,
      url: `https://github.com/octo/api/pull/123#discussion_r${index}`,
      ...{ reviewId: 1, commentId: index + 1, tool: null, path: entry, line: 1, commit: "a".repeat(40) },
      author: { login: "octocat", kind: "human" },
    },
    createdAt: "2026-01-01T00:00:00Z",
    sightings: [],
  };
}

/** Holds a capture to all that is promised of text from outside; gives how many enhancements it made. */
function expectHarmless({ suggestions, commit, pullRequest }: Captured): number {
  if (!commit || !pullRequest) return 0;
  const { title, body } = pullRequest;
  expect(title).toMatch(/^Capture \d+ suggestions? from #123$/);
  expect(commit.message).toMatch(/^docs\(enhancements\): capture \d+ suggestions? from pull request 123$/);
  expect(commit.branch).toMatch(/^enhance\/pr-123$/);
  expect(findLiveText(body).filter((found) => found !== "reference: #123")).toEqual([]);
  expect(findHidden(body)).toEqual([]);

  const files = new Map(commit.files.map(({ path, content }) => [path, content ?? ""]));
  const quotes: string[] = [];
  for (const [path, content] of files) {
    expect(path).toMatch(/^enhancements\/\d{3,}-[a-z0-9]+(?:-[a-z0-9]+)*\/(?:enhancement\.md|status\.json)$/);
    expect(content.isWellFormed()).toBe(true);
    if (path.endsWith(".json")) {
      expect(parseStatusJson(content, path)).toMatchObject({ ok: true });
      expect(findHidden(content)).toEqual([]);
      continue;
    }
    const parsed = parseEnhancementMd(content, path);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    quotes.push(parsed.value.quote?.text ?? "");
    expect(findLiveText(content).filter((found) => !OURS.test(found))).toEqual([]);
    const section = /^## Original Feedback Context\n\n(?<quote>(?:>.*\n)+)/m.exec(content)?.groups?.["quote"] ?? "";
    expect(readAsRendered(section)).toBe(
      `${parsed.value.quote?.text ?? ""}\n\n— ${parsed.value.quote?.attribution ?? ""}`,
    );
  }
  const written = new Set(suggestions.map(({ quote }) => quotable(quote)));
  for (const quote of quotes) expect(written).toContain(quote);
  const inDirectory = new Map([...files].map(([path, content]) => [path.slice("enhancements/".length), content]));
  expect(validateEnhancements(inDirectory).filter(({ severity }) => severity === "error")).toEqual([]);
  return quotes.length;
}

/** References that a file of ours holds, which GitHub does not link in files, and what makes an emoji of a symbol. */
const OURS = /^(?:reference: #\d+|link: https:\/\/github\.com\/octo\/api\/.*|hidden character: U\+(?:FE0F|200D))$/;

const WAYS: readonly (readonly [name: string, wrap: (entry: string) => Feedback])[] = [
  ["alone", (entry) => text(entry)],
  ["as a labelled comment on code", (entry) => inline(`suggestion (non-blocking): ${entry}`)],
  ["put off in words", (entry) => inline(`Let's do this in a follow-up: ${entry}`)],
  ["in the middle of a request", (entry) => text(`We should rename ${entry} in a follow-up.`)],
];

/** So many comments on one pull request. */
const BATCH = 40;

describe.each([
  ["the Big List of Naughty Strings", NAUGHTY_STRINGS],
  ["the examples of CommonMark", COMMONMARK_EXAMPLES],
])("%s", (_suite, entries) => {
  it.each(WAYS)("does no harm %s", (name, wrap) => {
    let made = 0;
    for (let from = 0; from < entries.length; from += BATCH) {
      made += expectHarmless(capture(entries.slice(from, from + BATCH).map(wrap)));
    }
    // Most entries ask for nothing, and mining drops them; of the rest some must have been tried.
    if (name !== "alone") expect(made).toBeGreaterThan(10);
  });

  it("does no harm though a suggestion is made of nothing else", () => {
    for (let from = 0; from < entries.length; from += BATCH) {
      const suggestions = entries.slice(from, from + BATCH).map(suggest);
      expect(expectHarmless(plan(pull({}), { suggestions, leftOut: [] }))).toBe(suggestions.length);
    }
  });
});

describe("hostile text", () => {
  it("does no harm whatever it is made of", () => {
    const ways = fc.constantFrom(...WAYS.map(([, wrap]) => wrap));
    fc.assert(
      fc.property(hostileText(), ways, (entry, wrap) => void expectHarmless(capture([wrap(entry)]))),
      { numRuns: 300 },
    );
  });

  it("does no harm though a suggestion is made of nothing else", () => {
    fc.assert(
      fc.property(hostileText(), (entry) => {
        expect(expectHarmless(plan(pull({}), { suggestions: [suggest(entry, 0)], leftOut: [] }))).toBe(1);
      }),
      { numRuns: 300 },
    );
  });

  it("does no harm in a path", () => {
    fc.assert(
      fc.property(hostileText(), (path) => {
        const comment = inline("suggestion (non-blocking): Rename the client in a follow-up.", { path: `src/${path}` });
        expect(expectHarmless(capture([comment]))).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it.each(["- ", "> ", "> - 1. ", "*a_ ", "[a](", "`", "<a ", "@a ", "|", "\\", "<!--", "#1 "])(
    "takes the longest comment of %j in its stride",
    (unit) => {
      const long = unit.repeat(65_536 / unit.length);
      const start = performance.now();
      expectHarmless(capture([text(long), inline(`suggestion (non-blocking): ${long}`)]));
      expect(performance.now() - start).toBeLessThan(10_000);
    },
  );
});
