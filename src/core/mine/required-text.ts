/**
 * What a text must hold for a pattern to match: read off the pattern, so that most patterns need not be run at all.
 * Pieces keep what the pattern says of the place where they begin or end.
 */

/** The edge of a word. */
export const EDGE = "\b";
/** The start of the text. */
export const START = "\u0002";
/** No word stands right before. */
export const APART = "\u0003";
/** The start of a part of a pattern: what stands before it is told by the part before. */
const HEAD = "\u0004";
const MARKS = /[\b\u0002\u0003\u0004]/g;

/** What is known of a part of a pattern. */
interface Known {
  /** All the texts that it matches, where those are few and plain. */
  exact?: readonly string[];
  /** Each of its matches holds one of these. */
  needs?: readonly string[];
  /** Each of its matches begins with one of these. */
  heads?: readonly string[];
  /** Each of its matches is empty, or ends in a character that stands in no word. */
  isApart?: boolean;
}

const NOTHING: Known = {};
const EMPTY: Known = { exact: [""] };
/** More texts than this are not spelled out. */
const MOST = 8;
const SPECIAL = new Set("\\()[]{}|?*+.^$");

/** What is not read: flags within a pattern, and a quantifier behind a character of two code units. */
const NOT_READ = /\(\?(?![:=!<])|[\udc00-\udfff][?*+{]/;
const ESCAPES = /\\[^]/g;

/** Pieces of text one of which stands in whatever the pattern matches; nothing where none can be told. */
export function requiredText({ source }: RegExp): readonly string[] | undefined {
  if (NOT_READ.test(source.replace(ESCAPES, ""))) return undefined;
  const { known } = readAlternatives(source, 0);
  return place(known.exact ?? known.needs, "");
}

interface PatternPart {
  known: Known;
  /** Where it ends. */
  end: number;
}

function readAlternatives(source: string, start: number): PatternPart {
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
  const isApart = alternatives.every(endsApart);
  const exact = alternatives.flatMap((known) => known.exact ?? []);
  if (alternatives.every((known) => known.exact) && exact.length <= MOST) return { exact };
  const needs = alternatives.map((known) => known.exact ?? known.needs);
  const heads = alternatives.map((known) => known.exact ?? known.heads);
  return {
    isApart,
    ...(needs.every((need) => need !== undefined) && { needs: needs.flat() }),
    ...(heads.every((head) => head !== undefined) && { heads: heads.flat() }),
  };
}

function endsApart({ exact, isApart = false }: Known): boolean {
  return exact ? exact.every((text) => !/\w$/.test(withoutMarks(text))) : isApart;
}

function readSequence(source: string, start: number): PatternPart {
  let exact: readonly string[] = [HEAD];
  let best: readonly string[] | undefined;
  let heads: readonly string[] | undefined;
  /** No word stands right before this place; and would not, if none stood before the sequence. */
  let isApart = false;
  let wouldBeApart = true;
  let at = start;
  while (at < source.length && source[at] !== "|" && source[at] !== ")") {
    const atom = readAtom(source, at);
    const { known, end } = quantified(source, atom);
    at = end;
    const isEmpty = known.exact?.every((text) => withoutMarks(text) === "") ?? false;
    const wasApart = isApart;
    isApart = known.exact?.every((text) => text.startsWith(START)) === true || movesApart(isApart, known);
    wouldBeApart = isEmpty ? wouldBeApart : movesApart(wouldBeApart, known);
    const product = known.exact ?? known.heads;
    const fits = product && exact.length * product.length <= Math.max(MOST, exact.length, product.length);
    const joined = fits ? join(exact, product) : undefined;
    if (known.exact && joined) {
      exact = joined;
      continue;
    }
    heads ??= joined ?? exact;
    const placed = joined ?? (wasApart && known.heads ? join([APART], known.heads) : undefined);
    const [lead = ""] = exact.length === 1 && shortest(exact) === 0 ? exact : [wasApart ? APART : ""];
    best = better(better(better(best, exact), placed), place(known.needs, lead));
    exact = known.exact ? join([wasApart ? APART : ""], known.exact) : [isApart ? APART : ""];
  }
  if (!heads) return { known: { exact }, end: at };
  const needs = better(best, exact);
  const isKnown = shortest(heads) > 0;
  return { known: { isApart: wouldBeApart, ...(needs && { needs }), ...(isKnown && { heads }) }, end: at };
}

function join(heads: readonly string[], tails: readonly string[]): string[] {
  return heads.flatMap((head) => tails.map((tail) => head + tail.replace(HEAD, "")));
}

/** What stands at the start of a part, with what is known of the place before it. */
function place(texts: readonly string[] | undefined, lead: string): readonly string[] | undefined {
  return texts?.map((text) => (text.startsWith(HEAD) ? lead + text.slice(1) : text));
}

/** Whether no word stands right before what follows. */
function movesApart(isApart: boolean, known: Known): boolean {
  const begins = known.exact ?? known.heads ?? [""];
  const mayBeEmpty = begins.some((text) => withoutMarks(text) === "");
  return endsApart(known) && (isApart || !mayBeEmpty);
}

/** The set that can be looked up, whose shortest text is the longer, whose place is known, or that has fewer of them. */
function better(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!other || shortest(other) === 0) return one;
  if (!one) return other;
  const easier = Number(beginsAWord(other)) - Number(beginsAWord(one));
  const first = Number(isFirst(other)) - Number(isFirst(one));
  const more = Math.min(6, shortest(other)) - Math.min(6, shortest(one));
  const surer = Number(isPlaced(other)) - Number(isPlaced(one));
  return (easier || first || more || surer || one.length - other.length) > 0 ? other : one;
}

/** Whether a word begins in each of them, as far as that can be told: a pattern is looked up by the start of one. */
function beginsAWord(texts: readonly string[]): boolean {
  return texts.every((text) => text.search(MARKS) === 0 || /[^\w\b]\w/.test(text));
}

/** Whether each stands at the start of the text: few texts open with it. */
function isFirst(texts: readonly string[]): boolean {
  return texts.every((text) => text.replace(HEAD, "").startsWith(START));
}

function isPlaced(texts: readonly string[]): boolean {
  return texts.every((text) => text.replace(HEAD, "").search(MARKS) === 0);
}

function shortest(texts: readonly string[]): number {
  let least = Infinity;
  for (const text of texts) least = Math.min(least, withoutMarks(text).length);
  return least;
}

/** The characters of a piece alone. */
export function withoutMarks(piece: string): string {
  return piece.replace(MARKS, "");
}

function readAtom(source: string, at: number): PatternPart {
  const character = source[at] ?? "";
  if (character === "(") return readGroup(source, at);
  if (character === "[") return readClass(source, at);
  if (character === "^") return { known: { exact: [START] }, end: at + 1 };
  if (character === "$") return { known: EMPTY, end: at + 1 };
  if (character === ".") return { known: NOTHING, end: at + 1 };
  if (character !== "\\") return { known: { exact: [character] }, end: at + 1 };
  const escaped = source[at + 1] ?? "";
  if (escaped === "b") return { known: { exact: [EDGE] }, end: at + 2 };
  if (escaped === "B") return { known: EMPTY, end: at + 2 };
  if (SPECIAL.has(escaped) || escaped === "/" || escaped === "-") return { known: { exact: [escaped] }, end: at + 2 };
  return { known: escaped === "W" || escaped === "s" ? { isApart: true } : NOTHING, end: endOfEscape(source, at) };
}

/** `\p{L}`, `\k<name>`, `\u{1f600}` and the like are longer than two characters. */
function endOfEscape(source: string, at: number): number {
  const long = /^\\(?:[pPu]\{[^}]{0,60}\}|k<[^>]{0,60}>|u[0-9a-f]{4}|x[0-9a-f]{2}|\d{1,3})/i.exec(
    source.slice(at, at + 70),
  );
  return at + (long?.[0].length ?? 2);
}

function readGroup(source: string, at: number): PatternPart {
  const head = /^\((?:\?(?::|<?[=!]|<\w{1,40}>))?/.exec(source.slice(at, at + 50))?.[0] ?? "(";
  const { known, end } = readAlternatives(source, at + head.length);
  return { known: /[=!]$/.test(head) ? EMPTY : known, end: end + 1 };
}

/** A few plain characters are spelled out; anything else may be anything. */
function readClass(source: string, at: number): PatternPart {
  let end = at + 1;
  while (source[end] !== "]") end += source[end] === "\\" ? 2 : 1;
  const inner = source.slice(at + 1, end);
  const isPlain = /^[\x20-\x7e]{1,4}$/.test(inner) && !/[\\^]|.-./.test(inner);
  if (isPlain) return { known: { exact: inner.split("") }, end: end + 1 };
  const isApart = /^[^^\\\w][^\\\w]*$/.test(inner) && !/.-./.test(inner);
  return { known: isApart ? { isApart } : NOTHING, end: end + 1 };
}

function quantified(source: string, { known, end }: PatternPart): PatternPart {
  const match = /^(?:[?*+]|\{(?<least>\d+)(?:,\d*)?\})\??/.exec(source.slice(end, end + 12));
  if (!match) return { known, end };
  const after = end + match[0].length;
  const { least } = match.groups ?? {};
  const isApart = endsApart(known);
  if (match[0].startsWith("?"))
    return { known: known.exact ? { exact: [...known.exact, ""] } : { isApart }, end: after };
  if (match[0].startsWith("*") || least === "0") return { known: { isApart }, end: after };
  const needs = known.exact ?? known.needs;
  const heads = known.exact ?? known.heads;
  return { known: { isApart, ...(needs && { needs }), ...(heads && { heads }) }, end: after };
}
