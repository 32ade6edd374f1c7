/**
 * The `/enhance` comment command: a comment body in, commands and problems out.
 *
 * Nothing here knows who wrote the comment; whether they may run a command is `mayRun`'s question.
 */
import { z } from "zod";
import { parseForm, renderForm } from "./command-form.ts";
import { ruleOf, Verb, type Parameter } from "./command-grammar.ts";
import { findCommandLines } from "./command-lines.ts";
import {
  cutWords,
  LONGEST_GIVEN_TITLE,
  LONGEST_REASON,
  quoteWords,
  readFlag,
  type Complaint,
  type Word,
} from "./command-words.ts";
import { didYouMean } from "./did-you-mean.ts";
import { Priority, Status } from "./enhancement.ts";
import { EnhancementReference } from "./reference.ts";

const id = EnhancementReference;
const reason = z.string().min(1).max(LONGEST_REASON).optional();
const priority = Priority.optional();

/** A command that was understood. What its references name is for the reader of the repository to find out. */
export const EnhanceCommand = z.union([
  z.strictObject({ verb: z.literal("capture"), priority }),
  z.strictObject({ verb: z.literal("create"), title: z.string().min(1).max(LONGEST_GIVEN_TITLE), priority }),
  z.strictObject({ verb: z.literal("create"), fromPull: z.int().positive() }),
  z.strictObject({ verb: z.literal("list"), status: Status.optional(), priority }),
  z.strictObject({ verb: z.literal("show"), id }),
  z.strictObject({ verb: z.literal("status"), id, status: Status, reason }),
  z.strictObject({ verb: z.literal("priority"), id, priority: Priority }),
  z.strictObject({ verb: z.literal("reject"), id, reason }),
  z.strictObject({ verb: z.literal("defer"), id, reason }),
  z.strictObject({ verb: z.literal("approve"), id, reason }),
  z.strictObject({ verb: z.literal("merge"), id, into: EnhancementReference }),
  z.strictObject({ verb: z.literal("start"), id, tag: z.literal(true).optional() }),
  z.strictObject({ verb: z.literal("redact"), id }),
  z.strictObject({ verb: z.literal("ignore") }),
  z.strictObject({ verb: z.literal("unignore") }),
  z.strictObject({ verb: z.literal("help"), about: Verb.optional() }),
]);
export type EnhanceCommand = z.infer<typeof EnhanceCommand>;

interface LocatedCommand {
  /** Counted from one. */
  line: number;
  command: EnhanceCommand;
}

/** A line that addressed us and could not be understood. */
interface CommandProblem extends Complaint {
  /** Counted from one. */
  line: number;
  /** The line as it was written. Plain text, of any length: escape it to render it. */
  text: string;
}

export interface ParsedComment {
  /** In the order of their lines. */
  commands: LocatedCommand[];
  problems: CommandProblem[];
  /** There was no command but in code: a sentence that says so. Plain text. */
  hint?: string;
}

/** More than anybody writes by hand; what follows is not run, and one problem says so. */
export const MOST_COMMANDS = 20;

/** Spellings of other tools, and what they stand for. */
const SPELLINGS: readonly [start: RegExp, means: string][] = [
  [/^\/github:pr-review(?=[ \t]|$)/i, "create --from-pr"],
  [/^\/enhance(?:ment)?:/i, ""],
  [/^\/enhance(?=[ \t]|$)/i, ""],
];

/** The line that a command is written as: `parseCommands` gives the command back. */
export function renderCommand(command: EnhanceCommand): string {
  return renderForm(command.verb, command);
}

/** Read the commands of a comment. Never throws. */
export function parseCommands(body: string): ParsedComment {
  const commands: LocatedCommand[] = [];
  const problems: CommandProblem[] = [];
  let hint: string | undefined;
  let count = 0;
  for (const { line, text, place } of findCommandLines(body)) {
    if (place === "code") {
      hint ??= hintAt(line, text);
      continue;
    }
    count += 1;
    if (count > MOST_COMMANDS) {
      const message = `a comment may hold ${MOST_COMMANDS} commands`;
      problems.push({ line, text, message, remedy: "write the others in another comment" });
      break;
    }
    const result = parseLine(text);
    if ("verb" in result) commands.push({ line, command: result });
    else problems.push({ line, text, ...result });
  }
  return { commands, problems, ...(count === 0 && hint !== undefined && { hint }) };
}

/**
 * What an edit of a comment added: commands and problems that it did not hold before, as often as they were added. A
 * command that was only moved, or written in other words for the same, is not new.
 */
export function newCommands(before: string, after: string): ParsedComment {
  const old = parseCommands(before);
  const given = parseCommands(after);
  return {
    commands: without(given.commands, old.commands, ({ command }) => renderCommand(command)),
    problems: without(given.problems, old.problems, ({ text }) => text.replace(/[ \t]+/g, " ")),
    ...(given.hint !== undefined && old.hint === undefined && { hint: given.hint }),
  };
}

/** What is left of a list when each of `taken` has taken away one that is like it. */
function without<T>(list: readonly T[], taken: readonly T[], nameOf: (item: T) => string): T[] {
  const counts = new Map<string, number>();
  for (const item of taken) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return list.filter((item) => {
    const count = counts.get(nameOf(item)) ?? 0;
    counts.set(nameOf(item), count - 1);
    return count <= 0;
  });
}

function hintAt(line: number, text: string): string | undefined {
  if (!("verb" in parseLine(text))) return undefined;
  return `${quoteWords(text)} on line ${line} stands in code and was not run; to run it, write it outside code`;
}

function parseLine(text: string): EnhanceCommand | Complaint {
  const line = spellOut(text);
  const [first, ...others] = wordsOf(line);
  if (first === undefined) return { message: "no command is named", remedy: 'try "/enhance help"' };

  const verb = Verb.safeParse(first.text.toLowerCase());
  if (!verb.success) return unknownVerb(first.text);
  const { forms } = ruleOf(verb.data);
  const quotes = forms.flat().some(({ kind }) => kind === "title");
  const words = quotes ? cutWords(line, { quotes, from: first.from + first.text.length }) : others;
  if (!Array.isArray(words)) return words;

  const flags = words.map((word) => readFlag(word)?.flag);
  const form = forms.find((parameters) => parameters.some((parameter) => isCalled(parameter, flags)));
  const filled = parseForm(verb.data, form ?? forms[0] ?? [], words, line);
  return "values" in filled ? EnhanceCommand.parse({ verb: verb.data, ...filled.values }) : filled;
}

/** The command in our own words, without `/enhance`. */
function spellOut(text: string): string {
  if (text.toLowerCase() === "/enhance") return "capture";
  const spelling = SPELLINGS.find(([start]) => start.test(text));
  return spelling ? text.replace(spelling[0], () => `${spelling[1]} `) : text;
}

function wordsOf(line: string): Word[] {
  const words = cutWords(line, { quotes: false });
  return Array.isArray(words) ? words : [];
}

function isCalled({ flag, isOptional }: Parameter, flags: readonly (string | undefined)[]): boolean {
  return flag !== undefined && isOptional !== true && flags.includes(flag);
}

function unknownVerb(word: string): Complaint {
  const meant = didYouMean(word, Verb.options);
  const remedy = meant === undefined ? 'try "/enhance help"' : `did you mean "/enhance ${meant}"?`;
  return { message: `unknown command ${quoteWords(word)}`, remedy };
}
