/** A paragraph that asks for two things. */
import { askIn } from "./cues.ts";
import { readInline, sentences } from "./inline.ts";
import type { Block } from "./markdown.ts";
import { cutBlock } from "./outline.ts";

const SECOND =
  /^(?:also|additionally|separately|besides|unrelated(?:ly)?|(?:on )?another (?:thing|point|note)|one more thing)\b[,:]? /;

/** A paragraph that asks, and then asks for something else ("Also, …"), cut in two; nothing for any other. */
export function askedTwice(block: Block): Block[] {
  let asked = false;
  for (const { from, to } of sentences(block.content)) {
    const { prose } = readInline(block.content.slice(from, to));
    const asks = askIn(prose)?.strength === 3;
    if (asks && asked && SECOND.test(prose))
      return [cutBlock(block, 0, from), cutBlock(block, from, block.content.length)];
    asked ||= asks;
  }
  return [];
}
