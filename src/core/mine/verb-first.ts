/** Sentences that open with a verb, in whatever form, with the verb as it stands in an instruction. */
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
  if (isVerb(word)) return text;
  return isTail || isSubject(rest.join(" ")) ? undefined : gerundFirst(text);
}

/** "adding a retry and limiting it" gives "add a retry and limit it". */
export function gerundFirst(text: string): string | undefined {
  const [word = "", ...rest] = text.split(" ");
  const verb = rest.length === 0 ? undefined : verbOfGerund(word);
  return verb && [verb, ...rest].join(" ").replace(/\b(?<joint>and|or) (?<second>[a-z]{5,16})\b/, joined);
}

/** "and making" after a first verb gives "and make". */
function joined(all: string, joint: string, second: string): string {
  const verb = verbOfGerund(second);
  return verb === undefined ? all : `${joint} ${verb}`;
}

/** Words after a gerund that make it the subject of a sentence: "passing a string silently compares …". */
function isSubject(rest: string): boolean {
  return /(?<!\b(?:that|which|who) )\b(?:is|are|was|were|will|would|should|can|could|may|might|does|leads to|causes|means|makes|breaks|fails|silently|results in|requires|disables|enables|prevents|allows|lets|keeps|hides|masks|bypasses|ignores|removes|avoids|ensures|reduces|increases|improves|leaves|loses|skips|gives|introduces|violates|throws|defeats|exposes|helps|hurts|preserves|adds|risks)\b/.test(
    rest
      .replace(/\([^()]{0,200}\)?/g, "")
      .slice(0, 80)
      .split(/[,;:.]\s| [-–—] /, 1)[0] ?? "",
  );
}

/** "only setting it once" gives "only set it once". */
export function afterAdverb(text: string): string | undefined {
  const [adverb = "", ...rest] = text.split(" ");
  const verb = /^(?:only|explicitly|always|also|simply|instead)$/.test(adverb)
    ? gerundFirst(rest.join(" "))
    : undefined;
  return verb && `${adverb} ${verb}`;
}
