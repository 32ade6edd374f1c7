/** Titles in other languages than English: the reviewer's words without courtesy, cut where a clause ends. */
import type { Finding } from "./finding.ts";
import { hasWords } from "./has-words.ts";
import type { Language } from "./languages/language.ts";
import { languageOf } from "./languages/tell.ts";
import { withoutClosers, withoutOpeners } from "./pair-marks.ts";
import { WORDS_FOR_WEIGHT } from "./severity-abroad.ts";
import { LONGEST_TITLE, trimEnd } from "./text-end.ts";

const CLOSING = ".;:,!?…。．！？、，；：~～ ";
/** Faces, and pictures. */
const FACE = /\s?(?:[:;]-?[)D(]|\^\^|[\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}\ufe0f]{1,4})$/u;
/** Who is meant, a number, a label. */
const BEFORE =
  /^[¿¡]?(?:[*-]\s)?(?:@\S{1,40}\s)?(?:\d{1,2}[.)．、]\s?)?(?:[【[［][^】\]］]{1,12}[】\]］]\s?|(?:nits?|imo|must|want)[:：]\s?)?/i;
const IN_BRACKETS = /\s?[（(][^()（）]{1,120}[）)]/g;
/** How heavy it is, in brackets. */
const WEIGHT = new RegExp(String.raw`\s?[（(](?:${WORDS_FOR_WEIGHT})[^）)]{0,20}[）)]`, "iu");
const PAIRS = ["「」", "『』", "（）", "()", "“”", "«»", "【】"];
/** Languages that set no blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The title of a finding whose words are in a language that has tables of its own, else nothing. */
export function titleAbroad(
  heading: string,
  asked: string,
  finding: Finding,
  path: string | undefined,
): string | undefined {
  const language = languageOf(heading === "" ? asked : heading);
  if (!language) return undefined;
  const name = bare(heading, language);
  const ask = bare(asked, language);
  const words = isEnough(name) ? name : joined(name, ask);
  if (words.length < 2) return undefined;
  const title = fit(begun(words, finding), language);
  const file = path?.split("/").at(-1);
  const isPlaced = file !== undefined && !title.includes(file) && (!isEnough(title) || language.pointers?.test(title));
  const placed = isPlaced ? `${title} (${file})` : title;
  return placed.length > LONGEST_TITLE ? title : placed;
}

/** A thin name with what is asked under it. */
function joined(name: string, ask: string): string {
  if (name === "" || ask === "" || ask.startsWith(name)) return ask || name;
  const whole = `${name}: ${ask}`;
  return whole.length <= LONGEST_TITLE ? whole : ask;
}

/** Without number, label and weight, courtesy and faces. */
function bare(text: string, { asides = [] }: Language): string {
  let left = tidied(text.replace(BEFORE, "").replace(WEIGHT, ""));
  for (let round = 0; round < 4; round += 1) {
    const before = left;
    for (const { pattern, instead = "" } of asides) {
      const rest = closed(left.replace(pattern, instead));
      if (saysSomething(rest)) left = rest;
    }
    if (left === before) break;
  }
  return left;
}

function closed(text: string): string {
  return trimEnd(trimEnd(text, CLOSING).replace(FACE, ""), CLOSING).trim();
}

/** Closed, and with both halves of what stands in pairs. */
function tidied(text: string): string {
  return closed(withoutClosers(withoutOpeners(closed(text), PAIRS, 16), PAIRS));
}

function saysSomething(text: string): boolean {
  return text.includes(" ") || (UNSPACED.test(text) && text.length >= 3);
}

function isEnough(text: string): boolean {
  return UNSPACED.test(text) ? text.length >= 6 : hasWords(text, 3);
}

/** A capital at the start, but for a name in code. */
function begun(text: string, { block }: Finding): string {
  const word = /^\p{Ll}{1,40}(?![\p{L}\p{N}_.(])/u.exec(text)?.[0];
  if (word === undefined || UNSPACED.test(text) || block.content.includes(`\`${word}`)) return text;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Where a sentence ends, and where a clause does. */
const SENTENCE_ENDS = /[。！？；]|[.!?;]\s|\s[—–-]\s|: |：/g;
const CLAUSE_ENDS = /[、，]|, /g;
/** A clause that leads on to the next one. */
const LEADS_ON =
  /(?:が|けど|ので|ため|て|で|지만|는데|니|면|여서|아서|어서|虽然|因为|如果|由于|\s(?:aber|mais|pero|mas|но|а))$/u;
/** What a word that is written without blanks may end with. */
const PARTICLE = /[をにはがでとものへ的了和]/g;

/** At most as long as a title may be, cut where a sentence ends, else a clause, else a word. */
function fit(whole: string, language: Language): string {
  const text = whole.length <= LONGEST_TITLE ? whole : closed(whole.replace(IN_BRACKETS, ""));
  if (text.length <= LONGEST_TITLE) return text;
  const least = UNSPACED.test(text) ? 10 : 24;
  const sentence = endsIn(text, SENTENCE_ENDS, least)[0];
  const clause = endsIn(text, CLAUSE_ENDS, least).findLast((at) => !LEADS_ON.test(text.slice(0, at)));
  const end = sentence ?? clause;
  if (end !== undefined) return tidied(text.slice(0, end));
  const space = text.lastIndexOf(" ", LONGEST_TITLE - 1);
  const particle = endsIn(text, PARTICLE, least).at(-1);
  const isSpaced = space >= LONGEST_TITLE - 24 || particle === undefined;
  const word = isSpaced ? Math.max(space, 0) || LONGEST_TITLE - 1 : Math.min(particle + 1, LONGEST_TITLE - 1);
  return `${tidied(withoutSmallWords(closed(text.slice(0, word)), language))}…`;
}

function endsIn(text: string, ends: RegExp, least: number): number[] {
  const places = Array.from(text.slice(0, LONGEST_TITLE).matchAll(ends), ({ index }) => index);
  return places.filter((at) => at >= least);
}

/** No title ends with an article. */
function withoutSmallWords(text: string, { smallWords = "" }: Language): string {
  const words = text.split(" ");
  const small = smallWords.split(" ");
  while (words.length > 3 && small.includes(words.at(-1)?.toLowerCase() ?? "")) words.pop();
  return words.join(" ");
}
