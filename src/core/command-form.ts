/** One form of a command: words into the values of its parameters, and values into words. */
import { renderUsage, ruleOf, type Parameter, type Verb } from "./command-grammar.ts";
import { didYouMean } from "./did-you-mean.ts";
import { quoteWords, readFlag, readValue, type Complaint, type Word } from "./command-words.ts";

/** What the parameters of a command were given, by their keys. */
type Values = Record<string, string | number | true | undefined>;

/**
 * Fill the parameters of a form with the words of a line; complain about what is missing, wrong or too much. `line` is
 * what the words were cut from.
 */
export function parseForm(
  verb: Verb,
  parameters: readonly Parameter[],
  words: readonly Word[],
  line: string,
): { values: Values } | Complaint {
  const usage = `write ${renderUsage(verb, parameters)}`;
  const values: Values = {};
  const places = parameters.filter(({ flag }) => flag === undefined);
  const flags = parameters.filter(({ flag }) => flag !== undefined);
  const queue = [...words];

  for (let word = queue.shift(); word; word = queue.shift()) {
    const given = flags.length > 0 ? readFlag(word) : undefined;
    const parameter = given ? flags.find(({ flag }) => flag === given.flag) : places.shift();
    if (!parameter) return given ? unknownFlag(given.flag, flags, usage) : tooMuch(word.text, verb, usage);

    const { key, kind, after, flag } = parameter;
    if (key in values) return { message: `${flag ?? ""} is given twice`, remedy: "keep one" };
    if (kind === "yes") {
      if (given?.value !== undefined) return tooMuch(given.value, verb, usage);
      values[key] = true;
      continue;
    }
    if (kind === "title" && !word.isQuoted) return unquoted(line.slice(word.from), verb);
    if (after !== undefined && word.text.toLowerCase() !== after) {
      return { message: `${quoteWords(word.text)} stands where "${after}" is expected`, remedy: usage };
    }

    let text: string | undefined = word.text;
    if (given) text = given.value ?? queue.shift()?.text;
    if (after !== undefined) text = queue.shift()?.text;
    if (kind === "reason") {
      text = line.slice(word.from);
      queue.length = 0;
    }
    if (text === undefined) return missing(parameter, usage);
    const read = readValue(kind, text);
    if (!("value" in read)) return read;
    values[key] = read.value;
  }

  const absent = parameters.find(({ key, isOptional }) => isOptional !== true && !(key in values));
  if (absent) return missing(absent, usage);
  if (verb === "merge" && values["id"] === values["into"]) {
    return { message: "an enhancement cannot be merged into itself", remedy: "name two different ones" };
  }
  return { values };
}

function missing({ after, name }: Parameter, usage: string): Complaint {
  return { message: `the ${after === undefined ? "" : `"${after}" `}<${name}> is missing`, remedy: usage };
}

function tooMuch(word: string, verb: Verb, usage: string): Complaint {
  return { message: `unexpected word ${quoteWords(word)} after "${verb}"`, remedy: usage };
}

function unknownFlag(flag: string, flags: readonly Parameter[], usage: string): Complaint {
  const known = flags.map(({ flag: name = "" }) => name);
  const meant = didYouMean(flag, known);
  return {
    message: `unknown flag ${quoteWords(flag)}`,
    remedy: meant === undefined ? usage : `did you mean "${meant}"?`,
  };
}

function unquoted(line: string, verb: Verb): Complaint {
  const title = (line.split(/[ \t](?:--|[—–])/, 1)[0] ?? "").trim().replaceAll('"', "");
  return {
    message: "the title stands without quotation marks",
    remedy: title.length <= 100 ? `write /enhance ${verb} "${title}"` : `write /enhance ${verb} "<title>"`,
  };
}

/** The form that a command was written in, by the values it has. */
function formOf(verb: Verb, values: Values): readonly Parameter[] {
  const { forms } = ruleOf(verb);
  return forms.find((form) => form.every(({ key, isOptional }) => isOptional === true || key in values)) ?? [];
}

/** The inverse of `parseForm`: the one line that a verb and its values are written as. */
export function renderForm(verb: Verb, values: Values): string {
  const words = formOf(verb, values).flatMap(({ key, kind, flag, after }) => {
    const value = values[key];
    if (value === undefined) return [];
    const written = kind === "title" ? `"${String(value).replace(/[\\"]/g, "\\$&")}"` : String(value);
    return [flag, after, kind === "yes" ? undefined : written].filter((word) => word !== undefined);
  });
  return ["/enhance", verb, ...words].join(" ");
}
