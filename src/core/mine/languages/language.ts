/** What the rules need to know of a language: one table per language, all of the same shape. */

/** A cue: words that make a sentence ask for a change. */
export interface Cue {
  name: string;
  /** 3: asks by itself. 2: asks only where nothing better does, and from people only on a line of code. */
  strength: 2 | 3;
  /** Read against `prose`: lower case, one line, code as `x` in backticks. Linear, held by a test. */
  pattern: RegExp;
  /** A sentence that it must match. */
  example: string;
}

/** A heading's meaning for what stands under it. */
export type Section = "issues" | "asks" | "deferred" | "nits" | "process" | "praise" | "summary" | "settled";

export interface Language {
  name: string;
  asks: readonly Cue[];
  /** Words that put something off until later. */
  defers: readonly Cue[];
  /** Words that make a local edit of it. */
  nits: readonly Cue[];
  /** What a heading opens, first match wins. */
  sections: readonly { section: Section; pattern: RegExp; example: string }[];
  /** Sentences that ask nothing, whatever words they hold. */
  chatter: readonly { name: string; pattern: RegExp; example: string }[];
}
