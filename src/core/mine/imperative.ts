/** English sentences as instructions: what stands before the change is taken off, the verb comes first. */
import { trimEnd } from "./text-end.ts";
import { OPENINGS } from "./openings.ts";
import { isVerb, verbOfGerund, verbOfParticiple } from "./languages/english-verbs.ts";

/** A clause before the main one: "If it must stay, restrict …". */
const SUBORDINATE =
  /^(?:if|while|since|although|though|because|when|as|after|before|to|in order to|in|for|given|instead of|once|unless|without|even though|even if|rather than|by|despite|with|at)\s[^,()]{0,300}(?:\([^()]{0,80}\)[^,()]{0,160}){0,3}, (?:then )?/i;

interface Turn {
  from: RegExp;
  to: (groups: Readonly<Record<string, string | undefined>>) => string | undefined;
}

/** Openings that name the change without its verb, and the instruction they stand for. */
const TURNS: readonly Turn[] = [
  {
    from: /^consider(?:ing)? (?:either |also ){0,2}(?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => gerundFirst(rest) ?? verbFirst(rest) ?? afterAdverb(rest) ?? `Consider ${rest}`,
  },
  {
    from: /^(?:how about|what about|what if we|do (?:we|you) (?:really )?(?:need|want|have) (?=(?:an?|any|some|more|another|other)\b)) ?(?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => verbFirst(rest) ?? `Consider ${rest}`,
  },
  {
    from: /^(?:do|did) you mean (?!that\b|it\b|this\b)(?:to )?(?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => verbFirst(rest) ?? `Use ${rest}`,
  },
  {
    from: /^why (?:not|don't we|don't you|can't we) (?:just )?(?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => verbFirst(rest) ?? `Use ${rest}`,
  },
  {
    from: /^(?<what>(?:[^,.;:]|\.(?=\w)){2,50}?) (?:should|must|need to|needs to|has to|have to|ought to|could|can) (?:also |probably |rather |really |just |only |then |instead |dynamically |completely )?be (?:also |dynamically |completely |explicitly )?(?<done>[a-z]{3,14})\b(?<rest>.{0,2000})$/i,
    to: ({ what = "", done = "", rest }) => {
      const verb = verbOfParticiple(done);
      return verb && isThing(what) ? `${verb} ${lowered(what)}${rest}` : undefined;
    },
  },
  {
    from: /^(?:(?:should|could) (?:this|it|that) (?:just |rather )?be|(?:this|it|that) (?:should|could|must|can) (?:probably |just |rather |really )?be|should (?:just |rather )?be|can (?:this|it|that) (?:just |also )?be(?= an?\s)|expect (?:this|it|that) to be(?! \w{1,12}ed\b)) (?<rest>.{1,2000})$/i,
    to: ({ rest }) => `Make this ${rest}`,
  },
  {
    from: /^(?:(?:should|could) )?(?<what>[^,.;:]{3,50}?) (?:probably |really |also )?should (?:also |rather |really |only |just |probably |always )?(?<verb>[a-z]{2,14})\b(?<rest>.{0,2000})$/i,
    to: ({ what = "", verb = "", rest }) =>
      isVerb(verb) && isThing(what) ? `Make ${lowered(what)} ${verb}${rest}` : undefined,
  },
  {
    from: /^(?:should|shouldn't) (?<rest>(?:this|that|it|these|those|each|every|all|the)\b(?! be\b).{1,2000})$/i,
    to: ({ rest = "" }) =>
      rest.split(" ", 7).some((word, at) => at > 0 && (isVerb(word) || word === "have")) ? `Make ${rest}` : undefined,
  },
  {
    from: /^(?:the )?missing:? (?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => `Add the missing ${lowered(rest.replace(/^(?:an?|the) /i, ""))}`,
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
    from: /^(?:no|lack of|lacks|needs?) (?:a |an |any |some |more )?(?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => (CLAUSE.test(rest) ? undefined : `Add ${lowered(rest)}`),
  },
  {
    from: /^(?<what>(?:unused|redundant|unnecessary|dead|duplicate|duplicated|leftover) .{1,2000})$/i,
    to: ({ what = "" }) => `Remove ${lowered(what)}`,
  },
  { from: /^(?<what>hard-?coded .{1,2000})$/i, to: ({ what = "" }) => `Replace ${lowered(what)}` },
  { from: /^(?:unrestricted|unbounded) (?<rest>.{1,2000})$/i, to: ({ rest = "" }) => `Restrict ${lowered(rest)}` },
  { from: /^(?:unvalidated) (?<rest>.{1,2000})$/i, to: ({ rest = "" }) => `Validate ${lowered(rest)}` },
  { from: /^incomplete (?<rest>.{1,2000})$/i, to: ({ rest = "" }) => `Complete ${lowered(rest)}` },
  {
    from: /^(?<what>(?:inconsistent|inefficient|incorrect|wrong|insecure|unsafe|broken|improper|invalid|misleading|stale|outdated|fragile|potential|possible|silent|flaky|typos?\b) ?.{0,2000})$/i,
    to: ({ what = "" }) => (FINITE.test(what) ? undefined : `Fix ${lowered(what)}`),
  },
  {
    from: /^(?<what>(?:[\w'./-]{2,30} ){1,6}(?:bugs?|risks?|issues?|leaks?|injection|overflow|race|mismatch|collisions?|vulnerability|vulnerabilities|inconsistency|discrepancy)(?: (?:in|on|when|with|for|at|of|from|between|if) .{1,2000})?)$/i,
    to: ({ what = "" }) => (NO_THING.test(what) || DOES.test(what) ? undefined : `Fix ${lowered(what)}`),
  },
];

/** "The handle leaks when …" is what it does; "Memory leaks when …" is a fault's name. */
const DOES = /^(?:an?|the|this|that|it|our|your|its|each|every|which)\b.{0,60} (?:leaks|risks)\b/i;

/** "only setting it once" gives "only set it once". */
function afterAdverb(text: string): string | undefined {
  const [adverb = "", ...rest] = text.split(" ");
  const verb = /^(?:only|explicitly|always|also|simply|instead)$/.test(adverb)
    ? gerundFirst(rest.join(" "))
    : undefined;
  return verb && `${adverb} ${verb}`;
}

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
  return what.split(" ").length <= 7 && !NO_THING.test(what);
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

/** The sentence as an instruction, or nothing where it is none. Not yet cut to length. */
export function toInstruction(sentence: string): string | undefined {
  for (const clause of clausesOf(sentence)) {
    const bare = withoutOpenings(clause);
    const isTail = clause !== sentence;
    const instruction = verbFirst(bare, isTail) ?? turned(bare);
    if (instruction) return capitalize(instruction);
  }
  return undefined;
}

/** A sentence that is no instruction, with a condition before its main clause put behind it. */
export function toStatement(sentence: string): string {
  const condition =
    /^(?:if|when|unless|without|with|after|before|once)\s[^,()]{0,300}(?:\([^()]{0,80}\)[^,()]{0,160}){0,3}(?=,\s)/i.exec(
      sentence,
    )?.[0];
  const main = withoutOpenings(sentence);
  return condition && main !== sentence
    ? `${trimEnd(main, ".!?")} ${condition.slice(0, 1).toLowerCase()}${condition.slice(1)}`
    : main;
}

/** What stands before the main clause taken off. */
export function withoutOpenings(sentence: string): string {
  let text = sentence;
  for (let round = 0; round < 5; round += 1) {
    const before = text;
    for (const opening of [...OPENINGS, SUBORDINATE]) {
      const rest = text.replace(opening, "");
      if (rest.length >= 8 && !/^(?:was|were|is|are|had)\b/i.test(rest)) text = rest;
    }
    if (text === before) break;
  }
  return text;
}

/** The whole sentence, then what follows each of its first joints: "…, but can't we call …". */
function* clausesOf(sentence: string): Generator<string> {
  yield sentence;
  let count = 0;
  for (const { index, 0: joint } of sentence.matchAll(
    /[,;:] (?:but |so |and |or |then )?| [-–—] |(?<=\w)—(?=\w)| but /g,
  )) {
    const tail = sentence.slice(index + joint.length);
    if (tail.split(" ").length >= 3 && /^[\p{L}`"']/u.test(tail) && !isWithin(sentence.slice(0, index), joint, tail))
      yield tail;
    count += 1;
    if (count >= 4) break;
  }
}

/** A tail inside brackets, or one that only says what follows from the words before it. */
function isWithin(before: string, joint: string, tail: string): boolean {
  return (
    before.split("(").length > before.split(")").length ||
    (/\bso $/.test(joint) && /^(?:[^,;]{1,80}? )?(?:can|could|may|might|will|would)\b/.test(tail)) ||
    /^(?:which|that|who|where|when|meaning|rather than|instead of|as opposed to)\b/i.test(tail)
  );
}

/** A gerund opens an instruction at the start alone: ", polluting the history" is a consequence. */
function verbFirst(text: string, isTail = false): string | undefined {
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
function gerundFirst(text: string): string | undefined {
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
  return /(?<!\b(?:that|which|who) )\b(?:is|are|was|were|will|would|can|could|may|might|does|leads to|causes|means|makes|breaks|fails|silently|results in|requires|disables|enables|prevents|allows|lets|keeps|hides|masks|bypasses|ignores|removes|avoids|ensures|reduces|increases|improves|leaves|loses|skips|gives|introduces|violates|throws|defeats|exposes|helps|hurts|preserves|adds|risks)\b/.test(
    rest
      .replace(/\([^()]{0,200}\)?/g, "")
      .slice(0, 80)
      .split(/[,;:.]\s| [-–—] /, 1)[0] ?? "",
  );
}

function turned(text: string): string | undefined {
  for (const { from, to } of TURNS) {
    const match = from.exec(text);
    const result = match && to(match.groups ?? {});
    if (result) return result;
  }
  return undefined;
}

/** A capital letter first, unless the first word is a name in code. */
export function capitalize(text: string): string {
  return /^[a-z]{1,40}(?=[\s,:;'-]|$)/.test(text) && !/^\S{1,60}[._/(]/.test(text)
    ? text.slice(0, 1).toUpperCase() + text.slice(1)
    : text;
}
