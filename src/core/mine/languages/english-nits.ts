/** English: words that make a local edit of a finding. */
import type { Cue } from "./language.ts";

export const ENGLISH_NITS: readonly Cue[] = [
  {
    name: "called a nit",
    strength: 3,
    pattern:
      /^(?:\W{0,4})(?:super |ultra |tiny |small |minor |last )?(?:nit|nits|nitpick|nitpicking|typo|style|cosmetic|grammar|wording|copyedit|polish|quibble|formatting)\b|\bnit:|\bnitpick\b|\b(?:minor|small|last|tiny|just a) nit\b|\(nit\)/,
    example: "nit: trailing space",
  },
  {
    name: "wording",
    strength: 3,
    pattern:
      /\btypos?\b|\bmisspell\w{0,30}|\bmisspelt\b|\bspelling\b|\bspelled\b|\bgramma(?:r|tical)\b|\bwording\b|(?<=\b(?:should|could|would|can) (?:\w{1,10} ){0,2})\b(?:say|read|refer to|be changed to) ["“'`]|\b(?:reword|change|changed|rename|renamed) (?:it |this |that )?to ["“]|\bextra words?\b|\breword\w{0,30}|\brephras\w{0,30}|\bphras(?:e|ed|ing)\b|\b(?:should|could|can|would|let's|please|maybe|also) (?:we |you |also |just |perhaps ){0,3}(?:clarify|explain)\b|\bsounds? (?:a bit |a little )?(?:better|odd|weird|awkward)|\bpunctuation\b|\bcapitali[sz]\w{0,30}|\blower ?case\b|\bupper ?case\b|\b(?:sentence|title|camel|snake|kebab|pascal)[ -]?case\b|\b(?:full stop|period|comma|apostrophe|hyphen) (?:at the end|here|missing)\b|\b(?:missing|extra) (?:full stop|period|comma|apostrophe|hyphen|article)\b|\bawkward\b|["“'][^"”']{1,60}["”'] (?:should (?:be|read)|instead of|rather than|->|→) ["“']|, suggest:? ["“]|^(?:\W{0,4})(?:suggest(?:ion|ed text)?|proposed text|perhaps|maybe|how about) ?:? ?["“']|\breads? (?:a bit |a little |much )?(?:better|odd|oddly|weird)\b/,
    unless:
      /\b(?:to|into|as|converts?|converted|compar\w{1,30}|normali[sz]\w{1,30}) (?:`x` )?(?:to |in )?(?:lower|upper) ?case\b|\bcase[- ](?:in)?sensitiv\w{1,30}/,
    example: "typo in the heading",
  },
  {
    name: "a name",
    strength: 3,
    pattern:
      /\brenam(?:e|ed|ing)\b|\bnaming\b|\bdescriptive\b(?! (?:`x`|error|log|exception|statistics))|\binconsistent (?:\w{1,30} )?names?\b|\bname\b.{0,30}\b(?:confusing|ambiguous|misleading|unclear|better|clearer)\b|\b(?:better|clearer|more descriptive|misleading|confusing|good|different|another|terrible|bad|odd|weird|poor) (?:name|word|verb|term|label)\b|\bthe name of (?:the|this|that) \w{1,30} (?:should|could|is)\b|\b(?:the|a) (?:word|term|name) ["“`]|\b(?:more|less) (?:generic|specific|precise|accurate|descriptive) (?:term|word|name|title)s?\b|\b(?:feels?|seems?|sounds?) (?:a bit |a little |a tad |too |rather |quite |very ){1,2}(?:generic|verbose|wordy|terse|cryptic|vague)\b|^(?:\W{0,4})(?:(?:and|or|maybe|perhaps|then) )?(?:(?:what|how) about|would|might|maybe|perhaps) `x` (?:be better|instead)\b|^(?:\W{0,4})(?:what|how) (?:about|if we used) `x` and `x`\?|\b(?:call|called|name|named) (?:it|this|that|these|this (?:field|variable|method|function|class)) `x`|^`?s\/|^\S{1,40} ?(?:->|→|=>) ?\S/,
    unless:
      /\brenam(?:e|ed|ing) (?:of )?(?:the |a )?(?:table|column|endpoint|api|package|module|file|operation|branch|race)/,
    example: "rename this variable to writeThreshold",
  },
  {
    name: "formatting",
    strength: 3,
    pattern:
      /\b(?:white ?spaces?|indent(?:ed|ation|ing)?|(?:blank|empty|extra|new) lines?|newlines?|line breaks?|trailing (?:space|spaces|comma|semicolon|newline)|semicolons?|(?:curly|opening|closing|round|square) (?:braces?|brackets?)|parenthes[ei]s|formatt(?:ing|er)|line length|lines? (?:is |are )?(?:too|longer than)\b|\bwrap\w{0,4}(?: \w{1,30}){0,3} (?:at|to|after) \d{2,3}\b|alphabetical(?:ly)?|lexicographical(?:ly)?|sorted lexicographic\w{0,6}|(?:import|include|declaration) order|sort (?:the|these|those) (?:imports|includes|headers|list|lines|keys)|extra space|spaces? (?:after|before|around|between|here)|\d spaces|tabs?\b.{0,20}\bspaces|(?:code|coding|usual|existing|house) styl(?:e|ing)|style guide|naming conventions?|inconsistent (?:quot(?:es?|ing)|spacing|style|casing)|quotes are mixed|imports? (?:should|must|need to) be (?:grouped|sorted|ordered)|goimports|gofmt|checkstyle|clang-format|prettier)\b/,
    unless:
      /\b(?:currency|date|time|number|price|money|phone|string|error|output|message|report|table|locale|response) formatt(?:ing|er)\b|\b(?:crlf|parser|parse[sd]?|parsing|split|escap\w{1,30}|strip\w{0,30}|trim\w{0,6}|separators?|delimiters?|tokens?|regex\w{0,2}|injection|input|output contains|log injection)\b/,
    example: "please indent this block",
  },
  {
    name: "something unused",
    strength: 3,
    pattern:
      /\b(?:is|are|it's|isn't|aren't|variable|import|parameter|field|argument)(?: \S{1,60}){0,4} (?:not|never|no longer|isn't) (?:actually )?(?:used|referenced|accessed|needed)\b|\bunused (?:\S{1,60} )?(?:imports?|variables?|parameters?|arguments?|locals?|fields?|methods?|functions?|helpers?|code|includes?|constants?|class|property)\b|\bunused\b(?: here)?[.?!]?$|(?<=\b(?:please|can|could|should|maybe|just|also|to|we|you) )(?:(?:just|also) )?(?:\bremove|\bdrop|\bdelete|\bkill) (?:(?:the |this )?`x`(?: and `x`)?|it|this|that|these|them)(?: (?:here|now|then|too|entirely|completely|altogether|check|call|line|cast))?(?:\W{0,4}|, \w{1,30}(?: \w{1,30}){0,3}\W{0,3})$|\b(?:we|it|this|that|you|they) (?:never|don't|doesn't|no longer) (?:actually |really )?uses? (?:the|this|that|these|any|it|`x`)\b(?!.{0,80}\b(?:instead|so|but)\b)|\bdead code\b|\bcommented[- ]out\b|\b(?:old|dead|unused) code in comments?\b|\bunreachable\b|\bdefined but never used\b|\bnever (?:gets? |be |seems to be )?(?:used|referenced|called) (?:anywhere|here|now|any ?more|on `x`|in `x`)|\b(?:don't|do not|doesn't|does not|not) (?:think |believe |see why )?(?:you|we|this|it)?(?: really| actually)? ?needs? (?:these|this|those|that|the) (?:\w{1,20} )?(?:lines?|imports?|variables?|checks?|casts?|braces|parens|clones?|annotations?|brackets|files?)\b|\b(?:remove|drop|delete) (?:the |this |these |that |those |any )?(?:\S{1,60} )?(?:comments?|lines?|empty|imports?|includes?|semicolon|parenthes\w{1,30}|cast|space|prints?|debug\w{0,30}|log statement|logging|console\S{0,60}|commented\S{0,60})\b|\b(?:is|are|looks?|seems?|it's) (?:now |also |totally |completely )?(?:redundant|unnecessary|superfluous|useless|not needed|unneeded)\b|\b(?:redundant|unnecessary|superfluous|useless|unneeded) (?:`x`|cast|check|null check|import|variable|semicolon|parenthes\w{1,30}|braces|space|line|include|return|else|this|self|assignment|statement|qualifier|modifier|comment|newline|call to `x`)\b|\b(?:can|could|should) (?:we |you |this |it |these |that )?(?:be )?removed?\??$|^(?:remove|delete|drop)\??$|^(?:\W{0,4})(?:(?:this|it|that)(?: is|'s) )?(?:not|no longer) (?:needed|used|required)\b/,
    example: "this import is not used",
  },
  {
    name: "a code comment",
    strength: 3,
    pattern:
      /\b(?:add|adding|adds|include|put|provide|write|leave|need|needs|have|worth|deserves?|expand|extend|fix|update|improve|missing)(?: (?:a|an|some|more|the|short|brief|inline|code|explanatory|few|header|doc|detailed|clear|this|that|in|it|better|quick|small|proper|comprehensive|class|method|function|module|file|package|(?:module|class|function|method|file|package)-level)){0,4} (?:comments?|javadocs?|docstrings?|doc comments?|jsdocs?)\b|\bcomments?\b.{0,40}\b(?:clarif\w{1,30}|explain\w{0,30}|justif\w{1,30}|describ\w{1,30}|(?:still|no longer) (?:apply|applies|correct|accurate|relevant|true|valid)|should|could|states?|illustrat\w{1,30}|mention\w{0,30}|outdated|stale|wrong|misleading|incorrect|says)\b|\bin (?:the|a|this) (?:code )?comments?\b|\bas an? (?:code |inline )?comment\b|\b(?:can|could) you doc (?:this|that|the|it)\b|\bmake (?:these|this|those) (?:\w{1,20} )?comments?\b|\b(?:have|has|need|needs|add|include|deserves?) (?:an?|some) (?:\w{1,20} )?(?:comment|docstring|javadoc)s?\b|\bmore comments\b|\b(?:php|java|js|k|go|doxygen )docs? (?:is |are )?missing\b|\bcomments? (?:here |there )?(?:would|might|could) (?:help|be (?:nice|good|helpful|useful))\b|\btodos? (?:comments?|should|can|could|is|are|needs?)\b|\bshould (?:also )?(?:be|have|get) (?:an? )?todos?\b|\bcomments? (?:that )?(?:was |were |has been |got )?(?:never|not) (?:got |been )?(?:removed|updated|deleted)\b|\b(?:remove|drop|delete|update|move) (?:this|the|that|these|those|your) (?:\w{1,30} )?todos?\b|\b(?:javadocs?|docstrings?) (?:is|are|should|for|here)\b/,
    unless:
      /\bor an? (?:\w{1,30} )?comment\b|\b(?:review|pr|issue) comments?\b|\bcomment (?:syntax|parsing|node|token|field|id)\b/,
    example: "please add a comment that says why",
  },
  {
    name: "typing",
    strength: 3,
    pattern:
      /\b(?:type|typing) (?:hints?|annotations?)\b|\breturn type (?:annotation|hint)|\b(?:add|missing|use|be|make (?:it|this|these|them)|can be|should be|could be|(?:declare|mark)\w{0,30}(?: it| this)?(?: as)?) (?:\S{1,60} ){0,3}?(?:`?final`?|`?static`?|`?private`?|`?const`?|`?constexpr`?|`?noexcept`?|`?readonly`?|`?override`?|`?public`?|`?pub(?:\(crate\))?`?|`?protected`?|`?internal`?|package[- ]private)(?: here| too| as well| instead)?[?.!]{0,3}$|\bmark(?:ed|ing)? (?:\S{1,60} ){0,5}?(?:private|final|static|const|readonly|constexpr|noexcept|override)\b|\bexception (?:class|type)\b|\b(?:replac|avoid|drop|remov|eliminat)\w{0,3} (?:the |this |these |all |any ){0,2}(?:(?:`x`|`?any`?) types?|(?:unsafe|type|`x`|`?any`?|`?as`?) (?:type )?(?:casts?|assertions?))\b/,
    example: "add a type hint for the second parameter",
  },
  {
    name: "the style of one statement",
    strength: 3,
    pattern:
      /\bmagic (?:numbers?|strings?)\b|\bnamed constants?\b|\b(?:easier|harder|nicer|simpler|cleaner) to read\b|^for (?:more |better )?clarity\b|\bfan of\b|\bpersonal preference\b|\bmore (?:readable|concise)\b|\bto shorten (?:this|it|things|that|the)\b|\bbe written (?:like|as)\b|\b(?:follow|match|keep to|stick to) the (?:existing |usual )?(?:conventions?|style) (?:of|in|around|here)\b|(?<=\b(?:should|could|can|better) (?:go|be|come|stand|move) )(?:at|to) the (?:top|bottom|end|start)\b|\b(?:improve|better|for|harms?|hurts?|increase|help) (?:the )?(?:code )?readability\b|\bternary\b|\bcan (?:also )?be (?:combined|inlined)\b|\bcombine (?:the |these )?nested\b|\bnested `?if\b|\bimplicitly filters\b|\biteration variable\b|\bto be consistent with\b|\bfor consistency\b|\bbe consistent\b|\b(?:keep|put|group|move) (?:all )?(?:the |these |those |this |our )?(?:\w{1,20} ){0,2}(?:imports?|dependencies|includes?|constants|declarations|lines?|methods?|functions?|fields?) (?:together|up|down|above|below|first|last|at the (?:top|bottom|end))\b|\bgo (?:on |at |to |in )?line \d|\b(?:like|as) (?:in|with|we do in) (?:the |all |our )?other (?:tests?|files?|places|methods|functions|classes|modules)\b|\bf-strings?\b|\bshadow(?:s|ed|ing)\b|\bsame variable\b|\b(?:string interpolation|template literals?|optional chaining|arrow functions?|early return|pattern matching)\b|\buse `x` instead (?:of `x` )?to\b/,
    unless: /\b(?:on|in|before|after|keep) (?:the|an|this) early return\b/,
    example: "use a ternary to express intent better",
  },
];
