/** markdown-it for blocks alone: inline Markdown is read elsewhere, and only where it matters. */
import MarkdownIt, { type Token } from "markdown-it";

const parser = new MarkdownIt({ html: true });
parser.core.ruler.enableOnly(["normalize", "block"]);

/** What rules of blocks write and read. The rest of a token is for those who render it. */
type Fields = Omit<Token, `attr${"Index" | "Push" | "Set" | "Get" | "Join"}`>;

/** markdown-it defines each property of a token by itself, which takes most of its time: here a token is a literal. */
function toToken(type: string, tag: string, nesting: -1 | 0 | 1, level: number): Token {
  const token: Fields = {
    type,
    tag,
    nesting,
    level,
    block: true,
    hidden: false,
    content: "",
    markup: "",
    info: "",
    map: null,
    attrs: null,
    children: null,
    meta: null,
  };
  return token as Token;
}

class BlockState extends parser.block.State {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    if (nesting < 0) this.level -= 1;
    const token = toToken(type, tag, nesting, this.level);
    if (nesting > 0) this.level += 1;
    this.tokens.push(token);
    return token;
  }
}
parser.block.State = BlockState;

/** A single line that opens with a letter is a paragraph, whatever follows: most comments of people are one. */
const ONE_LINE = /^\p{L}(?:[^\r\n\0]*[^\s\0])?$/u;

/** The tokens of the blocks of a text. Never throws, whatever the text. */
export function blockTokens(text: string): Token[] {
  if (!text.includes("\n") && ONE_LINE.test(text))
    return [Object.assign(toToken("inline", "", 0, 1), { content: text, map: [0, 1] })];
  if (text.includes("\r") || text.includes("\0")) return parser.parse(text, {});
  // What is normalised already needs none of the steps around the blocks.
  const tokens: Token[] = [];
  parser.block.parse(text, parser, {}, tokens);
  return tokens;
}
