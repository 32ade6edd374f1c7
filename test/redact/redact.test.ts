import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { redact } from "../../src/redact/redact.ts";
import { findLiveText } from "../helpers/inert.ts";
import { hostileText } from "../helpers/hostile-text.ts";
import { inlineText } from "../../src/core/documents/markdown-text.ts";
import { makeToken } from "./make-token.ts";
import { TOKEN_FORMATS } from "./token-formats.ts";

const ROWS = Object.entries(TOKEN_FORMATS).flatMap(([kind, formats]) =>
  formats.map((format): [kind: string, format: string] => [kind, format]),
);
/** How people paste a token into a comment. */
const AROUND: readonly [before: string, after: string][] = [
  ["", ""],
  ["Please rotate ", ", it is in the log."],
  ["`", "`"],
  ["TOKEN=", "\n"],
  ['{"token": "', '"}'],
  ["```\n", "\n```"],
  ["秘密", " です"],
];

describe("a token", () => {
  it("is of one of more than two hundred formats", () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(200);
  });

  it("is found in at least 99 of 100", async () => {
    const missed: string[] = [];
    let tried = 0;
    for (const [index, [kind, format]] of ROWS.entries()) {
      for (const [turn, [before, after]] of AROUND.entries()) {
        const { token, secrets } = makeToken(format, index * AROUND.length + turn);
        const text = await redact(`${before}${token}${after}`);
        tried += 1;
        const isOut = secrets.every((secret) => !text.includes(secret.slice(-8)) && !text.includes(secret.slice(0, 8)));
        if (!isOut || !/\[redacted: [a-z0-9 ]+ [0-9a-f]{4}\]/.test(text))
          missed.push(`${kind}: ${format} in ${before}`);
      }
    }
    expect(missed.slice(0, Math.max(0, missed.length - tried / 100))).toEqual([]);
  });

  it("leaves what stands around it", async () => {
    const { token } = makeToken("ghp_{a36}", 1);
    const { token: other } = makeToken("ghp_{a36}", 2);
    expect(await redact(`a ${token} b ${other} c ${token}`)).toMatch(
      /^a (\[redacted: github [0-9a-f]{4}\]) b \[redacted: github [0-9a-f]{4}\] c \1$/,
    );
  });

  it("is found though the text tries to switch the rules off", async () => {
    const { token } = makeToken("ghp_{a36}", 3);
    expect(await redact(`<!-- secretlint-disable -->\n${token} // secretlint-disable-line`)).not.toContain(token);
  });

  it("is found once: a redacted text is redacted already, and the mark is inert", async () => {
    for (const [index, [, format]] of ROWS.entries()) {
      const once = await redact(`x ${makeToken(format, index).token} y`);
      expect(await redact(once)).toBe(once);
      expect(findLiveText(inlineText(/\[redacted: [^\]]+\]/.exec(once)?.[0] ?? "@missing"))).toEqual([]);
    }
  });
});

describe("a text without a token", () => {
  it.each([
    "Use `process.env.GITHUB_TOKEN` here, not `ghp_xxx`.",
    "Set `_authToken=${NPM_TOKEN}` in .npmrc.",
    "https://user:password@example.com/ is an example.",
    "postgres://user:password@localhost:5432/app",
    "See 9f2c1e0d4c5b6a79881234567890abcdef012345 and sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
    "The header is `Authorization: Bearer <token>`.",
    "integrity sha512-bOfL1ZmwpZnB9dZPNnWVFZQ",
    "test_the_upload_of_large_files and sk-learn and pat.match",
    "https://github.com/octo/api/pull/123#discussion_r1234567890",
    "import { a } from 'src/redact/redact.ts'",
  ])("stays as it is: %s", async (text) => {
    expect(await redact(text)).toBe(text);
  });

  it("stays as it is, whatever it is made of", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText(), async (text) => expect(await redact(text)).toBe(text)),
      { numRuns: 300 },
    );
  });

  const corpus = path.join(import.meta.dirname, "../../../shared/corpus/reviews.jsonl");
  const isHere = existsSync(corpus);
  const why = isHere ? "" : ": skipped, for the corpus of real reviews is not here";
  (isHere ? it : it.skip)(`is seldom taken for one with a token${why}`, async () => {
    const bodies = readFileSync(corpus, "utf8").trim().split("\n").map(bodyOf);
    let changed = 0;
    for (const body of bodies) if ((await redact(body)) !== body) changed += 1;
    expect(changed / bodies.length).toBeLessThanOrEqual(0.005);
  });
});

describe("a long text", () => {
  it.each(
    [
      ...["eyJ", "eyJa-", "sk-", "https://a:", "xoxb-a-", "SG.a.", "AKIA", "//a:b@", "_authToken=a ", "Bearer 1a"],
      ...[
        "-----BEGIN PRIVATE KEY-----\n",
        `-----BEGIN PRIVATE KEY-----\n${"a".repeat(50)}\n`,
        "A3-ABCDEF-",
        "ghs_1_a.",
        `ghs_1_${"a".repeat(900)}.`,
      ],
      ...["MabcdefghijklmnopqrstuvwN.", `${"0".repeat(32)}-us1`, "secret_access_key =   ", "mongodb://a:"],
    ].map((unit): [string, string] => [unit.slice(0, 30), unit]),
  )("of %j costs no more than its length", async (_, unit) => {
    // With a token at its end, so that every rule is asked.
    const text = `${unit.repeat(65_536 / unit.length)} ${makeToken("ghp_{a36}", 4).token}`;
    const begun = process.cpuUsage();
    await redact(text);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(2_000);
  });
});

function bodyOf(line: string): string {
  return (JSON.parse(line) as { body: string }).body;
}
