/** Sourcery: labelled inline comments; review bodies with bullets that stand nowhere else, then the comments again. */
import { readConventional } from "../conventional.ts";
import type { Finding } from "../finding.ts";
import type { Block, Document } from "../markdown.ts";
import { cutBlock } from "../outline.ts";
import { readMarkdown } from "../read-markdown.ts";
import { visible } from "../visible.ts";
import { placeIn } from "./permalink.ts";
import type { Tool } from "./tool.ts";

const COUNTS = /: (?:\d+ (?:issues?|comments?) found|all looks good)\W*$/;

export const SOURCERY: Tool = {
  name: "sourcery",
  logins: ["sourcery-ai"],
  recognises: ({ text }) => /^## Individual Comments[ \t]*$/m.test(text) && text.includes("<issue_to_address>"),
  read: (document, options) => {
    const blocks = visible(document).filter(({ content }) => !COUNTS.test(content));
    const at = blocks.findIndex(({ kind, content }) => kind === "heading" && /^Individual Comments/i.test(content));
    const own = at === -1 ? blocks : blocks.slice(0, at);
    const labelled = readConventional(document, own);
    if (labelled) return labelled;
    const free = readMarkdown(document, options, own).map((finding) => ({ ...finding, isClaimed: true }));
    return at === -1 ? free : [...free, ...individual(document, blocks.slice(at + 1))];
  },
};

/** "### Comment 1", its place in a tag, and the comment as it also stands on its line. */
function individual(document: Document, blocks: readonly Block[]): Finding[] {
  const starts = blocks.flatMap(({ kind }, index) => (kind === "heading" ? [index] : []));
  return starts.flatMap((start, nth): Finding[] => {
    const own = blocks.slice(start + 1, starts[nth + 1]);
    const place = placeIn(own[0]?.content ?? "");
    const said = own.map(withoutTags);
    const label = said.findIndex(({ content }) => content.startsWith("**"));
    const findings = label === -1 ? [] : (readConventional(document, said.slice(label)) ?? []);
    return findings.map((finding) => ({ ...finding, ...place }));
  });
}

function withoutTags(block: Block): Block {
  const { content } = block;
  const from = Math.max(0, content.search(/^\*\*/m));
  const end = content.indexOf("</issue_to_address>");
  return cutBlock(block, from, end > from ? end : content.length);
}
