/** What a rule of judgement is: a name, the code it gives, the words a maintainer reads, and an example. */
import type { Finding } from "../finding.ts";

/** The codes of the labelling guide: W is worth a follow-up, N is not. */
export type Code = "W1" | "W2" | "W3" | "N1" | "N2" | "N3" | "N4" | "N5";

export interface Considered {
  finding: Finding;
  /** The quoted words, as rules read them. */
  ask: string;
  /** Title, quoted words and explanation, as rules read them. */
  context: string;
  /** A person wrote it. */
  isPerson: boolean;
  /** It names something concrete: code, a path, an identifier, a number. */
  isConcrete: boolean;
}

export interface Rule {
  name: string;
  code: Code;
  /** Rules of one family are switched off together to see what they are worth. */
  family: "settled" | "informational" | "deferral" | "process" | "nit" | "vague" | "defect" | "improvement";
  /** Said to the maintainer, as a clause. */
  reason: string;
  confidence: number;
  matches: (considered: Considered) => boolean;
  /** A comment that the rule decides, by a person unless said otherwise. */
  example: string;
  exampleBy?: "tool";
}
