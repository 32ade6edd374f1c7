/**
 * A body made ready for parsing: HTML comments, carriage returns, invisible characters and commands are left out, and
 * every character knows where it stood, so that a quote can be cut from the body exactly as it was written.
 */
import { findCommandLines } from "../command-lines.ts";

export interface BodyText {
  /** What was given. */
  body: string;
  /** What is parsed. */
  text: string;
  /** HTML comments outside code, without their marks, in order: review tools keep ids and states in them. */
  comments: string[];
  /** Places in `text` where a command was left out, ascending. Its line stays, empty: what stood around it is apart. */
  commands: number[];
  /** Places in `text` and the number of characters left out before them, both ascending; empty when nothing was. */
  skips: { at: number; skipped: number }[];
}

// Zero-width and directional characters, soft hyphen, byte-order mark: GitHub shows none of them.
const INVISIBLE = /[\r\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const LEFT_OUT = /<!--|[\r\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const FENCE = /^[ >]{0,20}(?<marker>`{3,}|~{3,})/;

/** Make a body ready. Linear in its length. */
export function readBodyText(body: string): BodyText {
  const hidden = LEFT_OUT.test(body) ? [...invisible(body), ...htmlComments(body)] : [];
  const holes = [...commandsIn(body), ...hidden];
  if (holes.length === 0) return { body, text: body, comments: [], commands: [], skips: [] };
  holes.sort((one, other) => one.from - other.from);

  const kept: string[] = [];
  const comments: string[] = [];
  const commands: number[] = [];
  const skips: BodyText["skips"] = [];
  let from = 0;
  let at = 0;
  for (const hole of holes) {
    if (hole.comment !== undefined) comments.push(hole.comment);
    if (hole.isCommand) commands.push(at + Math.max(0, hole.from - from));
    if (hole.to <= from) continue;
    kept.push(body.slice(from, Math.max(from, hole.from)));
    at += Math.max(0, hole.from - from);
    from = hole.to;
    skips.push({ at, skipped: from - at });
  }
  kept.push(body.slice(from));
  return { body, text: kept.join(""), comments, commands, skips };
}

/** Whether a body says anything beside commands, and what GitHub does not show. */
export function hasOwnWords(body: string): boolean {
  return readBodyText(body).text.trim() !== "";
}

/**
 * The exact words of the body between two places of the text, without white space at the ends. They end before a command
 * that stood between them: no quote holds one.
 */
export function quoteBetween(text: BodyText, start: number, end: number): { quote: string; start: number } {
  let from = start;
  while (from < end && isSpace(text.text.charCodeAt(from))) from += 1;
  let to = Math.min(end, text.commands.find((place) => place > from) ?? end);
  while (to > from && isSpace(text.text.charCodeAt(to - 1))) to -= 1;
  const first = toBody(text, from);
  return { quote: to > from ? text.body.slice(first, toBody(text, to - 1) + 1) : "", start: first };
}

/** Where a place of the text stood in the body. */
function toBody({ skips }: BodyText, place: number): number {
  let low = 0;
  let high = skips.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((skips[middle]?.at ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return place + (skips[low - 1]?.skipped ?? 0);
}

interface Hole {
  from: number;
  to: number;
  comment?: string;
  isCommand?: true;
}

/** The lines of commands, without their ends. An example in code is none. */
function commandsIn(body: string): Hole[] {
  return findCommandLines(body).flatMap(({ place, from, to }) =>
    place === "text" ? [{ from, to, isCommand: true }] : [],
  );
}

function* invisible(body: string): Generator<Hole> {
  // A carriage return alone is a line end for Markdown, and stays.
  for (const { 0: character, index } of body.matchAll(INVISIBLE)) {
    if (character === "\r" && body[index + 1] !== "\n") continue;
    yield { from: index, to: index + 1 };
  }
}

/** HTML comments outside fenced and inline code; one that fills its lines takes them along. */
function* htmlComments(body: string): Generator<Hole> {
  let open = body.indexOf("<!--");
  let fence: string | undefined;
  let line = 0;
  let next = 0;
  while (line < body.length && open !== -1) {
    if (line >= next) next = body.indexOf("\n", line) + 1 || body.length + 1;
    const text = body.slice(line, Math.min(next - 1, line + 200));
    const marker = FENCE.exec(text)?.groups?.["marker"];
    let resume = next;
    if (fence === undefined) {
      const end = marker === undefined ? next : Math.min(next, line + text.indexOf(marker));
      const isWhole = line === 0 || body[line - 1] === "\n";
      let ticks = 0;
      let seen = line;
      while (open !== -1 && open < end && resume === next) {
        ticks += ticksIn(body, seen, open);
        const startsLine = seen === line && body.slice(line, open).trim() === "";
        seen = open;
        if (ticks % 2 === 1) {
          open = body.indexOf("<!--", open + 4);
          continue;
        }
        const close = body.indexOf("-->", open + 4);
        if (close === -1 && !startsLine) return;
        yield wholeLines(body, line, open, close === -1 ? body.length : close + 3, startsLine);
        if (close === -1) return;
        open = body.indexOf("<!--", close + 3);
        if (!isWhole || close >= next) resume = close + 3;
      }
      if (resume === next) fence = marker;
    } else if (marker?.startsWith(fence) && text.trim().replace(/^[ >]+/, "") === marker) {
      fence = undefined;
    }
    while (resume === next && open !== -1 && open < next) open = body.indexOf("<!--", open + 4);
    line = resume;
  }
}

function wholeLines(body: string, line: number, open: number, close: number, startsLine: boolean): Hole {
  const comment = body
    .slice(open + 4, close - 3)
    .replace(INVISIBLE, "")
    .trim();
  const end = startsLine ? body.indexOf("\n", close) : -1;
  if (end === -1 || body.slice(close, end).trim() !== "") return { from: open, to: close, comment };
  return { from: line, to: end + 1, comment };
}

/** The backticks between two places: after an odd number of them, code is open. */
function ticksIn(body: string, from: number, to: number): number {
  let ticks = 0;
  for (let at = from; at < to; at += 1) if (body.charCodeAt(at) === 96) ticks += 1;
  return ticks;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}
