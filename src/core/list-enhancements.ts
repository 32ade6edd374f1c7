/** The answers of the commands that look at the backlog. */
import type { EnhanceCommand } from "./command.ts";
import { locate, locateAll } from "./desk.ts";
import type { Located } from "./located.ts";
import { codeSpan, inlineText } from "./documents/markdown-text.ts";
import type { Priority, Status } from "./enhancement.ts";
import { toUrlPath } from "./documents/url.ts";
import { fitRows } from "./fit-rows.ts";
import { nameOf } from "./item.ts";
import { lastMove } from "./last-move.ts";
import { pathWithLine } from "./source.ts";
import { viewRolling } from "./rolling.ts";
import type { CommandResult } from "./run-command.ts";
import type { Backlog } from "./snapshot.ts";
import { toSentence } from "./to-sentence.ts";

/** A reply is read on a pull request: longer lists belong in the repository. */
const MOST_ROWS = 50;

type Look = Extract<EnhanceCommand, { verb: "list" | "show" }>;

/** Whether a command looks at the backlog, and changes nothing. */
export function isLook(command: EnhanceCommand): command is Look {
  return command.verb === "list" || command.verb === "show";
}

/** A line for each, of a backlog as it stands. `pullNumber`: the pull request that they were written on. */
export function answerLooks(looks: readonly Look[], backlog: Backlog, pullNumber: number): CommandResult[] {
  const { config: read, url } = backlog.repository;
  const { directory, follow_up } = read.ok ? read.config : read.meanwhile;
  const rolling = viewRolling(backlog, follow_up.branch_prefix);
  const here = backlog.generated.find(({ number, state }) => number === pullNumber && state === "open");
  const all = locateAll({ backlog, rolling, here });
  return looks.map((look) => {
    if (look.verb === "list") return { line: renderList(all, look) };
    const found = locate(look.id, all);
    if ("refusal" in found) return { line: inlineText(toSentence(found.refusal)), failed: true };
    return { line: renderItem(found, { url, directory }) };
  });
}

/** A table of the enhancements of one status or priority, or of all; what is not merged yet says so. */
export function renderList(
  all: readonly Located[],
  { status, priority }: { status?: Status | undefined; priority?: Priority | undefined },
): string {
  const wanted = all
    .filter(
      (each) =>
        (status === undefined || each.status.status === status) &&
        (priority === undefined || each.status.priority === priority),
    )
    .sort((one, other) => Number(one.status.id) - Number(other.status.id));
  if (wanted.length === 0) return "No enhancement fits.";
  const rows = wanted.map(({ status: item, isMerged }) => {
    const state = isMerged ? item.status : `${item.status}, not merged yet`;
    return `| ${item.id} | ${inlineText(item.title)} | ${state} | ${item.priority} |`;
  });
  const rest = `narrow it with ${codeSpan("--status")} or ${codeSpan("--priority")}`;
  return ["| # | What | Status | Priority |", "|---|---|---|---|", fitRows(rows, { rest, most: MOST_ROWS })].join("\n");
}

/**
 * One enhancement in a few lines. The link leads to its file at the commit it was read from: branches of ours come and go,
 * and what is merged may stand on one or not.
 */
export function renderItem(
  { status, isMerged, commit, from }: Located,
  { url, directory }: { url: string; directory: string },
): string {
  const { id, title, priority, kind, source, sightings, evidence, created } = status;
  const file = `${url}/blob/${toUrlPath(`${commit}/${directory}/${from ?? nameOf(status)}/enhancement.md`)}`;
  const reason = lastMove(status)?.reason ?? null;
  const place = source.path === null ? [] : [`- where: ${codeSpan(pathWithLine(source))}`];
  return [
    `**${id}: ${inlineText(title)}** ([enhancement.md](${file})${isMerged ? "" : ", not merged yet"})`,
    "",
    `- status: ${status.status}${reason === null ? "" : ` (${inlineText(reason)})`}`,
    `- priority: ${priority}, kind: ${kind}, created ${created}`,
    ...place,
    `- why kept: ${inlineText(evidence.kept.join("; "))}`,
    ...(sightings.length > 0 ? [`- raised again: ${sightings.length}`] : []),
  ].join("\n");
}
