/** The text of the rolling follow-up: what merging it changes in the backlog. */
import type { Config } from "./config.ts";
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
import type { StatusFile } from "./documents/status-json.ts";
import { fitRows } from "./fit-rows.ts";
import { IN_FILES, renderItemsTable } from "./items-table.ts";
import { nameOf } from "./item.ts";
import { lastMove } from "./last-move.ts";
import type { BacklogChanges } from "./backlog-changes.ts";
import type { Backlog } from "./snapshot.ts";

interface RollingBody {
  backlog: Backlog;
  config: Config;
  branch: string;
  changes: BacklogChanges;
}

/** GitHub-flavoured Markdown, without the marker. */
export function renderRollingBody({ backlog, config, branch, changes }: RollingBody): string {
  const { added, changed, removed } = changes;
  const links = { url: backlog.repository.url, branch, directory: config.directory };
  const rows = [
    ...changed.map(({ before, after }) => `- ${nameOf(after)}: ${describe(before, after)}`),
    ...removed.map((name) => `- ${codeSpan(name)}: removed`),
  ];
  return [
    `**Merging this brings the backlog in ${codeSpan(`${config.directory}/`)} up to date; no code changes.**`,
    "",
    ...(rows.length === 0 ? [] : ["**Changed**", "", fitRows(rows, { rest: IN_FILES }), ""]),
    ...(added.length === 0 ? [] : ["**New**", "", ...renderItemsTable(added, links)]),
    "*Review Miner adds to this pull request until it is merged or closed.*",
  ].join("\n");
}

/** What differs, in the order in which it matters. */
function describe(before: StatusFile, after: StatusFile): string {
  const parts: string[] = [];
  if (before.status !== after.status) {
    const reason = lastMove(after)?.reason;
    parts.push(`${before.status} → ${after.status}${reason ? ` (${inlineText(reason)})` : ""}`);
  }
  if (before.priority !== after.priority) parts.push(`priority ${before.priority} → ${after.priority}`);
  if (before.title !== after.title) parts.push(`now called “${inlineText(after.title)}”`);
  if (after.evidence.redacted === true && before.evidence.redacted !== true) parts.push("its quote is taken out");
  const merged = after.history.slice(before.history.length).flatMap(({ tookIn }) => tookIn?.id ?? []);
  parts.push(...merged.map((id) => `${inlineText(id)} is merged into it`));
  const sightings = after.sightings.length - before.sightings.length;
  // Of what is merged into it the sightings are its own now, and no news.
  if (sightings > 0 && merged.length === 0)
    parts.push(`raised again ${sightings === 1 ? "once" : `${sightings} times`}`);
  return parts.length > 0 ? parts.join(", ") : "details";
}
