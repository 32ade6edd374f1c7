/** English: the language most reviews are written in, and the one that is measured. */
import { ENGLISH_ASKS } from "./english-asks.ts";
import { ENGLISH_DEFERS } from "./english-defers.ts";
import { ENGLISH_CHATTER, ENGLISH_SECTIONS } from "./english-headings.ts";
import { ENGLISH_NITS } from "./english-nits.ts";
import {
  ENGLISH_CHECKS,
  ENGLISH_DEFECTS,
  ENGLISH_FINE,
  ENGLISH_PROCESS,
  ENGLISH_SETTLED,
  ENGLISH_VAGUE,
} from "./english-verdicts.ts";
import type { Language } from "./language.ts";

export const ENGLISH: Language = {
  name: "English",
  asks: ENGLISH_ASKS,
  defers: ENGLISH_DEFERS,
  nits: ENGLISH_NITS,
  settled: ENGLISH_SETTLED,
  fine: ENGLISH_FINE,
  process: ENGLISH_PROCESS,
  checks: ENGLISH_CHECKS,
  vague: ENGLISH_VAGUE,
  defects: ENGLISH_DEFECTS,
  sections: ENGLISH_SECTIONS,
  chatter: ENGLISH_CHATTER,
};
