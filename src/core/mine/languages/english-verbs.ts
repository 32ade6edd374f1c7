/** English: verbs that open an instruction, with their other forms. */

/** Read by the cues that know an instruction, and by titles. */
export const VERBS: readonly string[] =
  "add|address|adjust|adopt|align|allow|append|apply|assert|assign|audit|avoid|batch|benchmark|break|build|bump|cache|calculate|call|cap|catch|change|check|clamp|clarify|clean|clear|close|combine|compare|complete|compute|configure|consolidate|convert|copy|correct|cover|create|decide|declare|decouple|dedupe|deduplicate|defer|define|delegate|delete|deprecate|derive|detect|determine|disable|document|drop|eliminate|enable|encapsulate|encode|enforce|ensure|escape|exclude|expand|explain|expose|extend|extract|fail|fetch|filter|fix|flag|flip|flush|format|generalize|generate|get|give|guarantee|guard|handle|hide|hoist|honor|implement|import|improve|include|increase|initialize|inject|inline|instantiate|instrument|introduce|invalidate|invert|investigate|isolate|keep|leave|limit|link|list|load|lock|log|lower|make|mark|materialize|measure|memoize|mention|merge|migrate|mock|monitor|mount|move|name|narrow|normalize|omit|open|optimize|paginate|parallelize|parameterize|parse|pass|persist|pin|pool|prefer|prevent|propagate|protect|provide|prune|pull|put|quote|raise|read|reconsider|reduce|refactor|register|reject|release|remove|rename|reorder|rephrase|replace|report|require|rerun|reset|resolve|restore|restrict|restructure|rethrow|retry|return|reuse|revert|revisit|rework|rewrite|rotate|route|run|sanitize|save|scope|separate|serialize|set|shard|share|shorten|simplify|skip|sort|specify|split|squash|standardize|start|stop|store|stream|strip|support|swap|switch|sync|synchronize|test|throttle|throw|tighten|track|treat|trim|turn|unify|update|upgrade|use|validate|verify|wait|warn|wire|wrap|write".split(
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
