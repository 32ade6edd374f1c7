/** Other languages than English. Structure (headings, labels, badges, lists) carries as much of the weight as their words. */
import { CHINESE } from "./chinese.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { JAPANESE } from "./japanese.ts";
import { KOREAN } from "./korean.ts";
import type { Language } from "./language.ts";
import { PORTUGUESE } from "./portuguese.ts";
import { RUSSIAN } from "./russian.ts";
import { SPANISH } from "./spanish.ts";

export const OTHER_LANGUAGES: readonly Language[] = [
  CHINESE,
  JAPANESE,
  KOREAN,
  RUSSIAN,
  SPANISH,
  GERMAN,
  FRENCH,
  PORTUGUESE,
];
