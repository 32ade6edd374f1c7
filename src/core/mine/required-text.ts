/** What a text must hold for a pattern to match: read off the pattern, so that most patterns need not be run at all. */

/** What is known of a part of a pattern. */
interface Known {
  /** All the texts that it matches, where those are few and plain. */
  exact?: readonly string[];
  /** Each of its matches holds one of these. */
  needs?: readonly string[];
}

const NOTHING: Known = {};
const EMPTY: Known = { exact: [""] };
/** More texts than this are not spelled out. */
const MOST = 200;
const SPECIAL = new Set("\\()[]{}|?*+.^$");

/** Pieces of text one of which stands in whatever the pattern matches; nothing where none can be told. */
export function requiredText({ source }: RegExp): readonly string[] | undefined {
  const { known } = readAlternatives(source, 0);
  return known.exact ?? known.needs;
}

interface Part {
  known: Known;
  /** Where it ends. */
  end: number;
}

function readAlternatives(source: string, start: number): Part {
  const alternatives: Known[] = [];
  let at = start;
  for (;;) {
    const { known, end } = readSequence(source, at);
    alternatives.push(known);
    if (source[end] !== "|") return { known: either(alternatives), end };
    at = end + 1;
  }
}

function either(alternatives: readonly Known[]): Known {
  const exact = alternatives.flatMap((known) => known.exact ?? []);
  if (alternatives.every((known) => known.exact) && exact.length <= MOST) return { exact };
  const needs = alternatives.map((known) => known.exact ?? known.needs);
  return needs.every((need) => need !== undefined) ? { needs: needs.flat() } : NOTHING;
}

function readSequence(source: string, start: number): Part {
  let exact: readonly string[] = [""];
  let best: readonly string[] | undefined;
  let isWhole = true;
  let at = start;
  while (at < source.length && source[at] !== "|" && source[at] !== ")") {
    const atom = readAtom(source, at);
    const { known, end } = quantified(source, atom);
    at = end;
    if (known.exact && exact.length * known.exact.length <= MOST) {
      exact = exact.flatMap((head) => (known.exact ?? []).map((tail) => head + tail));
      continue;
    }
    best = better(better(best, exact), known.needs);
    exact = known.exact ?? [""];
    isWhole = false;
  }
  if (isWhole) return { known: { exact }, end: at };
  const needs = better(best, exact);
  return { known: needs ? { needs } : NOTHING, end: at };
}

/** The set whose shortest text is the longer, or that has fewer of them. */
function better(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!other || shortest(other) === 0) return one;
  if (!one) return other;
  const more = Math.min(6, shortest(other)) - Math.min(6, shortest(one));
  return more > 0 || (more === 0 && other.length < one.length) ? other : one;
}

function shortest(texts: readonly string[]): number {
  return Math.min(...texts.map(({ length }) => length));
}

function readAtom(source: string, at: number): Part {
  const character = source[at] ?? "";
  if (character === "(") return readGroup(source, at);
  if (character === "[") return readClass(source, at);
  if (character === "^" || character === "$") return { known: EMPTY, end: at + 1 };
  if (character === ".") return { known: NOTHING, end: at + 1 };
  if (character !== "\\") return { known: { exact: [character] }, end: at + 1 };
  const escaped = source[at + 1] ?? "";
  if (escaped === "b" || escaped === "B") return { known: EMPTY, end: at + 2 };
  if (SPECIAL.has(escaped) || escaped === "/" || escaped === "-") return { known: { exact: [escaped] }, end: at + 2 };
  return { known: NOTHING, end: endOfEscape(source, at) };
}

/** `\p{L}`, `\k<name>`, `\u{1f600}` and the like are longer than two characters. */
function endOfEscape(source: string, at: number): number {
  const long = /^\\(?:[pPu]\{[^}]{0,60}\}|k<[^>]{0,60}>|u[0-9a-f]{4}|x[0-9a-f]{2}|\d{1,3})/i.exec(
    source.slice(at, at + 70),
  );
  return at + (long?.[0].length ?? 2);
}

function readGroup(source: string, at: number): Part {
  const head = /^\((?:\?(?::|<?[=!]|<\w{1,40}>))?/.exec(source.slice(at, at + 50))?.[0] ?? "(";
  const { known, end } = readAlternatives(source, at + head.length);
  return { known: /[=!]$/.test(head) ? EMPTY : known, end: end + 1 };
}

/** A few plain characters are spelled out; anything else may be anything. */
function readClass(source: string, at: number): Part {
  let end = at + 1;
  while (source[end] !== "]") end += source[end] === "\\" ? 2 : 1;
  const inner = source.slice(at + 1, end);
  const isPlain = /^[\x20-\x7e]{1,4}$/.test(inner) && !/[\\^]|.-./.test(inner);
  return { known: isPlain ? { exact: inner.split("") } : NOTHING, end: end + 1 };
}

function quantified(source: string, { known, end }: Part): Part {
  const match = /^(?:[?*+]|\{(?<least>\d+)(?:,\d*)?\})\??/.exec(source.slice(end, end + 12));
  if (!match) return { known, end };
  const after = end + match[0].length;
  const { least } = match.groups ?? {};
  if (match[0].startsWith("?")) return { known: known.exact ? { exact: [...known.exact, ""] } : NOTHING, end: after };
  if (match[0].startsWith("*") || least === "0") return { known: NOTHING, end: after };
  const needs = known.exact ?? known.needs;
  return { known: needs ? { needs } : NOTHING, end: after };
}
