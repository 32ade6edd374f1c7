/** The few HTML tags that reviewers write, read without a parser of HTML. Linear. */

interface HtmlTag {
  kind: "open" | "close";
  /** In lower case. */
  tag: string;
  from: number;
  to: number;
  attributes: string;
}

interface HtmlText {
  kind: "text";
  from: number;
  to: number;
}

/** Text that belongs together, with the tags within it. */
interface HtmlWords {
  kind: "words";
  from: number;
  to: number;
  /** Its text alone, without white space around each piece. */
  words: string;
}

/** Tags that stand within words, and end none of them. */
const IN_WORDS = new Set(["a", "b", "code", "em", "i", "kbd", "small", "span", "strong", "sub", "sup", "tt"]);

/** HTML as words and the tags between them, in order. */
export function* htmlParts(html: string): Generator<HtmlWords | HtmlTag> {
  let words: HtmlWords | undefined;
  /** Where the first tag stands that words may begin with. */
  let opened: number | undefined;
  for (const piece of htmlPieces(html)) {
    if (piece.kind === "text") {
      const text = html.slice(piece.from, piece.to).trim();
      if (text === "") continue;
      words ??= { kind: "words", from: opened ?? piece.from, to: piece.to, words: "" };
      words.to = piece.to;
      words.words += text;
    } else if (!IN_WORDS.has(piece.tag)) {
      if (words) yield words;
      words = opened = undefined;
      yield piece;
    } else if (!words) {
      if (piece.kind === "open") opened ??= piece.from;
    } else if (piece.kind === "close" && piece.from === words.to) words.to = piece.to;
  }
  if (words) yield words;
}

/** Cut HTML into tags and the text between them. A `<` that opens no tag is text. */
function* htmlPieces(html: string): Generator<HtmlText | HtmlTag> {
  let text = 0;
  let at = html.indexOf("<");
  while (at !== -1) {
    const match = /^<(?<slash>\/?)(?<tag>[A-Za-z][A-Za-z0-9]{0,20})(?=[\s/>])/.exec(html.slice(at, at + 30));
    if (match?.groups === undefined) {
      at = html.indexOf("<", at + 1);
      continue;
    }
    const end = html.indexOf(">", at);
    if (end === -1) break;
    if (at > text) yield { kind: "text", from: text, to: at };
    const { slash, tag = "" } = match.groups;
    yield {
      kind: slash === "/" ? "close" : "open",
      tag: tag.toLowerCase(),
      from: at,
      to: end + 1,
      attributes: html.slice(at + match[0].length, end),
    };
    text = end + 1;
    at = html.indexOf("<", text);
  }
  if (text < html.length) yield { kind: "text", from: text, to: html.length };
}

/** The value of an attribute, or nothing. */
export function attribute(attributes: string, name: "alt" | "src" | "href"): string | undefined {
  const start = attributes.indexOf(`${name}=`);
  if (start === -1) return undefined;
  const rest = attributes.slice(start + name.length + 1);
  const mark = rest[0];
  if (mark !== '"' && mark !== "'") return /^[^\s>]+/.exec(rest)?.[0];
  const end = rest.indexOf(mark, 1);
  return end === -1 ? undefined : rest.slice(1, end);
}
