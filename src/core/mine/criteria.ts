/** Success criteria, only where the text itself names them: a list under such a name, or a sentence that opens with it. */
import type { Finding } from "./finding.ts";
import { readInline } from "./inline.ts";
import type { Block } from "./markdown.ts";

const NAME = /^(?:(?:acceptance|success) criteria|definition of done|(?:(?:it|this) is )?done when)\W{0,4}$/i;
const STATED = /^(?:(?:acceptance|success) criteria: |(?:(?:it|this) is )?done when )(?<what>.{8,200})$/i;
const TICKED = /^\[x\] /i;
/** The longest line that may be a name, in characters, with its marks. */
const LONGEST_NAME = 60;
const MOST = 10;
/** As many blocks as a list may have that is read. */
const MOST_BLOCKS = 100;

/** The criteria of a finding, each one line of plain text. Often none. */
export function criteriaIn({ criteria = [], explanation }: Finding): string[] {
  const sentences = explanation.flatMap((text) => text.split(/(?<=[.!?])\s/));
  const stated = sentences.flatMap((sentence) => STATED.exec(sentence.trim())?.groups?.["what"] ?? []);
  return [...new Set([...criteria, ...stated])].slice(0, MOST);
}

/** The lists of criteria in a body, each by the finding that it stands under. One that stands under none is left out. */
export function listsOfCriteria(blocks: readonly Block[], findings: readonly Finding[]): Map<Finding, string[]> {
  const lists = new Map<Finding, string[]>();
  let parted = -1;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === "heading" || block.kind === "rule") parted = block.place.line;
    if (blocks[at + 1]?.items.length !== block.items.length + 1 || !isName(block)) continue;
    const owner = ownerOf(block, findings);
    if (!owner || owner.block.place.line < parted) continue;
    lists.set(owner, [...(lists.get(owner) ?? []), ...itemsOf(blocks.slice(at + 1, at + 1 + MOST_BLOCKS))]);
  }
  return lists;
}

/** Its last line is no more than the name. */
function isName({ kind, quote, content }: Block): boolean {
  const line = content.slice(content.lastIndexOf("\n") + 1);
  return kind === "text" && quote === 0 && line.length < LONGEST_NAME && NAME.test(readInline(line).plain);
}

/** The last finding before a name, where that stands in the same item and fold. */
function ownerOf(name: Block, findings: readonly Finding[]): Finding | undefined {
  const end = name.content.includes("\n") ? name.place.line : name.place.line - 1;
  let owner: Finding | undefined;
  for (const finding of findings) {
    const { line } = finding.block.place;
    if (line <= end && line >= (owner?.block.place.line ?? 0)) owner = finding;
  }
  if (!owner) return undefined;
  const { items, details } = owner.block;
  const isSameFold =
    details.length === name.details.length && details.every(({ id }, at) => name.details[at]?.id === id);
  return isSameFold && items.every(({ id }, at) => name.items[at]?.id === id) ? owner : undefined;
}

/** The first words of each item of the list that blocks begin with. What is ticked off is done. */
function itemsOf(blocks: readonly Block[]): string[] {
  const depth = (blocks[0]?.items.length ?? 1) - 1;
  const list = blocks[0]?.items[depth]?.list;
  const items = new Map<number, string>();
  for (const { kind, items: around, content } of blocks) {
    const item = around[depth];
    if (item?.list !== list || item === undefined) break;
    if (kind === "text" && !items.has(item.id))
      items.set(item.id, readInline(content).plain.replace(/\s+/g, " ").trim());
  }
  return [...items.values()].filter((text) => !TICKED.test(text)).map((text) => text.replace(/^\[ \] /, ""));
}
