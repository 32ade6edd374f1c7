/** What looks like a finding in a tool's text, counted without reading it: totals, section counts, badges, ids. */
import type { Document } from "./markdown.ts";

interface Signal {
  name: string;
  tools: readonly string[];
  count: (text: string, document: Document) => number;
}

/** One table for all tools: a new tool adds its name to a line, or a line. */
export const TOOL_SIGNALS: readonly Signal[] = [
  {
    name: "section counts",
    tools: ["coderabbit"],
    count: (_text, { blocks }) =>
      sum(
        blocks.filter(({ kind, quote }) => kind === "summary" && quote === 0),
        /(?:nitpick|outside diff range|duplicate|failed to post).{0,30}\((?<count>\d{1,3})\)/i,
      ),
  },
  {
    name: "severity labels",
    tools: ["coderabbit"],
    count: (text) => Number(/^_[^_\n]{2,40}_ \| _(?:🔴|🟠|🟡|🔵)/mu.test(text)),
  },
  { name: "severity badges", tools: ["codex"], count: (text) => occurrences(text, /!\[P\d Badge\]/g) },
  {
    name: "severity pictures",
    tools: ["gemini"],
    count: (text) => occurrences(text, /!\[(?:critical|high|medium|low)\]\(/g),
  },
  {
    name: "finding ids",
    tools: ["bugbot"],
    count: (_text, { comments }) => comments.filter((comment) => comment.startsWith("BUGBOT_BUG_ID")).length,
  },
  {
    name: "suppressed comments",
    tools: ["copilot"],
    count: (_text, { blocks }) =>
      sum(
        blocks.filter(({ kind }) => kind === "summary"),
        /suppressed.{0,40}\((?<count>\d{1,3})\)/i,
      ),
  },
];

function sum(blocks: readonly { content: string }[], pattern: RegExp): number {
  return blocks.reduce((total, { content }) => total + (Number(pattern.exec(content)?.groups?.["count"]) || 0), 0);
}

function occurrences(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
