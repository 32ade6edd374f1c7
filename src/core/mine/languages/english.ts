/** English: the language most reviews are written in, and the one that is measured. */
import { CHATTER } from "./english/chatter.ts";
import { CHECKS } from "./english/checks.ts";
import { DECLINED } from "./english/declined.ts";
import { DEFECTS } from "./english/defects.ts";
import { DEFERS } from "./english/defers.ts";
import { DONE } from "./english/done.ts";
import { FINE } from "./english/fine.ts";
import { HINT_ASKS } from "./english/hints.ts";
import { INSTRUCTION_ASKS } from "./english/instructions.ts";
import { LEFT_OVER } from "./english/left-over.ts";
import { NITS } from "./english/nits.ts";
import { PROCESS } from "./english/process.ts";
import { PROMISES } from "./english/promises.ts";
import { QUESTION_ASKS } from "./english/questions.ts";
import { RETRACTED } from "./english/retracted.ts";
import { SECTIONS } from "./english/sections.ts";
import { SETTLED } from "./english/settled.ts";
import { VAGUE } from "./english/vague.ts";
import type { Language } from "./language.ts";

export const ENGLISH: Language = {
  name: "English",
  asks: [...INSTRUCTION_ASKS, ...QUESTION_ASKS, ...HINT_ASKS],
  defers: DEFERS,
  nits: NITS,
  settled: SETTLED,
  fine: FINE,
  process: PROCESS,
  checks: CHECKS,
  vague: VAGUE,
  defects: DEFECTS,
  done: DONE,
  declined: DECLINED,
  retracted: RETRACTED,
  promises: PROMISES,
  leftOver: LEFT_OVER,
  sections: SECTIONS,
  chatter: CHATTER,
};
