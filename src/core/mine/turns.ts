/** Ways of naming a change without its verb, and the instruction that each stands for. */
import { isVerb, verbOfParticiple } from "./languages/english/verbs.ts";
import { lowered } from "./lowered.ts";
import {
  CLAUSE,
  DOES,
  EFFECT,
  isHarm,
  isThing,
  LASTS,
  NO_DOER,
  NO_THING,
  NO_VERB,
  saysWhat,
  SORT_ALONE,
  withoutTail,
} from "./phrases.ts";
import { trimEnd } from "./text-end.ts";
import { afterAdverb, gerundFirst, verbFirst } from "./verb-first.ts";

interface Turn {
  from: RegExp;
  to: (groups: Readonly<Record<string, string | undefined>>) => string | undefined;
}

/** What mends a thing of such a sort. */
const MENDED: Readonly<Record<string, string>> = {
  unrestricted: "Restrict",
  unbounded: "Limit",
  unvalidated: "Validate",
  incomplete: "Complete",
};

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
    from: /^(?<what>(?:[^,.;:]|\.(?=\w)){2,50}?) (?:(?:might|may|will|would|could) )?needs? (?<rest>(?:an?|some|more|another) [\w`'-]{1,30}(?: (?!to\b)[\w`'-]{1,30}){0,3})(?<aim> to (?!be\b)[^,.;:]{2,80})?[.!?]?$/i,
    to: ({ what = "", rest = "", aim = "" }) => {
      if (/^(?:this|it|that)$/i.test(what)) return `Add ${rest.trim()} here${aim}`;
      const joint = aim !== "" && /^(?:an?|some|another) (?:way|means)$/i.test(rest) ? "for" : "to";
      return isThing(what) ? `Add ${rest.trim()} ${joint} ${lowered(what)}${aim}` : undefined;
    },
  },
  { from: /^(?:needs?|wants?) (?<rest>(?:an?|some|more|another) .{1,2000})$/i, to: ({ rest = "" }) => `Add ${rest}` },
  {
    from: /^(?<what>[a-z]{3,14}ing .{3,120}?) (?:(?:should|would|could|might|may) be|is|seems) (?:probably )?(?:feasible|possible|enough|fine|(?:an? |the |much |a bit ){0,2}(?:good|nice|better|best|great|helpful|useful|cleaner|safer|simpler|easier))\b.{0,2000}$/i,
    to: ({ what = "" }) => gerundFirst(what),
  },
  {
    from: /^(?:i(?:'m| am) )?(?:also |just |still )?(?:wondering|curious|(?<doubt>not sure|unsure|not convinced)) (?:if |whether |that |(?=(?:we|you|it|this|that|the) ))(?<rest>.{1,2000})$/i,
    to: ({ doubt, rest = "" }) => {
      if (doubt !== undefined) return `Check whether ${rest}`;
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
    from: /^(?<what>[^,.;:]{3,60}?) (?:would|might|may|could) (?:also )?(?:help|be (?:really |very )?(?:nice|good|great|helpful|useful|ideal))(?<rest> here| there)?[.!]{0,3}$/i,
    to: ({ what = "", rest = "" }) =>
      isThing(what) && !/^(?:this|that|it|these|those|which)\b/i.test(what)
        ? `${/^an? \S{0,40}[<(_]/i.test(what) ? "Use" : "Add"} ${lowered(what)}${rest}`
        : undefined,
  },
  {
    from: /^(?<what>(?:[^,.;:]|\.(?=\w)){2,50}?) (?:should|must|need to|needs to|has to|have to|ought to|could|can) (?:also |probably |rather |really |just |then |instead |dynamically |completely )?(?<only>only )?be (?:also |dynamically |completely |explicitly )?(?<done>(?:pre-|re-|auto-)?[a-z]{3,14})\b(?<rest>.{0,2000})$/i,
    to: ({ what = "", only = "", done = "", rest = "" }) => {
      const verb = verbOfParticiple(done);
      return verb && isThing(what) ? `${only}${verb} ${lowered(what)}${secondActive(rest)}` : undefined;
    },
  },
  {
    from: /^(?<what>(?:[^,.;:]|\.(?=\w)){2,50}?) (?:should not|shouldn't|must not|mustn't) (?:actually |really |just )?be (?<done>(?:pre-|re-|auto-)?[a-z]{3,14})\b(?<rest>.{0,2000})$/i,
    to: ({ what = "", done = "", rest = "" }) => {
      const verb = verbOfParticiple(done);
      return verb && isThing(what) ? `don't ${verb} ${lowered(what)}${rest}` : undefined;
    },
  },
  {
    from: /^there (?:is|are) (?<what>[^.;:]{3,90}?),? (?:that|which) (?:needs? to|has to|have to|should|must) be (?<done>[a-z]{3,14})\b(?<rest>.{0,2000})$/i,
    to: ({ what = "", done = "", rest = "" }) => {
      const verb = verbOfParticiple(done);
      return verb && `${verb} ${what}${rest}`;
    },
  },
  {
    from: /^(?:(?:should|must|needs? to|has to|have to|ought to|could) (?:also |probably |rather |really |just |instead )?be (?<done>[a-z]{3,14})|can be (?<mended>(?:clean|collaps|combin|consolidat|deduplicat|extract|hoist|inlin|merg|optimi[sz]|refactor|remov|renam|replac|reus|shorten|simplifi|unifi)ed|cut|split))\b(?<rest>.{0,2000})$/i,
    to: ({ done, mended = "", rest = "" }) => {
      const verb = verbOfParticiple(done ?? mended);
      return verb && !rest.endsWith("?") ? `${verb} this${secondActive(rest)}` : undefined;
    },
  },
  {
    from: /^(?:should|must|could (?=get rid\b)) ?(?:also |probably |rather |really |just |instead |only |always ){0,2}(?<rest>[a-z]{2,14} (?!be\b).{2,2000})$/i,
    to: ({ rest = "" }) => {
      if (rest.endsWith("?")) return undefined;
      if (/^have (?:an?|some|more) /i.test(rest)) return `Add${rest.slice("have".length)}`;
      return /^(?:get rid|[a-z]{3,12} (?:an?|the|this|it|its))\b/i.test(rest) ? rest : verbFirst(rest, true);
    },
  },
  {
    from: /^(?:(?:should|(?<doubt>could)) (?:this|it|that) (?:just |rather )?be|(?:this|it|that) (?:should|could|must|can|needs to|has to) (?:probably |just |rather |really )?be|should (?:just |rather )?be|can (?:this|it|that) (?:just |also )?be(?= an?\s)|expect (?:this|it|that) to be(?! \w{1,12}ed\b)) (?<rest>.{1,2000})$/i,
    to: ({ doubt, rest = "" }) => (doubt && !/^(?:an?|more|less|\w{2,20}ed)\b/i.test(rest) ? undefined : madeSo(rest)),
  },
  {
    from: /^(?:(?:should|could) )?(?<what>[^,.;:]{3,50}?) (?:probably |really |also )?(?:should|needs to) (?:also |ideally |rather |really |just |probably )?(?<how>only |always )?(?<verb>[a-z]{2,14})\b(?<rest>.{0,2000})$/i,
    to: ({ what = "", how = "", verb = "", rest }) =>
      !NO_VERB.test(verb) && isThing(what) && !NO_DOER.test(what)
        ? `Make ${lowered(what)} ${how}${verb}${rest}`
        : undefined,
  },
  {
    from: /^(?:should|shouldn't) (?<rest>(?:this|that|it|these|those|each|every|all|the)\b(?! be\b).{1,2000})$/i,
    to: ({ rest = "" }) =>
      !/^(?:\S{1,40} ){1,5}be /.test(rest) &&
      rest.split(" ", 7).some((word, at) => at > 0 && (isVerb(word) || word === "have"))
        ? `Make ${rest}`
        : undefined,
  },
  {
    from: /^(?:the )?missing:? (?!(?:from|in|on|at|for|here)\b)(?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => {
      const what = rest.replace(EFFECT, "");
      return CLAUSE.test(what) ? undefined : `Add the missing ${lowered(what.replace(/^(?:an?|the) /i, ""))}`;
    },
  },
  {
    from: /^have (?<rest>(?:an?|some|more) .{1,2000})$/i,
    to: ({ rest = "" }) => `Add ${rest}`,
  },
  {
    from: /^(?<what>(?:[^,.;:]|\.(?=\w)){2,50}?) (?:is not|isn't|is never|are not|aren't|are never) (?!used|referenced|reached|called|read|needed|required|allowed|expected|supported)(?<done>[a-z]{3,14})\b(?!\/)(?<rest>.{0,2000})$/i,
    to: ({ what = "", done = "", rest }) => {
      const verb = verbOfParticiple(done);
      return verb && isThing(what) ? `${verb} ${lowered(what)}${withoutTail(rest)}` : undefined;
    },
  },
  {
    from: /^(?<what>(?:[^,.;:]|\.(?=\w)){2,50}?) (?:doesn't|does not|don't|do not|never) (?<verb>[a-z]{2,14})\b(?<rest>.{0,2000})$/i,
    to: ({ what = "", verb = "", rest }) => {
      const bare = isVerb(verb) ? verb : verb.replace(/s$/, "");
      return isVerb(bare) && isThing(what) ? `Make ${lowered(what)} ${bare.toLowerCase()}${rest}` : undefined;
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
    from: /^(?:not |to not )(?<verb>[a-z]{2,14}) (?<rest>.{1,2000})$/i,
    to: ({ verb = "", rest = "" }) =>
      isVerb(verb) || /^(?:do|have)$/i.test(verb) ? `Don't ${verb} ${rest}` : undefined,
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
    from: /^(?:there is (?:a )?need (?:for|of)|there is no|no|lack of|lacks|needs?|want) (?!to\b|need\b|longer\b|reason\b|point\b|one\b|(?:more|less|fewer) than\b)(?:any |some |more )?(?<rest>.{1,2000})$/i,
    to: ({ rest = "" }) => (CLAUSE.test(rest) || isHarm(rest) ? undefined : `Add ${lowered(rest.replace(EFFECT, ""))}`),
  },
  {
    from: /^(?<what>(?:unused|redundant|unnecessary|dead|duplicate|duplicated|leftover) .{1,2000})$/i,
    to: ({ what = "" }) => (saysWhat(what) ? undefined : `Remove ${lowered(what)}`),
  },
  {
    from: /^(?<what>[^,.;:]{3,60}), (?:please|pls)[.!]{0,3}$/i,
    to: ({ what = "" }) => (isThing(what) ? `Add ${lowered(what)}` : undefined),
  },
  {
    from: /^(?<what>hard-?coded .{1,2000})$/i,
    to: ({ what = "" }) => (saysWhat(what) ? undefined : `Replace ${lowered(what)}`),
  },
  {
    from: /^(?<sort>unrestricted|unbounded|unvalidated|incomplete) (?<rest>.{1,2000})$/i,
    to: ({ sort = "", rest = "" }) =>
      saysWhat(`${sort} ${rest}`) ? undefined : `${MENDED[sort.toLowerCase()] ?? "Fix"} ${lowered(rest)}`,
  },
  {
    from: /^(?<what>(?:inconsistent|inefficient|incorrect|wrong|insecure|unsafe|broken|improper|invalid|misleading|stale|outdated|fragile|potential|possible|silent|flaky|typos?\b)(?! (?:with|to|for|as|because|when|by)\b) ?.{0,2000})$/i,
    to: ({ what = "" }) => (saysWhat(what) || SORT_ALONE.test(what) ? undefined : `Fix ${lowered(what)}`),
  },
  {
    from: /^(?<what>(?:[\w'./-]{2,30} ){1,6}(?:bugs?|risks?|issues?|leaks?|injection|overflow|race|mismatch|collisions?|vulnerability|vulnerabilities|inconsistency|discrepancy)(?: (?:in|on|when|with|for|at|of|from|between|if) .{1,2000})?)$/i,
    to: ({ what = "" }) => {
      const fault = what.replace(LASTS, "");
      const isNone = NO_THING.test(fault) || DOES.test(fault) || SORT_ALONE.test(fault) || /^no\b/i.test(fault);
      return isNone ? undefined : `Fix ${lowered(fault)}`;
    },
  },
];

/** "also be read and another lock could be dropped" goes on as it begins. */
function secondActive(rest: string): string {
  return rest.replace(
    /\band (?<what>[^,.;:]{2,40}?) (?:should|could|must) be (?<done>[a-z]{3,14})\b/,
    (all: string, what: string, done: string) => {
      const verb = verbOfParticiple(done);
      return verb === undefined ? all : `and ${verb} ${what}`;
    },
  );
}

/** What something should be: done, in a place, or of a kind. */
function madeSo(rest: string): string | undefined {
  if (/^[<>=!&|+*/%^-]|^(?:able|easy|enough|fine|good|ok|okay|possible|alright)\b/i.test(rest)) return undefined;
  if (isHarm(rest.replace(/^an? /i, ""))) return undefined;
  const [done = "", ...others] = rest.split(" ");
  const verb = verbOfParticiple(trimEnd(done, ".!?"));
  if (verb !== undefined) return [verb, "this", ...others].join(" ");
  if (
    /^(?:in|inside|under|at|within|behind|before|after|above|below|beside|next to|on (?:an?|the|each|its)|outside) /i.test(
      rest,
    )
  )
    return `Put this ${rest}`;
  return /^[a-z]{3,14}ed[.!?]?$/.test(done) &&
    (others[0] === undefined ||
      /^(?:in|on|under|at|with|for|from|to|when|if|here|inside|within|before|after)$/.test(others[0]))
    ? `Make sure that this is ${rest}`
    : `Make this ${rest}`;
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
