/** What the rules need to know of a language: one table per language, all of the same shape. */
import type { Forms } from "../forms.ts";

/** A row of a table: words that say something, and words that take it back. */
export interface Row {
  forms: Forms;
  /** Each under a sentence that a form above would match. */
  unless?: Forms;
}

/** A cue: words that say something of a finding. */
export interface Cue extends Row {
  name: string;
  /** 3: says it by itself. 2: says it only where nothing better does; an ask of a person then counts on code alone. */
  strength: 2 | 3;
}

/** A heading's meaning for what stands under it. */
export type SectionKind = "issues" | "asks" | "deferred" | "nits" | "process" | "praise" | "summary" | "settled";

/** Words that a title goes without. */
interface Aside {
  /** Read against the words as they stand. Linear, held by a test. */
  pattern: RegExp;
  /** What stands in their place, where that is something: the end of the verb. */
  instead?: string;
  /** An ask that holds them, and the title that is left of it. */
  example: string;
  title: string;
}

export interface Language {
  name: string;
  /** Words that ask for a change. */
  asks: readonly Cue[];
  /** Words that put something off until later. */
  defers: readonly Cue[];
  /** Words that make a local edit of it; the name says what sort of edit. */
  nits: readonly Cue[];
  /** What a heading opens, first match wins. */
  sections: readonly (Row & { section: SectionKind })[];
  /** Sentences that ask nothing, whatever words they hold. */
  chatter: readonly (Row & { name: string })[];
  /** Words that say it is done, or tracked elsewhere. */
  settled?: readonly Cue[];
  /** Words that say nothing needs to be done. */
  fine?: readonly Cue[];
  /** Words about the pull request, rather than the code. */
  process?: readonly Cue[];
  /** Words that ask to check, rather than to change. */
  checks?: readonly Cue[];
  /** Words that could be said of any code. */
  vague?: readonly Cue[];
  /** Words that name a defect or a risk. */
  defects?: readonly Cue[];
  /** In a reply, of a clause: words that say it is done. 3: where one can see it, or by what; it ends even what was promised. */
  done?: readonly Cue[];
  /** In a reply, of a clause: words that say it will not be done, or need not. 2: such as its reviewer says in another sense. */
  declined?: readonly Cue[];
  /** In a reply, of a clause: words by which its writer takes a comment back. 2: such as also greet a promise. */
  retracted?: readonly Cue[];
  /** In a reply, of a sentence: words that promise it for later, or file it, beside those that put off anywhere. */
  promises?: readonly Cue[];
  /** In a reply, of a sentence: words that say something is left to do. 3: here, and not later. */
  leftOver?: readonly Cue[];
  /**
   * Words without accents that stand in most of its sentences, and that English lacks: one of them is enough to ask the tables
   * of this language. Words that English has too ("on", "as", "do", "no", "so", "sin", "pour") are left out.
   */
  unlikeEnglish?: string;
  /** How a sentence in it is told from one in English: languages that share their letters with it, by small words. */
  smallWords?: string;
  /** Courtesy and asking around the change itself, taken off one after the other. */
  asides?: readonly Aside[];
  /** Words that point at the line they stand beside. */
  pointers?: RegExp;
}

/** The tables of cues about a finding that a language has. */
export const FINDING_TABLES = [
  "asks",
  "defers",
  "nits",
  "settled",
  "fine",
  "process",
  "checks",
  "vague",
  "defects",
] as const satisfies readonly (keyof Language)[];
/** And those about the comment that a reply answers. */
const REPLY_TABLES = [
  "done",
  "declined",
  "retracted",
  "promises",
  "leftOver",
] as const satisfies readonly (keyof Language)[];
export const TABLES = [...FINDING_TABLES, ...REPLY_TABLES] as const;

/** What a language has for replies. */
export type Replies = Required<Pick<Language, (typeof REPLY_TABLES)[number]>>;
export type Table = (typeof TABLES)[number];
