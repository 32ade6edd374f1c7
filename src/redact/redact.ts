/** Takes secrets out of a text: what secretlint's rules find, and tokens of formats of our own. Nothing leaves the process. */
import { createHash } from "node:crypto";
import type { SecretLintRuleContext, SecretLintSourceCode } from "@secretlint/types";
import { FORMATS, SECRETLINT_STARTS } from "./formats.ts";

interface Found {
  kind: string;
  from: number;
  to: number;
}

/** One looks at files, one names wrong places, and by one a text could switch the others off. */
const LEFT_OUT = /-(?:gcp|aws|filter-comments)$/;

const OURS = FORMATS.map(({ kind, before, start, rest }) => ({
  kind,
  pattern: new RegExp(`(?<![A-Za-z0-9])${before}${start}${rest}`, "g"),
}));

/** Tokens are long words; these few have a space in them, or hide behind one. */
const SPACED =
  /[Bb]earer |uthorization: ?[Bb]asic |SSWS |PRIVATE KEY|(?:secret|SECRET|Secret)_?(?:[Aa]ccess|ACCESS)|_authToken/;
const LONG = /[\w.:/+=~$@%?&-]{14,}/g;
const inside = FORMATS.flatMap(({ before, start }) => (before === "" ? [] : [start]));
const leading = [...FORMATS.flatMap(({ before, start }) => (before === "" ? [start] : [])), ...SECRETLINT_STARTS];
const HINT = new RegExp(`(?<![A-Za-z0-9])(?:${leading.join("|")})|${inside.join("|")}`);

/** The text with a mark in the place of each secret. A text without any comes back as it is, mostly within microseconds. */
export async function redact(text: string): Promise<string> {
  if (!mayHoldSecrets(text)) return text;
  let redacted = "";
  let at = 0;
  for (const { kind, from, to } of merge([...findOurs(text), ...(await findByRules(text))])) {
    redacted += `${text.slice(at, from)}[redacted: ${kind} ${hashOf(text.slice(from, to))}]`;
    at = to;
  }
  return redacted + text.slice(at);
}

/** What nearly every text fails, so that the rules are seldom asked. */
function mayHoldSecrets(text: string): boolean {
  return SPACED.test(text) || (text.match(LONG)?.some((word) => HINT.test(word)) ?? false);
}

function findOurs(text: string): Found[] {
  return OURS.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: token, index }) => ({ kind, from: index, to: index + token.length })),
  );
}

/** Asks the rules themselves: secretlint's own runner looks up the line of each finding, at the cost of the whole text. */
async function findByRules(text: string): Promise<Found[]> {
  // The rules take a letter in front for a part of the word, and in Chinese or Japanese there is always one.
  const content = text.replace(/[\u0080-\uffff]/g, " ");
  const source = { content, filePath: "text", ext: "", contentType: "text" } as SecretLintSourceCode;
  const found: Found[] = [];
  for (const rule of await loadRules()) {
    const kind = rule.meta.id.replace(/^.*rule-/, "").replaceAll("-", " ");
    const context: SecretLintRuleContext = {
      sharedOptions: {},
      createTranslator: () => (messageId) => ({ message: "", messageId: String(messageId), data: {} }),
      report({ range: [from, to] }) {
        found.push({ kind, from, to: endOf(content, { from, to, isKey: kind === "privatekey" }) });
      },
      ignore: () => undefined,
    };
    await rule.create(context, {}).file?.(source);
  }
  return found;
}

/** Loaded with the first text that may hold a secret: most processes at rest have seen none. */
async function loadRules() {
  const { rules } = await import("@secretlint/secretlint-rule-preset-recommend");
  return rules.filter(({ meta }) => !LEFT_OUT.test(meta.id));
}

/** Some rules take the rest of the line along. Only keys have more than one line, and no token has a quote in it. */
function endOf(text: string, { from, to, isKey }: { from: number; to: number; isKey: boolean }): number {
  const token = isKey ? "" : (/^[^\s"'`<>]+/.exec(text.slice(from, to))?.[0] ?? "");
  return token === "" ? to : from + token.length;
}

/** In the order of the text; what overlaps is one. */
function merge(found: readonly Found[]): Found[] {
  const merged: Found[] = [];
  for (const each of [...found].sort((one, other) => one.from - other.from || other.to - one.to)) {
    const last = merged.at(-1);
    if (last && each.from < last.to) last.to = Math.max(last.to, each.to);
    else merged.push({ ...each });
  }
  return merged;
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex").slice(0, 4);
}
