/** OpenAI Codex: a badge and a title in bold, a permalink before it when it stands outside the diff. */
import type { Finding } from "../finding.ts";
import { readInline } from "../inline.ts";
import { readMarkdown } from "../read-markdown.ts";
import { severityOf } from "../severity.ts";
import { boldIn, titledFinding } from "./titled.ts";
import type { Tool } from "./tool.ts";

const PERMALINK = /\/blob\/(?<commit>[0-9a-f]{40})\/(?<path>[^#\s)]{1,300})#L(?<line>\d{1,7})/;

export const CODEX: Tool = {
  name: "codex",
  logins: ["chatgpt-codex-connector"],
  appIds: [1_144_995],
  read: (document, options) => {
    const blocks = document.blocks.filter(({ quote, details }) => quote === 0 && details.length === 0);
    const starts = blocks.flatMap((block, index) =>
      block.kind === "text" && /P\d Badge/.test(block.content) && boldIn(block) ? [index] : [],
    );
    if (starts.length === 0) {
      const isSummary = blocks.some(({ kind, content }) => kind === "heading" && /Codex Review/.test(content));
      return isSummary ? [] : readMarkdown(document, options);
    }
    return starts.flatMap((index, nth): Finding[] => {
      const block = blocks[index];
      const bold = block && boldIn(block);
      if (!bold) return [];
      const { badges } = readInline(block.content);
      const severity = severityOf(badges.join(" "));
      const place = PERMALINK.exec(`${blocks[index - 1]?.content ?? ""}\n${block.content.slice(0, bold.from)}`)?.groups;
      const finding = titledFinding(document, { block, ...bold, rest: blocks.slice(index + 1, starts[nth + 1]) });
      return [
        {
          ...finding,
          ...(severity && { severity }),
          ...(place && { path: place["path"] ?? "", line: Number(place["line"]) }),
        },
      ];
    });
  },
};
