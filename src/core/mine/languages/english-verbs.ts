/** English: verbs that open an instruction, with their other forms. */

/** Read by the cues that know an instruction, and by titles. */
export const VERBS: readonly string[] =
  "accept|add|address|adjust|adopt|advertise|align|allocate|allow|append|apply|assert|assign|audit|avoid|await|batch|benchmark|bind|break|build|bump|cache|calculate|call|cancel|cap|catch|centralise|centralize|change|check|clamp|clarify|clean|clear|clone|close|coerce|collapse|combine|compare|complete|compress|compute|configure|connect|consolidate|constrain|convert|copy|correct|cover|create|debounce|decide|declare|decouple|dedupe|deduplicate|defer|define|delegate|delete|deprecate|derive|detect|determine|disable|discard|dispatch|distinguish|document|drop|eliminate|embed|emit|enable|encapsulate|encode|encrypt|enforce|ensure|enumerate|escape|evict|exclude|execute|expand|expire|explain|export|expose|extend|externalize|extract|fail|fetch|filter|fix|flag|flip|flush|follow|forbid|format|forward|generalise|generalize|generate|get|give|guarantee|guard|handle|hide|hoist|honor|identify|ignore|implement|import|improve|include|increase|infer|inherit|initialise|initialize|inject|inline|insert|inspect|install|instantiate|instrument|introduce|invalidate|invert|investigate|invoke|isolate|join|keep|leave|limit|link|list|load|lock|log|lower|maintain|make|mark|match|materialize|maximize|measure|memoize|mention|merge|migrate|minimise|minimize|mock|modify|monitor|mount|move|name|narrow|normalise|normalize|omit|open|optimise|optimize|paginate|parallelize|parameterise|parameterize|parse|pass|persist|pick|pin|pool|populate|prefer|prepend|preserve|prevent|promote|propagate|protect|provide|prune|pull|put|quote|raise|read|rebuild|recompute|reconsider|redirect|reduce|refactor|refresh|refuse|register|reject|relax|release|remove|rename|render|reorder|repeat|rephrase|replace|report|require|rerun|reserve|reset|resolve|respect|restore|restrict|restructure|retain|rethrow|retry|return|reuse|revert|revisit|rework|rewrite|rotate|route|run|sanitise|sanitize|save|schedule|scope|send|separate|serialise|serialize|set|shard|share|shorten|show|shrink|simplify|skip|sort|spawn|specify|split|squash|standardise|standardize|start|stop|store|stream|strip|substitute|support|suppress|swap|switch|sync|synchronise|synchronize|test|throttle|throw|tighten|tolerate|track|transform|treat|trim|truncate|turn|unify|unsubscribe|unwrap|update|upgrade|use|validate|verify|wait|warn|widen|wire|wrap|write".split(
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
