/** The words that open a sentence or a line and say what it is: the ask, or a part of the problem; and such marks. */
import { anyOf } from "./forms.ts";
import { hasWords } from "./has-words.ts";

/** Opens the change that is asked for. Give it `prose`. */
export const ASK_LABEL = anyOf(
  {
    "Recommended action: close the cursor.": /recommended (?:solution|fix|action)|recommendations?/,
    "Recommended approach: share one pool.":
      /recommended (?:approach|change|optimization|improvement|implementation|refactor(?:ing)?)/,
    "Suggested test: read an empty list.": /suggested (?:tests?|code|implementation|patch|refactor(?:ing)?)/,
    "Suggested change: read one page at a time.":
      /suggested (?:fix|solution|change|approach|improvement)|suggestions?|suggest/,
    "Proposed fix (small): drop the flag.": /proposed (?:fix|solution|change)/,
    "Quick fix: sort the keys.": /(?:possible |potential |quick |minimal )?fix(?:es)?|how to fix/,
    "Fix required: set the version.": /fix(?:es)? (?:required|needed)|required fix(?:es)?/,
    "Mitigation: cap the queue.": /solution|remediation|mitigation/,
    "Better approach: share the pool.": /optimization|improvement|better approach|alternative/,
    "Action required: rotate the key.": /action(?: required| needed)?|what to (?:do|change)/,
    "Request: name the unit.": /ask|request/,
  },
  { before: /^\W{0,6}/, after: /(?: \([^)]{1,30}\))? ?:\W{0,4}/ },
);

/** Opens a part of the problem: where it is, what it does, how heavy it is. Give it `prose`. */
export const PROBLEM_LABEL = anyOf(
  {
    "The problem: a page is read twice.": /problem|issue|bug|concern|finding|observation/,
    "What's the issue?: a page is read twice.": /(?:what is|what's) the (?:issue|problem)\??/,
    "Root cause: the cursor stays open.": /root cause|cause|why|why (?:this|it|that) matters/,
    "Impact: the last row is lost.": /impact|trade-?off|benefits?/,
    "Risk level: high": /risk(?: level)?|severity(?: level)?|priority|category|confidence|effort|status/,
    "Current behaviour: the lock is held.": /current(?: state| pattern| code| behaviou?r)?|expected(?: behaviou?r)?/,
    "Relevant lines: 3 to 9": /locations?|(?:relevant )?(?:files?|lines?)/,
    "Rationale (short): one reader is enough.": /rationale|reason|context|description|explanation|details?/,
    "Steps to reproduce: open the list twice.": /steps (?:of reproduction|to reproduce)|scenario|example|evidence/,
    "Failure scenario: the lock is taken twice.": /(?:concrete )?(?:failure|attack|exploit) (?:scenario|mode|case)s?/,
    "Note: the flag is read once.": /note|question|commits include/,
  },
  { before: /^\W{0,6}(?:the )?/, after: /(?: \([^)]{1,30}\))? ?:/ },
);

/** Opens a line that only files a finding away. Give it `prose`. */
export const PLACE_LABEL = anyOf(
  {
    "位置: src/read.ts:12": /位置|文件|行号|위치|파일|場所|ファイル/,
    "Affected files: two of the readers": /locations?|(?:relevant |affected )?(?:files?|lines?)|affected code/,
    "Impact level: low": /severity|priority|impact level|confidence|effort/,
    "Category: naming": /category|type|status/,
    "PR: read pages in one go":
      /pr|pull request|author|reviewers?|reviewed(?: by| at)?|branch|base|head|merged|decision/,
  },
  { before: /^\W{0,6}/, after: /(?: \([^)]{1,30}\))? ?:/ },
);

/** Opens a line that says that the finding above it is done with. Give it `prose`. */
export const STATUS_DONE =
  /^\W{0,6}status: ?\W{0,3}(?:now )?(?:fixed|resolved|done|addressed|accepted|verified|merged|closed|implemented|complete|intended|by design|mitigated)\b/;

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
  return labels.every((label) => !hasWords(label.trim(), 4));
}

/** Whether a line is a label of one finding's parts, rather than a heading or a title. Give it `prose`. */
export function isPartLabel(prose: string): boolean {
  const line = prose.endsWith(":") ? prose : `${prose}:`;
  return ASK_LABEL.test(line) || PROBLEM_LABEL.test(line);
}
