/**
 * Tables of findings: the rows under a heading cell such as "Issue" or "Suggestion". Of other tables, those that are marked as
 * failed.
 */
import { readInline } from "./inline.ts";
import type { Block } from "./markdown.ts";

const FINDING_COLUMN =
  /^\W{0,12}(?:issue|finding|problem|suggestion|recommendation|proposed|concern|defect|bug|action item)/;
/** A cell that settles its row by itself. */
const SETTLED =
  /^\W{0,12}(?:(?:is |was |been )?(?:fixed|resolved|done|addressed|closed|verified|implemented)(?: (?:in|by|with) \S{1,60})?)\W{0,12}$/;
/** The name of a column that says how far a row has come, and a cell of it that says that its row is done. */
const STATUS_COLUMN = /^\W{0,12}(?:status|state|resolution|disposition|outcome)\W{0,12}$/;
const IS_DONE =
  /^\W{0,12}(?:now )?(?:fixed|resolved|done|addressed|closed|verified|implemented|applied|accepted|mitigated|wontfix|won't fix|by design|intended|not an? (?:issue|bug))\b/;
/** A cell that says that its row failed. */
const FAILED = /^\W{0,3}(?:❌|✖|✗|✘|🔴|🟠|🟥|🟧|⚠)/u;
const TEXT_COLUMN = /^\W{0,12}(?:description|details?|comment|fix|change|action|note)/;

/** The cells of each row that say what it found, the telling one first. `isExpected`: it stands under such a heading. */
export function rowsOf(rows: readonly (readonly Block[])[], isExpected: boolean): Block[][] {
  const [head, ...rest] = rows;
  if (!head || rest.length === 0) return [];
  const names = head.map(({ content }) => readInline(content).prose);
  const finding = names.findIndex((name) => FINDING_COLUMN.test(name));
  const text = names.findIndex((name) => TEXT_COLUMN.test(name));
  const column = finding === -1 ? text : finding;
  if (column === -1) return [];
  return rest.flatMap((row) => {
    const told = row[column];
    if (!told || told.content.trim() === "") return [];
    if (finding === -1 && !isExpected && !row.some((cell) => cell !== told && FAILED.test(cell.content))) return [];
    if (row.some((cell, at) => cell !== told && saysDone(readInline(cell.content).prose, names[at]))) return [];
    return [[told, ...row.filter((cell) => cell !== told)]];
  });
}

function saysDone(prose: string, column = ""): boolean {
  return SETTLED.test(prose) || (STATUS_COLUMN.test(column) && IS_DONE.test(prose));
}
