/** A question that leaves a choice, as something to do: "Do we have to clone here?" is to be checked. */

import { isVerb, verbOfParticiple } from "./languages/english/verbs.ts";

const LEAD = "(?:hm{1,5}|so|and|but|also|then|well|ok),? ";
const AUXILIARY =
  "is|are|was|were|do|does|has|have(?! (?:this|that|these|those|it|there)\\b)|can|could|will|would|should";
const PRONOUN = "(?:this|that|these|those|the other) ones?|i|we|you|it|they|this|that|these|those|there";
/** Its end is told by what comes next: the verb, or "ever" and the like. */
const NAME = String.raw`\S{1,60}(?= (?:ever|still|actually|really|always|already|even|be) )`;
const DETERMINER = "the|our|your|its|each|every|all|any|this|that|these|those";
/** "So why does it still open a second cursor?" */
const QUESTION = new RegExp(
  String.raw`^(?:${LEAD})?(?<why>why |how |where |when )?(?<auxiliary>${AUXILIARY}) (?<subject>${PRONOUN}|${NAME}|(?:${DETERMINER})) (?<rest>[^?]{4,400})\??$`,
  "i",
);
const DETERMINED = new RegExp(`^(?:${DETERMINER})$`, "i");
const POINTS = /^(?:this|that|these|those)$/i;
const THAT = /^is it (?:the case |true |intended |on purpose |expected )?that (?<rest>[^?]{4,400})\??$/i;
const REASON = /^is there (?:an?|any) (?:\w{1,20} )?reason (?:(?:that|why) )?(?<rest>(?!to |for )[^?]{4,400})\??$/i;

/** The question as an instruction to check; nothing where it is none, or where its subject ends cannot be told. */
export function toInquiry(question: string): string | undefined {
  const reason = REASON.exec(question)?.groups?.["rest"];
  if (reason !== undefined) return `Check why ${reason}`;
  const that = THAT.exec(question)?.groups?.["rest"];
  if (that !== undefined) return `Check whether ${that}`;
  const groups = QUESTION.exec(question)?.groups ?? {};
  const { why = "whether ", subject = "", rest = "" } = groups;
  if (subject === "") return undefined;
  const auxiliary = groups["auxiliary"]?.toLowerCase() ?? "";
  const nouns = DETERMINED.test(subject) ? nounsOf(rest.split(" "), auxiliary, POINTS.test(subject)) : [];
  if (nouns === undefined) return undefined;
  const named = /^(?:i|[A-Z]?[a-z ]+)$/.test(subject) ? subject.toLowerCase() : subject;
  const said = rest.split(" ").slice(nouns.length).join(" ");
  return `Check ${why.toLowerCase()}${[named, ...nouns].join(" ")} ${predicate(auxiliary, said)}`;
}

const ADVERB = /^(?:actually|already|also|always|even|ever|just|never|not|now|only|really|still)$/i;
/** What is said of a thing, behind "is". */
const SAID =
  /^(?:an?|the|about|as|by|for|from|in|on|to|too|at|of|better|correct|dead|enough|expected|fine|going|intended|intentional|meant|missing|necessary|needed|ok|okay|possible|redundant|required|right|safe|stale|supposed|there|true|unused|used|useful|wrong)$/i;
const MOST_NOUNS = 5;

/**
 * The words of a subject behind its article: "cache" of "the cache still hold rows". None where a word that points stands
 * alone, nothing where the end of the subject cannot be told.
 */
function nounsOf(words: readonly string[], auxiliary: string, mayStandAlone: boolean): string[] | undefined {
  const begins = (word: string): boolean => {
    if (ADVERB.test(word) || /^(?:be|have)$/i.test(word)) return true;
    if (/^(?:is|are|was|were)$/.test(auxiliary)) return SAID.test(word) || verbOfParticiple(word) !== undefined;
    if (/^(?:has|have)$/.test(auxiliary)) return verbOfParticiple(word) !== undefined || /^(?:been|to)$/i.test(word);
    return (
      isVerb(word) ||
      /^(?:come|do|expect|find|get|go|happen|know|look|make|mean|need|respond|see|take|want|work)$/i.test(word)
    );
  };
  const [first = "", second = ""] = words;
  const isCounted = /^(?:\d{1,3}|two|three|four|few|many|other)$/i.test(first);
  const isNounFirst = begins(first)
    ? second === "be" || (isVerb(first) && isVerb(second))
    : isCounted || begins(second);
  if (mayStandAlone && !isNounFirst) return [];
  const end = words.findIndex((word, at) => at > 0 && begins(word));
  if (end === -1 || end > MOST_NOUNS || words.slice(0, end).some((word) => /[,;:]$|^(?:and|or|that|which)$/.test(word)))
    return mayStandAlone ? [] : undefined;
  const verb = words.findIndex((word, at) => at > 0 && at <= end + 1 && /^(?:be|have)$/i.test(word));
  return words.slice(0, Math.max(end, verb));
}

/** "does" and "need it" give "needs it"; "is" and "safe" give "is safe". */
function predicate(auxiliary: string, rest: string): string {
  if (auxiliary === "do") return rest;
  if (auxiliary !== "does") return `${auxiliary} ${rest}`;
  const { adverb = "", verb = "", others = "" } = ADVERB_FIRST.exec(rest)?.groups ?? {};
  return `${adverb}${thirdPerson(verb)}${others}`;
}

const ADVERB_FIRST =
  /^(?<adverb>(?:ever|still|actually|really|always|already|also|even|just|never|now|only) )?(?<verb>\S{1,60})(?<others>.{0,400})$/;

function thirdPerson(verb: string): string {
  if (verb === "have") return "has";
  if (/(?:s|sh|ch|x|z|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}
