/** English: verbs that open an instruction, with their other forms. */

/** Read by the cues that know an instruction, and by titles. */
const VERBS: readonly string[] =
  "abort|accept|add|address|adjust|adopt|advertise|aggregate|align|allocate|allow|annotate|append|apply|assert|assign|attach|audit|avoid|await|batch|benchmark|bind|break|build|bump|bypass|cache|calculate|call|cancel|canonicalize|cap|catch|centralise|centralize|change|check|clamp|clarify|clean|clear|clone|close|coerce|collapse|combine|commit|compare|complete|compress|compute|concatenate|condense|configure|connect|consolidate|constrain|construct|convert|copy|correct|cover|create|cut|debounce|decide|declare|decorate|decouple|dedupe|deduplicate|defer|define|delegate|delete|deny|deprecate|derive|detect|determine|disable|discard|dispatch|distinguish|document|drop|duplicate|edit|eliminate|embed|emit|enable|encapsulate|encode|encrypt|enforce|ensure|enumerate|escape|evict|exclude|execute|expand|expire|explain|export|expose|extend|externalize|extract|fail|fetch|filter|fix|flag|flip|flush|fold|follow|forbid|format|forward|freeze|generalise|generalize|generate|get|give|grant|guarantee|guard|halt|handle|harden|hash|hide|hoist|honor|identify|ignore|implement|import|improve|include|incorporate|increase|increment|indicate|infer|inherit|initialise|initialize|inject|inline|insert|inspect|install|instantiate|instrument|intern|introduce|invalidate|invert|investigate|invoke|isolate|join|justify|keep|leave|limit|link|list|load|localize|lock|log|lower|lowercase|maintain|make|map|mark|mask|match|materialize|maximize|measure|memoize|mention|merge|migrate|minimise|minimize|mirror|mock|modify|monitor|mount|move|name|narrow|negate|normalise|normalize|notify|nullify|omit|open|optimise|optimize|overwrite|pad|paginate|parallelize|parameterise|parameterize|parse|pass|pause|persist|pick|pin|pool|populate|postpone|precompute|prefer|preload|prepend|present|preserve|prevent|probe|promote|propagate|protect|provide|prune|publish|pull|purge|put|quote|raise|randomize|read|rebuild|recalculate|recompute|reconsider|recover|recurse|redact|redirect|redo|reduce|refactor|refresh|refuse|register|reject|relax|release|relocate|remap|remove|rename|render|reorder|repeat|rephrase|replace|report|require|rerun|reserve|reset|resize|resolve|respect|restore|restrict|restructure|resume|retain|rethrow|retry|return|reuse|revert|revisit|rework|rewrite|rotate|route|run|sanitise|sanitize|save|schedule|scope|select|send|separate|serialise|serialize|set|shard|share|shift|shorten|show|shrink|shuffle|sign|simplify|skip|sort|spawn|specify|split|squash|standardise|standardize|start|stash|stop|store|stream|strip|stub|submit|substitute|subtract|support|suppress|surface|suspend|swap|switch|sync|synchronise|synchronize|terminate|test|throttle|throw|tighten|toggle|tolerate|track|transform|translate|traverse|treat|trim|truncate|try|turn|uncomment|undo|unify|unlock|unset|unsubscribe|unwrap|update|upgrade|use|validate|verify|wait|warn|widen|wire|wrap|write|zero".split(
    "|",
  );

/** Read by titles alone: they say what to do behind words that ask for it, and say less by themselves. */
const ALSO =
  "assume|autogenerate|bring|compile|factor|parametrise|parametrize|prefetch|prompt|rebase|reinstate|reword|respond|say|tell".split(
    "|",
  );

/** Nouns as well, or no verbs of an instruction: known by their other forms alone. */
const IN_OTHER_FORMS = "alert|base|do|have|hook|look|note|push|rely|tag|take".split("|");

/** Verbs whose last letter is doubled: "drop, dropping, dropped". */
const DOUBLED = new Set(
  "cap|commit|cut|defer|drop|embed|emit|flag|flip|format|get|infer|log|map|omit|pad|pin|prefer|put|remap|reset|rerun|run|set|skip|split|stop|strip|stub|submit|swap|tag|trim|unset|unwrap|wrap".split(
    "|",
  ),
);

const PARTICIPLES: Readonly<Record<string, string>> = {
  bind: "bound",
  break: "broken",
  bring: "brought",
  build: "built",
  catch: "caught",
  cut: "cut",
  do: "done",
  forbid: "forbidden",
  freeze: "frozen",
  get: "got",
  give: "given",
  have: "had",
  hide: "hidden",
  keep: "kept",
  leave: "left",
  make: "made",
  put: "put",
  read: "read",
  rebuild: "rebuilt",
  redo: "redone",
  rerun: "rerun",
  reset: "reset",
  rethrow: "rethrown",
  overwrite: "overwritten",
  rewrite: "rewritten",
  run: "run",
  say: "said",
  send: "sent",
  set: "set",
  show: "shown",
  shrink: "shrunk",
  split: "split",
  take: "taken",
  tell: "told",
  throw: "thrown",
  undo: "undone",
  unset: "unset",
  write: "written",
};

const known = new Set([...VERBS, ...ALSO]);
const inForms = [...known, ...IN_OTHER_FORMS];
const byGerund = new Map(inForms.map((verb) => [`${stemOf(verb)}ing`, verb]));
const byParticiple = new Map(inForms.map((verb) => [PARTICIPLES[verb] ?? pastOf(verb), verb]));

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

/**
 * What opens an instruction, as the alternatives of a pattern. They are long: let what is repeated before them be so up to
 * four times, as a repeat of up to three is compiled to a copy of them each.
 */
export const INSTRUCTIONS = [...VERBS, "do not", "don't"].join("|");

/** The word opens an instruction. */
export function isVerb(word: string): boolean {
  return known.has(word.toLowerCase());
}

/** "adding" gives "add". */
export function verbOfGerund(word: string): string | undefined {
  return byGerund.get(word.toLowerCase());
}

/** "added" gives "add", and "pre-computed" gives "pre-compute". */
export function verbOfParticiple(word: string): string | undefined {
  const small = word.toLowerCase();
  const prefix = /^(?:pre|re|auto|un)-/.exec(small)?.[0] ?? "";
  const verb = byParticiple.get(small.slice(prefix.length));
  return verb && prefix + verb;
}
