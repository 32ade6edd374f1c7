/** The words that open a sentence or a line and say what it is: the ask, a part of the problem, or nothing. */

/** Opens the change that is asked for. Give it `prose`. */
export const ASK_LABEL =
  /^(?:\W{0,6})(?<label>recommended solution|recommended fix|recommended action|recommendations?|suggested (?:fix|solution|change|approach|improvement)|suggestions?|suggest|proposed (?:fix|solution|change)|(?:possible |potential |quick |minimal )?fix(?:es)?|solution|remediation|mitigation|optimization|action(?: required| needed)?|what to (?:do|change)|improvement|ask|request|how to fix|better approach|alternative)(?: \([^)]{1,30}\))? ?:\W{0,4}/;

/** Opens a part of the problem: where it is, what it does, how heavy it is. Give it `prose`. */
export const PROBLEM_LABEL =
  /^(?:\W{0,6})(?:the )?(?:problem|issue|bug|risk|observation|concern|impact|finding|description|why|current(?: state| pattern| code| behaviou?r)?|expected(?: behaviou?r)?|location|locations|(?:relevant )?(?:files?|lines?)|example|note|trade-?off|severity|priority|category|rationale|reason|context|benefits?|question|(?:what is|what's) the (?:issue|problem)\??|why (?:this|it|that) matters|steps of reproduction|severity level|risk level|root cause|cause|evidence|details?|explanation|confidence|effort|status|scenario|steps to reproduce|commits include)(?: \([^)]{1,30}\))? ?:/;

/** Opens a line that only files a finding away. Give it `prose`. */
export const PLACE_LABEL =
  /^(?:\W{0,6})(?:locations?|(?:relevant |affected )?(?:files?|lines?)|severity|priority|category|confidence|effort|status|type|impact level|affected (?:files?|lines?|code))(?: \([^)]{1,30}\))? ?:/;

/** Opens a line of praise. Give it `prose`. */
export const PRAISE =
  /^(?:\W{0,12})(?:excellent|good|great|nice|nicely|solid|well[- ]\w{1,30}|clean|clear|comprehensive|proper|properly|robust|thorough|impressive|smart|elegant|correct|correctly|consistent|effective|appropriate|appropriately|strong)\b/;

/** Words that only point at other findings of the same review. Give it `prose`. */
export const POINTER =
  /^\W{0,12}(?:request(?:ing)? changes|changes requested|approv(?:e|ed|ing)(?: with \w{1,20}(?: \w{1,20})?)?|ready to merge|not ready to merge)\b(?!.{0,200}\b(?:but|please|however|though|should|could|open)\b)|\b(?:address|fix|resolv|consider|implement|incorporat|handl)(?:e|es|ed|ing|s)? (?:the |these |those |all |any |above |both |my ){0,6}(?:(?:of )?the )?(?:[\w-]{1,30} ){0,3}?(?:issues|concerns|vulnerabilities|suggestions|comments|findings|points|feedback|recommendations|problems|blockers|nits|items)\b|\b(?:issues|concerns|vulnerabilities|suggestions|comments|findings|points|recommendations|problems|blockers|items) (?:\w{1,30} ){0,3}(?:must|should|need to|needs to|have to) be (?:addressed|fixed|resolved)\b/;

/** Opens a line that says there is nothing to do. Give it `prose`. */
export const NOTHING =
  /^(?:\W{0,12})(?:none|n\/a|not applicable|no (?:issues?|concerns?|problems?|bugs?|changes?|action|further|comments?|findings?|blockers?|security|performance|impact|breaking|critical|major|significant|obvious|new|regressions?|vulnerabilit\w{1,6}|negative)\b|nothing(?: (?:to|else|more|blocking|critical|found|major|further|notable|significant|serious|stands)\b|\W{0,4}$)|looks? good|lgtm|all good|clean\b|approved?\b|documentation[- ]only)/;

/** Takes such a line back. Give it `prose`. */
export const RESERVATION =
  /\b(?:but|though|however|except|once|after|modulo|apart from|one (?:more |small |minor )?(?:thing|question|comment|suggestion|request|ask|concern|remark|nit))\b/;

/** What people say of themselves, of each other and of what was done. Give it `prose`. */
export const OF_PEOPLE =
  /\b(?:i|i'm|i've|i'd|i'll|me|my|you|your|you're|he|she|thanks?|agree\w{0,5}|sorry|lgtm|fine|okay|ok|good|nice|great|cool|love\w{0,2}|kudos|congrats\w{0,9}|clever|neat|impressive|elegant|much (?:easier|cleaner|better|simpler|nicer|clearer))\b|@\w|\bunchanged\b|\bfunctional change\b|\bmoved from\b|\bnot sure\b|\bodd situation\b|\b(?:this|it) is (?:currently |now )?(?:the )?only\b|\bwe (?:now|no longer|currently)\b|^(?:yes|no|yeah|yep|nope|ah|oh|hm{1,3}|well|so|because|this was|this is (?:because|to|just|only|for|so)|it was|currently|at the moment|it's (?:because|to|just|for)|we (?:did|had|have|use|do|are|were|already|only|just|also)|(?:and )?that's)\b|\b(?:already|on purpose|intentional\w{0,3}|used to|by design|by the way|in practice|for reference|fwiw|fyi|til|anyway|for the record|in other words|of course|we just|not an? (?:concern|problem|issue))\b|\b(?:is|are|stays?|remains?) the same\b(?! \w{1,20} as)|^(?:for context|(?:see|cf\.?|docs|source|related|relevant)(?: \w{1,20}){0,2}:? (?:https?:|#\d|\[))|\b(?:[a-z]{1,20}ed|was|were) (?:in|by|to) (?:`x`|#\d)/;

/**
 * What a statement holds that points at trouble: something that is not, differs, is too much, or comes at the wrong time.
 * Without it, a statement explains. Give it `prose`.
 */
export const TROUBLE =
  /\b(?:not|\w{1,9}n't|cannot|without|nobody|none|nothing|no longer|never|neither|but|while|whereas|though|although|yet|only|still|even|instead|however|unlike|different\w{0,3}|differs?|rather|better|worse|twice|every|each|per|always|again|any\w{0,3}|at once|at the same time|concurrently|(?:before|after)(?= \w)(?! (?:and|that)\b)|too|until|forever|(?:below|above) (?:the|its|\d)|exceeds?|more than|random\w{0,2}|straight|rejects?|refuses?|accepts?|gone|lost|drop\w{0,4}|deprecated|steals?|survives?|deletes?|overwrit\w{1,4}|blocks (?:the|on|until|every|all|other)|waits?|leaves?|ignor\w{1,3}|assumes?|expects?|depends?|waiting to happen|here and|eval|as root)\b|;/;

/** A mark of what is done or well. */
export const DONE_MARK = /^(?:✅|✓|☑|✔|👍|🎉|\[x\])|(?:✅|✓|✔)\s{0,9}$/;

/** A mark of failure, which opens a line about what is wrong. Give it `prose`. */
export const FAILED_MARK = /^\W{0,3}(?:❌|✖|✗|✘|🔴|🟠|🚨)/u;

/** A mark of trouble, which counts even where praise is expected. */
export const WARNING_MARK = /⚠|❌|🔶|🔴|🟠|🟡|💡|🚨|❗|\bminor(?: \w{1,30})?:|\bhowever,/;

/** Whether a text opens with such a label of an ask, a problem or a place. Each ends in a colon, which most texts have none of. */
export function opensWith(label: RegExp, prose: string): boolean {
  return prose.includes(":") && label.test(prose);
}

/** Whether a line is a row of short labels alone: "Line 88 | performance | confidence 0.7". Give it `prose`. */
export function isFiling(prose: string): boolean {
  if (prose.length > 120 || !/[|·•]/.test(prose)) return false;
  const labels = prose.split(/[|·•]/);
  return labels.every((label) => label.trim().split(" ").length <= 3);
}

/** Whether a line is a label of one finding's parts, rather than a heading or a title. Give it `prose`. */
export function isPartLabel(prose: string): boolean {
  const line = prose.endsWith(":") ? prose : `${prose}:`;
  return ASK_LABEL.test(line) || PROBLEM_LABEL.test(line);
}
