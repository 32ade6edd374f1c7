import { describe, expect, it } from "@jest/globals";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { mineBody, type MinedBody } from "../../../src/core/mine/mine-body.ts";
import { TOOLS } from "../../../src/core/mine/tools.ts";
import type { Author } from "../../../src/core/review.ts";

const ROOT = path.join(import.meta.dirname, "../../../fixtures/mining");
const PERSON: Author = { login: "octocat", kind: "human" };
const SHARED: Author = { login: "github-actions[bot]", kind: "bot" };

interface Fixture {
  tool: string;
  file: string;
  body: string;
  isOnCode: boolean;
}

const FIXTURES: Fixture[] = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: tool }) =>
    readdirSync(path.join(ROOT, tool))
      .filter((file) => file.endsWith(".md"))
      .map((file) => ({
        tool,
        file,
        body: readFileSync(path.join(ROOT, tool, file), "utf8"),
        isOnCode: file.endsWith(".inline.md"),
      })),
  );

function ownLogin(tool: string): Author {
  return { login: `${TOOLS.find(({ name }) => name === tool)?.logins[0] ?? ""}[bot]`, kind: "bot" };
}

function mine({ tool, body, isOnCode }: Fixture, author = ownLogin(tool)): MinedBody {
  return mineBody(body, { author, isOnCode, isReply: false });
}

/** What a reader promises; judgement has tests of its own. */
function found(mined: MinedBody) {
  return mined.judged.map(({ quote, finding }) => ({
    quote,
    title: finding.title,
    severity: finding.severity,
    kind: finding.kind,
    path: finding.path,
    line: finding.line,
    vendorId: finding.vendorId,
    marks: finding.marks.length > 0 ? finding.marks : undefined,
  }));
}

const inFence = (body: string) => `Our parser trips over this:\n\n\`\`\`\`\`\`\`md\n${body}\n\`\`\`\`\`\`\`\n`;
const inQuote = (body: string) => body.replace(/^/gm, "> ");

describe.each(TOOLS)("the reader of $name", ({ name }) => {
  const fixtures = FIXTURES.filter(({ tool }) => tool === name);

  it("finds what the fixtures hold", () => {
    const golden = path.join(ROOT, name, "expected.json");
    const actual = Object.fromEntries(fixtures.map((fixture) => [fixture.file, found(mine(fixture))]));
    if (process.env["UPDATE"] === "1") writeFileSync(golden, `${JSON.stringify(actual, null, 2)}\n`);
    expect(JSON.parse(JSON.stringify(actual))).toEqual(JSON.parse(readFileSync(golden, "utf8")));
  });

  it("has a fixture with a finding", () => {
    expect(fixtures.flatMap((fixture) => found(mine(fixture)))).not.toEqual([]);
  });

  // Alerts of code scanning are tracked elsewhere, and nothing else comes under its login.
  const quiet = name === "code-scanning" ? [] : ["notice", "empty"];
  it("finds nothing in a notice, nor where its tool found nothing", () => {
    for (const kind of quiet) {
      const some = fixtures.filter(({ file }) => file.includes(kind));
      expect({ kind, count: some.length }).not.toEqual({ kind, count: 0 });
      for (const fixture of some) {
        for (const author of [ownLogin(name), SHARED]) expect(found(mine(fixture, author))).toEqual([]);
      }
    }
  });

  it.each(fixtures)("quotes $file exactly, wherever it breaks off", (fixture) => {
    for (let part = 1; part <= 12; part += 1) {
      const body = fixture.body.slice(0, Math.round((fixture.body.length * part) / 12));
      for (const { quote } of mine({ ...fixture, body }).judged) expect(body).toContain(quote);
    }
  });

  it("takes a finding for settled where its tool says so below it", () => {
    for (const fixture of fixtures.filter(({ file }) => file.includes("finding.inline"))) {
      const done = ["✅ Addressed in commit 1a2b3c4", "✅ Resolved in 1a2b3c4d", "✅ **Fixed** in 1a2b3c4d"];
      for (const mark of [...done, "No longer relevant as of 1a2b3c4d"]) {
        const { judged } = mine({ ...fixture, body: `${fixture.body.trimEnd()}\n\n${mark}\n` });
        expect(judged.filter(({ verdict }) => verdict.code !== "N3")).toEqual([]);
      }
    }
  });

  it.each(fixtures)("takes nothing from $file when somebody shows it in code or a quote", (fixture) => {
    for (const author of [PERSON, ownLogin(name), SHARED]) {
      expect(found(mine({ ...fixture, body: inFence(fixture.body) }, author))).toEqual([]);
    }
    expect(found(mine({ ...fixture, body: inQuote(fixture.body) }, PERSON))).toEqual([]);
  });
});

describe("tools under a login that many share", () => {
  it.each([
    ["coderabbit", "2026-10-finding.inline.md"],
    ["copilot", "2026-09-overview.review.md"],
    ["gemini", "2026-06-finding.inline.md"],
    ["bugbot", "2026-08-finding.inline.md"],
    ["greptile", "2026-05-finding.comment.md"],
    ["sourcery", "2026-04-finding.review.md"],
    ["qodo", "2026-09-finding.comment.md"],
    ["pr-agent", "2026-03-improve.comment.md"],
    ["pr-agent", "2026-03-finding.inline.md"],
    ["devin", "2026-09-finding.inline.md"],
    ["ellipsis", "2026-02-finding.inline.md"],
    ["macroscope", "2026-08-finding.inline.md"],
    ["sentry", "2026-07-finding.inline.md"],
    ["cubic", "2026-06-finding.inline.md"],
    ["kody", "2026-04-finding.inline.md"],
    ["kody", "2026-04-notice-portuguese.comment.md"],
    ["bito", "2026-02-additional.comment.md"],
    ["kilo", "2026-08-finding.comment.md"],
    ["codacy", "2026-06-finding-outside.review.md"],
    ["augment", "2026-01-finding.inline.md"],
    ["baz", "2026-01-finding.inline.md"],
    ["baz", "2026-03-finding-types.inline.md"],
    ["graphite", "2026-11-finding-agent.inline.md"],
    ["propel", "2026-01-finding.inline.md"],
    ["mesa", "2026-03-finding.inline.md"],
    ["entelligence", "2026-03-finding.inline.md"],
    ["gitar", "2026-05-finding.comment.md"],
    ["ai-pr-reviewer", "2023-09-finding.inline.md"],
    ["code-review-gpt", "2024-08-finding.inline.md"],
    ["claude", "2026-10-action.comment.md"],
    ["claude", "2026-10-command.comment.md"],
  ])("knows %s by the text of %s", (tool, file) => {
    const fixture = FIXTURES.find((one) => one.tool === tool && one.file === file);
    expect(fixture && mine(fixture, SHARED).tool?.name).toBe(tool);
  });
});

describe("labels behind the name of a finding", () => {
  it("say what sort it is, and are no words of it", () => {
    const summary = "<summary>1. Choice skips the check <code>🐞 Bug</code> <code>⛨ Security</code></summary>";
    const body = `<h3>Code Review by Qodo</h3>\n\n<details>\n${summary}\n\n> The check reads the first part alone.\n\n</details>`;
    const [first] = mine({ tool: "qodo", file: "", body, isOnCode: false }).judged;
    expect(first?.finding).toMatchObject({ title: "Choice skips the check", kind: "security" });
    expect(first?.finding.explanation.join(" ")).not.toContain("🐞");
  });
});

describe("logins", () => {
  it("belong to one tool each, in lower case", () => {
    const logins = TOOLS.flatMap((tool) => tool.logins);
    expect(new Set(logins).size).toBe(logins.length);
    expect(logins.filter((login) => login !== login.toLowerCase() || login.includes("[bot]"))).toEqual([]);
  });

  it("of people are never a tool's", () => {
    expect(
      mineBody("### Code review", { author: { login: "claude", kind: "human" }, isOnCode: false, isReply: false }).tool,
    ).toBe(undefined);
  });
});
