/** A finding: something that a reviewer pointed at, before anybody has judged whether it is worth keeping. */
import type { Kind } from "../enhancement.ts";
import type { SectionKind } from "./languages/language.ts";
import type { Block } from "./markdown.ts";

export type Severity = "critical" | "high" | "medium" | "low" | "nit";

/** What the words around a finding, or its tool's marks, say of it. */
export type Mark =
  | "settled"
  | "withdrawn"
  | "pre-existing"
  | "suppressed"
  | "deferred"
  | "blocking"
  | "non-blocking"
  | "informational"
  | "elsewhere";

/** What is not known may be undefined, too: objects whose fields are left out one by one are slow to make and to read. */
export interface Finding {
  /** Where its quote is cut: the words that ask for the change, or name the defect. */
  block: Block;
  from: number;
  to: number;
  /** Where the quote ends, when it runs on into a later block: a title and the words under it. */
  end?: { block: Block; to: number } | undefined;
  /** The quoted words: plain, and as rules read them. */
  plain: string;
  prose: string;
  /** All words of the finding, as rules read them. */
  context: string;
  /** A heading or bold title of its own, plain. */
  title?: string | undefined;
  /** Plain paragraphs that explain it. */
  explanation: string[];
  /** What a list under it calls its success criteria, plain, one line each. */
  criteria?: string[] | undefined;
  /** How it was written down. */
  shape: "titled" | "item" | "sentence" | "labelled" | "suggestion-block";
  /** The words of the heading it stands under, as rules read them. */
  section: string;
  /** Those words without a heading that is the finding's own title; absent where it has none. */
  group?: string | undefined;
  /** What the words around it open, where they say: a heading, or the words before its list. */
  around?: SectionKind | undefined;
  severity?: Severity | undefined;
  /** A label or category that says what sort of change it is. */
  kind?: Kind | undefined;
  marks: Mark[];
  /** A sentence that does no more than put it off until later, as rules read it; or words of the repository's own. */
  deferral?: string | undefined;
  /** The tool's own id of the finding. */
  vendorId?: string;
  path?: string | undefined;
  line?: number;
  /** It has a committable suggestion. */
  hasSuggestion: boolean;
  /** It asks by itself, without a word of asking: a tool's finding, a labelled comment, an item under "Suggestions". */
  isClaimed: boolean;
}
