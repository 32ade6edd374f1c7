/**
 * YAML front matter that others put on top of a Markdown file. The one place that calls gray-matter, because its
 * defaults are dangerous: it would evaluate `---js` blocks, look engines up through the prototype, and keep every
 * text it ever saw. Here only a plain `---` opens front matter, only YAML is read, and no anchors are followed.
 */
import matter from "gray-matter";
import { parse } from "yaml";
import { hasReplacement } from "./limits.ts";

interface FrontMatter {
  /** Everything before the body, byte for byte: byte-order mark, both marks and what stands between them. */
  raw: string;
  /** What the YAML says; empty without front matter. */
  values: Readonly<Record<string, unknown>>;
  /** The rest: `raw + body` is the text. */
  body: string;
}

export type SplitText = ({ ok: true } & FrontMatter) | { ok: false; line: number; message: string };

/** Above this the block is refused unread: gray-matter takes quadratic time over empty lines. */
const MOST_CHARACTERS = 16 * 1024;
const OPENING = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*(?:\r?\n|$)/m;

/** Part a text into front matter and body. Never throws and never runs anything. */
export function splitFrontMatter(text: string): SplitText {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) {
    if (/^\uFEFF?---[^\s-]/.test(text)) return refuse("front matter is read as YAML alone, and opens with a bare ---");
    const raw = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    return { ok: true, raw, values: {}, body: text.slice(raw.length) };
  }
  const rest = text.slice(opening.length, opening.length + MOST_CHARACTERS);
  const closing = CLOSING.exec(rest);
  if (!closing) {
    const isLong = text.length > opening.length + MOST_CHARACTERS;
    return refuse(isLong ? "the front matter is too long" : "the front matter has no closing ---");
  }
  const yaml = rest.slice(0, closing.index);
  const raw = opening + yaml + closing[0];
  if (hasReplacement(yaml)) return refuse("the front matter is not valid UTF-8");
  try {
    const { data } = matter(`---\n${yaml.replaceAll("\r\n", "\n")}---\n`, { language: "yaml", engines: ENGINES });
    return {
      ok: true,
      raw,
      values: Object.assign(Object.create(null), data) as Record<string, unknown>,
      body: text.slice(raw.length),
    };
  } catch (error) {
    return refuse(`the front matter is not valid YAML (${error instanceof ReferenceError ? "aliases" : "syntax"})`);
  }
}

function refuse(message: string): SplitText {
  return { ok: false, line: 1, message };
}

function readYaml(yaml: string): object {
  const value: unknown = parse(yaml, { schema: "core", maxAliasCount: 0, merge: false, logLevel: "error" });
  if (value === null || value === undefined) return {};
  if (typeof value !== "object" || Array.isArray(value)) throw new SyntaxError("front matter is a mapping");
  return value;
}

function refuseEngine(): never {
  throw new SyntaxError("front matter in a language other than YAML");
}

const ENGINES = Object.assign(Object.create(null) as object, {
  yaml: readYaml,
  ...{ javascript: refuseEngine, js: refuseEngine, json: refuseEngine, toml: refuseEngine, coffee: refuseEngine },
});
