/** English: words that make a local edit of a finding. */
import type { Cue } from "../language.ts";

/** What says which comment is meant, and the comment. */
const COMMENT = String.raw`(?: (?:an?|some|more|the|short|brief|inline|code|explanatory|few|header|doc|detailed|clear|this|that|in|it|better|quick|small|proper|comprehensive|(?:class|method|function|module|file|package)(?:-level)?)){0,4} (?:(?:doc )?comments?|(?:java|js)docs?|docstrings?)\b`;

/** Modifiers of a declaration, at the end of what is said. */
const MODIFIER = String.raw`(?:\S{1,60} ){0,3}?(?:\`?(?:final|static|private|const|constexpr|noexcept|readonly|override|public|pub(?:\(crate\))?|protected|internal)\`?|package[- ]private)(?: here| too| as well| instead)?[?.!]{0,3}$`;

/** A request to take something out, and the end of it. */
const REMOVE = String.raw`\b(?:remove|drop|delete|kill)(?<=\b(?:please|can|could|should|maybe|just|also|to|we|you) (?:(?:just|also) )?\w{4,6})`;
const REMOVE_END = String.raw`(?: (?:here|now|then|too|entirely|completely|altogether|check|call|line|cast))?(?:\W{0,4}|, \w{1,30}(?: \w{1,30}){0,3}\W{0,3})$`;

export const NITS: readonly Cue[] = [
  {
    name: "called a nit",
    strength: 3,
    forms: {
      "nit: trailing space":
        /^(?:\W{0,4})(?:super |ultra |tiny |small |minor |last )?(?:nit|nits|nitpick|nitpicking|typo|style|cosmetic|grammar|wording|copyedit|polish|quibble|formatting)\b/,
      "one more nit: align the two labels": /\bnit:/,
      "just a nitpick, take it or leave it": /\bnitpick\b/,
      "two last things, and a minor nit on the imports": /\b(?:minor|small|last|tiny|just a) nit\b/,
      "the loop could be a `map` (nit)": /\(nit\)/,
    },
  },
  {
    name: "wording",
    strength: 3,
    forms: {
      "typo in the heading": /\btypos?\b/,
      "`recieve` is misspelled in the log line": /\bmisspell\w{0,30}/,
      "the queue name is misspelt": /\bmisspelt\b/,
      "check the spelling of the banner text": /\bspelling\b/,
      "`cancelled` is spelled with one l elsewhere": /\bspelled\b/,
      "the grammar of this tooltip is off": /\bgramma(?:r|tical)\b/,
      "I'd soften the wording of the warning": /\bwording\b/,
      'the label should say "Retry now"':
        /\b(?:say|read|refer to|be changed to) (?<=\b(?:should|could|would|can) (?:\w{1,10} ){0,2}(?:say|read|refer to|be changed to) )["“'`]/,
      'can it just be "from the queue to the store"?':
        /\b(?:should|could|can|might|maybe|just|perhaps) (?:it |this |that |we |just |be |also |say |read |rather ){0,4}["“][^"”]{2,120}["”]\W{0,3}$/,
      'remove the "-", no other item has it': /\b(?:remove|add|drop|delete) (?:the |an? |this )?["“'][^\w\s]{1,3}["”']/,
      'please change this to "Sign in again"': /\b(?:reword|change|changed|rename|renamed) (?:it |this |that )?to ["“]/,
      "there is an extra word in the second sentence": /\bextra words?\b/,
      "could you reword the dialog text?": /\breword\w{0,30}/,
      "please rephrase the error shown to the user": /\brephras\w{0,30}/,
      "the question could be phrased more directly": /\bphras(?:e|ed|ing)\b/,
      "could you clarify what the second argument does?":
        /\b(?:should|could|can|would|let's|please|maybe|also) (?:we |you |also |just |perhaps ){0,3}(?:clarify|explain)\b/,
      '"per tenant" sounds better': /\bsounds? (?:a bit |a little )?(?:better|odd|weird|awkward)/,
      "the punctuation differs between the two bullets": /\bpunctuation\b/,
      "please capitalize the button label": /\bcapitali[sz]\w{0,30}/,
      "the header should be in lower case": /\blower ?case\b/,
      "constants go in upper case here": /\bupper ?case\b/,
      "field names are camelCase in this schema": /\b(?:sentence|title|camel|snake|kebab|pascal)[ -]?case\b/,
      "we need a period at the end": /\b(?:full stop|period|comma|apostrophe|hyphen) (?:at the end|here|missing)\b/,
      "missing comma after the second item":
        /\b(?:missing|extra) (?:full stop|period|comma|apostrophe|hyphen|article)\b/,
      "the last sentence is a little awkward": /\bawkward\b/,
      '"seperate" should be "separate"':
        /["“'][^"”']{1,60}["”'] (?:should (?:be|read)|instead of|rather than|->|→) ["“']/,
      'hard to follow, suggest "one worker per shard"': /, suggest:? ["“]/,
      'perhaps: "The token has expired"':
        /^(?:\W{0,4})(?:suggest(?:ion|ed text)?|proposed text|perhaps|maybe|how about) ?:? ?["“']/,
      'it should be "pages"': /^(?:\W{0,4})(?:it|this|that) should (?:be|read) ["“'][^"”']{1,40}["”'][.!]?$/,
      "this should be singular": /\b(?:singular|plural|past tense|present tense|imperative mood)\b/,
      "the other order reads better": /\breads? (?:a bit |a little |much )?(?:better|odd|oddly|weird)\b/,
    },
    unless: {
      "the email is converted to lower case before the lookup":
        /\b(?:to|into|as|converts?|converted|compar\w{1,30}|normali[sz]\w{1,30}) (?:`x` )?(?:to |in )?(?:lower|upper) ?case\b/,
      "reword this, the path does not exist":
        /\b(?:non-?existent|(?:does not|doesn't|do not|don't|no longer) exists?)\b/,
      "the lookup is case-sensitive, so upper case hosts are missed": /\bcase[- ](?:in)?sensitiv\w{1,30}/,
    },
  },
  {
    name: "a name",
    strength: 3,
    forms: {
      "rename this variable to writeThreshold": /\brenam(?:e|ed|ing)\b/,
      "the naming of these two queues puzzles me": /\bnaming\b/,
      "could `tmp2` be something more descriptive?": /\bdescriptive\b(?! (?:`x`|error|log|exception|statistics))/,
      "we have inconsistent column names across the two tables": /\binconsistent (?:\w{1,30} )?names?\b/,
      "the name of the second flag is misleading":
        /\bname\b.{0,30}\b(?:confusing|ambiguous|misleading|unclear|better|clearer)\b/,
      "`offset` would be a better name":
        /\b(?:better|clearer|more descriptive|misleading|confusing|good|different|another|terrible|bad|odd|weird|poor) (?:name|word|verb|term|label)\b/,
      "the name of this helper should end in `Async`": /\bthe name of (?:the|this|that) \w{1,30} (?:should|could|is)\b/,
      'the word "dummy" is still in the docs': /\b(?:the|a) (?:word|term|name) ["“`]/,
      "please use a more specific term than `item`":
        /\b(?:more|less) (?:generic|specific|precise|accurate|descriptive) (?:term|word|name|title)s?\b/,
      "`handleStuff` feels a bit generic":
        /\b(?:feels?|seems?|sounds?) (?:a bit |a little |a tad |too |rather |quite |very ){1,2}(?:generic|verbose|wordy|terse|cryptic|vague)\b/,
      "would `isReady` be better?":
        /^(?:\W{0,4})(?:(?:and|or|maybe|perhaps|then) )?(?:(?:what|how) about|would|might|maybe|perhaps) `x` (?:be better|instead)\b/,
      "what about `source` and `target`?": /^(?:\W{0,4})(?:what|how) (?:about|if we used) `x` and `x`\?/,
      "I'd call it `retryBudget`":
        /\b(?:call|called|name|named) (?:it|this|that|these|this (?:field|variable|method|function|class)) `x`/,
      "s/lenght/length/": /^`?s\//,
      "recieve -> receive": /^\S{1,40} ?(?:->|→|=>) ?\S/,
    },
    unless: {
      "renaming the column breaks the old replicas":
        /\brenam(?:e|ed|ing) (?:of )?(?:the |a )?(?:table|column|endpoint|api|package|module|file|operation|branch|race)/,
    },
  },
  {
    name: "formatting",
    strength: 3,
    forms: {
      "please indent this block": /\b(?:indent(?:ed|ation|ing)?|\d spaces|tabs?\b.{0,20}\bspaces)\b/,
      "one space after the colon":
        /\b(?:white ?spaces?|extra space|spaces? (?:after|before|around|between|inside|here)|trailing spaces?)\b/,
      "a stray comment in the list of arguments":
        /\bstray (?:`x` )?(?:\w{1,12} )?(?:comments?|characters?|spaces?|lines?|commas?|quotes?|backticks?|brackets?|imports?|debug \w{1,12})\b/,
      "please put a comma after the last argument": /\bcomma after the last\b/,
      "please drop the blank line":
        /\b(?:(?:blank|empty|extra|new) lines?|(?:an?|no|add|remove|missing|extra|trailing|final|eof|needs?|unnecessary) newlines?|newlines? (?:at|before|after|between|here)|line breaks?|trailing newline)\b/,
      "the opening brace belongs on its own row":
        /\b(?:trailing (?:comma|semicolon)|semicolons?|(?:curly|opening|closing|round|square) (?:braces?|brackets?)|parenthes[ei]s)\b/,
      "please wrap the docs at 100":
        /\b(?:line length|lines? (?:is |are )?(?:too|longer than)|wrap\w{0,4}(?: \w{1,30}){0,3} (?:at|to|after) \d{2,3})\b/,
      "keep the routes in alphabetical order":
        /\b(?:alphabetical(?:ly)?|lexicographical(?:ly)?|sorted lexicographic\w{0,6}|(?:import|include|declaration) order|sort (?:the|these|those) (?:imports|includes|headers|list|lines|keys)|imports? (?:should|must|need to) be (?:grouped|sorted|ordered))\b/,
      "this does not match our code style":
        /\b(?:(?:code|coding|usual|existing|house) styl(?:e|ing)|style guide|naming conventions?|inconsistent (?:quot(?:es?|ing)|spacing|style|casing)|quotes are mixed)\b/,
      "please run gofmt": /\b(?:formatt(?:ing|er)|goimports|gofmt|checkstyle|clang-format|prettier)\b/,
    },
    unless: {
      "date formatting should follow the user's locale":
        /\b(?:currency|date|time|number|price|money|phone|string|error|output|message|report|table|locale|response) formatt(?:ing|er)\b/,
      "the parser drops rows with blank lines between them":
        /\b(?:crlf|parser|parse[sd]?|parsing|split|escap\w{1,30}|strip\w{0,30}|trim\w{0,6}|separators?|delimiters?|tokens?|regex\w{0,2}|injection|input|output contains|log injection)\b/,
    },
  },
  {
    name: "something unused",
    strength: 3,
    forms: {
      "this import is not used":
        /\b(?:is|are|it's|isn't|aren't|variable|import|parameter|field|argument)(?: \S{1,60}){0,4} (?:not|never|no longer|isn't) (?:actually )?(?:used|referenced|accessed|needed)\b/,
      "there is an unused import at the top":
        /\bunused (?:\S{1,60} )?(?:imports?|variables?|parameters?|arguments?|locals?|fields?|methods?|functions?|helpers?|code|includes?|constants?|class|property)\b/,
      "the second callback looks unused": /\bunused\b(?: here)?[.?!]?$/,
      "please drop `oldCursor` and `lastSeen`": new RegExp(
        String.raw`${REMOVE} (?:the |this )?\`x\`(?: and \`x\`)?${REMOVE_END}`,
      ),
      "we can delete this entirely": new RegExp(String.raw`${REMOVE} (?:it|this|that|these|them)${REMOVE_END}`),
      "we never use the second return value":
        /\b(?:we|it|this|that|you|they) (?:never|don't|doesn't|no longer) (?:actually |really )?uses? (?:the|this|that|these|any|it|`x`)\b(?!.{0,80}\b(?:instead|so|but)\b)/,
      "this branch is dead code now": /\bdead code\b/,
      "the commented-out block can go": /\bcommented[- ]out\b/,
      "let's not keep old code in comments": /\bold code in comments?\b/,
      "the second `return` is unreachable": /\bunreachable\b/,
      "`maxDepth`: defined but never used": /\bdefined but never used\b/,
      "the cursor never gets used anywhere":
        /\bnever (?:gets? |be |seems to be )?(?:used|referenced|called) (?:anywhere|here|now|any ?more|on `x`|in `x`)/,
      "I don't think we need these braces":
        /\b(?:don't|doesn't|not) (?:think |believe |see why )?(?:you|we|this|it)?(?: really| actually)? ?needs? (?:these|this|those|that|the) (?:\w{1,20} )?(?:lines?|imports?|variables?|checks?|casts?|braces|parens|clones?|annotations?|brackets|files?)\b/,
      "please remove the debug prints from the worker":
        /\b(?:remove|drop|delete) (?:the |this |these |that |those |any )?(?:\S{1,60} )?(?:comments?|lines?|empty|imports?|includes?|semicolon|parenthes\w{1,30}|cast|space|prints?|debug\w{0,30}|log statement|logging|console\S{0,60}|commented\S{0,60})\b/,
      "the second lookup is redundant":
        /\b(?:is|are|looks?|seems?|it's) (?:now |also |totally |completely )?(?:redundant|unnecessary|superfluous|useless|not needed|unneeded)\b/,
      "an unnecessary cast, the field has that type already":
        /\b(?:redundant|unnecessary|superfluous|useless|unneeded) (?:`x`|cast|check|null check|import|variable|semicolon|parenthes\w{1,30}|braces|space|line|include|return|else|this|self|assignment|statement|qualifier|modifier|comment|newline|call to `x`)\b/,
      "the fallback could be removed?":
        /\b(?:can|could|should) (?:we |you |this |it |these |that )?(?:be )?removed?\??$/,
      "remove?": /^(?:remove|delete|drop)\??$/,
      "no longer needed now that the cache is gone":
        /^(?:\W{0,4})(?:(?:this|it|that)(?: is|'s) )?(?:not|no longer) (?:needed|used|required)\b/,
    },
  },
  {
    name: "a code comment",
    strength: 3,
    forms: {
      "please add inline comments to the bit shifting": new RegExp(
        String.raw`\b(?:add(?:ing|s)?|include|extend)${COMMENT}`,
      ),
      "please leave a brief comment on the offset": new RegExp(
        String.raw`\b(?:put|provide|write|leave|have)${COMMENT}`,
      ),
      "the odd rounding is worth a short comment": new RegExp(
        String.raw`\b(?:needs?|worth|deserves?|missing)${COMMENT}`,
      ),
      "please update the docstring": new RegExp(String.raw`\b(?:expand|fix|update|improve)${COMMENT}`),
      "the comment should mention the retry limit":
        /\bcomments?\b.{0,40}\b(?:clarif\w{1,30}|explain\w{0,30}|justif\w{1,30}|describ\w{1,30}|should|could|states?|illustrat\w{1,30}|mention\w{0,30}|says)\b/,
      "the comment above the lock is outdated":
        /\bcomments?\b.{0,40}\b(?:(?:still|no longer) (?:apply|applies|correct|accurate|relevant|true|valid)|outdated|stale|wrong|misleading|incorrect)\b/,
      "explain the magic offset in a comment": /\bin (?:the|a|this) (?:code )?comments?\b/,
      "the link to the RFC is useful as a comment": /\bas an? (?:code |inline )?comment\b/,
      "can you doc this?": /\b(?:can|could) you doc (?:this|that|the|it)\b/,
      "I'd make these doc comments shorter": /\bmake (?:these|this|those) (?:\w{1,20} )?comments?\b/,
      "the retry loop deserves a longer comment":
        /\b(?:have|has|need|needs|add|include|deserves?) (?:an?|some) (?:\w{1,20} )?(?:comment|docstring|javadoc)s?\b/,
      "the bit shifting could do with more comments": /\bmore comments\b/,
      "godoc is missing on the exported types": /\b(?:php|java|js|k|go|doxygen) ?docs? (?:is |are )?missing\b/,
      "a comment here would help the next reader":
        /\bcomments? (?:here |there )?(?:would|might|could) (?:help|be (?:nice|good|helpful|useful))\b/,
      "the todo should name the ticket": /\btodos? (?:comments?|should|can|could|is|are|needs?)\b/,
      "the fallback branch should get a todo": /\bshould (?:also )?(?:be|have|get) (?:an? )?todos?\b/,
      "the comment was never updated after the split":
        /\bcomments? (?:that )?(?:was |were |has been |got )?(?:never|not) (?:got |been )?(?:removed|updated|deleted)\b/,
      "please update the old todo above the loop":
        /\b(?:remove|drop|delete|update|move) (?:this|the|that|these|those|your) (?:\w{1,30} )?todos?\b/,
      "the javadoc is out of date": /\b(?:javadocs?|docstrings?) (?:is|are|should|for|here)\b/,
    },
    unless: {
      "a test or a comment should pin down the rounding": /\bor an? (?:\w{1,30} )?comment\b/,
      "review comments should not be stored twice": /\b(?:review|pr|issue) comments?\b/,
      "the comment token should keep its offset": /\bcomment (?:syntax|parsing|node|token|field|id)\b/,
    },
  },
  {
    name: "typing",
    strength: 3,
    forms: {
      "add a type hint for the second parameter": /\b(?:type|typing) (?:hints?|annotations?)\b/,
      "return type hinting would help callers here": /\breturn type (?:annotation|hint)/,
      "this lookup table can be static": new RegExp(
        String.raw`\b(?:add|missing|use|be|make (?:it|this|these|them)) ${MODIFIER}`,
      ),
      "please declare it as readonly": new RegExp(
        String.raw`\b(?:declare|mark)\w{0,30}(?: it| this)?(?: as)? ${MODIFIER}`,
      ),
      "please mark the cache field as private":
        /\bmark(?:ed|ing)? (?:\S{1,60} ){0,5}?(?:private|final|static|const|readonly|constexpr|noexcept|override)\b/,
      "catch a narrower exception type": /\bexception (?:class|type)\b/,
      "please avoid the unsafe cast":
        /\b(?:replac|avoid|drop|remov|eliminat)\w{0,3} (?:the |this |these |all |any ){0,2}(?:(?:`x`|`?any`?) types?|(?:unsafe|type|`x`|`?any`?|`?as`?) (?:type )?(?:casts?|assertions?))\b/,
    },
  },
  {
    name: "the style of one statement",
    strength: 3,
    forms: {
      "what is this magic number?": /\bmagic (?:numbers?|strings?)\b/,
      "a named constant for 86400 would be nice": /\bnamed constants?\b/,
      "two small loops are easier to read": /\b(?:easier|harder|nicer|simpler|cleaner) to read\b/,
      "for clarity I'd split the two conditions": /^for (?:more |better )?clarity\b/,
      "not a fan of nested callbacks": /\bfan of\b/,
      "personal preference: one assertion per line": /\bpersonal preference\b/,
      "a list comprehension is more concise": /\bmore (?:readable|concise)\b/,
      "you can use a default argument to shorten this": /\bto shorten (?:this|it|things|that|the)\b/,
      "the loop can be written as a single `map`": /\bbe written (?:like|as)\b/,
      "please follow the existing conventions in this module":
        /\b(?:follow|match|keep to|stick to) the (?:existing |usual )?(?:conventions?|style) (?:of|in|around|here)\b/,
      "the guard should go at the top":
        /\b(?:at|to) the (?:top|bottom|end|start)\b(?<=\b(?:should|could|can|better) (?:go|be|come|stand|move) \w{2} the \w{3,6})/,
      "splitting the query would improve readability":
        /\b(?:improve|better|for|harms?|hurts?|increase|help) (?:the )?(?:code )?readability\b/,
      "use a ternary to express intent better": /\bternary\b/,
      "the two conditions can be combined": /\bcan (?:also )?be (?:combined|inlined)\b/,
      "combine the nested loops": /\bcombine (?:the |these )?nested\b/,
      "the nested if hides the happy path": /\bnested `?if\b/,
      "the loop implicitly filters its input": /\bimplicitly filters\b/,
      "the iteration variable hides an outer one": /\biteration variable\b/,
      "use `Duration` here too, for consistency": /\bfor consistency\b/,
      "let's be consistent about quotes": /\bbe consistent\b/,
      "please keep the private methods together":
        /\b(?:keep|put|group|move) (?:all )?(?:the |these |those |this |our )?(?:\w{1,20} ){0,2}(?:imports?|dependencies|includes?|constants|declarations|lines?|methods?|functions?|fields?) (?:together|up|down|above|below|first|last|at the (?:top|bottom|end))\b/,
      "can the decorator go on line 12?": /\bgo (?:on |at |to |in )?line \d/,
      "use a builder, like in the other tests":
        /\b(?:like|as) (?:in|with|we do in) (?:the |all |our )?other (?:tests?|files?|places|methods|functions|classes|modules)\b/,
      "an f-string would do here": /\bf-strings?\b/,
      "`id` shadows the builtin": /\bshadow(?:s|ed|ing)\b/,
      "both loops reuse the same variable": /\bsame variable\b/,
      "optional chaining would save two checks":
        /\b(?:string interpolation|template literals?|optional chaining|arrow functions?|early return|pattern matching)\b/,
      "use `pathlib` instead to join the parts": /\buse `x` instead (?:of `x` )?to\b/,
    },
    unless: {
      "the lock is never released on the early return": /\b(?:on|in|before|after|keep) (?:the|an|this) early return\b/,
    },
  },
];
