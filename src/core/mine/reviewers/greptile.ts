/** Greptile: inline remarks under a label or a badge, and summaries with a score, a table of files and a diagram. */
import { readConventional } from "../conventional.ts";
import type { Finding } from "../finding.ts";
import { readInline } from "../inline.ts";
import type { Block, Document } from "../markdown.ts";
import { cutBlock } from "../outline.ts";
import { readMarkdown } from "../read-markdown.ts";
import { wholeOf } from "../sentence.ts";
import { severityOf } from "../severity.ts";
import { visible } from "../visible.ts";
import { remark } from "./remark.ts";
import { withoutSections } from "./sections.ts";
import { boldIn } from "./titled.ts";
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
    const more = readByFile(blocks.filter(isAdditional), document);
    const rest = more.length > 0 ? blocks.filter((block) => !isAdditional(block)) : blocks;
    const found = readConventional(document, rest) ?? readBadged(rest) ?? readMarkdown(document, options, rest);
    return [...found, ...more];
  },
};

/** A remark that stands on no line of the diff is folded away in the summary. */
function isAdditional({ details, kind }: Block): boolean {
  return kind !== "summary" && details.some(({ summary }) => /^Additional Comments\b/i.test(summary));
}

/** "**`path`**" before the words, or an item "`path`, line 12 ([link](…))" over them. */
const FILE =
  /^\s{0,3}(?:\*\*`(?<path>[^`\n]{1,300})`\*\*\s*|`(?<place>[^`\n]{1,300})`, lines? (?<line>\d{1,7})[^\n]{0,600}(?:\n|$))/;
/** Its prompt for an agent says where it stands: the first line, where there are several, and the last. */
const PROMPT = /^Path: (?<path>\S{1,300})\nLine: (?:\d{1,7}:)?(?<line>\d{1,7})$/m;

/** A file, then one remark, then its prompt where it has one, and the next. */
function readByFile(blocks: readonly Block[], document: Document): Finding[] {
  const starts = blocks.flatMap((block, index) => {
    const match = block.kind === "text" ? FILE.exec(block.content) : null;
    if (!match) return [];
    const { path, place, line } = match.groups ?? {};
    const words = cutBlock(block, match[0].length, block.content.length);
    return [{ index, words, path: path ?? place, line: Number(line) }];
  });
  return starts.flatMap(({ index, words, path, line }, nth): Finding[] => {
    const next = starts[nth + 1];
    const own = [...(words.content.trim() === "" ? [] : [words]), ...blocks.slice(index + 1, next?.index)];
    const found = readConventional(document, own) ?? [remark(own)];
    const prompts = document.blocks.filter(
      ({ place }) => place.line > words.place.line && (!next || place.line < next.words.place.line),
    );
    const told = line || Number(prompts.map(({ content }) => PROMPT.exec(content)?.groups?.["line"]).find(Boolean));
    return found.flatMap((finding) => (finding ? [{ ...finding, path, ...(told > 0 && { line: told }) }] : []));
  });
}

/** A badge (P0 to P3), then a title in bold and prose. */
function readBadged(blocks: readonly Block[]): Finding[] | undefined {
  const starts = blocks.flatMap(({ content, kind }, index) =>
    kind === "text" && /^\s*!\[P[0-3]\]/.test(badgeOf(content)) ? [index] : [],
  );
  if (starts.length === 0) return undefined;
  return starts.flatMap((index, nth): Finding[] => {
    const own = withoutSources(blocks.slice(index, starts[nth + 1]));
    const finding = badged(own);
    const severity = severityOf(readInline(own[0]?.content ?? "").badges.join(" "));
    return finding ? [{ ...finding, ...(severity && { severity }) }] : [];
  });
}

/** The remark, under its title in bold where it opens with one. */
function badged(blocks: readonly Block[]): Finding | undefined {
  const [head, ...rest] = blocks;
  const name = head && boldIn(head);
  if (!head || !name) return remark(blocks);
  const after = cutBlock(head, name.to, head.content.length);
  return remark([...(after.content.trim() === "" ? [] : [after]), ...rest], cutBlock(head, name.from, name.to));
}

const SOURCES =
  /^\W{0,4}(?:how this was verified|rules? used|learned from|knowledge base used|context used|reproduction|artifacts):/;

/** What it read, and how it found out, at the end. */
function withoutSources(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex((block) => block.kind === "text" && SOURCES.test(`${wholeOf(block).prose}:`));
  return end === -1 ? blocks : blocks.slice(0, end);
}

/** The picture that opens a text, whether in Markdown or in HTML, in Markdown. */
function badgeOf(content: string): string {
  const alt = /^\s*(?:<a [^>]{0,200}>)?<img [^>]{0,200}alt="(?<alt>P[0-3])"/.exec(content)?.groups?.["alt"];
  return alt === undefined ? content : `![${alt}]`;
}
