/** A paragraph that asks for more than one thing. */
import { askIn, deferralIn } from "./cues.ts";
import type { Block, Sentence } from "./markdown.ts";
import { cutBlock } from "./outline.ts";
import { sentencesIn } from "./sentence.ts";

const SECOND =
  /^(?:also|btw|by the way|additionally|separately|besides|unrelated(?:ly)?|(?:on )?another (?:thing|point|note)|one more thing)\b[,:]? /;

/** A paragraph that asks, and then asks for something else ("Also, …", or on a line of its own), cut at each; nothing for any other. */
export function askedTwice(block: Block): Block[] {
  const said = sentencesIn(block);
  const isListed = beginsLines(block, said) && said.filter(instructs).length > 1 && !said.some(putsAllOff);
  return cutWhere(block, said, (one) => asksMore(one) || (isListed && instructs(one)));
}

/** Cut at each such sentence that comes after one that asks; nothing where there is none. */
function cutWhere(block: Block, said: readonly Sentence[], opens: (sentence: Sentence) => boolean): Block[] {
  const starts = said.filter((one, nth) => nth > 0 && opens(one) && said.slice(0, nth).some(asks));
  if (starts.length === 0) return [];
  const cuts = [0, ...starts.map(({ from }) => from), block.content.length];
  return cuts.slice(1).map((to, nth) => cutBlock(block, cuts[nth] ?? 0, to));
}

/** Each line begins a sentence: they are lines as somebody wrote them, not as an editor broke them. */
function beginsLines({ content }: Block, said: readonly Sentence[]): boolean {
  const lines = content.trimEnd().split("\n").length;
  if (lines < 2) return false;
  return (
    said.length === lines && said.every(({ from }) => from === 0 || content.slice(from - 1, from + 1).includes("\n"))
  );
}

function asks({ prose }: Sentence): boolean {
  return askIn(prose)?.strength === 3;
}

/** "Please use the pool." */
function instructs({ prose }: Sentence): boolean {
  return askIn(prose)?.name.startsWith("an instruction") === true && !prose.endsWith(":");
}

/** "Both can be done in a follow-up." */
function putsAllOff(sentence: Sentence): boolean {
  return !instructs(sentence) && deferralIn(sentence.prose) !== undefined;
}

function asksMore(sentence: Sentence): boolean {
  return SECOND.test(sentence.prose) && asks(sentence);
}

/** The paragraphs of one comment, and from "Also, …" on those that ask for something else. */
export function splitAsks(paragraphs: readonly Block[]): { first: Block[]; second: Block[] } {
  for (const [index, block] of paragraphs.entries()) {
    if (block.kind !== "text" || block.quote > 0) continue;
    const [head, ...others] = cutWhere(block, sentencesIn(block), asksMore);
    if (head)
      return { first: [...paragraphs.slice(0, index), head], second: [...others, ...paragraphs.slice(index + 1)] };
    if (index > 0 && asksAnew(block)) return { first: paragraphs.slice(0, index), second: paragraphs.slice(index) };
  }
  return { first: [...paragraphs], second: [] };
}

function asksAnew(block: Block): boolean {
  const [opening] = sentencesIn(block);
  return opening !== undefined && asksMore(opening);
}
