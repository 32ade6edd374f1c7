/** Sentences that open with a verb, in whatever form, with the verb as it stands in an instruction. */
import { anyOf } from "./forms.ts";
import { hasWords } from "./has-words.ts";
import { isVerb, verbOfGerund } from "./languages/english/verbs.ts";

/** A gerund opens an instruction at the start alone: ", polluting the history" is a consequence. */
export function verbFirst(text: string, isTail = false): string | undefined {
  const [word = "", ...rest] = text.split(" ");
  if (
    rest.length === 0 ||
    /^(?:is|are|was|were|has|have|should|must|can|could|may|might|will|would|expected|of|for|not)\b/i.test(
      rest[0] ?? "",
    )
  )
    return undefined;
  if (/^(?:don't|do not)\b/i.test(text)) return text;
  if (/^be$/i.test(word)) return verbFirst(rest.join(" ").replace(/^(?:also|rather|just|consistently) /, ""));
  if (isVerb(word) || FILES.test(text)) return text;
  return isTail ||
    isSubject(rest.join(" "), /^(?:assuming|ensuring|saying|stating)$/i.test(word) ? 1 : 0) ||
    isNoun(text)
    ? undefined
    : gerundFirst(text);
}

/** Nouns that are verbs before an article, or a word that points. */
const FILES = /^(?:file (?:an?|the|this|that|it)|do (?:this|that|it|so|the same))\b/i;

/** "Logging configuration", "Caching layer": what something is, and not an act. */
function isNoun(text: string): boolean {
  return (
    /^(?:naming|testing|formatting|handling|routing|caching|logging) [a-z]{3,20}$/i.test(text) ||
    ((!hasWords(text, 5) || /^\w{1,20} [A-Z][a-z]/.test(text)) &&
      /^(?:building|caching|failing|filtering|following|formatting|handling|limiting|linking|loading|locking|logging|mapping|matching|mocking|monitoring|naming|opening|padding|parsing|pooling|reporting|routing|running|sampling|scheduling|sorting|starting|streaming|testing|throttling|tracking|warning|wrapping|writing) (?!(?:an?|the|all|each|every|this|that|these|those|it|them|up|out|down|off|to|from|in|into|on|with|only|[\w-]{2,30}s)\b)[a-z]/i.test(
        text,
      ))
  );
}

/** "adding a retry and limiting it" gives "add a retry and limit it". */
export function gerundFirst(text: string): string | undefined {
  const [word = "", ...rest] = text.split(" ");
  const verb = rest.length === 0 ? undefined : verbOfGerund(word);
  // "Breaking changes" are no advice, and "breaking existing callers" is a harm.
  if (verb === "break" && !/\b(?:apart|down|into|out|up)\b/i.test(text)) return undefined;
  return verb && [verb, ...rest].join(" ").replace(/\b(?<joint>and|or) (?<second>[a-z]{5,16})\b/, joined);
}

/** "and making" after a first verb gives "and make". */
function joined(all: string, joint: string, second: string): string {
  const verb = verbOfGerund(second);
  return verb === undefined ? all : `${joint} ${verb}`;
}

/** A verb whose subject a gerund may be, unless it is that of a clause within: "passing what is read …". */
const FINITE = anyOf(
  {
    "Reading it twice is slow": /is|are|was|were|does/,
    "Sorting the keys would help": /will|would|should|can|could|may|might/,
    "Holding the lock leads to a wait": /leads to|causes|means|makes|results in|introduces|gives/,
    "Passing a string silently compares bytes": /silently/,
    "Sorting gets slow": /gets|becomes|takes|works|looks|slows|happens|needs|seems/,
    "Closing it twice throws": /breaks|fails|throws|violates|risks|hurts/,
    "Setting the flag disables the cache": /disables|enables|requires|prevents|allows|lets|ensures/,
    "Reading ahead hides the first error": /hides|masks|bypasses|ignores|defeats|exposes/,
    "Cutting the name loses the suffix": /removes|leaves|loses|skips|avoids/,
    "Sharing the pool reduces the wait": /reduces|increases|improves|helps|adds|keeps|preserves/,
  },
  { before: /(?<!\b(?:that|which|who) )\b/, after: /\b/ },
);
const EACH_FINITE = new RegExp(FINITE.source, "g");
/** Each opens a clause within, which has a finite verb of its own. */
const CLAUSES = /\b(?:when|whenever|if|where|what|whether|how|because|while|until|unless|so|although|though)\b/g;

/**
 * Words after a gerund that make it the subject of a sentence: "passing a string silently compares …".
 * @param within how many clauses follow the gerund without a word of their own: "saying the list is short"
 */
function isSubject(rest: string, within: number): boolean {
  const clause = rest
    .replace(/\([^()]{0,200}\)?/g, "")
    .slice(0, 80)
    .split(/[,;:.]\s| [-–—] /, 1)[0];
  const finite = clause?.match(EACH_FINITE)?.length ?? 0;
  return finite > within + (clause?.match(CLAUSES)?.length ?? 0);
}

/** "only setting it once" gives "only set it once". */
export function afterAdverb(text: string): string | undefined {
  const [adverb = "", ...rest] = text.split(" ");
  const verb = /^(?:only|explicitly|always|also|simply|instead)$/.test(adverb)
    ? gerundFirst(rest.join(" "))
    : undefined;
  return verb && `${adverb} ${verb}`;
}
