/** Greptile: inline remarks under a label or a badge, and summaries with a score, a table of files and a diagram. */
import { readConventional } from "../conventional.ts";
import type { Finding } from "../finding.ts";
import { readInline } from "../inline.ts";
import type { Block } from "../markdown.ts";
import { readMarkdown } from "../read-markdown.ts";
import { severityOf } from "../severity.ts";
import { visible } from "../visible.ts";
import { remark } from "./remark.ts";
import { withoutSections } from "./sections.ts";
import type { Tool } from "./tool.ts";

const NOT_FINDINGS =
  /^\W{0,12}(?:confidence score|important files changed|file analysis|sequence diagram|flowchart|class diagram|entity relationship|context used|last reviewed|files? reviewed|greptile overview)/;

export const GREPTILE: Tool = {
  name: "greptile",
  restates: true,
  logins: ["greptile-apps", "greptileai", "greptile"],
  appIds: [867_647],
  recognises: ({ text, comments }) =>
    /^\s*<h[23]>Greptile (?:Summary|Overview)/.test(text) || comments.includes("greptile_comment"),
  read: (document, options) => {
    const blocks = withoutSections(visible(document), NOT_FINDINGS);
    return readConventional(document, blocks) ?? readBadged(blocks) ?? readMarkdown(document, options, blocks);
  },
};

/** A badge (P0 to P3), then a title in bold and prose. */
function readBadged(blocks: readonly Block[]): Finding[] | undefined {
  const starts = blocks.flatMap(({ content, kind }, index) =>
    kind === "text" && /^\s*!\[P[0-3]\]/.test(badgeOf(content)) ? [index] : [],
  );
  if (starts.length === 0) return undefined;
  return starts.flatMap((index, nth): Finding[] => {
    const own = blocks.slice(index, starts[nth + 1]);
    const finding = remark(own);
    const severity = severityOf(readInline(own[0]?.content ?? "").badges.join(" "));
    return finding ? [{ ...finding, ...(severity && { severity }) }] : [];
  });
}

/** The picture that opens a text, whether in Markdown or in HTML, in Markdown. */
function badgeOf(content: string): string {
  const alt = /^\s*(?:<a [^>]{0,200}>)?<img [^>]{0,200}alt="(?<alt>P[0-3])"/.exec(content)?.groups?.["alt"];
  return alt === undefined ? content : `![${alt}]`;
}
