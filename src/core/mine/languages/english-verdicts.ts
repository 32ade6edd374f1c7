/** English: words that settle a finding, excuse it, or say what sort of finding it is. */
import type { Cue } from "./language.ts";

export const ENGLISH_SETTLED: readonly Cue[] = [
  {
    name: "done",
    strength: 3,
    pattern:
      /✅ ?(?:addressed|resolved|fixed|confirmed)|\baddressed in commits?\b|#resolved\b|\b(?:fixed|resolved|addressed|done) in (?:`x`|[0-9a-f]{7,40}\b|commit|latest|the latest)|\b(?:it|this|that|which|issue|bug|finding|these)(?:'s| is| was| has| have| are)? (?:been )?(?:already|previously) (?:been )?(?:addressed|fixed|resolved|reported|done)\b|\bsuperseded by\b|^\W{0,4}(?:(?:previous|earlier|prior|last) (?:\w{1,20} ){1,4})(?:has been |have been |was |is |are )?(?:now )?(?:addressed|resolved|fixed)\b/,
    example: "This was already fixed.",
  },
  {
    name: "tracked elsewhere",
    strength: 3,
    pattern:
      /\b(?:already |is |are )?tracked (?:in|by|as|under|at|with) (?:#|issue|https?:|[a-z]{1,12}-\d)|\b(?:issue|ticket) (?:#\d{1,9}|[a-z]{2,10}-\d{1,9}) (?:tracks|covers)\b|\bknown issue \(?#\d|\bbe (?:fixed|handled|addressed|covered|resolved|changed|removed) (?:by|in|with|as part of) (?:#\d|https?:)|\bthis will (?:change|go away|be gone|disappear) in #\d/,
    example: "We should validate the header here too, tracked in #46.",
  },
];

export const ENGLISH_FINE: readonly Cue[] = [
  {
    name: "accepted",
    strength: 3,
    pattern:
      /\b(?:is|are|this is|seems|be|approach is|approach may be|current approach (?:is|may be)|probably) (?:also |probably |perfectly |totally |still )?(?:acceptable|fine|ok|okay|intentional|by design|correct|reasonable|expected|good enough)\b|\b(?:that's|that is|it's|it is|this is|which is) (?:actually |perfectly |totally |also )?(?:fine|ok|okay|good|great|secure|correct)\b|\b(?:is|are|works?|implemented|handled) (?:\w{1,30} )?correctly\b|\b(?:good|fine|okay|ok) as (?:it|they|this|that|is)\b|\bacceptable for\b|\breasonable (?:heuristic|addition|trade-?off|choice|default)\b|#wontfix\b|\bwon't ?fix\b/,
    unless:
      /\b(?:not|isn't|aren't|never|neither|whether|if|unless|think|hope|sure|doubt) (?:\S{1,60} ){0,3}(?:be|is|are) (?:\w{1,30} )?(?:acceptable|fine|ok|okay|intentional|correct|reasonable|expected)\b|\bnot (?:be )?(?:acceptable|fine|ok|okay|intentional|correct|reasonable|expected)\b|\bas expected\b|\b(?:not|should|must|n't|ensure|whether|verify|if|to|make sure) (?:[^\s,;()]{1,60} ){0,4}correctly\b|\bexpected (?:to|by|behaviou?r|value|result|output|type|in)\b|\bcorrect (?:the|this|value|way|one|type|order)\b/,
    example: "Optional: consider dropping the second lookup, the current approach is fine.",
  },
  {
    name: "needs nothing",
    strength: 3,
    pattern:
      /\bno (?:action|change|changes|fix) (?:is |are )?(?:needed|required|necessary)\b|\bnothing (?:to (?:do|change|fix)|needs to)\b|\b(?:purely|just|only) (?:informational|a note|fyi|an observation)\b|\blet's not bother\b|\b(?:does|do)(?:n't| not) (?:seem|appear) to be any\b|\brisk (?:of \w{1,30} )?is (?:low|minimal|negligible)\b|\bfeel free to ignore\b|\b(?:is|are|but) (?:\w{1,20} )?harmless\b|\bif (?:it |this |that )?(?:(?:ever|really) )?(?:becomes|turns out to be|proves to be|turns out that it is) (?:really |too |a )?(?:necessary|needed|problem|slow|bottleneck|issue)\b/,
    example: "The lookup runs twice, no change needed.",
  },
  {
    name: "called informational",
    strength: 3,
    pattern:
      /^(?:\W{0,4})(?:informational|info|fyi|optional|optionally|(?:just )?noting(?: that| informationally| here)?)\b|\((?:both |all )?optional\)$/,
    example: "FYI: the parser could reuse its buffer.",
  },
];

export const ENGLISH_PROCESS: readonly Cue[] = [
  {
    name: "the pull request's text",
    strength: 3,
    pattern:
      /\b(?:pr|pull request|commit|merge request) (?:title|description|body|message|template)s?\b|\b(?:commit messages?|git history|commit history)\b|\b(?:in|of) the commit\b(?! (?:id|hash|sha|graph|log|path|callback|hook|phase))|\bcommits? "?\w{1,30}"? (?:should|needs?|could)\b|\b(?:mention|say|explain|describe) (?:\w{1,30} ){0,2}in the (?:pr|pull request)\b|\b(?:changelog|release notes?) (?:entry|line|item)\b|\b(?:entry|line|item) (?:to|in|for) the (?:changelog|release notes?)\b|\b(?:update|edit|fix|fill in|expand) (?:the|your) (?:pr\b|(?:pr )?description\b)|\b(?:add|post|put|include|attach|paste) [^.?!]{1,80} to (?:the|this|your) (?:pr|pull request)\b(?! (?:template|number|url|title))|\b(?:title|description) of (?:this|the) (?:pr|pull request)\b|\bmark (?:the |this )?pr\b|\blink (?:the |this |an? )?(?:issue|ticket|jira)\b|\bto the (?:pr |pull request |commit )?(?:description|title)\b|\bready (?:for|to) (?:review|merge)\b|\b(?:add|put|move|do|make) (?:this|it|that|these|the)(?: \w{1,20}){0,2} in (?:a|an|its own|the first|a separate|an earlier) commit\b|\bci (?:must|should|needs? to|has to|is|to) (?:\w{1,20} )?(?:pass|be green|green|red|happy|failing)\b/,
    unless:
      /\b(?:description|title|message|body) (?:mentions?|says?|states?|claims?|promises?|describes?|lists?)\b|\b(?:mentioned|described|promised|stated|claimed|listed|says|said) in the (?:pr|pull request|commit)\b|\b(?:error|exception|log|status|response|email|http) (?:title|description|body|message|template)\b/,
    example: "Please update the PR description accordingly.",
  },
  {
    name: "who and when",
    strength: 3,
    pattern:
      /\b(?:merge|land|ship) (?:this|it|that|#\d{1,9}|these|them) (?:after|before|first|once|when|until|next)\b|\bget (?:this|it|that) in (?:before|by|for|today|this|on|to)\b|\b(?:should|shall|can|could) (?:we|i|you) (?:now |just |already )?merge (?:this|it|that)\b|\b(?:in|for) (?:the )?future,? (?:please|you|try|i'd|i would|any|it(?:'s| is) (?:better|easier|best))\b|\b(?:in|for) (?:any |the |your )?(?:future|next) (?:prs|pull requests),? (?:please|if you|try|could|you|it)\b|\bnext time,? (?:please|you|try|i'd|could)\b|\bopen(?:ing)? an issue (?:first|to discuss)\b|\b(?:second|another|one more) approval\b|\b(?:someone|somebody|anyone|anybody) (?:else )?(?:can|could|to) (?:\w{1,20} )?(?:review|check|verify|edit|(?:take|have) a look)\b|\b(?:get|have|needs?|use) (?:an?|another|one more|some) (?:\w{1,30} )?(?:reviews?|look|approval|pair of eyes|eyes)(?: (?:from|by|at|on)\b|\W{0,3}$)|\b(?:get|have) \S{1,30}(?:'s)? (?:eyes|opinion|thoughts|input) on\b|\b(?:comments|feedback|threads) (?:on|in|of|from|about) [^.;]{1,60} (?:addressed|answered|resolved)\b|\bping (?:me|us|@\w)|\bwait (?:for|on) (?:@\w|ci\b|the (?:ci|release|review|freeze|other (?:pr|pull request))\b|#\d)|\b(?:discuss|talk about|go over|bring up) (?:this|it|that|these) (?:in|at|on|during) (?:\S{1,30} ){0,3}(?:sync|meeting|call|stand-?up|planning|retro|slack)\b|\b(?:(?:someone|somebody) else |(?:someone|somebody) from (?:\w{1,30} ){1,4}?)(?:should|could|can|needs? to|must) (?:also )?(?:review|look|check|approve|take (?:a|another) look)\b/,
    example: "Let's merge this after the release on Thursday.",
  },
  {
    name: "its branch",
    strength: 3,
    pattern:
      /\brebas(?:e|ed|ing)\b|\bsquash(?:ed|ing)?\b|(?<!non-)\bmerge[- ](?:conflicts?|commits?)\b|\bff-only\b|\bfast[- ]forward merges?\b|\b(?:resolve|fix|solve) (?:the |these |any )?(?:merge )?conflicts?\b|\bsync(?:ing)? with (?:main|master|upstream)\b|\bcherry[- ]?pick\w{0,30}\b|\bbackport(?:ed|ing)?\b(?! (?:of|from|module|package|library)\b)|\b(?:target|against|onto|to) (?:the )?(?:main|master|develop|release|stable) branch\b|\bmerge (?:main|master|develop|upstream)\b|\b(?:don't|do not|not) merge (?:this|it|yet|before|until)\b|\b(?:open|base|target) (?:this|it|the pr) (?:against|on)\b|\bwip\b|\bdraft\b(?= pr)|\bhold off\b|\bclose this (?:pr|pull request)\b|\b(?:be|get|been) merged\W{0,3}$|\b(?:merge|land|ship) (?:this|the) (?:change|pr|patch|pull request)\b|\b(?:please|can|could|feel free to) (?:you )?re-?open\b|\bgit (?:push|commit|pull|fetch|reset|add)\b|\bunreleased\b|\bsign(?:[- ]off)? (?:on )?(?:the|your|a) (?:cla|commits?)\b/,
    unless: /\b(?:git|the tool|command|script|user) (?:\w{1,30} ){0,3}rebase\b/,
    example: "Could you rebase this?",
  },
  {
    name: "its extent",
    strength: 3,
    pattern:
      /\b(?:split|break)\b.{0,40}\b(?:prs?|pull requests?|commits?|branches)\b|\b(?:can|could|would) you (?:please )?(?:open|make|create|send|submit|do) [^.?!,]{0,40}\b(?:separate|another|own|different) (?:prs?|pull requests?)\b|\b(?:move|put|split|extract|keep) (?:this|it|these|that|them)(?: \S{1,60}){0,8} (?:in)?to (?:a |its |their )?(?:separate|another|different|own) (?:prs?|pull requests?|commits?)\b|\bmake (?:it|this|them|separate) (?:in )?(?:a )?(?:separate )?(?:prs?|pull requests?)\b|\b(?:separate|own|one|single) commits?\b|\brevert (?:this file|this change|these changes|the unrelated|unrelated|all)\b|\bunrelated (?:to this (?:pr|change)|changes?|files?|formatting)\b|\bscope creep\b|^\W{0,4}(?:should|does) (?:it|this|that|these) (?:\w{1,12} )?(?:part of|to|in) this (?:pr|pull request|change|patch)\b/,
    unless:
      /\bi(?:'ll| will|'d| can|'m going to| would)\b|\bunrelated to this (?:pr|pull request|change)\b,? (?:but|though|and)\b/,
    example: "Looks unrelated, please revert this file.",
  },
];

export const ENGLISH_CHECKS: readonly Cue[] = [
  {
    name: "asks to verify",
    strength: 3,
    pattern:
      /^(?:\W{0,4})(?:\[ \] ?)?(?:\d{1,9}[.)] ?)?(?:(?:please|should|also|worth|recommend|just|need to|must|i'd recommend|i would recommend|ensure that|make sure|could you|can you|can we) ){0,5}(?:verify(?:ing)?|confirm(?:ing)?|double[- ]check(?:ing)?|check whether|check (?:that|if)|manually test|verification)\b|\b(?:verify|confirm|double[- ]check) (?:that|whether|if|this|the)\b|\bworth (?:confirming|verifying|double[- ]checking)\b|\bcheck (?:whether|that|if) (?:these|this|the)\b|\bmake sure (?:that )?(?:this|the|these) [^,.;]{1,60} (?:actually|really) (?:exists?|works?|happens?)\b|\bconsider (?:if|whether) [^,;]{1,100} (?:was|were|has been|have been) (?:successfully |already |actually |really )?(?:merged|applied|fixed|deployed|intended|intentional|needed|updated)\b/,
    unless:
      /\b(?:test|tests|assert|code|function|method|script|it|handler|middleware|which|to) (?:\w{1,30} )?(?:verify|confirm|check)\w{0,30} (?:that|whether|if|this|the)\b|\b(?:an?|the|simple|extra|quick|cheap) check (?:that|whether|if)\b|\bverify(?:ing)? (?:the |its |their |all |each |every )?(?:\w{1,30} ){0,2}(?:signatures?|tokens?|jwts?|passwords?|checksums?|hash(?:es)?|digests?|certificates?|ownership|permissions?|identity|origins?|nonces?|payloads?|credentials)\b|^(?:\W{0,4})(?:also )?(?:check|verify) (?:if|that|whether) `x` (?:is|has|exists)/,
    example: "Please verify that the migration runs on an empty database.",
  },
  {
    name: "asks whether it is meant",
    strength: 3,
    pattern:
      /\b(?:is|was|are|were) (?:this|that|these|it) (?:\w{1,30} )?(?:intentional|intended|deliberate|on purpose)\b|\bensure (?:this|that this|the) change is (?:intentional|intended)\b|\bintentional\?/,
    example: "Was this intentional?",
  },
  {
    name: "asks to run something",
    strength: 3,
    pattern:
      /^(?:\W{0,4})(?:\[ \] ?)?(?:\d{1,9}[.)] ?)?(?:(?:please|also|just|could you|can you) ){0,5}(?:run (?:the )?(?:`x`|tests?|ci|full|whole|benchmarks?|linter)|re-?run|test with|trigger)\b|\bplease run `x` (?:and|to) (?:push|commit|fix)\b|\btest (?:it|this) (?:in your fork|locally|manually|on)\b|\btest plan\b|\bstaging environment\b|\bgradual rollout\b|\bexternal security team\b/,
    example: "Please run the full test suite on Windows.",
  },
  {
    name: "asks for information",
    strength: 3,
    pattern:
      /\bminimal (?:example|reproduc\w{1,30})|\bsteps to reproduce\b|\b(?:can|could|would) you (?:please |also )?(?:explain|clarify|elaborate|share|expand on|say (?:a bit |a little |something )?more|provide (?:more|some) (?:details|context|information|info)|post|paste|confirm|tell|show (?:me|us|an?))\b|\bplease (?:explain|clarify|elaborate|advise|confirm)\b|\b(?:provide|cite|give|share) (?:us |me )?(?:an? |some |the )?(?:source|reference|citation|evidence)s? (?:for|to|on|that)\b|\b(?:can|could|would) you (?:please |also )?check (?:what|which|how|when|where|why|who|if|whether|that)\b|\bneed to (?:understand|figure out|find out|investigate|know|think)\b/,
    example: "Could you explain what the second pass is for?",
  },
];

export const ENGLISH_VAGUE: readonly Cue[] = [
  {
    name: "a quality, not a change",
    strength: 2,
    pattern:
      /\b(?:proper(?:ly)?|appropriate(?:ly)?|adequate(?:ly)?|sufficient(?:ly)?|thorough(?:ly)?|as needed|if needed|if necessary|if required|where (?:needed|necessary|appropriate)|best practices|robust(?:ness)?|up[- ]to[- ]date|overall|in general|consistent and logical|comprehensive|best possible|gracefully|potential (?:issues|errors|failures|problems)|necessary precautions|maintainab\w{1,30}|scalab\w{1,30}|user[- ]friendly|more (?:efficient|robust|flexible|maintainable|modular))\b/,
    unless:
      /\b(?:approach|way|solution|alternative|option)s? (?:here |for (?:this|it) )?(?:would be|is|might be|could be) (?:to|an?) \w/,
    example: "Ensure that errors are handled properly.",
  },
  {
    name: "sums up",
    strength: 3,
    pattern:
      /\b(?:address|fix|resolv|correct)(?:e|ing)? (?:all |the |these |those |any ){0,5}(?:\w{1,30} ){0,2}(?:issues?|concerns?|vulnerabilit\w{1,30}|comments?|points|items|problems|suggestions|findings)(?: (?:above|listed|mentioned|noted|identified|below|before|raised)\b|[.]?$)|\b(?:issues?|concerns?|suggestions?|recommendations?|items) (?:listed |mentioned |noted |identified )?(?:above|below)\b|\b(?:issues?|vulnerabilities|concerns|problems) (?:that )?(?:must|should|need to) be (?:addressed|fixed|resolved)\b|^(?:\W{0,4})(?:overall,? )?(?:i|we|(?:my|the|this) (?:\w{1,20} )?review) (?:have |has |also )?(?:found|identified|noted|flagged|left|highlighted|raised) (?:an?|one|two|three|four|five|several|some|\d{1,2}|a few|a couple of) (?:\w{1,30} ){0,3}(?:issues?|concerns?|problems?|bugs?|suggestions?|comments?|areas|points|opportunities)\b/,
    example: "Please address all issues above.",
  },
  {
    name: "asks for care",
    strength: 3,
    pattern:
      /^(?:\W{0,4})(?:please |also |just )?(?:be careful|take care|keep in mind|be aware|be mindful|make sure to (?:update|test|check|review|handle)|ensure (?:that )?(?:all|any|your|the code|everything)\b|make sure (?:that )?(?:all|any|your|the code|everything)\b)/,
    example: "Make sure to update all relevant code.",
  },
  {
    name: "leaves open whether",
    strength: 3,
    pattern:
      /\bconsider\b.{1,100}\bif (?:needed|necessary|required|applicable|desired)\b|\bif (?:needed|necessary|required|this is a concern|that is a concern|this becomes an? \w{1,30})\b.{0,9}\bconsider\b/,
    example: "If this is a concern, consider how versions can be told apart.",
  },
  {
    name: "things unnamed",
    strength: 3,
    pattern:
      /\b(?:some|a lot of|lots of|many|several|a few|various|more|further|other|any|additional) (?:\w{1,20} )?(?:stuff|things|refactors?|refactorings?|improvements?|clean-?ups?|changes|work|follow-?ups?|tweaks|adjustments)\b(?! (?:to|in|of|for|about|around|on|from) (?:the|this|our|`x`))/,
    unless: /`x`|\b(?:like|such as|e\.g\.|namely|including|because|since)\b|:/,
    example: "Some cleanups can be done in a follow-up.",
  },
  {
    name: "after these changes",
    strength: 3,
    pattern:
      /\bupdat(?:e|es|ing) (?:the |any |all |your )?(?:relevant |related |corresponding )?(?:documentation|docs|comments|tests) (?:to (?:reflect|match) (?:these|this|the|your) (?:new )?changes?|accordingly)\b/,
    example: "Update the documentation to reflect these changes.",
  },
  {
    name: "could be said of any code",
    strength: 3,
    pattern:
      /^(?:\W{0,9})(?:\S{1,60} )?(?:(?:also |please |you (?:may|might|could|should) (?:want to )?|consider |it(?:'s| is) (?:recommended|important|crucial|good|advisable|essential) to |should |could ){0,5})(?:ensur(?:e|ing)|mak(?:e|ing) sure|add(?:ing)?|improv(?:e|ing)|review(?:ing)?|updat(?:e|ing)|implement(?:ing)?|provid(?:e|ing)|handl(?:e|ing)|consider(?:ing)?|optimiz(?:e|ing)|test(?:ing)?|writ(?:e|ing)|includ(?:e|ing)) (?:that |some |any |more |all |the |proper |better |additional |further |appropriate |thorough |comprehensive |relevant |your |necessary ){0,5}(?:error[- ]handling|comments?|documentation|docs|tests?|test cases|code|logging|logs|performance|security|validation|readability|changes|dependencies|packages|edge cases|exceptions?|user input|input|functionality|these changes|everything|scenarios)\b(?! (?:for|when|that|which|to|in|of) )/,
    example: "Please ensure proper error handling.",
  },
  {
    name: "a goal, not a change",
    strength: 3,
    pattern: /^(?:\W{0,9})(?:please |also |and |just ){0,3}(?:ensure|make sure)(?: that)?\b/,
    unless: /\bor (?:add|use|set|make|remove|handle|check|document|return|throw)\b|\bby \w{1,30}ing\b|\binstead\b/,
    example: "Ensure that `readPage` returns a valid page.",
  },
];

export const ENGLISH_DEFECTS: readonly Cue[] = [
  {
    name: "a defect",
    strength: 3,
    pattern:
      /\b(?:bugs?|broken|breaks?|fail(?:s|ed|ing|ures?)?(?! (?:paths?|modes?|cases?|scenarios?|domains?|reasons?|handl\w{1,4})\b)|crash\w{0,30}|leak\w{0,30}|overflow\w{0,30}|races?|race condition|deadlock\w{0,30}|wrong\w{0,30}|incorrect\w{0,30}|(?:doesn't|does not|don't|do not|didn't|won't|will not|cannot) (?:work|handle|check|close|match|compile|exist|return|account|actually|respect|support|validate|update|reset|release)|(?<!\bi )never (?!happens?\b|occurs?\b|seen|heard|mind|knew|thought|used (?:it|this|that)\b)\w{1,30}|inconsisten\w{1,30}|mismatch\w{0,30}|misleading|hard-?cod\w{1,30}|vulnerab\w{1,30}|injection|(?:path|directory) traversal|throws|(?:throws?|uncaught|unexpected) (?:an? )?\w{0,30}exceptions?|unhandled|unsafe|regression|stale|lacks?|(?:has|have|with|got) no (?!issues?|problems?|concerns?|effect|idea|opinion|objection|need|reason|side|choice|way|test)\w{1,30}|raises (?:an? )?(?:`x|\w{1,30}error)|missing\b(?! (?:something|smth|anything|the point))|violat\w{1,30}|collisions?|truncat\w{1,30}|silently|swallow\w{0,30}|corrupt\w{0,30}|unbounded|unvalidated|unauthori[sz]ed|exposes|conflicts|(?:is|are|be|gets|silently) ignored|ignores|lost|loses|drops|dereferenc\w{1,30}|undefined behaviou?r|is ub\b|(?:divides?|division) by zero|null pointer|infinite|off[- ]by[- ]one|not reproducible|out of (?:memory|bounds|range|sync|file descriptors|handles|connections)|quadratic|keeps? running|hangs?|blocks? forever|contradict\w{0,30}|false (?:positive|negative)s?|racy|problematic|hid(?:es|ing) the|both (?:\w{1,20} ){1,3}do (?:exactly )?the same|xss|csrf|ssrf|toctou|not re-?entrant|always (?:nil|null|none|true|false|undefined|empty|zero|0)|non-?deterministic|flaky|insecure|plain ?text|(?:not|\w{1,6}n't) (?:\w{1,20} )?(?:limited|protected|authenticated|authori[sz]ed|encrypted|saniti[sz]ed|idempotent|atomic|bounded|quoted|locked|awaited|flushed|persisted|propagated|updated|documented|deduplicated|passed on|forwarded|registered|rolled back|cleaned up|cleared|freed)|skips (?:the|every|over)|not (?:handled|checked|validated|enforced|initiali[sz]ed|implemented|released|closed|escaped|thread[- ]safe|work\w{0,30}|correct|guaranteed|match\w{0,30}))\b|\bo\(n(?:²|\^2|2|\*\*2)\)/,
    unless:
      /\bno (?:\w{1,30} )?(?:bugs?|errors?|issues?|problems?|vulnerabilit\w{1,30}|risks?|regressions?|exceptions?|leaks?|failures?)\b|stackoverflow\.com\/|\brisk (?:of \w{1,30} )?is (?:low|minimal)\b|\bnot (?:seem|appear) to be any\b|\bshould not (?:introduce|cause|break)\b/,
    example: "`parse` crashes when the list is empty, please guard against it.",
  },
  {
    name: "a risk",
    strength: 2,
    pattern:
      /^(?:\W{0,4})(?:no|lack of|absence of) (?!\w{1,30} (?:needed|required|found|issues?)\b)\w|\b(?:risk\w{0,30}|danger\w{0,30}|may|might|could|can|would|will|gonna|going to) (?:\w{1,30} )?(?:blow up|explode|choke|overwrite|cause|lead to|result in|break|fail|hang|block|overflow|underflow|throw|panic|lose|leak|corrupt|pollute|starve|expose|be (?:already |still |also )?(?:lost|skipped|wrong|stale|null|nil|none|empty|negative|undefined|out of sync|cancell?ed|closed|freed|deleted|evicted))\b|\brisky?\b/,
    example: "this could block the event loop",
  },
];
