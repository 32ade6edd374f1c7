/** What looks like a finding in a tool's text, counted without reading it: totals, section counts, badges, ids. */
import type { Document } from "./markdown.ts";

interface Signal {
  name: string;
  tools: readonly string[];
  count: (text: string, document: Document) => number;
  /** A text that holds exactly one. */
  example: string;
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
    example: "<details>\n<summary>🧹 Nitpick comments (1)</summary>\n\ntext\n\n</details>",
  },
  {
    name: "severity labels",
    tools: ["coderabbit"],
    count: (text) => Number(/^_[^_\n]{2,40}_ \| _(?:🔴|🟠|🟡|🔵)/mu.test(text)),
    example: "_⚠️ Potential issue_ | _🟠 Major_",
  },
  {
    name: "severity badges",
    tools: ["codex", "greptile"],
    count: (text) => occurrences(text, /!\[P\d(?: Badge)?\]|<img [^>]{0,200}alt="P\d"/g),
    example: "**![P1 Badge](https://img.shields.io/badge/P1-orange) Title**",
  },
  {
    name: "severity pictures",
    tools: ["gemini"],
    count: (text) => occurrences(text, /!\[(?:critical|high|medium|low)\]\(/g),
    example: "![high](https://www.gstatic.com/codereviewagent/high-priority.svg)",
  },
  {
    name: "finding ids",
    tools: ["bugbot", "devin", "sentry"],
    count: (_text, { comments }) =>
      comments.filter((comment) => /^(?:BUGBOT_BUG_ID|devin-review-comment \{|BUG_PREDICTION$)/.test(comment)).length,
    example: "<!-- BUGBOT_BUG_ID: 3d1f6a52 -->",
  },
  {
    name: "suppressed comments",
    tools: ["copilot"],
    count: (_text, { blocks }) =>
      sum(
        blocks.filter(({ kind }) => kind === "summary" || kind === "heading"),
        /(?:suppressed.{0,40}|previously missed )\((?<count>\d{1,3})\)/i,
      ),
    example: "<details>\n<summary>Comments suppressed due to low confidence (1)</summary>\n\ntext\n\n</details>",
  },
  {
    name: "additional comments",
    tools: ["greptile"],
    count: (_text, { blocks }) =>
      sum(
        blocks.filter(({ kind }) => kind === "summary"),
        /^additional comments \((?<count>\d{1,3})\)/i,
      ),
    example: "<details>\n<summary>Additional Comments (1)</summary>\n\ntext\n\n</details>",
  },
  {
    name: "counts by category",
    tools: ["qodo"],
    count: (text) => total(text, /(?:Bugs|Rule violations|Requirement gaps) \((?<count>\d{1,3})\)/g),
    example: "<h3>Code Review by Qodo</h3>\n\n<code>🐞 Bugs (1)</code> <code>📘 Rule violations (0)</code>",
  },
  {
    name: "importance of each suggestion",
    tools: ["pr-agent", "qodo", "codeant"],
    count: (text) => occurrences(text, /Suggestion importance\[1-10\]/g),
    example: "<details><summary>Suggestion importance[1-10]: 8</summary>\n\ntext\n\n</details>",
  },
  {
    name: "numbered comments",
    tools: ["sourcery"],
    count: (_text, { blocks }) =>
      blocks.filter(({ kind, content }) => kind === "heading" && /^Comment \d{1,3}$/.test(content)).length,
    example: "### Comment 1",
  },
  {
    name: "severity words",
    tools: ["macroscope"],
    count: (text) => occurrences(text, /^\S{1,4} \*\*(?:Critical|High|Medium|Low)\*\* `/gmu),
    example: "🟠 **High** `queue/worker.go:72`",
  },
  {
    name: "priorities",
    tools: ["cubic"],
    count: (text) => occurrences(text, /^\W{0,4}P[0-3]\b/gm),
    example: "P1: The price is rounded too early.",
  },
  {
    name: "labels",
    tools: ["codeant", "kody"],
    count: (text) => Number(/^\W{0,4}Suggestion:|!\[kody /im.test(text)),
    example: "**Suggestion:** Buffer the stream.",
  },
  {
    name: "a total in small print",
    tools: ["gitar"],
    count: (text) => total(text, /\b(?<count>\d{1,3}) findings<\/kbd>/g),
    example:
      "<details>\n<summary><b>Code Review</b> <kbd>0 resolved / 1 findings</kbd></summary>\n\ntext\n\n</details>",
  },
  {
    name: "a stated total",
    tools: ["claude"],
    count: (text) => total(text, /^\W{0,4}Found (?<count>\d{1,3}) (?:potential )?issues?:/gm),
    example: "Found 1 issue:",
  },
];

function sum(blocks: readonly { content: string }[], pattern: RegExp): number {
  return blocks.reduce((all, { content }) => all + (Number(pattern.exec(content)?.groups?.["count"]) || 0), 0);
}

function total(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].reduce((all, { groups }) => all + (Number(groups?.["count"]) || 0), 0);
}

function occurrences(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
