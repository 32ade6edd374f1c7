/**
 * The follow-up's title and body, and the summary comment on the source: for a maintainer with one minute. Text from
 * a review goes through `inlineText` or `codeSpan`; the one live reference is the source pull request.
 */
import type { Config } from "./config.ts";
import { directoryName } from "./allocate.ts";
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
import type { StatusFile } from "./documents/status-json.ts";
import type { Snapshot } from "./snapshot.ts";
import type { LeftOut } from "./suggestion.ts";

/** How many left-out lines are listed; the rest are counted. */
const LEFT_OUT_LINES = 20;

export const SOURCE_COMMENT_MARKER = "<!-- review-miner summary -->";

export function renderFollowUpTitle(count: number, pullNumber: number): string {
  return `Capture ${suggestions(count)} from #${pullNumber}`;
}

export interface FollowUpBody {
  snapshot: Snapshot;
  config: Config;
  items: StatusFile[];
  branch: string;
  /** How many wait until the source merges. */
  waiting: number;
  /** How many found no room under the cap. */
  overCap: number;
  leftOut: LeftOut[];
  /** Markdown of ours, shown first. */
  note?: string | undefined;
}

/** GitHub-flavoured Markdown, without the marker. */
export function renderFollowUpBody(body: FollowUpBody): string {
  const { snapshot, config, items, branch, note } = body;
  const { number, state } = snapshot.feedback.pullRequest;
  const are = items.length === 1 ? "is" : "are";
  const rows = items.map((item) =>
    renderRow(item, { url: snapshot.repository.url, branch, directory: config.directory }),
  );
  const step =
    state === "open"
      ? `*Review Miner adds to this pull request while ${codeSpan(`#${number}`)} is open.*`
      : `*${codeSpan(`#${number}`)} has merged: this list is complete.*`;
  return [
    ...(note === undefined ? [] : [`> ${note}`, ""]),
    `**${suggestions(items.length)} from the review of #${number} ${are} worth keeping.** Merging this adds ${items.length === 1 ? "it" : "them"} to the backlog in ${codeSpan(`${config.directory}/`)}; no code changes.`,
    "",
    "| # | What | Why kept | Where | Priority |",
    "|---|---|---|---|---|",
    ...rows,
    "",
    ...renderRemainder(body),
    "**Decide:** merge to keep all · delete a directory on this branch to drop one, edit its files to change it · close to decline all (they are not proposed again)",
    "",
    `${step} To turn it off, set ${codeSpan("enabled: false")} in ${codeSpan(".github/enhance.yml")}.`,
  ].join("\n");
}

function renderRow(
  item: StatusFile,
  { url, branch, directory }: { url: string; branch: string; directory: string },
): string {
  const path = `${directory}/${directoryName(item.id, item.slug)}/enhancement.md`;
  const what = `[${inlineText(item.title)}](${url}/blob/${toUrlPath(branch)}/${toUrlPath(path)})`;
  const why = item.evidence.kept.map((reason) => inlineText(reason)).join("; ");
  return `| ${item.id} | ${what} | ${why} | ${renderPlace(item, url)} | ${item.priority} |`;
}

function renderPlace({ source }: StatusFile, url: string): string {
  const comment =
    source.url !== null && source.url.startsWith(`${url}/`) ? `[comment](${encodeURI(source.url)})` : null;
  if (source.path === null) return comment ?? "";
  const label = codeSpan(source.line === null ? source.path : `${source.path}:${source.line}`);
  const anchor = source.line === null ? "" : `#L${source.line}`;
  const file =
    source.commit === null ? label : `[${label}](${url}/blob/${source.commit}/${toUrlPath(source.path)}${anchor})`;
  return comment === null ? file : `${file}, ${comment}`;
}

function renderRemainder({ leftOut, waiting, overCap, snapshot, config }: FollowUpBody): string[] {
  const lines: string[] = [];
  if (waiting > 0 && snapshot.feedback.pullRequest.state === "open") {
    const they = waiting === 1 ? "1 more is" : `${waiting} more are`;
    lines.push(`${they} meant for the pull request itself, and will be added only if still open when it merges.`, "");
  }
  if (overCap > 0) {
    const cap = config.capture.max_per_pull_request;
    lines.push(`${suggestions(overCap)} more did not fit: ${codeSpan("max_per_pull_request")} is ${cap}.`, "");
  }
  if (leftOut.length === 0) return lines;
  const counts = new Map<string, number>();
  for (const { group } of leftOut) counts.set(group, (counts.get(group) ?? 0) + 1);
  const summary = [...counts].map(([group, count]) => `${count} ${group}`).join(", ");
  const shown = leftOut
    .slice(0, LEFT_OUT_LINES)
    .map(({ title, reason }) => `- ${inlineText(title)}: ${inlineText(reason)}`);
  const hidden = leftOut.length - shown.length;
  return [
    ...lines,
    `<details><summary>Left out: ${leftOut.length} (${summary})</summary>`,
    "",
    ...shown,
    ...(hidden > 0 ? [`- and ${hidden} more`] : []),
    "",
    "</details>",
    "",
  ];
}

/** The one comment on the source pull request, where the config asks for it. */
export function renderSourceComment(items: StatusFile[], followUp: number): string {
  const lines = items.map(({ id, title }) => `- ${id}: ${inlineText(title)}`);
  return [`${suggestions(items.length)} kept for later in #${followUp}:`, "", ...lines].join("\n");
}

function suggestions(count: number): string {
  return count === 1 ? "1 suggestion" : `${count} suggestions`;
}

/** Each part percent-encoded, `/` kept. Parentheses too, since they end a Markdown link. */
function toUrlPath(path: string): string {
  return path
    .split("/")
    .map((part) =>
      encodeURIComponent(part.toWellFormed()).replace(
        /[()!'*]/g,
        (character) => `%${character.charCodeAt(0).toString(16)}`,
      ),
    )
    .join("/");
}
