/** Which language some words are in: by their letters, or by their small words. */
import { CHINESE } from "./chinese.ts";
import { JAPANESE } from "./japanese.ts";
import { KOREAN } from "./korean.ts";
import type { Language } from "./language.ts";
import { OTHER_LANGUAGES } from "./others.ts";
import { RUSSIAN } from "./russian.ts";

/** Letters of its own, and how many letters of another alphabet, in code and names, one of them outweighs. */
const BY_LETTERS: readonly { language: Language; letters: RegExp; weight: number }[] = [
  { language: KOREAN, letters: /\p{Script=Hangul}/gu, weight: 4 },
  { language: RUSSIAN, letters: /\p{Script=Cyrillic}/gu, weight: 2 },
  { language: JAPANESE, letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, weight: 4 },
];
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

const ENGLISH = new Set(
  "the a an of and to in is it its that this for with be not on are as at should can we you if or but".split(" "),
);
const BY_WORDS = OTHER_LANGUAGES.flatMap((language) =>
  language.smallWords === undefined ? [] : [{ language, small: new Set(language.smallWords.split(" ")) }],
);

/** The language of a sentence or a heading, where it is surely not English. */
export function languageOf(text: string): Language | undefined {
  return byLetters(text) ?? byWords(text);
}

function byLetters(text: string): Language | undefined {
  const all = count(text, /\p{L}/gu);
  for (const { language, letters, weight } of BY_LETTERS) {
    if (count(text, letters) * weight < Math.max(all, 1)) continue;
    return language === JAPANESE && !KANA.test(text) ? CHINESE : language;
  }
  return undefined;
}

function byWords(text: string): Language | undefined {
  const words = text.toLowerCase().match(/[\p{L}']{1,40}/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const least = /[à-öø-ÿ]/.test(text) ? 1 : 2;
  const counts = BY_WORDS.map(({ language, small }) => ({
    language,
    times: words.filter((word) => small.has(word)).length,
  })).filter(({ times }) => times >= least && times > english);
  return counts.toSorted((one, other) => other.times - one.times)[0]?.language;
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}
