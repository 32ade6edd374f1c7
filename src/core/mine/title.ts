/** Titles: imperative, plain, one line, at most 72 characters, understood a month later. */
import type { Finding } from "./finding.ts";

export const LONGEST_TITLE = 72;

/** Words before the change itself, taken off one after the other. */
const OPENINGS: readonly RegExp[] = [
  /^[^\p{L}\p{N}`"'(<@#$.]+/u,
  /^\d{1,2}[.):]\s*/,
  /^(?:nit(?:pick)?|minor|suggestion|recommendation|recommended(?: solution| fix| action)?|recommend|suggested fix|fix|solution|issue|todo|critical|major|high|medium|low|important|bug|note|optional|optimization|improvement|action)(?: \([^)]{1,30}\))?\s*[:\-–—]\s*/i,
  /^(?:also|then|and|so|but|or|maybe|perhaps|possibly|ideally|probably|hmm+|well|ok(?:ay)?|alternatively|additionally|in addition|otherwise|in general|personally|imho|imo|one (?:more )?thing|first|second|finally|here|again|as (?:a )?(?:follow-?up|next step)|for (?:a )?follow-?up|in (?:a|the) (?:future|follow-?up)(?: pr)?)\s*[,:]?\s+/i,
  /^(?:i|we) (?:really )?(?:think|feel|believe|guess|suppose|wonder|would say)(?: like)?(?: that| if| whether)?\s+/i,
  /^(?:i|we)(?:'d| would)? (?:also )?(?:suggest|recommend|propose|prefer|advise|like|rather|love)(?: (?:that|to|if))?\s+/i,
  /^(?:please|pls|kindly|could you(?: please)?|can you(?: please)?|would you(?: please)?|let's|lets|let us|feel free to|make sure to|be sure to|don't forget to|remember to)\s+/i,
  /^(?:could|can|should|shall|may|might|would|can't|couldn't|shouldn't) (?:we|you|i|one)(?: (?:also|please|just|maybe|instead|perhaps|possibly))?\s+/i,
  /^(?:we|you|i|one|they)(?:'ll|'d)? (?:also |probably |really |just )?(?:should|could|can|need to|might want to|may want to|want to|must|have to|ought to|might)(?: also| probably| just| consider)?\s+/i,
  /^(?:it|this|that)(?: would|'d| will| might| may| could)? (?:also |probably )?be (?:also )?(?:a bit |much |more |even )?(?:better|nice|nicer|good|great|helpful|useful|cleaner|safer|simpler|worth|worthwhile|preferable|ideal|best)(?: (?:to|if (?:we|you|this|it)(?: could| can)?))?\s+/i,
  /^(?:it(?:'s| is)|might be|would be|may be) (?:probably |also )?(?:better|worth|good|best|recommended|advisable|important|nice)(?: to)?\s+/i,
  /^(?:why not|how about|what about|what if we|any reason (?:not|we don't)(?: to)?|do we need(?: to)?|is there a reason not to)\s+/i,
  /^(?:consider|worth|suggest|recommend|propose|recommending|suggesting|needs?)(?: to| that we| either)?\s+/i,
  /^(?:either|just|simply)\s+/i,
];

const GERUND: Readonly<Record<string, string>> = {
  using: "use",
  making: "make",
  moving: "move",
  removing: "remove",
  replacing: "replace",
  renaming: "rename",
  writing: "write",
  creating: "create",
  caching: "cache",
  handling: "handle",
  including: "include",
  reusing: "reuse",
  combining: "combine",
  consolidating: "consolidate",
  introducing: "introduce",
  validating: "validate",
  providing: "provide",
  changing: "change",
  storing: "store",
  sharing: "share",
  closing: "close",
  parsing: "parse",
  isolating: "isolate",
  merging: "merge",
  raising: "raise",
  setting: "set",
  putting: "put",
  splitting: "split",
  getting: "get",
  dropping: "drop",
  wrapping: "wrap",
  swapping: "swap",
  stripping: "strip",
  skipping: "skip",
  logging: "log",
  mapping: "map",
  running: "run",
  stopping: "stop",
  trimming: "trim",
  batching: "batch",
  simplifying: "simplify",
  updating: "update",
  generating: "generate",
  escaping: "escape",
  guaranteeing: "guarantee",
  ensuring: "ensure",
  configuring: "configure",
  measuring: "measure",
  enabling: "enable",
  disabling: "disable",
  deleting: "delete",
  initializing: "initialize",
  optimizing: "optimize",
  parameterizing: "parameterize",
  normalizing: "normalize",
  serializing: "serialize",
  sanitizing: "sanitize",
  synchronizing: "synchronize",
  centralizing: "centralize",
  memoizing: "memoize",
  encapsulating: "encapsulate",
  defining: "define",
  improving: "improve",
  reducing: "reduce",
  increasing: "increase",
  scoping: "scope",
  rewriting: "rewrite",
  having: "have",
  taking: "take",
  giving: "give",
  leaving: "leave",
  explaining: "explain",
  deriving: "derive",
  preserving: "preserve",
  separating: "separate",
  propagating: "propagate",
  migrating: "migrate",
  upgrading: "upgrade",
  excluding: "exclude",
  ignoring: "ignore",
};

/** The title of a finding. Never empty. */
export function titleOf(finding: Finding): string {
  const candidates = [finding.title, finding.plain, ...finding.explanation].filter(
    (text): text is string => text !== undefined,
  );
  for (const candidate of candidates) {
    const title = toTitle(candidate);
    if (title.split(" ").length >= 2 && /\p{L}{2}/u.test(title)) return title;
  }
  return shorten(candidates.join(" ").trim()) || "Apply the reviewer's suggestion";
}

/** A sentence as a title. */
export function toTitle(sentence: string): string {
  let text = sentence.replace(/\s+/g, " ").trim();
  for (let round = 0; round < 4; round += 1) {
    const before = text;
    for (const opening of OPENINGS) {
      const rest = text.replace(opening, "");
      if (rest.length >= 8) text = rest;
    }
    if (text === before) break;
  }
  text = imperative(text);
  return shorten(text.slice(0, 1).toUpperCase() + text.slice(1));
}

function imperative(text: string): string {
  const [word = "", ...rest] = text.split(" ");
  const lower = word.toLowerCase();
  if (!lower.endsWith("ing") || rest.length === 0) return text;
  const base =
    GERUND[lower] ??
    (/^(?:add|extract|document|check|test|return|refactor|mention|avoid|extend|implement|convert|pass|pull|push|reset|restrict|inject|inspect|load|link|limit|lock|mark|mock|track|switch|keep|clean|clear|call|throw|treat|turn|explain|expand|export|import|fix|filter|flatten|wait|turn|align|adjust|adopt|assert|block|build|delegat|detect|discuss|display|enforc|follow|grant|guard|hoist|inlin|join|leverag|list|lower|open|order|print|protect|reject|report|revert|rework|sort|start|support|transform|us|warn|watch|round|sync|audit|benchmark|register|unify|defer|demot|promot|emit|fetch|find|hand|highlight|stream)ing$/.test(
      lower,
    )
      ? lower.slice(0, -3)
      : undefined);
  return base === undefined ? text : [base, ...rest].join(" ");
}

const CLAUSE_ENDS = [
  ". ",
  "; ",
  " — ",
  " – ",
  ", so ",
  ", because ",
  " because ",
  ", which ",
  ", since ",
  " since ",
  ", as ",
  " so that ",
  ", e.g.",
  " (",
  ": ",
  ", and ",
  ", but ",
  " instead of ",
  " in order to ",
  " to avoid ",
  " to ensure ",
  ", ",
];
const DANGLING =
  /(?:[\s,;:([{\-–—]|\s(?:a|an|the|and|or|of|to|in|on|for|with|is|are|be|that|this|which|by|from|at|as|if|so|but|when|where|not|we|you|it|its|can|should|would|could|will|into|than|then|via|using|because|since|e\.g\.|i\.e\.|etc\.?))+$/i;

/** At most 72 characters, cut where a clause ends, without a dangling word. */
function shorten(text: string): string {
  let short = text.replace(/\s*[.;:,!?…]+$/, "").trim();
  if (short.length > LONGEST_TITLE) {
    const end = CLAUSE_ENDS.map((mark) => short.lastIndexOf(mark, LONGEST_TITLE)).filter((at) => at >= 24);
    const first = CLAUSE_ENDS.slice(0, 13)
      .map((mark) => short.indexOf(mark))
      .filter((at) => at >= 20 && at <= LONGEST_TITLE);
    const at = first.length > 0 ? Math.min(...first) : Math.max(-1, ...end);
    short = at > 0 ? short.slice(0, at) : cutAtWord(short);
  }
  return balance(
    short
      .replace(DANGLING, "")
      .replace(/\s*[.;:,!?…]+$/, "")
      .trim(),
  );
}

function cutAtWord(text: string): string {
  const cut = text.slice(0, LONGEST_TITLE + 1);
  const space = cut.lastIndexOf(" ");
  return space > 24 ? cut.slice(0, space) : text.slice(0, LONGEST_TITLE).replace(/[\ud800-\udbff]$/, "");
}

/** A bracket or a quote that opens and never closes is taken out. */
function balance(text: string): string {
  const open = text.split("(").length - text.split(")").length;
  const opened = open > 0 ? text.replace(/\s*\((?=[^()]*$)/, " ").trim() : text;
  return opened.split('"').length % 2 === 0 ? opened.replace(/"(?=[^"]*$)/, "") : opened;
}
