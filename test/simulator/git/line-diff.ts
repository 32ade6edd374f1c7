/** The shortest edit between two lists of lines (Myers' greedy algorithm), and unified hunks made of it. */

export interface LineEdit {
  kind: " " | "-" | "+";
  text: string;
  /** 1-based; undefined on the side where the line does not exist. */
  before: number | undefined;
  after: number | undefined;
}

export interface Hunk {
  header: string;
  edits: LineEdit[];
}

/** Lines without their newline; a last line without one counts as a line all the same. */
export function toLines(text: string): string[] {
  if (text === "") return [];
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}

/** Past so many differences the middle counts as replaced: exactness there serves nobody. */
const MAX_DIFFERENCES = 1_000;

export function diffLines(before: string[], after: string[]): LineEdit[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const isSame = () => before[before.length - 1 - end] === after[after.length - 1 - end];
  while (end < before.length - start && end < after.length - start && isSame()) end++;

  const kinds = [
    ...Array.from({ length: start }, () => " " as const),
    ...shortestEdit(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...Array.from({ length: end }, () => " " as const),
  ];
  let [left, right] = [0, 0];
  return kinds.map((kind) => {
    const isOld = kind !== "+";
    const isNew = kind !== "-";
    const text = (isOld ? before[left] : after[right]) ?? "";
    if (isOld) left++;
    if (isNew) right++;
    return { kind, text, before: isOld ? left : undefined, after: isNew ? right : undefined };
  });
}

function shortestEdit(a: string[], b: string[]): LineEdit["kind"][] {
  const replaced = () => [...a.map(() => "-" as const), ...b.map(() => "+" as const)];
  if (a.length === 0 || b.length === 0) return replaced();
  const trace: Map<number, number>[] = [];
  let reach = new Map([[1, 0]]);
  for (let depth = 0; depth <= Math.min(a.length + b.length, MAX_DIFFERENCES); depth++) {
    trace.push(new Map(reach));
    for (let k = -depth; k <= depth; k += 2) {
      let x = isDown(reach, k, depth) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach = reach.set(k, x);
      if (x >= a.length && x - k >= b.length) return backtrack(trace, a.length, b.length);
    }
  }
  return replaced();
}

function isDown(reach: Map<number, number>, k: number, depth: number): boolean {
  return k === -depth || (k !== depth && (reach.get(k - 1) ?? 0) < (reach.get(k + 1) ?? 0));
}

function backtrack(trace: Map<number, number>[], width: number, height: number): LineEdit["kind"][] {
  const kinds: LineEdit["kind"][] = [];
  let [x, y] = [width, height];
  for (let depth = trace.length - 1; depth >= 0; depth--) {
    const reach = trace[depth] ?? new Map<number, number>();
    const k = x - y;
    const previous = isDown(reach, k, depth) ? k + 1 : k - 1;
    const fromX = reach.get(previous) ?? 0;
    const fromY = fromX - previous;
    for (; x > fromX && y > fromY; x--, y--) kinds.push(" ");
    if (depth > 0) kinds.push(x === fromX ? "+" : "-");
    [x, y] = [fromX, fromY];
  }
  return kinds.reverse();
}

const CONTEXT = 3;

/** Unified hunks with three lines of context. */
export function toHunks(edits: LineEdit[]): Hunk[] {
  const changed = edits.flatMap(({ kind }, index) => (kind === " " ? [] : [index]));
  const ranges: [number, number][] = [];
  for (const index of changed) {
    const last = ranges.at(-1);
    const from = Math.max(0, index - CONTEXT);
    const to = Math.min(edits.length, index + CONTEXT + 1);
    if (last && from <= last[1]) last[1] = to;
    else ranges.push([from, to]);
  }
  return ranges.map(([from, to]) => {
    const part = edits.slice(from, to);
    return {
      header: `@@ -${range(edits, from, part, "before")} +${range(edits, from, part, "after")} @@`,
      edits: part,
    };
  });
}

function range(edits: LineEdit[], from: number, part: LineEdit[], side: "before" | "after"): string {
  const lines = part.flatMap((edit) => edit[side] ?? []);
  const start = lines[0] ?? edits.slice(0, from).reduce((last, edit) => edit[side] ?? last, 0);
  return lines.length === 1 ? `${start}` : `${start},${lines.length}`;
}
