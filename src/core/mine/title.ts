/** Titles: imperative, plain, one line, at most 72 characters, understood a month later. */
import { asWritten } from "./as-written.ts";
import type { Finding } from "./finding.ts";
import { isBareDeferral, withoutDeferral } from "./deferral.ts";
import { withoutEnding } from "./endings.ts";
import { fitTitle, withoutPurpose } from "./fit.ts";
import { hasWords } from "./has-words.ts";
import { capitalize, toInstruction, toStatement, withoutOpenings } from "./imperative.ts";
import { toInquiry } from "./inquiry.ts";
import { isFiling } from "./labels.ts";
import { LONGEST_TITLE, trimEnd } from "./text-end.ts";
import { titleAbroad } from "./title-abroad.ts";

/** Words that say where a finding stands, not what it is. */
const CATEGORY = new Set(
  "code test tests testing error errors input possible general minor major critical other key additional existing potential pr file files security performance logging documentation docs style design quality handling validation duplication coverage description vulnerability vulnerabilities defect bug warning smell concern concerns issue issues problem problems difference differences implementation implementations consideration considerations enhancement enhancements improvement improvements note notes observation observations suggestion suggestions recommendation recommendations context location summary nit nits nitpick important blocker blocking suggested must should fix and of the".split(
    " ",
  ),
);
const POINTS_AROUND = /\b(?:this|these|those|here|it|its|them)\b/i;
const POINTS_BACK = /\b(?:these|those|it|its|them)\b/i;
const HANGS = /^(?:it|this|that|these|those|they|there|he|she|both|all|such|same)\b/i;

/** The title of a finding. Never empty. The path, where known, tells what "this" means. */
export function titleOf(finding: Finding, path: string | undefined = finding.path): string {
  const named = finding.title === undefined ? "" : tidy(finding.title);
  const heading = isBareDeferral(named.toLowerCase()) ? "" : named;
  const asked = tidy(finding.plain);
  const abroad = titleAbroad(isOnlyCategory(heading) ? "" : heading, asked, finding, path);
  if (abroad !== undefined) return abroad;
  const title = chosen(heading, asked, finding) ?? fitTitle(together([heading, asked, ...finding.explanation]));
  return title === "" ? "Apply the reviewer's suggestion" : placed(asWritten(title, finding.block.content), path);
}

/** Texts in a row, without those that a later one opens with. */
function together(parts: readonly string[]): string {
  const isAhead = (part: string, at: number): boolean =>
    parts.some((later, place) => place > at && later.startsWith(trimEnd(part, ".:!?")));
  return parts
    .filter((part, at) => part !== "" && !isAhead(part, at))
    .join(" ")
    .trim();
}

/** A heading that is an instruction, else the asking words as one, else a heading that says enough, else those words. */
function chosen(heading: string, asked: string, finding: Finding): string | undefined {
  const { explanation, shape } = finding;
  const name = withoutOpenings(heading);
  const isCategory = isOnlyCategory(name);
  const named = isLabel(name) ? saidOf(heading, asked) : undefined;
  if (named) return fitTitle(named);
  const fromHeading = isCategory || isNounPhrase(name) ? undefined : toInstruction(heading);
  if (fromHeading && isEnough(fromHeading))
    return fitTitle((!hasWords(fromHeading, 3) && heading !== asked && told(fromHeading, explanation)) || fromHeading);
  const words = isLabel(name) ? withoutLabel(heading, asked) : asked;
  const introduces = finding.plain.trimEnd().endsWith(":") && !isCategory && heading !== "" && !isLabel(name);
  const fromWords = introduces || isNounPhrase(withoutOpenings(words)) ? undefined : toInstruction(words);
  if (fromWords && isEnough(fromWords) && (hasWords(fromWords, 3) || !hasWords(asked, 4))) {
    if (POINTS_BACK.test(fromWords)) return fitTitle(withAntecedent(fromWords, isCategory ? "" : name, finding));
    const whole = `${capitalize(name)}: ${withSmallStart(fromWords)}`;
    const least = isLabel(name) ? 4 : 6;
    const isThin = !hasWords(fromWords, least) && heading !== "" && !isCategory;
    return fitTitle(isThin && whole.length <= LONGEST_TITLE ? whole : fromWords);
  }
  if (!isCategory && isEnough(heading)) {
    const explained = isLabel(name) ? (instructionIn(explanation) ?? told(name, explanation)) : undefined;
    return fitTitle(explained ?? capitalize(name));
  }
  const stated = saysNothing(asked) ? (firstStatement(explanation) ?? asked) : toStatement(asked);
  const plain = (asked.endsWith("?") ? toInquiry(stated) : undefined) ?? stated;
  const explained = HANGS.test(plain) && shape !== "sentence" ? instructionIn(explanation) : undefined;
  if (explained) return fitTitle(explained);
  if (isEnough(plain)) return fitTitle(capitalize(plain));
  return fromWords && isEnough(fromWords) ? fitTitle(fromWords) : undefined;
}

/** A sentence as it goes on behind a colon; what is not written in small letters, as "JWT", stays. */
function withSmallStart(sentence: string): string {
  return /^(?!I\b)[A-Z](?![A-Z])/.test(sentence) ? sentence.slice(0, 1).toLowerCase() + sentence.slice(1) : sentence;
}

/** Three words say what a finding is about, seldom what to do. */
function isLabel(heading: string): boolean {
  return !hasWords(heading, 4);
}

/** What is asked behind a name and a colon: "Audit log: record who changed what". */
function saidOf(heading: string, asked: string): string | undefined {
  const said = withoutLabel(heading, asked);
  return said === asked ? undefined : instructionIn([said]);
}

function withoutLabel(label: string, words: string): string {
  return label !== "" && words.startsWith(`${label}:`) ? words.slice(label.length + 1).trim() : words;
}

/** "Make it an argument" with what "it" is: the heading, or the sentence before. */
function withAntecedent(ask: string, name: string, { plain, explanation }: Finding): string {
  if (name !== "" && !isLabel(name)) return capitalize(name);
  const said = name === "" ? sentenceBefore(plain, explanation) : name;
  const whole = `${capitalize(said)}: ${withSmallStart(ask)}`;
  return isEnough(said) && whole.length <= LONGEST_TITLE ? whole : ask;
}

/** The sentence just before some words, where it names what it speaks of. */
function sentenceBefore(words: string, explanation: readonly string[]): string {
  for (const paragraph of explanation) {
    const at = paragraph.indexOf(words);
    if (at <= 0) continue;
    const before = tidy(
      paragraph
        .slice(0, at)
        .split(/(?<=[.!?])\s/, 4)
        .filter(Boolean)
        .at(-1) ?? "",
    );
    return isStatement(before) && !/^(?:sorry|i|thanks?|yes|no|agreed)\b/i.test(before) ? trimEnd(before, ".!? ") : "";
  }
  return "";
}

/** Words that file a finding, and name none. */
function saysNothing(asked: string): boolean {
  return isOnlyCategory(asked) || isFiling(asked);
}

/** Nouns that are verbs as well: "Test file lifecycle", "Scope creep". */
const NOUNS =
  /^(?:batch|benchmark|build|cache|call|change|code|copy|filter|import|limit|link|list|load|lock|log|name|open|order|pool|report|retry|route|scope|stream|support|test)\b/i;

/** Two or three words that open with such a noun, and no article among them. */
function isNounPhrase(name: string): boolean {
  return (
    isLabel(name) && NOUNS.test(name) && !/\b(?:an?|the|all|each|every|this|that|these|those|it|them)\b/i.test(name)
  );
}

/** A name with the first sentence that explains it: "Scope creep: the change mixes two things". */
function told(name: string, explanation: readonly string[]): string | undefined {
  const sentence = firstStatement(explanation);
  if (sentence === undefined) return undefined;
  if (sentence.toLowerCase().startsWith(name.toLowerCase())) return fitTitle(sentence);
  const whole = `${capitalize(name)}: ${withSmallStart(/^(?:if|when|unless|once)\b/i.test(sentence) ? toStatement(sentence) : sentence)}`;
  return fitTitle(whole);
}

function firstStatement(explanation: readonly string[]): string | undefined {
  return explanation
    .flatMap((paragraph) => paragraph.split(/(?<=[.!?:])\s/, 4))
    .map(tidy)
    .find(isStatement);
}

function isStatement(sentence: string): boolean {
  return hasWords(sentence, 4) && !HANGS.test(sentence);
}

/** Behind these words each line is one way of several. */
const OFFERS = /\b(?:either|one of|options|alternatives)\b[^.!?]{0,40}:\s{0,9}$/i;

/** The first sentence of an explanation that says what to do, and stands alone. */
function instructionIn(explanation: readonly string[]): string | undefined {
  const choice = explanation.findIndex((paragraph) => OFFERS.test(paragraph));
  const sentences = explanation
    .slice(0, choice === -1 ? 4 : Math.min(4, choice))
    .flatMap((paragraph) => paragraph.split(/(?<=[.!?])\s/, 4));
  for (const sentence of sentences) {
    const instruction = toInstruction(tidy(sentence));
    const open = instruction?.replace(/\([^()]{0,200}\)/g, "") ?? "";
    if (instruction && hasWords(instruction, 4) && !POINTS_AROUND.test(open)) return instruction;
  }
  return undefined;
}

function isOnlyCategory(heading: string): boolean {
  if (/^[\w@/-]{1,100}(?:\.[\w-]{1,20})?\.[a-z]{1,5}$/.test(heading)) return true;
  const words = heading.toLowerCase().match(/[\p{L}\p{N}]{1,40}/gu) ?? [];
  return words.every((word) => CATEGORY.has(word) || /^[a-z]{1,2}\d{1,2}$/.test(word));
}

/** Languages that set no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{6}/u;

function isEnough(title: string): boolean {
  return (hasWords(title, 2) && /\p{L}{2}/u.test(title)) || UNSPACED.test(title);
}

/** Pictures at the end, and a weight behind one. */
const MARKS =
  /(?: ?[\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}]){1,6}(?: ?(?:severity|priority)?:? ?(?:critical|major|high|medium|minor|low))?$/iu;

/** One line, with straight apostrophes, without a weight in brackets at its end, in small letters where all were capitals. */
function tidy(text: string): string {
  const line = withoutEnding(withoutDeferral(trimEnd(text.replace(/\s{1,99}/g, " ").replaceAll("’", "'"), ":")))
    .replace(/^\((?<inside>[^()]{8,2000})\)?$/, "$<inside>")
    .replace(MARKS, "")
    .replace(/ ?\((?:critical|major|high|medium|minor|low)(?: (?:severity|priority|risk))?\)(?=[:.]?$)/i, "")
    .trim();
  return /^[\x20-\x60{-~]{12,120}$/.test(line) && /[A-Z]{2}/.test(line) ? capitalize(line.toLowerCase()) : line;
}

/** A title that points at something around it says in which file. */
function placed(title: string, path: string | undefined): string {
  const file = path?.split("/").at(-1);
  if (file === undefined || title.includes(file) || !(POINTS_AROUND.test(title) || !hasWords(title, 4))) return title;
  const place = ` (${file})`;
  const room = LONGEST_TITLE - place.length;
  const short = title.length > room ? withoutPurpose(title) : title;
  return short.length > room ? title : short + place;
}
