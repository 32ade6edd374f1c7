/**
 * The words of inline Markdown in one pass: enough of CommonMark for what reviewers write (code, emphasis, links,
 * pictures, tags, entities, escapes), without building a tree. A reader of words needs no more, and most of the time
 * of mining would otherwise go into trees that nobody looks at.
 */

export interface Scanned {
  /** The words as a reader sees them. */
  plain: string;
  /** The same, with `x` in backticks for each stretch of code. */
  prose: string;
  /** Alternative texts and addresses of pictures. */
  badges: string[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
  "#x27": "'",
  "#160": " ",
};
const SPECIAL = /[`*_~<&\\[\]!\n]/g;
const TAG = /<(?:\/?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>]{0,600})?\/?|!--.{0,600}?--)>/sy;
const AUTOLINK = /<(?<address>https?:\/\/[^\s<>]{1,600})>/y;
const ENTITY = /&(?<name>[a-z]{2,6}|#x?[0-9a-f]{2,6});/iy;
/** Buttons of tools keep whole prompts in their address. */
const DESTINATION =
  /\((?<address>[^\s()]{0,1500}(?:\([^\s()]{0,200}\)[^\s()]{0,1500}){0,30})(?:\s{1,9}"[^"]{0,200}")?\)/y;
/** What its author took back. */
const STRUCK = /~~(?=[^\s~])[^~]{1,600}~~(?!~)/y;
const CLOSES = /[^\s_]_{1,3}(?![\p{L}\p{N}_])/u;
const OPENS = /(?<![\p{L}\p{N}_])_{1,3}[^\s_]/u;
/** `__init__` is bold for CommonMark, and a name for whoever writes it in a review. */
const NAME_AFTER = /^[a-z0-9]{1,30}__(?![\p{L}\p{N}_])/u;
const NAME_BEFORE = /(?<![\p{L}\p{N}_])__[a-z0-9]{1,30}$/u;
const LONGEST_LABEL = 400;
const FOOTNOTE = /\[\^\w{1,20}\]/y;

/** Scan inline Markdown. Linear, as every look ahead is bounded. */
export function scanInline(source: string): Scanned {
  let plain = "";
  /** Different from `plain` once there is code. */
  let prose: string | undefined;
  const badges: string[] = [];
  const both = (words: string): void => {
    plain += words;
    if (prose !== undefined) prose += words;
  };
  /** Where brackets of links close, and where their address ends. */
  let closings: Map<number, number> | undefined;
  let at = 0;
  while (at < source.length) {
    SPECIAL.lastIndex = at;
    const next = SPECIAL.test(source) ? SPECIAL.lastIndex - 1 : source.length;
    if (next > at) both(source.slice(at, next));
    at = next;
    const character = source[at];
    if (character === undefined) break;
    if (character === "`") {
      const code = codeAt(source, at);
      if (code === undefined) {
        const end = runEnd(source, at, "`");
        both(source.slice(at, end));
        at = end;
        continue;
      }
      prose = `${prose ?? plain}\`x\``;
      plain += code.content;
      at = code.end;
    } else if (character === "\n") {
      both(" ");
      at += 1;
    } else if (character === "\\") {
      const escaped = source[at + 1] ?? "";
      both(/[!-/:-@[-`{-~]/.test(escaped) ? escaped : "\\" + escaped);
      at += 2;
    } else if (character === "<") {
      at = tagAt(source, at, both, badges);
    } else if (character === "&") {
      ENTITY.lastIndex = at;
      const match = ENTITY.exec(source);
      both(match ? (ENTITIES[match.groups?.["name"]?.toLowerCase() ?? ""] ?? match[0]) : "&");
      at += match?.[0].length ?? 1;
    } else if (character === "!") {
      const picture = source[at + 1] === "[" ? linkAt(source, at + 1) : undefined;
      if (picture) badges.push(source.slice(at + 2, picture.close), picture.address);
      else both("!");
      at = picture?.end ?? at + 1;
    } else if (character === "[") {
      FOOTNOTE.lastIndex = at;
      const footnote = FOOTNOTE.exec(source);
      const link = footnote ? undefined : linkAt(source, at);
      if (link) (closings ??= new Map()).set(link.close, link.end);
      else if (!footnote) both("[");
      at += footnote?.[0].length ?? 1;
    } else if (character === "]") {
      const end = closings?.get(at);
      if (end === undefined) both("]");
      at = end ?? at + 1;
    } else if (character === "~" && isStruck(source, at)) {
      at = STRUCK.lastIndex;
    } else {
      const end = runEnd(source, at, character);
      if (!isEmphasis(source, at, end)) both(source.slice(at, end));
      at = end;
    }
  }
  return { plain, prose: prose ?? plain, badges };
}

function runEnd(source: string, at: number, character: string): number {
  let end = at;
  while (source[end] === character) end += 1;
  return end;
}

/** Where it ends is told by the expression. */
function isStruck(source: string, at: number): boolean {
  STRUCK.lastIndex = at;
  return STRUCK.test(source);
}

function codeAt(source: string, at: number): { content: string; end: number } | undefined {
  const open = runEnd(source, at, "`");
  const length = open - at;
  let close = source.indexOf("`", open);
  // Few runs are looked at: a comment of backticks alone must not be read again for each of them.
  for (let tries = 0; close !== -1 && tries < 40; tries += 1) {
    const end = runEnd(source, close, "`");
    if (end - close === length) {
      const written = source.slice(open, close);
      const content = written.includes("\n") ? written.replaceAll("\n", " ") : written;
      const isPadded = content.startsWith(" ") && content.endsWith(" ") && content.trim() !== "";
      return { content: isPadded ? content.slice(1, -1) : content, end };
    }
    close = source.indexOf("`", end);
  }
  return undefined;
}

function tagAt(source: string, at: number, say: (words: string) => void, badges: string[]): number {
  AUTOLINK.lastIndex = at;
  const address = AUTOLINK.exec(source);
  if (address) {
    say(address.groups?.["address"] ?? "");
    return at + address[0].length;
  }
  TAG.lastIndex = at;
  const tag = TAG.exec(source)?.[0];
  if (tag === undefined) {
    say("<");
    return at + 1;
  }
  const alt = /\balt="(?<alt>[^"]{1,80})"/.exec(tag)?.groups?.["alt"];
  if (alt !== undefined) badges.push(alt);
  if (/^<br/i.test(tag)) say(" ");
  return at + tag.length;
}

/** The link whose text opens at a bracket. */
function linkAt(source: string, at: number): { close: number; end: number; address: string } | undefined {
  let depth = 0;
  const limit = Math.min(source.length, at + LONGEST_LABEL);
  for (let place = at; place < limit; place += 1) {
    const character = source[place];
    if (character === "\\") place += 1;
    else if (character === "[") depth += 1;
    else if (character === "]") {
      depth -= 1;
      if (depth > 0) continue;
      DESTINATION.lastIndex = place + 1;
      const match = source[place + 1] === "(" ? DESTINATION.exec(source) : null;
      if (!match) return undefined;
      return { close: place, end: place + 1 + match[0].length, address: match.groups?.["address"] ?? "" };
    }
  }
  return undefined;
}

/** Whether a run of `*`, `_` or `~` marks emphasis, rather than standing for itself. */
function isEmphasis(source: string, at: number, end: number): boolean {
  const mark = source[at] ?? "";
  const before = source[at - 1] ?? " ";
  const after = source[end] ?? " ";
  const opens = !/\s/.test(after);
  const closes = !/\s/.test(before);
  if (!opens && !closes) return false;
  if (mark === "~") return end - at === 2;
  const isInWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  if (mark === "_" && isInWord) return false;
  if (end - at > 1 && mark === "*") return true;
  // A single mark without a partner is a star, or the underscore of a name.
  if (mark === "*") return source.indexOf(mark, end) !== -1 || source.lastIndexOf(mark, at - 1) !== -1;
  const behind = source.slice(Math.max(0, at - LONGEST_LABEL), at);
  const ahead = source.slice(end, end + LONGEST_LABEL);
  if (end - at === 2 && (opens ? NAME_AFTER.test(ahead) : NAME_BEFORE.test(behind))) return false;
  return opens ? CLOSES.test(ahead) : OPENS.test(behind);
}
