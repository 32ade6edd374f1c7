/**
 * Where a command may stand in a comment: at the start of a line that a reader sees as ordinary text. Quotes, code and
 * HTML comments are told apart by markdown-it, as GitHub would show them, with one exception that needs no code: a
 * line under a quote is its author's own, though Markdown counts it to the quote. Its `>` is what makes a quoted line.
 */
import MarkdownIt, { type Env, type Token } from "markdown-it";

export interface CommandLine {
  /** Counted from one. */
  line: number;
  /** From its slash on, without white space at the ends. */
  text: string;
  /** `code` is an example rather than a command: fenced, indented or inline code, `<pre>` and `<code>`. */
  place: "text" | "code";
  /** Where the whole line stands in the body, without its end. */
  from: number;
  to: number;
}

const ADDRESS = /\/(?:enhance|github:pr-review)/i;
const COMMAND = /^\/(?:enhance(?:(?:ment)?:|[ \t]|$)|github:pr-review(?:[ \t]|$))/i;
const LINE_START = /^(?<indent>[ \t]*)(?<ticks>`*)\//;
const LINE_END = /\r\n?|\n/;
/** A character of nobody's: the parsed copy of a body has it only where a candidate's first character was. */
const MARK = "\uE000";
const MARKED = /\uE000(?<index>\d+)\uE000/g;

const parser = new MarkdownIt({ html: true });
parser.core.ruler.enableOnly(["normalize", "block"]);

/**
 * Links and pictures hide their titles and addresses, but cost quadratic time in a hostile paragraph. One that is longer
 * than people write is read without them: what matters, code and HTML, binds more tightly than they do.
 */
const LONG_PARAGRAPH = 4_000;
const longParser = new MarkdownIt({ html: true });
longParser.inline.ruler.enableOnly(["text", "newline", "escape", "backticks", "autolink", "html_inline"]);
longParser.inline.ruler2.enableOnly(["fragments_join"]);

/** A line that may count: its text from one character on, which must be no Markdown of its own. */
export interface LineCandidate {
  /** Where in the line its text begins. */
  at: number;
  text: string;
  /** False: it is told of where it stands in code, and never counts. */
  mayRun: boolean;
}

/** The lines that look like commands, in order. Never throws, and takes time linear in the body but for hostile Markdown. */
export function findCommandLines(body: string): CommandLine[] {
  return ADDRESS.test(body) ? findLines(body, readLine) : [];
}

/** The lines of a body that `read` takes for candidates and that a reader sees, in order. */
export function findLines(body: string, read: (source: string) => LineCandidate | undefined): CommandLine[] {
  const lines = body.replaceAll(MARK, "\uFFFD").split(LINE_END);
  const candidates: (Omit<CommandLine, "place"> & { mayRun: boolean })[] = [];
  let from = 0;
  for (const [index, source] of lines.entries()) {
    const to = from + source.length;
    const candidate = read(source);
    if (candidate) {
      const { at, ...rest } = candidate;
      lines[index] = `${source.slice(0, at)}${MARK}${candidates.length}${MARK}${source.slice(at + 1)}`;
      candidates.push({ line: index + 1, from, to, ...rest });
    }
    from = to + (body.startsWith("\r\n", to) ? 2 : 1);
  }
  if (candidates.length === 0) return [];

  const places = findPlaces(lines.join("\n"));
  return candidates.flatMap(({ mayRun, ...line }, index): CommandLine[] => {
    const place = places.get(index);
    if (place === "code") return [{ ...line, place }];
    return place === "text" && mayRun ? [{ ...line, place }] : [];
  });
}

/** A line that is a command, or a command in backticks, which never runs. */
function readLine(source: string): LineCandidate | undefined {
  const groups = LINE_START.exec(source)?.groups;
  if (!groups) return undefined;
  const { indent = "", ticks = "" } = groups;
  const at = indent.length + ticks.length;
  const written = trimBlanks(source.slice(at));
  if (ticks !== "" && !written.endsWith(ticks)) return undefined;
  const text = trimBlanks(written.slice(0, written.length - ticks.length));
  if (!COMMAND.test(text)) return undefined;
  return { at, text, mayRun: ticks === "" && /^ {0,3}$/.test(indent) };
}

/** `/[ \t]+$/` takes quadratic time on a long run of blanks; this does not. */
function trimBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === " " || text[end - 1] === "\t")) end -= 1;
  return text.slice(0, end);
}

/** The place of each mark that a reader sees; marks in quotes, comments, attributes and addresses are left out. */
function findPlaces(text: string): Map<number, CommandLine["place"]> {
  const places = new Map<number, CommandLine["place"]>();
  const html = new OpenHtml();
  const see = (content: string, isCode: boolean): void => {
    for (const { groups } of content.matchAll(MARKED)) {
      if (!html.isHidden) places.set(Number(groups?.["index"]), isCode || html.isCode ? "code" : "text");
    }
  };
  const environment: Env = {};
  for (const token of parser.parse(text, environment)) {
    if (token.type === "blockquote_open") html.enter();
    if (token.type === "blockquote_close") html.leave();
    for (const piece of pieces(token, environment)) {
      if (piece.kind === "html") html.read(piece.content, (words) => see(words, false));
      else see(piece.content, piece.kind === "code");
    }
  }
  return places;
}

interface Piece {
  kind: "text" | "code" | "html";
  content: string;
}

function* pieces(token: Token, environment: Env): Generator<Piece> {
  const { type, content } = token;
  if (type === "fence" || type === "code_block") yield { kind: "code", content };
  if (type === "html_block") yield { kind: "html", content };
  if (type !== "inline") return;
  // Without a mark and without a tag, there is nothing to learn from it.
  if (!content.includes(MARK) && !content.includes("<")) return;
  const children: Token[] = [];
  const { inline } = content.length > LONG_PARAGRAPH ? longParser : parser;
  inline.parse(content, parser, environment, children);
  for (const child of children) {
    if (child.type === "code_inline") yield { kind: "code", content: child.content };
    if (child.type === "html_inline") yield { kind: "html", content: child.content };
    if (child.type === "text") yield { kind: "text", content: child.content };
  }
}

type OpenElements = Record<"blockquote" | "pre" | "code", number>;

/** The HTML that is open at a place: a reader's browser does not close it where Markdown's blocks end. */
class OpenHtml {
  #isComment = false;
  #open: OpenElements = { blockquote: 0, pre: 0, code: 0 };
  readonly #outer: OpenElements[] = [];

  get isHidden(): boolean {
    return this.#isComment || this.#open.blockquote > 0;
  }

  get isCode(): boolean {
    return this.#open.pre > 0 || this.#open.code > 0;
  }

  /** What a quote opens and leaves open ends with it; a comment does not. */
  enter(): void {
    this.#outer.push({ ...this.#open });
  }

  leave(): void {
    this.#open = this.#outer.pop() ?? this.#open;
  }

  /** Follows a stretch of HTML and gives the text between its tags as it goes. Linear. */
  read(html: string, onText: (text: string) => void): void {
    let at = 0;
    while (at < html.length) {
      if (this.#isComment) {
        const close = html.indexOf("-->", at);
        if (close === -1) return;
        this.#isComment = false;
        at = close + 3;
        continue;
      }
      const tag = html.indexOf("<", at);
      onText(html.slice(at, tag === -1 ? undefined : tag));
      if (tag === -1) return;
      at = this.#readTag(html, tag);
    }
  }

  /** Gives the place after the tag. */
  #readTag(html: string, tag: number): number {
    if (html.startsWith("<!--", tag)) {
      this.#isComment = true;
      // `<!-->` is a whole comment.
      return tag + 2;
    }
    const opening = /^<(?:[!?]|(?<slash>\/?)(?<name>[a-z][a-z0-9-]*))/i.exec(html.slice(tag, tag + 30));
    if (!opening) return tag + 1;
    const { slash, name = "" } = opening.groups ?? {};
    const element = name.toLowerCase();
    if (element === "blockquote" || element === "pre" || element === "code") {
      this.#open[element] = Math.max(0, this.#open[element] + (slash === "/" ? -1 : 1));
    }
    const end = html.indexOf(">", tag);
    return end === -1 ? html.length : end + 1;
  }
}
