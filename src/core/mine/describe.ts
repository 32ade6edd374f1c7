/** A judged finding as a suggestion: title, description, identity, place, and what it points at. */
import { anchorOf } from "../anchor.ts";
import type { Feedback, PullRequestFeedback } from "../review.ts";
import type { Source } from "../source.ts";
import type { Suggestion } from "../suggestion.ts";
import { criteriaIn } from "./criteria.ts";
import type { Judged } from "./mine-body.ts";
import { anyOf } from "./forms.ts";
import { outcomesIn } from "./outcomes.ts";
import { referencesIn } from "./references.ts";
import { titleOf } from "./title.ts";

export interface Described {
  feedback: Feedback;
  pull: PullRequestFeedback;
  tool: string | null;
  /** Its place among the findings of its body. */
  index: number;
  /** It begins a thread; whether on lines that have changed since. */
  isOutdated?: boolean;
  /** The reply that says that it will be done later. */
  promise?: Feedback;
}

/** Make a suggestion of a judged finding. */
export function toSuggestion(
  { finding, quote, verdict }: Judged,
  { feedback, pull, tool, index, isOutdated, promise }: Described,
): Suggestion {
  const anchor = isOutdated === undefined ? undefined : anchorOf(feedback);
  const description = describe(finding.explanation, finding.plain);
  const promisedBy = promise?.author?.login;
  return {
    key: finding.vendorId && tool ? `finding:${tool}:${finding.vendorId}` : `comment:${feedback.nodeId}:${index}`,
    title: titleOf(finding, feedback.path ?? finding.path),
    description,
    quote,
    kind: verdict.kind,
    priority: verdict.priority,
    reasons: verdict.reasons,
    confidence: verdict.confidence,
    isDeferred: verdict.code === "W3",
    isBlocking: isBlocking({ finding, quote, verdict }, feedback),
    outcomes: outcomesIn(finding),
    criteria: criteriaIn(finding),
    references: referencesIn([finding.plain, ...finding.explanation, promise?.body ?? ""].join("\n")),
    source: sourceOf(feedback, pull, tool, finding),
    createdAt: feedback.createdAt,
    sightings: [],
    ...(anchor && isOutdated !== undefined && { anchor: { ...anchor, isOutdated } }),
    ...(promisedBy !== undefined && { promisedBy }),
  };
}

/** The number of a finding among others, which says nothing outside of its review. */
const NUMBER = /^\d{1,2}[.)] (?=\S)/;

/** Paragraphs without repetition, parted by an empty line. */
function describe(explanation: readonly string[], plain: string): string {
  const [first = "", ...others] = explanation;
  const own = [first.replace(NUMBER, ""), ...others].map((text) => text.trim());
  const paragraphs = [...new Set(own.filter((text) => text !== ""))];
  if (!paragraphs.some((text) => text.includes(plain.replace(NUMBER, "")))) paragraphs.unshift(plain);
  return paragraphs.filter((text) => text !== "").join("\n\n") || plain || "See the quoted comment.";
}

const MUST = /\b(?:blocker|blocking|must[- ](?:fix|address|be fixed)|before (?:merge|merging)|do not merge)\b/;
/** It need not be done before the merge, or was so before. */
const MAY_WAIT = anyOf(
  {
    "Not a blocker: the cursor leaks.": /(?:not|non|isn't|nothing)(?: an?)?[- ]block(?:er|ing)/,
    "The cursor leaks; this need not hold up the merge.":
      /(?:not|n't|none|nothing)(?: \w{1,20}){0,5} (?:hold(?:ing)? (?:up|back)|block|delay) (?:the (?:merge|pr|release)|this|that|it|you|on)/,
    "No need to fix it now, but the cursor leaks.":
      /(?:no need|not saying you (?:have|need)) to (?:\S{1,20} ){1,3}(?:now|here)/,
    "The cursor leaks, as it did before this PR.":
      /before (?:this|your) (?:pr|pull request|change|patch)(?! (?:is|gets|can|could|should|goes|lands|merges|ships))/,
    "Pre-existing: the cursor leaks.": /pre-?existing|was like (?:this|that) before/,
  },
  { before: /\b/, after: /\b/ },
);

/** Meant for the pull request itself: it waits for the merge, as docs/user-guide.md says under "When". */
function isBlocking({ finding, verdict }: Judged, { reviewState }: Feedback): boolean {
  const { marks, severity } = finding;
  if (verdict.code === "W3" || marks.includes("non-blocking") || marks.includes("pre-existing")) return false;
  if (marks.includes("blocking") || severity === "critical" || reviewState === "changes_requested") return true;
  if (severity === "low" || severity === "nit" || MAY_WAIT.test(finding.context)) return false;
  return MUST.test(`${finding.section} ${finding.prose}`) || verdict.rule.family === "defect";
}

/** Where a suggestion came from, as `status.json` records it. */
export function sourceOf(
  feedback: Feedback,
  { repository, pullRequest }: PullRequestFeedback,
  tool: string | null,
  { path, line }: Pick<Judged["finding"], "path" | "line">,
): Source {
  const isReview = feedback.kind === "review";
  const databaseId = feedback.databaseId === 0 ? null : feedback.databaseId;
  return {
    kind: feedback.kind,
    repository: { id: repository.id, fullName: repository.fullName },
    pullRequest: pullRequest.number,
    reviewId: isReview ? databaseId : (feedback.reviewId ?? null),
    commentId: isReview ? null : databaseId,
    url: feedback.url,
    author: feedback.author && { login: feedback.author.login, kind: feedback.author.kind },
    tool,
    path: feedback.path ?? path ?? null,
    line: feedback.line ?? line ?? null,
    commit: feedback.commit ?? null,
  };
}
