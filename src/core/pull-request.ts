/**
 * The follow-up's title and body, and the summary comment on the source: for a maintainer with one minute. Text from
 * a review goes through `inlineText` or `codeSpan`; the one live reference is the source pull request.
 */
import type { Config } from "./config.ts";
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
import type { StatusFile } from "./documents/status-json.ts";
import { countOf } from "./count-of.ts";
import { standingOf } from "./first-follow-up.ts";
import { fitRows } from "./fit-rows.ts";
import { linkToComment, renderItemsTable } from "./items-table.ts";
import type { MarkedItem } from "./marker.ts";
import { renderFolded, renderRemainder, type Remainder } from "./render-remainder.ts";
import type { Backlog, Snapshot } from "./snapshot.ts";
import type { LeftOut } from "./suggestion.ts";

export const SOURCE_COMMENT_MARKER = "<!-- review-miner summary -->";

/** The title of the follow-up of one source pull request. */
export function renderFollowUpTitle(items: readonly StatusFile[], pullNumber: number): string {
  return `Capture ${countOf(wanted(items).length || items.length, "suggestion")} from #${pullNumber}`;
}

/** Those that nobody has rejected. */
function wanted(items: readonly StatusFile[]): StatusFile[] {
  return items.filter(({ status }) => status !== "rejected");
}

export interface FollowUpBody extends Remainder {
  snapshot: Snapshot;
  config: Config;
  items: readonly StatusFile[];
  /** What the marker remembers: items that are gone are told with the reason. */
  marked: readonly MarkedItem[];
  branch: string;
  leftOut: readonly LeftOut[];
  /** Markdown of ours, shown first. */
  note?: string | undefined;
}

/** GitHub-flavoured Markdown, without the marker. */
export function renderFollowUpBody(body: FollowUpBody): string {
  const { snapshot, config, items, branch, note } = body;
  const { url } = snapshot.repository;
  return [
    ...(note === undefined ? [] : [`> ${note}`, ""]),
    ...renderLead(body),
    "",
    ...(items.length === 0 ? [] : renderItemsTable(items, { url, branch, directory: config.directory })),
    ...renderRemainder(snapshot.feedback.pullRequest.state === "open" ? body : { ...body, waiting: [] }, {
      ...{ url, config, pullNumber: snapshot.feedback.pullRequest.number },
    }),
    ...renderGone(body.marked),
    ...renderLeftOut(body.leftOut, url),
    ...renderCommands(items),
    "",
    renderOutlook(body),
  ].join("\n");
}

function renderLead({ snapshot, config, items }: FollowUpBody): string[] {
  const { number, title } = snapshot.feedback.pullRequest;
  const source = `#${number} (${inlineText(title)})`;
  if (items.length === 0) return [`**Nothing from the review of ${source} is left to keep.**`];
  const backlog = `the backlog in ${codeSpan(`${config.directory}/`)}; no code changes.`;
  const kept = wanted(items).length;
  if (kept === 0) return [`**All from the review of ${source} is rejected.** Merging this records that in ${backlog}`];
  const [are, them] = kept === 1 ? ["is", "it"] : ["are", "them"];
  const rejected = items.length - kept;
  const but = rejected === 0 ? "" : `; ${rejected} ${rejected === 1 ? "is" : "are"} rejected`;
  return [
    `**${countOf(kept, "suggestion")} from the review of ${source} ${are} worth keeping${but}.** Merging this adds ${them} to ${backlog}`,
  ];
}

/**
 * What a follow-up says of itself where nobody has written a config, or decided about one of ours, yet: Markdown, one
 * paragraph. Nothing for one that was asked for before the first is decided, or after it was declined. `own`: its number,
 * once it has one.
 */
export function renderOnboarding(backlog: Backlog, own: number | undefined): string | undefined {
  const standing = standingOf(backlog, own);
  if (standing !== "first" && standing !== "unanswered") return undefined;
  return [
    standing === "first"
      ? "**This is the first pull request of Review Miner here.**"
      : "**Nobody has decided about a pull request of Review Miner here yet.**",
    "It keeps what reviewers put off, so that good ideas outlive the pull request they were raised on.",
    "No other one is opened before you decide: merge this and it goes on, close it and it stays quiet until somebody writes",
    `${codeSpan("/enhance")}. What it captures, and when, is set in ${codeSpan(".github/enhance.yml")}.`,
  ].join(" ");
}

function renderGone(marked: readonly MarkedItem[]): string[] {
  const gone = marked.flatMap(({ id, title, gone: left }) => (left ? [{ id, title, why: left.why }] : []));
  if (gone.length === 0) return [];
  const rows = gone.map(({ id, title, why }) => `${id} ${inlineText(title)}: ${inlineText(why)}`);
  return renderFolded(`Withdrawn: ${gone.length}`, rows, "the history of the branch has them");
}

function renderLeftOut(all: readonly LeftOut[], repositoryUrl: string): string[] {
  // What nobody can be sure was a suggestion at all is no news.
  const leftOut = all.filter(({ group }) => group !== "low confidence");
  if (leftOut.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { group } of leftOut) counts.set(group, (counts.get(group) ?? 0) + 1);
  const summary = [...counts]
    .map(([group, count]) => `${count} ${count > 1 && group === "nit" ? "nits" : group}`)
    .join(", ");
  const rows = leftOut.map(
    ({ title, reason, url }) => `${linkToComment(inlineText(title), url, repositoryUrl)}: ${inlineText(reason)}`,
  );
  return renderFolded(`Left out: ${leftOut.length} (${summary})`, rows);
}

/** Commands that work here, with numbers of this very follow-up. */
function renderCommands(items: readonly StatusFile[]): string[] {
  const [first, second] = wanted(items);
  if (!first) return [];
  const commands = [
    `/enhance reject ${second?.id ?? first.id} <why>`,
    `/enhance priority ${first.id} low`,
    ...(second ? ["/enhance merge <id> into <id>"] : []),
    "/enhance help",
  ];
  return [
    "**Decide:** merge to keep all · close to decline all (they are not proposed again) · or comment here:",
    "",
    commands.map(codeSpan).join(" · "),
  ];
}

function renderOutlook({ snapshot, overCap }: FollowUpBody): string {
  const { number, state } = snapshot.feedback.pullRequest;
  const source = codeSpan(`#${number}`);
  const quiet = `Quiet on ${source}: ${codeSpan("/enhance ignore")} there. Off: ${codeSpan("enabled: false")} in ${codeSpan(".github/enhance.yml")}.`;
  const outlook =
    state === "open"
      ? `Review Miner keeps this pull request in step with ${source} until it merges.`
      : `${source} has ${state === "merged" ? "merged" : "closed"}: ${overCap.length === 0 ? COMPLETE : REJECTING}.`;
  return `*${outlook} ${quiet}*`;
}

const COMPLETE = "this list is complete";
const REJECTING = "of what did not fit, the next comes in where one here is rejected";

/** The one comment on the source pull request, where the config asks for it. */
export function renderSourceComment(items: StatusFile[], followUp: number): string {
  const lines = items.map(({ id, title }) => `- ${id}: ${inlineText(title)}`);
  return [
    `${countOf(items.length, "suggestion")} kept for later in #${followUp}:`,
    "",
    fitRows(lines, { rest: "they are in the files of that pull request" }),
  ].join("\n");
}
