/** markdown-it for blocks alone: inline Markdown is read elsewhere, and only where it matters. */
import MarkdownIt, { type Token } from "markdown-it";

const parser = new MarkdownIt({ html: true });
parser.core.ruler.enableOnly(["normalize", "block"]);

/** What rules of blocks write and read. The rest of a token is for those who render it. */
type Fields = Omit<Token, `attr${"Index" | "Push" | "Set" | "Get" | "Join"}`>;

/** markdown-it defines each property of a token by itself, which takes most of its time: here a token is a literal. */
class BlockState extends parser.block.State {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    if (nesting < 0) this.level -= 1;
    const token: Fields = {
      type,
      tag,
      nesting,
      level: this.level,
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
    if (nesting > 0) this.level += 1;
    this.tokens.push(token as Token);
    return token as Token;
  }
}
parser.block.State = BlockState;

/** The tokens of the blocks of a text. Never throws, whatever the text. */
export function blockTokens(text: string): Token[] {
  return parser.parse(text, {});
}
