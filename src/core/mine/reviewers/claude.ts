/**
 * Claude: comments of its GitHub Action (free Markdown under a line that says it has finished), the numbered list of
 * its `/code-review` command, and the inline remarks of its managed review, which open with a coloured circle.
 */
import type { Finding, Mark, Severity } from "../finding.ts";
import { isFooter } from "../noise.ts";
import type { Block } from "../markdown.ts";
import { readMarkdown } from "../read-markdown.ts";
import { wholeOf } from "../sentence.ts";
import { visible } from "../visible.ts";
import { placeIn } from "./permalink.ts";
import { remark } from "./remark.ts";
import type { Tool } from "./tool.ts";

const FINISHED = /^\*\*Claude (?:finished|encountered)|^Claude Code is working/;
const FOUND = /^\W*found \d+ (?:potential )?issues?\b/;
const CIRCLES: Readonly<Record<string, { severity: Severity; marks: Mark[] }>> = {
  "🔴": { severity: "high", marks: [] },
  "🟡": { severity: "nit", marks: [] },
  "🟣": { severity: "medium", marks: ["pre-existing"] },
};

export const CLAUDE: Tool = {
  name: "claude",
  restates: true,
  logins: ["claude", "claude-code", "anthropic-claude"],
  recognises: ({ text }) =>
    FINISHED.test(text) || /\bGenerated with \[Claude Code\]|reviewed by:? claude\b/i.test(text),
  read: (document, options) => {
    const blocks = withoutProgress(visible(document));
    const circled = options.isOnCode ? readCircled(blocks) : undefined;
    return circled ?? readNumbered(blocks) ?? readMarkdown(document, options, blocks);
  },
};

/** The line that says it has finished, and the list of what it did. */
function withoutProgress(blocks: Block[]): Block[] {
  const [first] = blocks;
  if (!first || !FINISHED.test(first.content)) return blocks;
  return blocks.slice(1).filter(({ content, items }) => !(items.length > 0 && /^\[[ xX]\] /.test(content)));
}

function readCircled(blocks: readonly Block[]): Finding[] | undefined {
  const [first] = blocks;
  const circle = CIRCLES[/^\s*(?<circle>🔴|🟡|🟣)/u.exec(first?.content ?? "")?.groups?.["circle"] ?? ""];
  if (!circle) return undefined;
  const finding = remark(blocks);
  return finding ? [{ ...finding, severity: circle.severity, marks: [...finding.marks, ...circle.marks] }] : [];
}

/** Few blocks are worth reading for it. */
function isTotal(block: Block): boolean {
  return /found/i.test(block.content) && FOUND.test(wholeOf(block).prose);
}

/** "Found 3 issues:", each a numbered item with its reason in parentheses and a permalink under it. */
function readNumbered(blocks: readonly Block[]): Finding[] | undefined {
  const at = blocks.findIndex((block) => block.kind === "text" && isTotal(block));
  if (at === -1) return undefined;
  const rest = blocks.slice(at + 1);
  const starts = rest.flatMap(({ items }, index) => {
    const [item] = items;
    return item && item.number > 0 && rest[index - 1]?.items[0]?.id !== item.id ? [index] : [];
  });
  if (starts.length === 0) return undefined;
  return starts.flatMap((index, nth): Finding[] => {
    const own = rest.slice(index, starts[nth + 1]).filter((block) => !isFooter(wholeOf(block).prose));
    const [lead] = own;
    const finding = lead && remark([lead, ...own.slice(1).filter(({ content }) => !content.includes("/blob/"))]);
    if (!finding) return [];
    return [{ ...finding, shape: "item", ...placeIn(own.map(({ content }) => content).join("\n")) }];
  });
}
