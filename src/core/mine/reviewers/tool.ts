/** A review tool: how it is known, and how its text is read. */
import type { Finding } from "../finding.ts";
import type { Document } from "../markdown.ts";
import type { UnitOptions } from "../unit-options.ts";

export interface Tool {
  /** Its name in configs, keys and metrics. */
  name: string;
  /** Logins that are its own, lower case, without `[bot]`. */
  logins: readonly string[];
  /** The ids of its GitHub Apps, where they are known. */
  appIds?: readonly number[];
  /** Knows the tool by its text, where it writes under a login that many share. */
  recognises?: (document: Document) => boolean;
  /** Its findings; `undefined` when the text is not in its format and the generic reader should try. */
  read: (document: Document, options: UnitOptions) => Finding[] | undefined;
  /** Its alerts are tracked elsewhere: they are seen, and not captured. */
  isTrackedElsewhere?: boolean;
  /** It reads the whole pull request anew each time: what its newer review leaves out is done. */
  restates?: boolean;
}
