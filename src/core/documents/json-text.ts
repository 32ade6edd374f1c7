/** JSON as text: where the members of the outermost object stand, so that one can be changed and the rest left alone. */

interface Member {
  key: string;
  /** Of the key's opening quote. */
  at: number;
  /** Of the value, both ends. */
  from: number;
  to: number;
}

/** How deep arrays and objects are nested; counts brackets outside strings, whether or not the JSON is valid. */
export function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '"') at = endOfString(json, at) - 1;
    else if (character === "{" || character === "[") deepest = Math.max(deepest, (depth += 1));
    else if (character === "}" || character === "]") depth -= 1;
  }
  return deepest;
}

/** Keys that the outermost object of valid JSON has twice: `JSON.parse` would silently take the last. */
export function duplicateKeys(json: string): { key: string; line: number }[] {
  const seen = new Set<string>();
  return membersOf(json).flatMap(({ key, at }) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ key, line: lineAt(json, at) }];
  });
}

/** The line of a key of the outermost object of valid JSON, counted from one. */
export function lineOfKey(json: string, key: string): number | undefined {
  const member = membersOf(json).find((each) => each.key === key);
  return member && lineAt(json, member.at);
}

/** Replaces values of the outermost object where they differ and adds what is missing; every other byte stays. */
export function editMembers(
  text: string,
  changes: Readonly<Record<string, unknown>>,
  stringify: (value: unknown) => string,
): string {
  const members = membersOf(text);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = /^[ \t]*/.exec(lineBefore(text, members[0]?.at ?? 0))?.[0] ?? "";
  const isOnOneLine = members.length > 0 && !text.includes("\n");
  const write = (value: unknown) => {
    const json = stringify(value);
    return isOnOneLine ? JSON.stringify(JSON.parse(json)) : json.replaceAll("\n", `${newline}${indent}`);
  };
  let edited = text;
  for (const { key, from, to } of members.toReversed()) {
    if (!Object.hasOwn(changes, key) || changes[key] === undefined) continue;
    if (isSame(JSON.parse(text.slice(from, to)), changes[key])) continue;
    edited = edited.slice(0, from) + write(changes[key]) + edited.slice(to);
  }
  const known = new Set(members.map(({ key }) => key));
  const added = Object.entries(changes).filter(([key, value]) => !known.has(key) && value !== undefined);
  if (added.length === 0) return edited;
  const close = edited.lastIndexOf("}");
  const end = edited.slice(0, close).trimEnd().length;
  const gap = isOnOneLine ? " " : `${newline}${indent}`;
  const lines = added.map(([key, value]) => `${gap}${JSON.stringify(key)}: ${write(value)}`);
  return `${edited.slice(0, end)}${members.length > 0 ? "," : ""}${lines.join(",")}${edited.slice(end)}`;
}

/** The members of the outermost object of valid JSON; nothing when it is no object. */
function membersOf(json: string): Member[] {
  const members: Member[] = [];
  let at = json.indexOf("{");
  if (
    at === -1 ||
    json
      .slice(0, at)
      .replace(/^\uFEFF/, "")
      .trim() !== ""
  )
    return [];
  for (at = next(json, at + 1); json[at] === '"'; at = next(json, at)) {
    const start = at;
    const keyEnd = endOfString(json, at);
    const from = next(json, next(json, keyEnd) + 1);
    const to = endOfValue(json, from);
    members.push({ key: String(JSON.parse(json.slice(start, keyEnd))), at: start, from, to });
    at = next(json, to);
    if (json[at] !== ",") break;
    at += 1;
  }
  return members;
}

function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}

function endOfValue(json: string, start: number): number {
  let depth = 0;
  for (let at = start; at < json.length; at += 1) {
    const character = json[at] ?? "";
    if (character === '"') at = endOfString(json, at) - 1;
    else if ("{[".includes(character)) depth += 1;
    else if ("}]".includes(character)) depth -= 1;
    else if (depth > 0 || !/[,\s]/.test(json[at + 1] ?? ",")) continue;
    if (depth < 0) return at;
    if (depth === 0 && /[,\s}\]]/.test(json[at + 1] ?? ",")) return at + 1;
  }
  return json.length;
}

/** The next place that is not white space. */
function next(json: string, start: number): number {
  let at = start;
  while (/\s/.test(json[at] ?? "x")) at += 1;
  return at;
}

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
}

function lineAt(json: string, at: number): number {
  return json.slice(0, at).split("\n").length;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
