/** The words of a command line: where they are cut, and what each may say. */
import { didYouMean } from "./did-you-mean.ts";
import { Priority, Status } from "./enhancement.ts";
import { Verb, type ValueKind } from "./command-grammar.ts";
import { toReference } from "./reference.ts";

export const LONGEST_GIVEN_TITLE = 200;
export const LONGEST_REASON = 1_000;

/** What is wrong with a command, and what to do. Plain text: it holds the words of the comment, so escape it to render it. */
export interface Complaint {
  message: string;
  remedy: string;
}

export interface Word {
  text: string;
  /** Where it starts in the line. */
  from: number;
  isQuoted: boolean;
}

/** What may close a quotation that a character opens: keyboards and editors make each of these out of `"`. */
const QUOTES: Record<string, string> = { '"': '"', "“": "”“", "”": "”", "„": "“”", "«": "»" };

/** Cut a line at its blanks; where a title may stand, words in quotation marks are one. */
export function cutWords(
  line: string,
  { quotes, from: start = 0 }: { quotes: boolean; from?: number },
): Word[] | Complaint {
  const words: Word[] = [];
  let from = start;
  while (from < line.length) {
    if (isBlank(line[from])) {
      from += 1;
      continue;
    }
    const closers = quotes ? QUOTES[line[from] ?? ""] : undefined;
    if (closers !== undefined) {
      const end = findClose(line, from + 1, closers);
      if (end === undefined) {
        return { message: `the quotation ${quoteWords(line.slice(from))} is not closed`, remedy: 'put a " after it' };
      }
      words.push({ text: unescape(line.slice(from + 1, end)), from, isQuoted: true });
      from = end + 1;
      continue;
    }
    let end = from + 1;
    while (end < line.length && !isBlank(line[end])) end += 1;
    words.push({ text: line.slice(from, end), from, isQuoted: false });
    from = end;
  }
  return words;
}

/** The first mark with the line's end or a flag behind it, so that a title may hold quotations; else the first with a blank. */
function findClose(line: string, from: number, closers: string): number | undefined {
  let fallback: number | undefined;
  for (let at = from; at < line.length; at += 1) {
    const character = line[at] ?? "";
    if (character === "\\") {
      at += 1;
      continue;
    }
    if (!closers.includes(character)) continue;
    let after = at + 1;
    while (isBlank(line[after])) after += 1;
    if (after === line.length) return at;
    if (after === at + 1) continue;
    if (/^(?:--|[—–])/.test(line.slice(after, after + 2))) return at;
    fallback ??= at;
    at = after - 1;
  }
  return fallback;
}

function unescape(quoted: string): string {
  return quoted.replace(/\\(?<character>[\\"“”„«»])/g, "$<character>");
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

/** The name and value of a flag, or nothing for an ordinary word. Phones turn `--` into a dash. */
export function readFlag({ text, isQuoted }: Word): { flag: string; value: string | undefined } | undefined {
  const groups = isQuoted ? undefined : /^(?:--|[—–])(?<name>[^=]*)(?:=(?<value>.*))?$/s.exec(text)?.groups;
  return groups && { flag: `--${(groups["name"] ?? "").toLowerCase()}`, value: groups["value"] };
}

/** Read a value, whose kind says what it may be. */
export function readValue(kind: Exclude<ValueKind, "yes">, word: string): { value: string | number } | Complaint {
  switch (kind) {
    case "enhancement":
      return readReference(word);
    case "pull":
      return readPull(word);
    case "status":
      return choose("a status", word, Status.options);
    case "priority":
      return choose("a priority", word, Priority.options);
    case "verb":
      return choose("a command", word, Verb.options);
    case "title":
      return readText("title", word, LONGEST_GIVEN_TITLE);
    case "reason":
      return readReason(word);
  }
}

function readReference(word: string): { value: string } | Complaint {
  const value = toReference(word);
  if (value !== undefined) return { value };
  return {
    message: `${quoteWords(word)} names no enhancement`,
    remedy: "give its number, like 001; one in each command",
  };
}

function readPull(word: string): { value: number } | Complaint {
  const number = /^#?(?<number>[1-9]\d{0,9})$/.exec(word)?.groups?.["number"];
  if (number !== undefined) return { value: Number(number) };
  return { message: `${quoteWords(word)} is not a pull request`, remedy: "give its number, like 123" };
}

function readReason(text: string): { value: string } | Complaint {
  const reason = readText("reason", text, LONGEST_REASON);
  if (!("value" in reason)) return reason;
  const words = text.split(/[\s,]+/);
  const others = words.filter((word) => word !== "" && !/^(?:and|&)$/i.test(word));
  if (others.length > 0 && others.every((word) => toReference(word) !== undefined)) {
    return { message: `${quoteWords(text)} looks like more enhancements`, remedy: "write one command for each" };
  }
  return reason;
}

function readText(name: string, text: string, longest: number): { value: string } | Complaint {
  const value = text.trim();
  if (value === "") return { message: `the ${name} is empty`, remedy: `say something, in up to ${longest} characters` };
  if (value.length <= longest) return { value };
  return { message: `the ${name} is ${value.length} characters long`, remedy: `keep it under ${longest + 1}` };
}

/** One of a few known words, in any letter case. */
function choose(what: string, word: string, known: readonly string[]): { value: string } | Complaint {
  const value = word.toLowerCase();
  if (known.includes(value)) return { value };
  const meant = didYouMean(word, known);
  const message = `${quoteWords(word)} is not ${what}`;
  return { message, remedy: meant === undefined ? `use one of ${known.join(", ")}` : `did you mean "${meant}"?` };
}

/** Somebody's words in a message: quoted, and cut when they are long. */
export function quoteWords(words: string): string {
  const characters = Array.from(words.slice(0, 100));
  const isLong = words.length > 100 || characters.length > 40;
  return `"${isLong ? `${characters.slice(0, 40).join("")}…` : words}"`;
}
