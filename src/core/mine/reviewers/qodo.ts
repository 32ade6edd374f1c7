/** Qodo 2: one comment of numbered summaries under pictures that say how pressing they are; details stand in quotes. */
import type { Finding, Severity } from "../finding.ts";
import { readInline } from "../inline.ts";
import type { Block, Document } from "../markdown.ts";
import { cutBlock } from "../outline.ts";
import { severityOf } from "../severity.ts";
import { visible } from "../visible.ts";
import { placeIn } from "./permalink.ts";
import { PR_AGENT } from "./pr-agent.ts";
import { remark } from "./remark.ts";
import { titledFinding } from "./titled.ts";
import type { Tool } from "./tool.ts";

const NUMBERED = /^\s*\d{1,3}\.\s{0,4}(?=\S|$)/;
const SETTLED = /\b(?:resolved|dismissed)\b/i;

export const QODO: Tool = {
  name: "qodo",
  restates: true,
  logins: ["qodo-code-review", "qodo-merge", "qodo-ai", "qodo"],
  recognises: isOwn,
  read: (document, options) => {
    const starts = document.blocks.flatMap((block, index) =>
      isStart(block, document.blocks[index - 1]) ? [index] : [],
    );
    if (starts.length === 0) return isOwn(document) ? [] : (onCode(document) ?? PR_AGENT.read(document, options));
    return starts.flatMap((index, nth) => toFinding(document, index, starts[nth + 1]));
  },
};

function isOwn({ text }: Document): boolean {
  return /^\s*<h3>(?:Code Review|PR Summary) by Qodo/.test(text);
}

function isStart({ kind, content, quote, details }: Block, before: Block | undefined): boolean {
  return (
    kind === "summary" && quote === 0 && NUMBERED.test(content) && before?.details.at(-1)?.id !== details.at(-1)?.id
  );
}

function toFinding(document: Document, index: number, end: number | undefined): Finding[] {
  const own = document.blocks.slice(index, end);
  const [head] = own;
  const id = head?.details.at(-1)?.id;
  const summary = own.filter(({ kind, details }) => kind === "summary" && details.at(-1)?.id === id);
  const titled = summary.find(({ content }) => readInline(content.replace(NUMBERED, "")).plain !== "");
  if (!titled) return [];
  const from = NUMBERED.exec(titled.content)?.[0].length ?? 0;
  const rest = own.filter(({ kind, content }) => kind === "text" && !/^\s*(?:<|!\[)/.test(content));
  const labels = titled.content.indexOf("<code>");
  const to = labels === -1 ? titled.content.length : labels;
  // Labels say nothing that explains a finding.
  const finding = titledFinding(document, { block: cutBlock(titled, 0, to), from, to, rest });
  const isSettled = summary.some((block) => SETTLED.test(block === titled ? block.content.slice(to) : block.content));
  const severity = pressing(document.blocks.slice(0, index));
  return [
    {
      ...finding,
      ...placeIn(rest.map(({ content }) => content).join("\n")),
      ...(severity && { severity }),
      ...kindOf(titled.content.slice(to)),
      ...(isSettled && { marks: ["settled" as const] }),
    },
  ];
}

/** What sort of change the labels behind a name say that it is. */
function kindOf(labels: string): Pick<Finding, "kind"> {
  if (/Security/.test(labels)) return { kind: "security" };
  if (/Performance/.test(labels)) return { kind: "performance" };
  return /Bug\b/.test(labels) ? { kind: "bug" } : {};
}

/** On a line of code: a picture, then a number, a title and its labels, and words under them. */
const ON_CODE = /^(?<number>\s{0,9}\d{1,3}\\?\.\s{1,4})(?<title>[^\n<]{3,200}?)\s{0,9}<code>/;

function onCode(document: Document): Finding[] | undefined {
  const blocks = visible(document);
  const at = blocks.findIndex(({ kind, content }) => kind === "text" && ON_CODE.test(content));
  const head = blocks[at];
  const { number = "", title = "" } = (head && ON_CODE.exec(head.content)?.groups) ?? {};
  if (!head || title === "") return undefined;
  const finding = remark(blocks.slice(at + 1), cutBlock(head, number.length, number.length + title.length));
  if (!finding) return [];
  const severity = pressing(blocks.slice(0, at));
  return [
    {
      ...finding,
      ...(severity && { severity }),
      ...(SETTLED.test(head.content.slice(number.length + title.length)) && { marks: ["settled" as const] }),
    },
  ];
}

/** The last picture above says how pressing the findings under it are. */
function pressing(before: readonly Block[]): Severity | undefined {
  const banner = before.findLast(({ content }) =>
    /!\[(?:Action|Remediation|Review) (?:required|recommended)/.test(content),
  );
  return banner && severityOf(readInline(banner.content).badges.join(" "));
}
