/** What zod finds wrong with a config, in words for whoever wrote it: what stands there, and what may stand there. */
import type { z } from "zod";
import { didYouMean } from "./did-you-mean.ts";
import type { Problem } from "./problem.ts";
import { TYPE_WORDS } from "./type-words.ts";

type Issue = z.core.$ZodIssue;
type Told = Pick<Problem, "message" | "remedy">;

/** One mistake at one place. */
interface Mistake {
  /** The keys that lead there, and indexes of lists. */
  path: readonly PropertyKey[];
  told: Told;
}

interface Given {
  /** The whole config, as it was read. */
  config: unknown;
  /** One that is whole, for the keys that there are. */
  defaults: unknown;
}

/** The mistakes of a config, the first at each place: whatever follows there comes of the same. */
export function toMistakes(issues: readonly Issue[], given: Given): Mistake[] {
  const mistakes = new Map<string, Mistake>();
  for (const issue of issues) {
    for (const mistake of toMistake(issue, given)) {
      const place = JSON.stringify(mistake.path.map(String));
      if (!mistakes.has(place)) mistakes.set(place, mistake);
    }
  }
  return [...mistakes.values()];
}

function toMistake(issue: Issue, { config, defaults }: Given): Mistake[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    const known = at(defaults, path);
    return issue.keys.map((key) => {
      const place = [...path, key];
      return { path: place, told: tellUnknownKey(place, { known, value: at(config, place) }) };
    });
  }
  const value = at(config, path);
  const entries = issue.code === "invalid_union" ? issue.errors.flat().filter((inner) => inner.path.length > 0) : [];
  if (entries.length > 0) {
    return entries.flatMap((inner) => toMistake({ ...inner, path: [...path, ...inner.path] }, { config, defaults }));
  }
  const name = path.map(String).join(".") || "the config";
  return [{ path, told: value === null ? tellNothing(issue, name) : tellValue(issue, name, value) }];
}

/** `known`: what may stand beside it. */
function tellUnknownKey(path: readonly PropertyKey[], { known, value }: { known: unknown; value: unknown }): Told {
  const key = String(path.at(-1));
  return {
    message: `unknown key "${path.map(String).join(".")}"`,
    remedy: nest(key, { known, value }) ?? mend(key, known),
  };
}

function mend(key: string, known: unknown): string {
  const keys = isGroup(known) ? Object.keys(known) : [];
  const near = didYouMean(key, keys);
  const others = keys.length > 0 ? `; there are ${keys.join(", ")}` : "";
  return near === undefined ? `remove it or correct its spelling${others}` : `write "${near}", or remove it`;
}

/** A word or a number, as JSON writes it. */
const PLAIN = /^"?(?<plain>[\w-]{1,60})"?$/;

/** How a key is written that stands as one word with dots, as documents name it; nothing for any other. */
function nest(key: string, { known, value }: { known: unknown; value: unknown }): string | undefined {
  const groups = key.split(".");
  const last = groups.pop() ?? "";
  if (groups.length === 0 || last === "" || !isGroup(at(known, groups))) return undefined;
  const given = PLAIN.exec(JSON.stringify(value ?? ""))?.groups?.["plain"] ?? "…";
  const lines = [...groups.map((group) => `"${group}:"`), `"${last}: ${given}"`];
  return `keys nest: write ${lines.join(" and, indented below it, ")}`;
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tellNothing(issue: Issue, name: string): Told {
  const choices = choicesOf(issue);
  const instead = choices.length > 0 ? `write one of ${quoted(choices)}` : wish(issue);
  return { message: `${name}: nothing is given`, remedy: `remove the line, or ${instead}` };
}

function tellValue(issue: Issue, name: string, value: unknown): Told {
  const choices = choicesOf(issue);
  const list = listFor(issue, value);
  if (choices.length === 0)
    return {
      message: `${name}: ${show(value)} cannot be used`,
      remedy: list === undefined ? wish(issue) : `write ${list}`,
    };
  const near = typeof value === "string" ? didYouMean(value, choices) : undefined;
  const all = `write one of ${quoted(choices)}${list === undefined ? "" : `, or ${list}`}`;
  return { message: `${name}: ${show(value)} is not known here`, remedy: near === undefined ? all : `write "${near}"` };
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(", ");
}

/** The words that may stand there. */
function choicesOf(issue: Issue): string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  return issue.code === "invalid_union" ? issue.errors.flat().flatMap(choicesOf) : [];
}

/** How one value is written where a list is wanted. */
function listFor(issue: Issue, value: unknown): string | undefined {
  const inner = issue.code === "invalid_union" ? issue.errors.flat() : [issue];
  const isList = inner.some((each) => each.code === "invalid_type" && each.expected === "array");
  if (!isList) return undefined;
  return typeof value === "string" ? `a list: [${JSON.stringify(value)}]` : "a list";
}

const INDENTED = "keys and values, indented below it";
/** As they are written in YAML. */
const TYPES: typeof TYPE_WORDS = { ...TYPE_WORDS, object: INDENTED, record: INDENTED };

/** What may stand there, as an instruction. */
function wish(issue: Issue): string {
  if (issue.code === "invalid_type") return `give ${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === "too_small") return `give at least ${counted(issue.minimum, issue.origin)}`;
  if (issue.code === "too_big") return `give at most ${counted(issue.maximum, issue.origin)}`;
  const [inner] = issue.code === "invalid_key" ? issue.issues : [];
  return inner ? `${wish(inner)} as the key` : issue.message;
}

function counted(count: number | bigint, origin: string): string {
  const one = { string: "character", array: "entry" }[origin];
  const many = { string: "characters", array: "entries" }[origin];
  const unit = Number(count) === 1 ? one : many;
  return unit === undefined ? String(count) : `${count} ${unit}`;
}

const LONGEST = 60;

function show(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of keys";
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<PropertyKey, unknown>)[key];
  }
  return found;
}
