/** CodeRabbit: inline comments with a line of italic labels, and review bodies with folded sections. */
import { NOTHING } from "../empty-words.ts";
import type { Finding, Mark } from "../finding.ts";
import { foldedNoise } from "../noise.ts";
import type { Block, Document } from "../markdown.ts";
import { severityOf } from "../severity.ts";
import { boldIn, titledFinding } from "./titled.ts";
import type { Tool } from "./tool.ts";
import { vendorIdIn } from "./vendor-id.ts";

const LABELS = /^(?:_[^_\n]{2,60}_(?:\s*\|\s*)?){1,4}\s*$/;
const ANCHOR = /^`(?<lines>\d+(?:-\d+)?(?:, ?\d+(?:-\d+)?)*)`:\s*/;

export const CODERABBIT: Tool = {
  name: "coderabbit",
  logins: ["coderabbitai"],
  appIds: [347_564],
  recognises: ({ comments }) => comments.some((comment) => /auto-generated comment by CodeRabbit$/.test(comment)),
  read: (document) => {
    if (isWalkthrough(document)) return [];
    const inline = readInlineComment(document);
    return inline ?? readReviewBody(document);
  },
};

function isWalkthrough({ comments }: Document): boolean {
  return comments.some((comment) =>
    /summarize by coderabbit|walkthrough_start|skip review by coderabbit|rate limited by/i.test(comment),
  );
}

/** One finding: labels, a bold title, prose. `undefined` when the body has no line of labels. */
function readInlineComment(document: Document): Finding[] | undefined {
  const start = document.blocks.findIndex(
    ({ kind, content, quote }) => kind === "text" && quote === 0 && LABELS.test(content.split("\n")[0] ?? ""),
  );
  if (start !== 0) return undefined;
  const labels = document.blocks[0]?.content.split("\n")[0] ?? "";
  const open = document.blocks.slice(1).filter(({ details, quote }) => quote === 0 && details.length === 0);
  const titled =
    open.find((block) => boldIn(block)) ??
    document.blocks.findLast(
      (block) =>
        block.quote === 0 &&
        block.details.length === 1 &&
        boldIn(block) !== undefined &&
        block.items.length === 0 &&
        foldedNoise(block.details[0]?.summary ?? "") === "evidence",
    );
  const title = titled && boldIn(titled);
  if (!title) return [];
  const rest = open.slice(open.indexOf(titled) + 1);
  const finding = titledFinding(document, { block: titled, ...title, rest });
  const severity = severityOf(labels);
  return [
    {
      ...finding,
      ...(severity && { severity }),
      ...kindOfLabels(labels),
      marks: marksOf(document),
      ...vendorIdIn(document, /^cr-comment:v1:(?<id>[\w-]{6,80})$/),
    },
  ];
}

function kindOfLabels(labels: string): Pick<Finding, "kind"> {
  if (/Security/.test(labels)) return { kind: "security" };
  if (/Performance/.test(labels)) return { kind: "performance" };
  if (/Refactor|Maintainability/.test(labels)) return { kind: "refactor" };
  return {};
}

function marksOf({ text, comments }: Document): Mark[] {
  const marks: Mark[] = [];
  if (comments.some((comment) => comment.includes("review_comment_addressed"))) marks.push("settled");
  if (comments.some((comment) => comment.includes("review_comment_withdrawn"))) marks.push("withdrawn");
  if (text.includes("pre-existing")) marks.push("pre-existing");
  return marks;
}

/** Findings under `path (n)` in the folded sections of a review: `` `36-41`: **Title** ``. */
function readReviewBody(document: Document): Finding[] | undefined {
  const findings: Finding[] = [];
  const blocks = document.blocks.filter(({ quote }) => quote === 0);
  const starts = blocks.flatMap((block, index) => (block.kind === "text" && ANCHOR.test(block.content) ? [index] : []));
  for (const [nth, index] of starts.entries()) {
    const block = blocks[index];
    if (!block || block.details.some(({ summary }) => isHidden(summary))) continue;
    const anchor = ANCHOR.exec(block.content);
    const upToNext = blocks.slice(index, starts[nth + 1]);
    const end = upToNext.findIndex(({ details }) => details.at(-1)?.id !== block.details.at(-1)?.id);
    const own = upToNext.slice(0, end === -1 ? undefined : end).filter(({ kind }) => kind === "text");
    const labels = LABELS.exec(block.content.slice(anchor?.[0].length).split("\n")[0] ?? "")?.[0] ?? "";
    const titled = own.findIndex((one) => boldIn(one));
    const named = own[titled] ?? block;
    const bold = boldIn(named) ?? { from: anchor?.[0].length ?? 0, to: block.content.split("\n")[0]?.length ?? 0 };
    const severity = severityOf(labels);
    const rest = own.slice(Math.max(titled, 0) + 1);
    const finding = titledFinding(document, { block: named, ...bold, rest });
    const sections = block.details.map(({ summary }) => summary.toLowerCase());
    const mayPraise = sections.some((summary) => /additional comments/.test(summary)) || NOTHING.test(finding.prose);
    if (mayPraise && !/\b(?:should|consider|please|must)\b/.test(finding.prose)) continue;
    const isNit = sections.some((summary) => /nitpick|trivial/.test(summary));
    findings.push({
      ...finding,
      ...placeOf(block, anchor?.groups?.["lines"]),
      section: sections[0] ?? "",
      ...(isNit && { severity: "nit" as const }),
      ...(severity && { severity }),
      ...kindOfLabels(labels),
    });
  }
  return findings.length > 0 || document.text.startsWith("**Actionable comments posted") ? findings : undefined;
}

function isHidden(summary: string): boolean {
  return foldedNoise(summary) !== undefined && !/comments/i.test(summary);
}

function placeOf({ details }: Block, lines: string | undefined): Pick<Finding, "path" | "line"> {
  const path = /^(?<path>\S.{0,200}?) \(\d{1,4}\)$/.exec(details.at(-1)?.summary ?? "")?.groups?.["path"];
  const line = Number(lines?.split(/[-,]/)[0]);
  return { ...(path !== undefined && { path }), ...(line > 0 && { line }) };
}
