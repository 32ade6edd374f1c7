/**
 * The lines of code that a comment stands on, and whether they still stand in a later version of the file: what
 * "still true?" is answered from. Text comparison alone; nothing is guessed.
 */

export interface Anchor {
  path: string;
  /** Where the snippet began, counted from one, as the reviewer saw it. */
  line: number;
  /** The commented lines, without their line ends. Never empty. */
  snippet: string[];
  /** The lines that a committable suggestion would put in their place; empty lines for a deletion. */
  replacement?: string[];
}

/** `unknown`: there is nothing to compare, because the comment stands on no line or its lines are blank. */
export type StillTrue = "unchanged" | "moved" | "changed" | "gone" | "unknown";

interface Commented {
  path?: string | undefined;
  line?: number | undefined;
  startLine?: number | undefined;
  /** GitHub's hunk ends at the commented line. */
  diffHunk?: string | undefined;
  body: string;
}

/** The anchor of a review comment, or nothing for one on a whole file, on a deleted line, or without a hunk. */
export function anchorOf({ path, line, startLine = line, diffHunk, body }: Commented): Anchor | undefined {
  if (path === undefined || line === undefined || startLine === undefined || diffHunk === undefined) return undefined;
  const rows = diffHunk.split("\n").slice(1);
  if (rows.at(-1)?.startsWith("-") !== false) return undefined;
  const after = rows.filter((row) => row.startsWith("+") || row.startsWith(" ")).map((row) => row.slice(1));
  const snippet = after.slice(-Math.max(1, line - startLine + 1));
  if (snippet.every((row) => row.trim() === "")) return undefined;
  const replacement = suggestedLines(body);
  return { path, line: startLine, snippet, ...(replacement && { replacement }) };
}

const OPENING = /^ {0,3}(?<marks>`{3,}|~{3,}) {0,9}suggestion\b/;

/** The lines of the only committable suggestion of a comment; nothing when there is none, or more than one. */
function suggestedLines(body: string): string[] | undefined {
  const blocks: string[][] = [];
  let marks: string | undefined;
  for (const line of body.replaceAll("\r\n", "\n").split("\n")) {
    if (marks === undefined) {
      marks = OPENING.exec(line)?.groups?.["marks"];
      if (marks !== undefined) blocks.push([]);
    } else if (line.trim() === marks) marks = undefined;
    else blocks.at(-1)?.push(line);
  }
  return blocks.length === 1 && marks === undefined ? blocks[0] : undefined;
}

/** How the anchored lines fare in `text`, the file's newer version; `undefined` when the file is gone. */
export function compareAnchor(anchor: Anchor | undefined, text: string | undefined): StillTrue {
  if (!anchor) return "unknown";
  if (text === undefined) return "gone";
  const places = placesOf(anchor.snippet, text);
  if (places.includes(anchor.line)) return "unchanged";
  return places.length > 0 ? "moved" : "changed";
}

/** Whether the suggested lines stand in `text`, and the commented ones only as part of them. */
export function isApplied({ snippet, replacement }: Anchor, text: string): boolean {
  if (!replacement || replacement.every((row) => row.trim() === "")) return false;
  const applied = placesOf(replacement, text);
  if (applied.length === 0) return false;
  return placesOf(snippet, text).every((place) =>
    applied.some((start) => place >= start && place + snippet.length <= start + replacement.length),
  );
}

/** The lines, counted from one, at which `rows` stand in `text`. White space at line ends does not count. */
function placesOf(rows: readonly string[], text: string): number[] {
  const lines = text.split("\n").map((line) => line.trimEnd());
  const wanted = rows.map((row) => row.trimEnd());
  const [first] = wanted;
  const places: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === first && wanted.every((row, offset) => lines[index + offset] === row)) places.push(index + 1);
  }
  return places;
}
