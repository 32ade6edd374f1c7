/** A question that leaves a choice, as something to do: "Do we have to clone here?" is to be checked. */

const LEAD = "(?:hm{1,5}|so|and|but|also|then|well|ok),? ";
const AUXILIARY =
  "is|are|was|were|do|does|has|have(?! (?:this|that|these|those|it|there)\\b)|can|could|will|would|should";
const PRONOUN = "(?:this|that|these|those|the other) ones?|i|we|you|it|they|this|that|these|those|there";
/** Its end is told by what comes next: the verb, or "ever" and the like. */
const NAME = String.raw`\S{1,60}(?= (?:ever|still|actually|really|always|already|even) )`;
/** "So why does it still open a second cursor?" */
const QUESTION = new RegExp(
  String.raw`^(?:${LEAD})?(?<why>why |how |where |when )?(?<auxiliary>${AUXILIARY}) (?<subject>${PRONOUN}|${NAME}) (?<rest>[^?]{4,400})\??$`,
  "i",
);
const REASON = /^is there (?:an?|any) (?:\w{1,20} )?reason (?:(?:that|why) )?(?<rest>(?!to |for )[^?]{4,400})\??$/i;

/** The question as an instruction to check; nothing where it is none, or where its subject ends cannot be told. */
export function toInquiry(question: string): string | undefined {
  const reason = REASON.exec(question)?.groups?.["rest"];
  if (reason !== undefined) return `Check why ${reason}`;
  const { why = "whether ", auxiliary = "", subject = "", rest = "" } = QUESTION.exec(question)?.groups ?? {};
  if (subject === "") return undefined;
  const named = /^(?:i|[A-Z]?[a-z ]+)$/.test(subject) ? subject.toLowerCase() : subject;
  return `Check ${why.toLowerCase()}${named} ${predicate(auxiliary.toLowerCase(), rest)}`;
}

/** "does" and "need it" give "needs it"; "is" and "safe" give "is safe". */
function predicate(auxiliary: string, rest: string): string {
  if (auxiliary === "do") return rest;
  if (auxiliary !== "does") return `${auxiliary} ${rest}`;
  const { adverb = "", verb = "", others = "" } = ADVERB_FIRST.exec(rest)?.groups ?? {};
  return `${adverb}${thirdPerson(verb)}${others}`;
}

const ADVERB_FIRST =
  /^(?<adverb>(?:ever|still|actually|really|always|already|even) )?(?<verb>\S{1,60})(?<others>.{0,400})$/;

function thirdPerson(verb: string): string {
  if (verb === "have") return "has";
  if (/(?:s|sh|ch|x|z|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}
