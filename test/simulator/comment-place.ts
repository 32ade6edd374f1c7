/** Where an inline comment stands: in the diff it was written on, and in the diff as it is now. */
import { ApiError } from "./api-error.ts";
import { textOf } from "./git/changed-files.ts";
import { diffLines, toLines, type Hunk, type LineEdit } from "./git/line-diff.ts";
import { readCommit } from "./git/objects.ts";
import { entryAt } from "./git/trees.ts";
import type { PullRequest, ReviewComment, Side } from "./model.ts";
import { baseTreeOf, diffOf } from "./pull-diff.ts";

export interface Anchor {
  path: string;
  line: number | null;
  side: Side;
  startLine: number | null;
  startSide: Side | null;
  position: number | null;
  diffHunk: string;
}

interface AnchorRequest {
  path: string;
  line?: number | null | undefined;
  side?: Side | undefined;
  startLine?: number | null | undefined;
  startSide?: Side | null | undefined;
  /** The old way: counted from the first hunk header of the file. */
  position?: number | null | undefined;
}

function unprocessable(message: string): ApiError {
  return new ApiError(422, "Unprocessable Entity", [message]);
}

function numberOf(edit: LineEdit, side: Side): number | undefined {
  return side === "LEFT" ? edit.before : edit.after;
}

/** Throws 422 when the place is not part of the diff: GitHub takes comments on shown lines alone. */
export function anchorIn(pull: PullRequest, request: AnchorRequest): Anchor {
  const { path, side = "RIGHT", startLine = null } = request;
  const file = diffOf(pull).find((each) => each.path === path);
  if (!file) throw unprocessable("Path could not be resolved");
  const rows = toRows(file.hunks);
  const found = request.line
    ? rows.find(({ edit }) => numberOf(edit, side) === request.line)
    : rows.find(({ position }) => position === request.position);
  if (!found) throw unprocessable("Line could not be resolved");
  const startSide = startLine === null ? null : (request.startSide ?? side);
  if (startLine !== null && startSide !== null) {
    const start = rows.find(({ edit }) => numberOf(edit, startSide) === startLine);
    if (!start || start.position >= found.position) throw unprocessable("Start line could not be resolved");
  }
  const actualSide = request.line || found.edit.after !== undefined ? side : "LEFT";
  return {
    path,
    line: numberOf(found.edit, actualSide) ?? null,
    side: actualSide,
    startLine,
    startSide,
    position: found.position,
    diffHunk: [found.hunk.header, ...found.hunk.edits.slice(0, found.at + 1).map(({ kind, text }) => kind + text)].join(
      "\n",
    ),
  };
}

interface Row {
  hunk: Hunk;
  edit: LineEdit;
  /** Where it stands among the lines of the hunk. */
  at: number;
  position: number;
}

/** Positions count every line of the file's diff; further hunk headers count too. */
function toRows(hunks: Hunk[]): Row[] {
  const rows: Row[] = [];
  let position = 0;
  for (const [index, hunk] of hunks.entries()) {
    if (index > 0) position++;
    for (const [at, edit] of hunk.edits.entries()) {
      rows.push({ hunk, edit, at, position: ++position });
    }
  }
  return rows;
}

interface Place {
  line: number | null;
  startLine: number | null;
  position: number | null;
  commit: string;
  isOutdated: boolean;
}

/** Follows the line through later commits; gone from the diff or changed, the comment is outdated. */
export function placeOf(comment: ReviewComment): Place {
  const { pull, line, side, startLine, startSide, position, commit } = comment;
  if (commit === pull.head.sha) return { line, startLine, position, commit, isOutdated: false };
  const nowLine = follow(comment, line, side);
  const nowStart = startSide === null ? null : follow(comment, startLine, startSide);
  const file = diffOf(pull).find((each) => each.path === comment.path);
  const row = file && nowLine !== null ? toRows(file.hunks).find(({ edit }) => numberOf(edit, side) === nowLine) : null;
  if (!row) return { line: null, startLine: null, position: null, commit, isOutdated: line !== null };
  return { line: nowLine, startLine: nowStart, position: row.position, commit: pull.head.sha, isOutdated: false };
}

function follow({ pull, path, commit }: ReviewComment, line: number | null, side: Side): number | null {
  if (line === null) return null;
  const { objects } = pull.repository;
  const [before, after] =
    side === "LEFT"
      ? [baseTreeOf(pull, commit), baseTreeOf(pull)]
      : [readCommit(objects, commit).tree, readCommit(objects, pull.head.sha).tree];
  if (before === after) return line;
  const [old, now] = [before, after].map((tree) => textOf(objects, entryAt(objects, tree, path)));
  if (old === undefined || now === undefined) return null;
  const kept = diffLines(toLines(old), toLines(now)).find((edit) => edit.before === line);
  return kept?.after ?? null;
}
