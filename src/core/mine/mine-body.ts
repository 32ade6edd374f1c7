/** One text through the whole of mining: findings, then judgement. */
import type { Author } from "../review.ts";
import { classify, type ClassifyOptions, type Verdict } from "./classify.ts";
import { readConventional } from "./conventional.ts";
import { listsOfCriteria } from "./criteria.ts";
import { mergeFindings } from "./dedupe.ts";
import type { Finding, Mark } from "./finding.ts";
import { firstParagraph } from "./first-paragraph.ts";
import { cutQuote } from "./cut-quote.ts";
import { parseDocument, type Document } from "./markdown.ts";
import { noticeIn } from "./notices.ts";
import { readMarkdown } from "./read-markdown.ts";
import { ownWordIn } from "./own-words.ts";
import type { UnitOptions } from "./unit-options.ts";
import { visible } from "./visible.ts";
import { isSettledByTool } from "./reviewers/settled-by-tool.ts";
import type { Tool } from "./reviewers/tool.ts";
import { toolOf } from "./tools.ts";

export interface BodyContext {
  author: Author | null;
  /** It stands on a line of code. */
  isOnCode: boolean;
  /** It answers another comment. */
  isReply: boolean;
  /** A person says it of a pull request of their own. */
  isOwnChange?: boolean;
  /** Said of every finding in it: what its thread or its review decided. */
  marks?: readonly Mark[];
  /** Words of the repository's own that put something off. */
  deferWords?: readonly string[];
  without?: ClassifyOptions["without"];
}

/** A finding with its exact quote and the judgement of it. */
export interface Judged {
  finding: Finding;
  /** Exact substring of the body. */
  quote: string;
  verdict: Verdict;
}

export interface MinedBody {
  judged: Judged[];
  tool: Tool | undefined;
  document: Document;
}

/** At most so many findings of one body: more is no review. */
const MOST_FINDINGS = 120;

/** Mine one body. Pure; never throws, whatever the text. */
export function mineBody(body: string, context: BodyContext): MinedBody {
  const document = parseDocument(body);
  const isTool = context.author?.kind === "bot";
  const tool = toolOf(context.author, document);
  if (noticeIn(document.text, isTool)) return { judged: [], tool, document };

  const found = mergeFindings(findingsOf(document, context, tool).slice(0, MOST_FINDINGS));
  // What is promised is wanted, though no words of it ask.
  const isPromised = found.length === 0 && context.marks?.includes("elsewhere") === true;
  const findings = isPromised ? firstParagraph(document) : found;
  // On a line of code one comment is about one thing; elsewhere such a line may be about one of several.
  const isAlone = context.isOnCode || findings.length === 1;
  const isSettled = isTool && isAlone && isSettledByTool(document);
  const marks: Mark[] = [...(context.marks ?? []), ...(isSettled ? (["settled"] as const) : [])];
  const lists = listsOfCriteria(document.blocks, findings);
  const judged: Judged[] = [];
  for (const one of findings) {
    const criteria = lists.get(one);
    const said = withSaid(one, marks, ownWordIn(one.context, context.deferWords ?? []));
    const finding = criteria ? { ...said, criteria } : said;
    const { quote } = cutQuote(document, finding);
    if (!/[\p{L}\p{N}]/u.test(quote) && finding.shape !== "suggestion-block") continue;
    if (quote === "") continue;
    const verdict = classify(finding, {
      isPerson: !isTool,
      isOnCode: context.isOnCode && !context.isReply,
      isReply: context.isReply,
      // A tool's text may be posted under the login of whoever ran it.
      isOwnChange: context.isOwnChange === true && !isTool && tool === undefined,
      ...(context.without && { without: context.without }),
    });
    judged.push({ finding, quote, verdict });
  }
  return { judged, tool, document };
}

/** A finding with what the words around it say. */
function withSaid(found: Finding, marks: readonly Mark[], deferral = found.deferral): Finding {
  if (marks.length === 0 && deferral === found.deferral) return found;
  return { ...found, marks: [...new Set([...found.marks, ...marks])], deferral };
}

function findingsOf(
  document: Document,
  { author, isOnCode, isReply, deferWords }: BodyContext,
  tool: Tool | undefined,
): Finding[] {
  const options: UnitOptions = {
    by: author?.kind === "bot" ? "tool" : "person",
    isOnCode: isOnCode && !isReply,
    ...(deferWords && { deferWords }),
  };
  return (
    tool?.read(document, options) ??
    readConventional(document, visible(document), options) ??
    readMarkdown(document, options)
  );
}
