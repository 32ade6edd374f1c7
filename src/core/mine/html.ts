/** The few HTML tags that reviewers write, read without a parser of HTML. Linear. */

export type HtmlPiece =
  | { kind: "text"; from: number; to: number }
  | { kind: "open" | "close"; tag: string; from: number; to: number; attributes: string };

/** Cut HTML into tags and the text between them. A `<` that opens no tag is text. */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
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
