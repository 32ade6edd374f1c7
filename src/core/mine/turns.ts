/** Ways of naming a change without its verb, and the instruction that each stands for. */
import { hasWords } from "./has-words.ts";
import { isVerb, verbOfParticiple } from "./languages/english/verbs.ts";
import { afterAdverb, gerundFirst, verbFirst } from "./verb-first.ts";

interface Turn {
  from: RegExp;
  to: (groups: Readonly<Record<string, string | undefined>>) => string | undefined;
}

/** In the order they are tried. */
const TURNS: readonly Turn[] = [
  {
    from: /^consider(?:ing)? (?:either |also ){0,2}(?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => gerundFirst(rest) ?? verbFirst(rest) ?? afterAdverb(rest) ?? `Consider ${rest}`,
  },
  {
    from: /^(?:(?:how|what) about(?: we| you)?|what if we|do (?:we|you) (?:really )?(?:need|want|have) (?=(?:an?|any|some|more|another|other)\b)) ?(?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => verbFirst(rest) ?? `Consider ${rest}`,
  },
  {
    from: /^(?:do|did) you mean (?!that\b|it\b|this\b)(?:to )?(?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => verbFirst(rest) ?? `Use ${rest}`,
  },
  {
    from: /^why (?:not|don't we|don't you|can't we) (?:just )?(?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => verbFirst(rest) ?? (/^do /i.test(rest) ? rest : `Use ${rest.replace(/^have /i, "")}`),
  },
  {
    from: /^(?<what>(?:[^,.;:]|\.(?=\w)){2,50}?) needs? (?<rest>(?:an?|some|more|another) [\w`'-]{1,30}(?: [\w`'-]{1,30}){0,3})[.!?]?$/i,
    to: ({ what = "", rest = "" }) => {
      if (/^(?:this|it|that)$/i.test(what)) return `Add ${rest.trim()} here`;
      return isThing(what) ? `Add ${rest.trim()} to ${lowered(what)}` : undefined;
    },
  },
  { from: /^needs? (?<rest>(?:an?|some|more|another) .{1,2000})$/i, to: ({ rest = "" }) => `Add ${rest}` },
  {
    from: /^(?<what>[a-z]{3,14}ing .{3,120}?) (?:should|would|could|might) be (?:feasible|possible|enough|fine|(?:much |a bit )?(?:good|nice|better|best|great|helpful|useful|cleaner|safer|simpler|easier))\b.{0,2000}$/i,
    to: ({ what = "" }) => gerundFirst(what),
  },
  {
    from: /^i(?:'m| am)(?: also| just| still)? (?:wondering|not sure|unsure|not convinced|curious) (?:if|whether|that) (?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => {
      const asked = /^(?:we|you|it|this) (?:should|could|can|might|shouldn't) (?<verb>.{1,2000})$/i.exec(rest)
        ?.groups?.["verb"];
      return (asked && verbFirst(asked)) ?? `Check whether ${rest}`;
    },
  },
  {
    from: /^(?:(?:we|you) (?:shouldn't|should not|mustn't|must not)|(?:i )?(?:don't|do not) (?:think|believe) (?:that )?(?:we|you) need to)(?: really| actually)? (?!be\b|have\b)(?<rest>[a-z]{2,14}\b.{1,2000})$/i,
    to: ({ rest = "" }) => `Don't ${rest}`,
  },
  {
    from: /^wants? (?<what>this|that|it|these|those|the [\w`. ]{1,40}?) to be (?<rest>.{1,2000})$/i,
    to: ({ what = "", rest = "" }) => `Make ${what.toLowerCase()} ${rest}`,
  },
  {
    from: /^(?<what>[^,.;:]{3,60}?) would (?:also )?(?:help|be (?:really |very )?(?:nice|good|great|helpful|useful|ideal))(?<rest> here| there)?[.!]{0,3}$/i,
    to: ({ what = "", rest = "" }) =>
      isThing(what) && !/^(?:this|that|it|these|those|which)\b/i.test(what)
        ? `${/^an? \S{0,40}[<(_]/i.test(what) ? "Use" : "Add"} ${lowered(what)}${rest}`
        : undefined,
  },
  {
    from: /^(?<what>(?:[^,.;:]|\.(?=\w)){2,50}?) (?:should|must|need to|needs to|has to|have to|ought to|could|can) (?:also |probably |rather |really |just |only |then |instead |dynamically |completely )?be (?:also |dynamically |completely |explicitly )?(?<done>[a-z]{3,14})\b(?<rest>.{0,2000})$/i,
    to: ({ what = "", done = "", rest }) => {
      const verb = done === "done" ? "do" : verbOfParticiple(done);
      return verb && isThing(what) ? `${verb} ${lowered(what)}${rest}` : undefined;
    },
  },
  {
    from: /^(?:(?:should|could) (?:this|it|that) (?:just |rather )?be|(?:this|it|that) (?:should|could|must|can) (?:probably |just |rather |really )?be|should (?:just |rather )?be|can (?:this|it|that) (?:just |also )?be(?= an?\s)|expect (?:this|it|that) to be(?! \w{1,12}ed\b)) (?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => (/^[<>=!&|+*/%^-]/.test(rest) ? undefined : `Make this ${rest}`),
  },
  {
    from: /^(?:(?:should|could) )?(?<what>[^,.;:]{3,50}?) (?:probably |really |also )?should (?:also |rather |really |only |just |probably |always )?(?<verb>[a-z]{2,14})\b(?<rest>.{0,2000})$/i,
    to: ({ what = "", verb = "", rest }) =>
      !NO_VERB.test(verb) && isThing(what) && !NO_DOER.test(what) ? `Make ${lowered(what)} ${verb}${rest}` : undefined,
  },
  {
    from: /^(?:should|shouldn't) (?<rest>(?:this|that|it|these|those|each|every|all|the)\b(?! be\b).{1,2000})$/i,
    to: ({ rest = "" }) =>
      rest.split(" ", 7).some((word, at) => at > 0 && (isVerb(word) || word === "have")) ? `Make ${rest}` : undefined,
  },
  {
    from: /^(?:the )?missing:? (?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) =>
      CLAUSE.test(rest) ? undefined : `Add the missing ${lowered(rest.replace(/^(?:an?|the) /i, ""))}`,
  },
  {
    from: /^have (?<rest>(?:an?|some|more) .{1,2000})$/i,
    to: ({ rest = "" }) => `Add ${rest}`,
  },
  {
    from: /^(?<what>(?:[^,.;:]|\.(?=\w)){2,50}?) (?:is|are) (?:not|never) (?!used|referenced|reached|called|read|needed|required|allowed|expected|supported)(?<done>[a-z]{3,14})\b(?<rest>.{0,2000})$/i,
    to: ({ what = "", done = "", rest }) => {
      const verb = verbOfParticiple(done);
      return verb && isThing(what) ? `${verb} ${lowered(what)}${withoutTail(rest)}` : undefined;
    },
  },
  {
    from: /^(?<what>(?:[^,.;:]|\.(?=\w)){2,50}?) (?:doesn't|does not|don't|do not|never) (?<verb>[a-z]{2,14})\b(?<rest>.{0,2000})$/i,
    to: ({ what = "", verb = "", rest }) => {
      const bare = isVerb(verb) ? verb : verb.replace(/s$/, "");
      return isVerb(bare) && isThing(what) ? `Make ${lowered(what)} ${bare}${rest}` : undefined;
    },
  },
  {
    from: /^(?<what>(?:[^,.;:]|\.(?=\w)){2,50}?) (?:has|have) no (?<rest>(?:[\w`'-]{1,30} ){0,4}[\w`'-]{1,30})(?:[,.;:]|$| so | and | which | when ).{0,2000}$/i,
    to: ({ what = "", rest = "" }) => (isThing(what) ? `Add ${rest.trim()} to ${lowered(what)}` : undefined),
  },
  {
    from: /^(?<what>[^,.;:]{2,60}?) (?:is|are) hard-?coded\b.{0,2000}$/i,
    to: ({ what = "" }) => (isThing(what) ? `Make ${lowered(what)} configurable` : undefined),
  },
  { from: /^see (?<rest>(?:an?|some|more|another) .{1,2000})$/i, to: ({ rest = "" }) => `Add ${rest}` },
  {
    from: /^see (?<what>[^,.;:]{2,50}?) (?<done>[a-z]{2,12}ed|split|cut|put|made|kept)\b(?<rest>.{0,2000})$/i,
    to: ({ what = "", done = "", rest }) => {
      const verb = verbOfParticiple(done);
      return verb && isThing(what) ? `${verb} ${lowered(what)}${rest}` : undefined;
    },
  },
  { from: /^have expected (?<rest>(?:an?|the|some) .{1,2000})$/i, to: ({ rest = "" }) => `Use ${rest}` },
  {
    from: /^not (?<verb>[a-z]{2,14}) (?<rest>.{1,2000})$/i,
    to: ({ verb = "", rest = "" }) => (isVerb(verb) ? `Don't ${verb} ${rest}` : undefined),
  },
  {
    from: /^(?:have )?expect(?:ed)? (?<what>.{2,60}?) to be (?<done>[a-z]{3,14})\b(?<rest>.{0,2000})$/i,
    to: ({ what = "", done = "", rest }) => {
      const verb = verbOfParticiple(done);
      return verb && isThing(what) ? `${verb} ${lowered(what)}${rest}` : undefined;
    },
  },
  {
    from: /^no (?:unit |integration |regression )?tests? (?:covers?|checks?|for|exists? for|that) (?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => `Add a test for ${lowered(rest)}`,
  },
  {
    from: /^no (?:unit |integration |regression )?tests? (?<verb>asserts?|verif(?:y|ies)|validates?|exercises?|pins?) (?<rest>.{1,2000})$/i,
    to: ({ verb = "", rest = "" }) => `Add a test that ${/(?:s|ies)$/.test(verb) ? verb : `${verb}s`} ${lowered(rest)}`,
  },
  {
    from: /^(?:this|the) lack of (?<rest>[^,.;]{3,120}?) (?:is|are|makes|means|leaves|poses|could|can|may|will)\b.{0,2000}$/i,
    to: ({ rest = "" }) => `Add ${lowered(rest)}`,
  },
  {
    from: /^(?<rest>[a-z]{3,16}ing [^,.;]{3,80}?) (?:would|will|could|can) (?:also )?(?:make|help|improve|avoid|prevent|reduce|allow|let|keep|simplify|ensure)\b.{0,2000}$/i,
    to: ({ rest = "" }) => gerundFirst(rest),
  },
  {
    from: /^(?:no|lack of|lacks|needs?|want) (?!to\b)(?:a |an |any |some |more )?(?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => (CLAUSE.test(rest) ? undefined : `Add ${lowered(rest)}`),
  },
  {
    from: /^(?<what>(?:unused|redundant|unnecessary|dead|duplicate|duplicated|leftover) .{1,2000})$/i,
    to: ({ what = "" }) => `Remove ${lowered(what)}`,
  },
  {
    from: /^(?<what>[^,.;:]{3,60}), (?:please|pls)[.!]{0,3}$/i,
    to: ({ what = "" }) => (isThing(what) ? `Add ${lowered(what)}` : undefined),
  },
  { from: /^(?<what>hard-?coded .{1,2000})$/i, to: ({ what = "" }) => `Replace ${lowered(what)}` },
  {
    from: /^(?:unrestricted|unbounded) (?<rest>[^,;:]{1,2000}).{0,2000}$/i,
    to: ({ rest = "" }) => `Restrict ${lowered(rest)}`,
  },
  { from: /^(?:unvalidated) (?<rest>.{1,2000})$/i, to: ({ rest = "" }) => `Validate ${lowered(rest)}` },
  { from: /^incomplete (?<rest>.{1,2000})$/i, to: ({ rest = "" }) => `Complete ${lowered(rest)}` },
  {
    from: /^(?<what>(?:inconsistent|inefficient|incorrect|wrong|insecure|unsafe|broken|improper|invalid|misleading|stale|outdated|fragile|potential|possible|silent|flaky|typos?\b) ?.{0,2000})$/i,
    to: ({ what = "" }) => (FINITE.test(what) || ACTS.test(what) ? undefined : `Fix ${lowered(what)}`),
  },
  {
    from: /^(?<what>(?:[\w'./-]{2,30} ){1,6}(?:bugs?|risks?|issues?|leaks?|injection|overflow|race|mismatch|collisions?|vulnerability|vulnerabilities|inconsistency|discrepancy)(?: (?:in|on|when|with|for|at|of|from|between|if) .{1,2000})?)$/i,
    to: ({ what = "" }) => (NO_THING.test(what) || DOES.test(what) ? undefined : `Fix ${lowered(what)}`),
  },
];

/** "The handle leaks when …" is what it does; "Memory leaks when …" is a fault's name. */
const DOES = /^(?:an?|the|this|that|it|our|your|its|each|every|which)\b.{0,60} (?:leaks|risks)\b/i;

/** "Stale closure keeps the first basket" says what it does. */
const ACTS = /^(?:[\w`'-]{1,30} ){1,4}[a-z]{2,14}(?<!s)s (?:an?|the|its|their|every|each|all|no|our|any|it|them)\b/i;

/** "… (and we", "somebody": not what is to be changed. */
const NO_DOER = /\(|\b(?:we|you|i|they|some(?:one|body)|any(?:one|body))$/i;

/** What may stand behind "should" before its verb, and verbs that nothing is made to do. */
const NO_VERB =
  /^(?:be|have|no|not|never|already|now|still|in|at|of|to|then|ideally|either|both|all|we|you|i|it|this|that)$/i;

/** What follows from a fault is no part of mending it: ", which allows …". */
function withoutTail(rest = ""): string {
  return rest.replace(/, (?:which|so|and) .{0,2000}$/, "");
}

/** Two or three words and a verb: "issue exists for it", "caller is told". */
const CLAUSE = /^(?:[\w`'-]{1,30} ){1,3}?(?:exists?|is|are|was|were|has|have|can|could|will|would|does|do|ever)\b/i;

/** Verbs that make a sentence of a phrase. */
const FINITE = /\b(?:is|are|was|were|has|have|does|do|can|could|will|would|never|isn't|aren't|doesn't|don't)\b/;

const NO_THING =
  /^(?:if|when|while|because|since|as|to|i|we|you|he|they)\b|\b(?:that|which|who|introduces|contains?|claims?|says|may|might|can|could|will|would)\b/i;

/** What a sentence speaks of, short enough to stand after a verb. */
function isThing(what: string): boolean {
  return !hasWords(what, 8) && !NO_THING.test(what);
}

/** A phrase set like a heading, in small letters; else its first word alone, where it is a common one. */
function lowered(phrase: string): string {
  const plain = phrase.match(/(?<![\w.])[A-Za-z][a-z]{1,30}(?![\w.])/g)?.filter((word) => word.length > 3) ?? [];
  if (plain.length > 1 && plain.every((word) => /^[A-Z]/.test(word))) {
    return phrase.replace(/(?<![\w.])[A-Z][a-z]{1,30}(?![\w.(])/g, (word) => word.toLowerCase());
  }
  return phrase.replace(
    /^(?:The|This|That|These|Those|An?|All|Multiple|It|Any|Each|Every|Some|Tests?|Calls?|Users?|Callers?|Clients?|Errors?|Messages?|Requests?|[A-Z][a-z]{0,20}(?:ent|ant|ed|ing|ous|ble|ive|al|ate|ary|ect|ure|ken|afe|oken|ale|key|rong|ead))\b/,
    (word) => word.toLowerCase(),
  );
}

/** The sentence as an instruction, where its words are among those that can be turned into one. */
export function turned(text: string): string | undefined {
  for (const { from, to } of TURNS) {
    const match = from.exec(text);
    const result = match && to(match.groups ?? {});
    if (result) return result;
  }
  return undefined;
}
