/** Items as a table of a pull request's body: what, why, where, how much it matters. */
import { directoryName } from "./allocate.ts";
import { byNumbers } from "./by-numbers.ts";
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
import type { StatusFile } from "./documents/status-json.ts";
import { Priority } from "./enhancement.ts";
import { isSafeUrl, toUrlPath } from "./documents/url.ts";
import { fitRows } from "./fit-rows.ts";
import { lastMove } from "./last-move.ts";
import { plainLogin } from "./review.ts";
import { pathWithLine } from "./source.ts";

/** Where a list of a follow-up's body goes on. */
export const IN_FILES = "they are in the files of this pull request";

interface Links {
  /** Address of the repository. */
  url: string;
  branch: string;
  directory: string;
}

/**
 * Lines of Markdown, one row an item: the weightiest first, then by number, and at the end what was rejected; of very many,
 * the first, and how many more there are.
 */
export function renderItemsTable(items: readonly StatusFile[], links: Links): string[] {
  const rows = items.toSorted(byNumbers(weightsOf)).map((item) => renderRow(item, links));
  return ["| # | What | Why kept | Where | Priority |", "|---|---|---|---|---|", fitRows(rows, { rest: IN_FILES }), ""];
}

function weightsOf({ status, priority, id }: StatusFile): number[] {
  return [Number(status === "rejected"), Priority.options.indexOf(priority), Number(id)];
}

function renderRow(item: StatusFile, { url, branch, directory }: Links): string {
  const path = `${directory}/${directoryName(item.id, item.slug)}/enhancement.md`;
  const link = `[${inlineText(item.title)}](${url}/blob/${toUrlPath(branch)}/${toUrlPath(path)})`;
  const what = item.status === "not-started" ? link : `${link} (${renderStatus(item)})`;
  const why = [...item.evidence.kept.map(inlineText), ...renderTookIn(item), ...renderStillTrue(item)].join("; ");
  return `| ${item.id} | ${what} | ${why} | ${renderPlace(item, url)} | ${renderPriority(item)} |`;
}

function renderStatus(item: StatusFile): string {
  const reason = lastMove(item)?.reason;
  return reason ? `${item.status}: ${inlineText(reason)}` : item.status;
}

function renderPriority({ priority, evidence }: StatusFile): string {
  if (evidence.priority === "assumed") return `${priority} (assumed)`;
  return evidence.priority === "raised" ? `${priority} (raised again)` : priority;
}

function renderTookIn({ history }: StatusFile): string[] {
  return history.flatMap(({ tookIn }) => (tookIn ? [`${inlineText(tookIn.id)} is merged into it`] : []));
}

const STILL_TRUE: Partial<Record<NonNullable<StatusFile["evidence"]["stillTrue"]>, string>> = {
  unchanged: "its lines merged unchanged",
  moved: "its lines merged, and moved",
  changed: "its lines changed before the merge: check whether it is done",
  gone: "its file is gone: check whether it still matters",
};

function renderStillTrue({ evidence }: StatusFile): string[] {
  const words = evidence.stillTrue && STILL_TRUE[evidence.stillTrue];
  return words ? [words] : [];
}

/** Words of ours in the words of a link to a comment of the repository, where the address is one. Markdown. */
export function linkToComment(words: string, address: string | null, repositoryUrl: string): string {
  const isOurs = address !== null && address.startsWith(`${repositoryUrl}/`) && isSafeUrl(address);
  return isOurs ? `[${words}](${address})` : words;
}

function renderPlace({ source }: StatusFile, url: string): string {
  const link = linkToComment("comment", source.url, url);
  const { author } = source;
  const comment = author
    ? `${link} by ${inlineText(plainLogin(author.login))}${author.kind === "bot" ? " (bot)" : ""}`
    : link;
  if (source.path === null) return comment;
  const label = codeSpan(pathWithLine(source));
  const anchor = source.line === null ? "" : `#L${source.line}`;
  const file =
    source.commit === null ? label : `[${label}](${url}/blob/${source.commit}/${toUrlPath(source.path)}${anchor})`;
  return `${file}, ${comment}`;
}
