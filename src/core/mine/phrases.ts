/** What phrases of English are, as far as titles ask: a thing, a harm, a sentence of their own. */
import { hasWords } from "./has-words.ts";

/** "The handle leaks when …", "Open handles leak" is what they do; "Memory leaks when …" is a fault's name. */
export const DOES =
  /^(?:an?|the|this|that|it|our|your|its|each|every|which)\b.{0,60} (?:leaks|risks)\b|^(?:[\w`'-]{1,30} ){0,3}[\w'-]{1,30}(?<!s)s leak\b/i;

/** Verbs that are seldom names of several things. */
const DOING =
  "accepts|allows|assumes|becomes|bypass(?:es)?|causes?|confuses?|corrupts|crashes|creates|defeats?|deletes|depends|drops|ends up|exhausts|exposes|fails|gets|grows|hangs|hides?|ignores|keeps|kills|leads|leaves|lets|loses|makes?|needs|outlives|overwrites|prevents?|produces|relies|removes|requires|results in|runs|sends|skips|slows|survives|swallows|throws|violates?";
/** What follows a verb rather than the name of several things. */
const OBJECT = "an?|the|its|their|every|each|all|no|our|any|it|them";

/**
 * "Stale closure keeps the first basket" says what it does, as do "Unused keys break callers" and "The reader silently drops
 * rows".
 */
const SAYS = new RegExp(
  String.raw`^(?:[\w\`'-]{1,30} ){1,4}(?:[a-z]{2,14}(?<!s)s (?:(?:away|back|down|off|out|over|through|up) )?(?:${OBJECT})|[a-z]{2,14}ly [a-z]{2,14}(?<!s)s|breaks?|${DOING})\b`,
  "i",
);

/** "… (and we", "somebody": not what is to be changed. */
export const NO_DOER = /\(|\b(?:we|you|i|they|some(?:one|body)|any(?:one|body))$/i;

/** What may stand behind "should" before its verb, and verbs that nothing is made to do. */
export const NO_VERB =
  /^(?:be|have|no|not|never|already|now|still|in|at|of|to|then|ideally|either|both|all|we|you|i|it|this|that)$/i;

/** Two or three words and a verb: "issue exists for it", "caller is told". */
export const CLAUSE =
  /^(?:[\w`'-]{1,30} ){1,3}?(?:exists?|is|are|was|were|has|have|can|could|will|would|does|do|ever)\b/i;

/** Verbs that make a sentence of a phrase. */
const FINITE =
  /\b(?:is|are|was|were|has|have|does|do|can|could|may|might|must|should|will|would|never|isn't|aren't|doesn't|don't)\b/;

/** A question, a predicate, or a phrase with more than a thing in it: nothing that could be added or changed. */
export const NO_THING =
  /^(?:if|when|while|because|since|as|to|in|for|i|we|you|he|they|only|do|does|did|is|are|was|were|can|could|should|would|will|why|how|what|where)\b|^(?:acceptable|consistent|correct|fine|good|ok|okay)(?= (?:as|for|if|in|to|under|when|with)\b|$)|\([^)]{0,200}$|\b(?:but|not|so|that|which|who|introduces|contains?|claims?|says|may|might|can|could|will|would)\b/i;

/** The name of a fault and a verb that adds nothing: "the leak from the old reader remains". */
export const LASTS = / (?:still )?(?:remains?|persists?|occurs?|happens?|exists?)(?: (?:here|there|too))?[.!]?$/i;

/** A sort of fault, and not which one. */
export const SORT_ALONE =
  /^(?:(?:an?|another|one|minor|small|major|critical|possible|potential|slight) ){0,3}(?:bugs?|issues?|problems?|risks?|inconsistency|inconsistencies|discrepancy|mismatch|vulnerability|concerns?)$/i;

/** What comes of what is lacking, or stands beside it: "lock means that …". */
export const EFFECT = new RegExp(
  String.raw`(?<!\b(?:that|which|who)) (?:(?:means?|leads? to|causes?|makes?|results? in|can|could|may|might|will|would|${DOING}|[a-z]{2,14}(?<!s)s (?:${OBJECT}))\b|\+ ).{0,2000}$`,
  "i",
);

const HARMS =
  /^(?:(?!(?:after|against|before|between|for|from|in|of|on|to|when|with)\b)[\w-]{1,30} ){0,4}?(?:bugs?|breakage|breaking changes?|collisions?|conflicts?|corruption|crash(?:es)?|deadlocks?|downtime|duplicates?|duplication|errors?|exposures?|failures?|findings?|injections?|issues?|leaks?|leakage|loss|overflows?|problems?|races?|race conditions?|regressions?|risks?|side effects?|vulnerabilities|vulnerability|violations?|warnings?)(?<next> [\w-]{1,30})?(?![\w-])/i;
/** Behind the name of a harm, what is good against it: "failure handling". */
const JOINERS = /^ (?:in|on|of|for|from|when|while|with|and|or|to|at|by|found|here|were|was|is|are|after|due|during)$/i;

/** What nobody asks to have: "exposure of keys", and not "conflict resolution". */
export function isHarm(what: string): boolean {
  const match = HARMS.exec(what);
  const next = match?.groups?.["next"];
  return match !== null && (next === undefined || JOINERS.test(next));
}

/** Whether a phrase says what something is or does: nothing is left of it when it becomes the object of a verb. */
export function saysWhat(phrase: string): boolean {
  return FINITE.test(phrase) || SAYS.test(phrase) || DOES.test(phrase);
}

/** What a sentence speaks of, short enough to stand after a verb. */
export function isThing(what: string): boolean {
  return !hasWords(what, 8) && !NO_THING.test(what);
}

/** What follows from a fault is no part of mending it: ", which allows …". */
export function withoutTail(rest = ""): string {
  return rest.replace(/, (?:which|so|and) .{0,2000}$/, "").replace(/ (?:anywhere|at all|yet)(?=[.!]?$)/i, "");
}
