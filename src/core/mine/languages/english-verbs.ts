/** English: verbs that open an instruction, with their other forms. */

/** Read by the cues that know an instruction, and by titles. */
export const VERBS: readonly string[] =
  "accept|add|address|adjust|adopt|align|allocate|allow|append|apply|assert|assign|audit|avoid|await|batch|benchmark|break|build|bump|cache|calculate|call|cancel|cap|catch|centralize|change|check|clamp|clarify|clean|clear|close|coerce|collapse|combine|compare|complete|compress|compute|configure|consolidate|constrain|convert|copy|correct|cover|create|decide|declare|decouple|dedupe|deduplicate|defer|define|delegate|delete|deprecate|derive|detect|determine|disable|discard|dispatch|distinguish|document|drop|eliminate|embed|emit|enable|encapsulate|encode|enforce|ensure|enumerate|escape|evict|exclude|expand|expire|explain|expose|extend|extract|fail|fetch|filter|fix|flag|flip|flush|forbid|format|generalize|generate|get|give|guarantee|guard|handle|hide|hoist|honor|implement|import|improve|include|increase|infer|inherit|initialize|inject|inline|insert|inspect|instantiate|instrument|introduce|invalidate|invert|investigate|isolate|keep|leave|limit|link|list|load|lock|log|lower|make|mark|materialize|measure|memoize|mention|merge|migrate|mock|monitor|mount|move|name|narrow|normalize|omit|open|optimize|paginate|parallelize|parameterize|parse|pass|persist|pin|pool|populate|prefer|preserve|prevent|promote|propagate|protect|provide|prune|pull|put|quote|raise|read|recompute|reconsider|redirect|reduce|refactor|register|reject|release|remove|rename|render|reorder|rephrase|replace|report|require|rerun|reserve|reset|resolve|respect|restore|restrict|restructure|rethrow|retry|return|reuse|revert|revisit|rework|rewrite|rotate|route|run|sanitize|save|schedule|scope|separate|serialize|set|shard|share|shorten|shrink|simplify|skip|sort|spawn|specify|split|squash|standardize|start|stop|store|stream|strip|support|swap|switch|sync|synchronize|test|throttle|throw|tighten|tolerate|track|treat|trim|truncate|turn|unify|unwrap|update|upgrade|use|validate|verify|wait|warn|wire|wrap|write".split(
    "|",
  );

/** Verbs whose last letter is doubled: "drop, dropping, dropped". */
const DOUBLED = new Set(
  "cap|defer|drop|flag|flip|format|get|log|omit|pin|put|reset|rerun|run|set|skip|split|stop|strip|swap|trim|wrap".split(
    "|",
  ),
);

const PARTICIPLES: Readonly<Record<string, string>> = {
  break: "broken",
  build: "built",
  catch: "caught",
  get: "got",
  give: "given",
  hide: "hidden",
  keep: "kept",
  leave: "left",
  make: "made",
  put: "put",
  read: "read",
  rerun: "rerun",
  reset: "reset",
  rethrow: "rethrown",
  rewrite: "rewritten",
  run: "run",
  set: "set",
  split: "split",
  throw: "thrown",
  write: "written",
};

const known = new Set(VERBS);
const byGerund = new Map(VERBS.map((verb) => [`${stemOf(verb)}ing`, verb]));
const byParticiple = new Map(VERBS.map((verb) => [PARTICIPLES[verb] ?? pastOf(verb), verb]));

/** Before "-ing". */
function stemOf(verb: string): string {
  if (DOUBLED.has(verb)) return `${verb}${verb.slice(-1)}`;
  return verb.endsWith("e") && !verb.endsWith("ee") ? verb.slice(0, -1) : verb;
}

function pastOf(verb: string): string {
  if (verb.endsWith("ee")) return `${verb}d`;
  const stem = stemOf(verb);
  return /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
}

/** The word opens an instruction. */
export function isVerb(word: string): boolean {
  return known.has(word.toLowerCase());
}

/** "adding" gives "add". */
export function verbOfGerund(word: string): string | undefined {
  return byGerund.get(word.toLowerCase());
}

/** "added" gives "add". */
export function verbOfParticiple(word: string): string | undefined {
  return byParticiple.get(word.toLowerCase());
}
