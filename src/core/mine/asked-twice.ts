/** A paragraph that asks for two things. */
import { askIn } from "./cues.ts";
import type { Block, Sentence } from "./markdown.ts";
import { cutBlock } from "./outline.ts";
import { sentencesIn } from "./sentence.ts";

const SECOND =
  /^(?:also|btw|by the way|additionally|separately|besides|unrelated(?:ly)?|(?:on )?another (?:thing|point|note)|one more thing)\b[,:]? /;

/** A paragraph that asks, and then asks for something else ("Also, …"), cut in two; nothing for any other. */
export function askedTwice(block: Block): Block[] {
  const said = sentencesIn(block);
  const second = said.find((one, nth) => nth > 0 && asksMore(one) && said.slice(0, nth).some(asks));
  if (!second) return [];
  return [cutBlock(block, 0, second.from), cutBlock(block, second.from, block.content.length)];
}

function asks({ prose }: Sentence): boolean {
  return askIn(prose)?.strength === 3;
}

function asksMore(sentence: Sentence): boolean {
  return SECOND.test(sentence.prose) && asks(sentence);
}

/** The paragraphs of one comment, and from "Also, …" on those that ask for something else. */
export function splitAsks(paragraphs: readonly Block[]): { first: Block[]; second: Block[] } {
  for (const [index, block] of paragraphs.entries()) {
    if (block.kind !== "text" || block.quote > 0) continue;
    const [head, tail] = askedTwice(block);
    if (head && tail)
      return { first: [...paragraphs.slice(0, index), head], second: [tail, ...paragraphs.slice(index + 1)] };
    if (index > 0 && asksAnew(block)) return { first: paragraphs.slice(0, index), second: paragraphs.slice(index) };
  }
  return { first: [...paragraphs], second: [] };
}

function asksAnew(block: Block): boolean {
  const [opening] = sentencesIn(block);
  return opening !== undefined && asksMore(opening);
}
