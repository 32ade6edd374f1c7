/** Findings that tools write as a bold title or a heading with an explanation under it. */
import type { Finding } from "../finding.ts";
import { readInline } from "../inline.ts";
import type { Block, Document } from "../markdown.ts";
import { trimEnd } from "../text-end.ts";

export interface TitledParts {
  block: Block;
  /** The title within the block's content. */
  from: number;
  to: number;
  /** Blocks that explain it. */
  rest: readonly Block[];
}

const BOLD = /\*\*(?<title>[^\n]{3,300}?)\*\*/;
/** Pictures and tags before the words of a title. */
const BADGES = /^\*\*(?:\s*(?:<\/?\w[^>]{0,200}>|!\[[^\]]{0,60}\]\([^)]{0,200}\)))+\s*/;

/** The first bold stretch of a block, without badges in it. */
export function boldIn(block: Block): { from: number; to: number } | undefined {
  if (block.kind !== "text") return undefined;
  const match = BOLD.exec(block.content);
  if (!match || !/\p{L}{2}/u.test(match[0])) return undefined;
  const badges = BADGES.exec(match[0])?.[0].length;
  const to = match.index + match[0].length;
  return badges === undefined ? { from: match.index, to } : { from: match.index + badges, to: to - 2 };
}

/** A finding by its title. */
export function titledFinding(document: Document, { block, from, to, rest }: TitledParts): Finding {
  const title = readInline(block.content.slice(from, to).replace(/^\*\*|\*\*$/g, ""));
  const after = readInline(block.content.slice(to).replace(/^\*\*/, ""));
  const paragraphs = [
    after,
    ...rest.filter(({ kind }) => kind === "text").map(({ content }) => readInline(content)),
  ].filter(({ plain }) => plain !== "");
  return {
    block,
    from,
    to,
    plain: title.plain,
    prose: title.prose,
    context: [title, ...paragraphs].map(({ prose }) => prose).join(" "),
    title: trimEnd(title.plain, ".:"),
    explanation: paragraphs.map(({ plain }) => plain),
    shape: "titled",
    section: "",
    marks: [],
    hasSuggestion: document.blocks.some(({ kind, info }) => kind === "code" && info === "suggestion"),
    isClaimed: true,
  };
}
