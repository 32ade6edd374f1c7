/** English: words that name a defect or a risk. */
import type { Cue } from "../language.ts";

export const DEFECTS: readonly Cue[] = [
  {
    name: "a defect",
    strength: 3,
    forms: {
      "`parse` crashes when the list is empty, please guard against it.":
        /\b(?:bugs?|broken|breaks?|fail(?:s|ed|ing|ures?)?(?! (?:paths?|modes?|cases?|scenarios?|domains?|reasons?|handl\w{1,4})\b)|crash\w{0,30}|hangs?|keeps? running|blocks? forever|regression)\b/,
      "This leaks a file handle on every retry.":
        /\b(?:leak\w{0,30}|overflow\w{0,30}|unbounded|infinite|quadratic|out of (?:memory|bounds|range|sync|file descriptors|handles|connections))\b/,
      "The last page is off by one.":
        /\b(?:off[- ]by[- ]one|(?:divides?|division) by zero|null pointer|dereferenc\w{1,30}|undefined behaviou?r|is ub)\b/,
      "Two workers race for the same lease.":
        /\b(?:races?|racy|deadlock\w{0,30}|collisions?|conflicts|toctou|not re-?entrant|non-?deterministic|flaky|not reproducible)\b/,
      "The cast gives the wrong sign.":
        /\b(?:wrong\w{0,30}|incorrect\w{0,30}|inconsisten\w{1,30}|mismatch\w{0,30}|misleading|contradict\w{0,30}|false (?:positive|negative)s?|violat\w{1,30}|stale|problematic)\b/,
      "Both branches do the same.": /\bboth (?:\w{1,20} ){1,3}do (?:exactly )?the same\b/,
      "The filter doesn't respect the time zone.":
        /\b(?:doesn't|does not|don't|do not|didn't|won't|will not|cannot) (?:work|handle|check|close|match|compile|exist|return|account|actually|respect|support|validate|update|reset|release)\b/,
      "The timer is never stopped.":
        /\b(?<!\b(?:i|i've|we've|i'd|have) )never (?!happens?\b|occurs?\b|seen|heard|mind|knew|thought|reassigned\b|modified\b|mutated\b|used (?:it|this|that)\b)\w{1,30}\b/,
      "`err` is always nil here.": /\balways (?:nil|null|none|true|false|undefined|empty|zero|0)\b/,
      "The search box is open to SQL injection.":
        /\b(?:vulnerab\w{1,30}|injection|(?:path|directory) traversal|xss|csrf|ssrf|unsafe|insecure|unvalidated|unauthori[sz]ed|exposes|plain ?text|hard-?cod\w{1,30})\b/,
      "The decoder throws on an empty header.":
        /\b(?:throws|(?:throws?|uncaught|unexpected) (?:an? )?\w{0,30}exceptions?|unhandled|raises (?:an? )?(?:`x|\w{1,30}error))\b/,
      "The retry loop has no limit.":
        /\b(?:lacks?|missing\b(?! (?:something|smth|anything|the point))|(?:has|have|with|got) no (?!issues?|problems?|concerns?|effect|idea|opinion|objection|need|reason|side|choice|way|test)\w{1,30})\b/,
      "The importer drops the last row.":
        /\b(?:silently|swallow\w{0,30}|corrupt\w{0,30}|truncat\w{1,30}|(?:is|are|be|gets) ignored|ignores|lost|loses|drops|skips (?:the|every|over)|hid(?:es|ing) the)\b/,
      "The export route isn't authenticated.":
        /\b(?:not|\w{1,6}n't) (?:\w{1,20} )?(?:limited|bounded|protected|authenticated|authori[sz]ed|encrypted|saniti[sz]ed|quoted|idempotent|atomic|locked)\b/,
      "The last write isn't awaited.":
        /\b(?:not|\w{1,6}n't) (?:\w{1,20} )?(?:awaited|flushed|persisted|propagated|updated|documented|deduplicated|passed on|forwarded|registered|rolled back|cleaned up|cleared|freed)\b/,
      "The reset case is not handled.":
        /\bnot (?:handled|checked|validated|enforced|initiali[sz]ed|implemented|released|closed|escaped|thread[- ]safe|work\w{0,30}|correct|guaranteed|match\w{0,30})\b/,
      "The merge is O(n²) in the number of rows.": /\bo\(n(?:²|\^2|2|\*\*2)\)/,
      "This version of the parser has CVE-2020-8203.": /\bcve-\d{4}-\d{3,7}\b/,
    },
    unless: {
      "I found no bugs in the retry loop.":
        /\bno (?:\w{1,30} )?(?:bugs?|errors?|issues?|problems?|vulnerabilit\w{1,30}|risks?|regressions?|exceptions?|leaks?|failures?)\b/,
      "See https://stackoverflow.com/q/41/infinite-scroll for the trick.": /stackoverflow\.com\//,
      "The risk of corruption is low.": /\brisk (?:of \w{1,30} )?is (?:low|minimal)\b/,
      "Is there something missing?": /\b(?:is|are|am) (?:there|i|we) (?:something |anything |sth )?missing\b/,
      "There do not seem to be any leaks.": /\bnot (?:seem|appear) to be any\b/,
      "The rename should not break old clients.": /\bshould not (?:introduce|cause|break)\b/,
    },
  },
  {
    name: "a risk",
    strength: 2,
    forms: {
      "No timeout on the upload.":
        /^(?:\W{0,4})(?:no|lack of|absence of) (?!\w{1,30} (?:needed|required|found|issues?)\b)\w/,
      "this could block the event loop":
        /\b(?:risk\w{0,30}|danger\w{0,30}|may|might|could|can|would|will|gonna|going to) (?:\w{1,30} )?(?:blow up|explode|choke|break|fail|hang|block|overflow|underflow|throw|panic|starve)\b/,
      "A second writer may overwrite the row.":
        /\b(?:risk\w{0,30}|danger\w{0,30}|may|might|could|can|would|will|gonna|going to) (?:\w{1,30} )?(?:cause|lead to|result in|overwrite|lose|leak|corrupt|pollute|expose)\b/,
      "The row might be empty by then.":
        /\b(?:risk\w{0,30}|danger\w{0,30}|may|might|could|can|would|will|gonna|going to) (?:\w{1,30} )?be (?:already |still |also )?(?:lost|skipped|wrong|stale|null|nil|none|empty|negative|undefined|out of sync|cancell?ed|closed|freed|deleted|evicted)\b/,
      "Sounds risky with two writers.": /\brisky?\b/,
      "This is a breaking change for whoever calls `read`.":
        /\b(?:is|be|are|as|introduces?|makes?) (?:actually |also |probably )?(?:an? )?(?:\w{1,20} )?breaking (?:api )?changes?\b/,
      "This asks for an explosion of queries.": /\b(?:explosion|avalanche|thundering herd|flood|storm) of\b/,
      "There is no check for an empty list.":
        /\bthere(?:'s| is| are)(?: no|n't any| not any) (?:\w{1,20} )?(?:checks?|validation|handling|limits?|guards?|fallback|timeouts?|retr(?:y|ies)|cleanup|protection|locking|sanitization)\b/,
      "The comment is out of date.": /\b(?:out[- ]of[- ]date|outdated)\b/,
      "The importer has the same problem.":
        /\b(?:has|have|suffers? from) (?:exactly )?the same (?:problem|issue|bug|flaw|defect)\b/,
      "This returns NaN when the list is empty.":
        /\b(?:returns?|yields?|gives?|becomes?) (?:nan|null|nil|none|undefined)\b[^.;]{0,80}\b(?:when|if|for|on|unless|whenever)\b/,
      "The retry loop will hammer the database.":
        /\b(?:will|would|can|could|may|might) (?:\w{1,12} )?(?:hammer|flood|spam|overload|exhaust|drown|overwhelm)\b/,
    },
  },
];
