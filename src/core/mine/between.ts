/** What a paragraph between findings is: it opens a group, tells of the finding before it, sums up, or says that there is nothing. */
import { isBareDeferral } from "./deferral.ts";
import { NOTHING } from "./empty-words.ts";
import { ASK_LABEL, opensWith } from "./labels.ts";
import type { Block } from "./markdown.ts";
import { wholeOf } from "./sentence.ts";

/** "Smaller points, none of them blocking:" opens a group after findings with names of their own. */
export function announces(intro: Block | undefined): boolean {
  return intro !== undefined && ANNOUNCED.test(wholeOf(intro).prose);
}

const ANNOUNCED =
  /^\W{0,6}(?:(?:a|some|the|two|three) )?(?:few|couple|several|others?|smaller|minor|small|additional|remaining|rest|non-?blocking|misc\w{0,12}|further|lesser|optional|nits?|nitpicks?)\b(?! (?:issue|problem|fix|solution|option|way|approach)\b)[^:]{0,80}:/;

/** "Fine as a follow-up." and "Recommendation: close it." belong to what stands before them. */
export function isToldOf(block: Block): boolean {
  const { prose } = wholeOf(block);
  return opensWith(ASK_LABEL, prose) || isBareDeferral(prose);
}

/** After code it speaks of what the code shows, unless it opens with words that add another thing. */
export function goesOn(block: Block): boolean {
  return !ADDS.test(wholeOf(block).prose);
}

const ADDS =
  /^\W{0,6}(?:also|another|additionally|second(?:ly)?|third(?:ly)?|next|finally|lastly|in addition|besides|moreover|separately)\b/;

/** Words after a list that name nothing in the code sum it up. */
export function isClosing({ content }: Block): boolean {
  return !/[`\d/]|\*\*[^*]{0,200}\*\*:|\w_\w|[a-z][A-Z]/.test(content) && !/^\s{0,9}consider\b/i.test(content);
}

/** It says that there is nothing at all: "No critical issues." leaves room for others. */
export function isNothing(block: Block): boolean {
  const { prose } = wholeOf(block);
  return NOTHING.test(prose) && !HEAVY.test(prose);
}

const HEAVY = /\b(?:critical|major|significant|serious|severe|obvious|block(?:ing|ers?)|high|medium|p[0-2])\b/;
