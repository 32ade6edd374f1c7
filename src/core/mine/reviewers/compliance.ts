/** PR-Agent's compliance guide: a table of checks. What a check describes under its name is a finding. */
import type { Finding } from "../finding.ts";
import { readInline } from "../inline.ts";
import type { Block } from "../markdown.ts";
import { cutBlock } from "../outline.ts";
import { remark } from "./remark.ts";

const GUIDE = /PR Compliance Guide/;
const DESCRIBED = /^\s{0,9}<b>Description:<\/b>\s{0,9}/;
/** Where the description ends: a link to the code, in bold, on a line of its own. Its words are the file's name, without its directory. */
const PLACE = /\s{0,9}(?:<br ?\/?>\s{0,9}){1,4}<strong><a /;

/** Whether blocks are such a guide. */
export function isCompliance([first]: readonly Block[]): boolean {
  return first?.kind === "heading" && GUIDE.test(first.content);
}

/** One finding for each check that describes something. */
export function compliance(blocks: readonly Block[]): Finding[] {
  return blocks.flatMap((block, index): Finding[] => {
    const name = blocks[index - 1];
    const from = DESCRIBED.exec(block.content)?.[0].length;
    if (from === undefined || name?.kind !== "summary") return [];
    const to = PLACE.exec(block.content)?.index ?? block.content.length;
    const finding = remark([cutBlock(block, from, to)]);
    if (!finding) return [];
    const title = readInline(name.content);
    return [{ ...finding, title: title.plain, context: `${title.prose} ${finding.context}`, kind: "security" }];
  });
}
