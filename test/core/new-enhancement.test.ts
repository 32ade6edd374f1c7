import { describe, expect, it } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseEnhancementMd } from "../../src/core/documents/enhancement-md.ts";
import { parseStatusJson } from "../../src/core/documents/status-json.ts";
import { renderNewEnhancement, toStatusFile } from "../../src/core/new-enhancement.ts";
import type { Suggestion } from "../../src/core/suggestion.ts";

const FIXTURES = path.join(import.meta.dirname, "../../fixtures/documents/new");
const OPTIONS = { id: "007", slug: "pool-database-connections", botLogin: "review-miner[bot]" };

const FULL: Suggestion = {
  key: "comment:PRRC_1:0",
  title: "Pool database connections",
  description: "Each request opens a connection of its own.\n\nA pool of ten would do.",
  quote: "This opens a connection per request.\nLet's use a `Pool`, in a follow-up. @octocat fixes #12",
  kind: "performance",
  priority: "high",
  reasons: ["the reviewer put it off until later"],
  confidence: 0.9,
  isDeferred: true,
  isBlocking: false,
  outcomes: ["This would keep the database from refusing connections."],
  criteria: ["A load test with 200 users passes."],
  references: {
    issues: [45, 67],
    specs: ["specs/005-api-optimization/"],
    links: ["https://example.com/pools"],
    files: ["src/db/pool.ts:7"],
  },
  source: {
    kind: "review-comment",
    repository: { id: 1296269, fullName: "octo/api" },
    pullRequest: 123,
    reviewId: 456,
    commentId: 789,
    url: "https://github.com/octo/api/pull/123#discussion_r789",
    author: { login: "octocat", kind: "human" },
    tool: null,
    path: "src/db/(old) client.ts",
    line: 42,
    commit: "9f2c1e0d4c5b6a79881234567890abcdef012345",
  },
  createdAt: "2026-11-24T23:59:59Z",
  replies: ["hubot replied: We saw this twice, see @octocat in #13."],
  sightings: [
    {
      key: "comment:PRRC_811:0",
      url: "https://github.com/octo/api/pull/123#discussion_r811",
      author: "coderabbitai",
      tool: "coderabbit",
      on: "2026-11-25",
    },
  ],
};

const BARE: Suggestion = {
  ...FULL,
  title: "Retry uploads",
  description: "Retry uploads later.",
  quote: "Retry uploads later.",
  priority: null,
  outcomes: [],
  criteria: [],
  references: { issues: [], specs: [], links: [], files: [] },
  source: {
    ...FULL.source,
    ...{
      kind: "review",
      commentId: null,
      author: null,
      path: null,
      line: null,
      commit: null,
      url: "javascript:alert(1)",
    },
  },
  replies: [],
  sightings: [],
};

describe("a new enhancement", () => {
  it.each([
    ["full", FULL],
    ["bare", BARE],
  ])("of a %s suggestion is the golden files, and reads back", (name, suggestion) => {
    const status = toStatusFile(suggestion, OPTIONS);
    for (const { path: file, content } of renderNewEnhancement(suggestion, status)) {
      const golden = path.join(FIXTURES, name, file);
      if (process.env["UPDATE"]) writeFileSync(golden, content);
      expect(content).toBe(readFileSync(golden, "utf8"));
      if (file === "status.json") expect(parseStatusJson(content, file)).toEqual({ ok: true, value: status });
      else expect(parseEnhancementMd(content, file)).toMatchObject({ ok: true, value: { title: suggestion.title } });
    }
  });

  it("says honestly what the review did not say", () => {
    const [markdown] = renderNewEnhancement(BARE, toStatusFile(BARE, OPTIONS));
    expect(markdown?.content).toContain("- [ ] (not stated in the review; add what should be true when this is done)");
    expect(markdown?.content).toContain("- [ ] (not stated in the review; add how to tell that this is done)");
    expect(markdown?.content).toContain("The review states no priority; medium is assumed.");
    expect(toStatusFile(BARE, OPTIONS)).toMatchObject({ priority: "medium", evidence: { priority: "assumed" } });
  });

  it("has an identity of its source alone", () => {
    const { uid } = toStatusFile(FULL, OPTIONS);
    expect(uid).toMatch(/^enh_[0-9a-z]{12}$/);
    expect(toStatusFile({ ...BARE, key: FULL.key }, { ...OPTIONS, id: "009", slug: "x" }).uid).toBe(uid);
    expect(toStatusFile({ ...FULL, key: "comment:PRRC_1:1" }, OPTIONS).uid).not.toBe(uid);
    const elsewhere = { ...FULL, source: { ...FULL.source, repository: { id: 2, fullName: "octo/api" } } };
    expect(toStatusFile(elsewhere, OPTIONS).uid).not.toBe(uid);
  });

  it.each([
    ["the last second of a day", "2026-11-24T23:59:59Z", "2026-11-24"],
    ["a time with an offset", "2026-11-24T23:30:00-02:00", "2026-11-25"],
  ])("is dated by the UTC day of %s", (_name, createdAt, day) => {
    expect(toStatusFile({ ...BARE, createdAt }, OPTIONS)).toMatchObject({
      created: day,
      updated: day,
      history: [{ on: day }],
    });
  });

  it("says when secrets in the quote were redacted", () => {
    const suggestion = { ...FULL, quote: "the token is [redacted: github 1a2b]" };
    const [file] = renderNewEnhancement(suggestion, toStatusFile(suggestion, OPTIONS));
    expect(file?.content).toContain("Secrets in the quote are redacted.");
  });

  it("says when hidden characters were made visible", () => {
    const suggestion = { ...FULL, quote: "a\u202eb" };
    const [markdown] = renderNewEnhancement(suggestion, toStatusFile(suggestion, OPTIONS));
    expect(markdown?.content).toContain("> a\\u{202E}b");
    expect(markdown?.content).toContain("Hidden characters in the quote are shown as escapes.");
  });
});
