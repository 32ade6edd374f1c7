/** What a rule of judgement is: a name, the code it gives, the words a maintainer reads, and an example. */
import type { Finding } from "../finding.ts";
import type { Cue, SectionKind } from "../languages/language.ts";

/** The codes of judgement: W is worth a follow-up, N is not. `docs/accuracy.md` says what each means. */
export type Code = "W1" | "W2" | "W3" | "N1" | "N2" | "N3" | "N4" | "N5";

/** Rules of one family are switched off together to see what they are worth. */
export type Family = "settled" | "informational" | "deferral" | "process" | "nit" | "vague" | "defect" | "improvement";

export interface Considered {
  finding: Finding;
  /** The quoted words without a short title before them, as rules read them. */
  ask: string;
  /** Title, quoted words and explanation, as rules read them. */
  context: string;
  /** A person wrote it. */
  isPerson: boolean;
  /** It opens a thread on a line of code. */
  isOnCode: boolean;
  /** The pull request's author says it. */
  isOwnChange: boolean;
  /** It answers another comment. */
  isReply: boolean;
  /** It names something concrete: code, a path, an identifier, a number. */
  isConcrete: boolean;
  /** It says why: what happens otherwise, or what it is good for. */
  hasReason: boolean;
  /** The words by which it asks for a change, if any. */
  cue: Cue | undefined;
  /** The words by which it names a defect, in the quoted words or the title. */
  defect: Cue | undefined;
  /** What the nearest heading opens. */
  section: SectionKind | undefined;
}

export interface Rule {
  name: string;
  code: Code;
  family: Family;
  /** Said to the maintainer, as a clause. */
  reason: string;
  /** The reason with the words that gave it, where it can be told. */
  says?: (considered: Considered) => string | undefined;
  /** How likely the judgement is right, before what `confidence.ts` adds. */
  confidence: number;
  matches: (considered: Considered) => boolean;
  /** A comment that the rule decides, by a person on a line of code unless said otherwise. */
  example: string;
  exampleBy?: "tool";
  /** The pull request's author writes it. */
  exampleByAuthor?: true;
  /** It answers another comment. */
  exampleIsReply?: true;
  /** The author's answer in the same thread, where the rule needs one. */
  exampleReply?: string;
}
