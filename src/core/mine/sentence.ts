/** The words of a block, whole and by sentences: read once, however many rules ask for them. */
import { readInline, sentences } from "./inline.ts";
import type { Block, Sentence } from "./markdown.ts";

/** All of a block as one sentence. */
export function wholeOf(block: Block): Sentence {
  // A copy of a block may have been cut: what was read of the other is not its own.
  if (block.whole?.block === block) return block.whole;
  block.whole = read(block, 0, block.content.length);
  return block.whole;
}

/** The sentences of a block, in order. */
export function sentencesIn(block: Block): readonly Sentence[] {
  if (block.sentences && (block.sentences[0]?.block ?? block) === block) return block.sentences;
  const { content } = block;
  block.sentences = sentences(content).map(({ from, to }) =>
    to - from === content.length ? wholeOf(block) : read(block, from, to),
  );
  return block.sentences;
}

function read(block: Block, from: number, to: number): Sentence {
  const { plain, prose, badges } = readInline(block.content.slice(from, to));
  return { block, from, to, plain, prose, badges };
}
