/** What mining finds: one change that a reviewer asked for and that is worth keeping. */
import type { Anchor, StillTrue } from "./anchor.ts";
import type { Kind, Priority } from "./enhancement.ts";
import type { Source } from "./source.ts";

export interface Suggestion {
  /** Identity that survives edits and pushes: `finding:<tool>:<id>`, else `comment:<node id>:<index>`. Never a line number. */
  key: string;
  /** Imperative, plain text, at most 72 characters, one line. */
  title: string;
  /** The reviewer's own explanation, plain text; paragraphs are parted by an empty line. Never empty. */
  description: string;
  /** Exact substring of the source's body. */
  quote: string;
  kind: Kind;
  /** What the text says; `null` when it says nothing of its weight. */
  priority: Priority | null;
  /** Why it was kept, strongest first, each a clause a maintainer understands. Plain text. Never empty. */
  reasons: string[];
  /** What its reviewer gave, where a command gave another to all of the pull request: under the cap it weighs this. */
  ownPriority?: Priority | null;
  /** From 0 to 1. */
  confidence: number;
  /** Its reviewer, the author or a maintainer said in words that it is for later. */
  isDeferred: boolean;
  /** It was meant for the pull request itself: it is published only if still open at the merge. */
  isBlocking: boolean;
  /** Only what the text says, plain text, one line each; often empty. */
  outcomes: string[];
  criteria: string[];
  references: References;
  source: Source;
  /** ISO 8601: when the source was written. */
  createdAt: string;
  /** The same suggestion seen elsewhere on this pull request. */
  sightings: Sighting[];
  /** The lines it stands on, where it stands on any; `isOutdated` when the pull request has changed them since. */
  anchor?: Anchor & { isOutdated: boolean };
  /** How those lines fare in the merged code; absent while nobody looked. */
  stillTrue?: StillTrue;
  /** Who said that they would do it later. */
  promisedBy?: string;
  /** What people said of it in its thread, where that was asked for, one line each, plain text. */
  replies?: string[];
  /** Who asked for it with a command: it is kept whatever mining thinks of it. */
  askedBy?: string;
  /** ISO 8601: and when. */
  askedAt?: string;
}

export interface References {
  /** Issue numbers of the same repository. */
  issues: number[];
  /** `specs/...` paths. */
  specs: string[];
  /** https links, as they stood. */
  links: string[];
  /** `path` or `path:line` that the text names. */
  files: string[];
}

export interface Sighting {
  /** The key it would have had alone. */
  key: string;
  url: string;
  author: string;
  tool: string | null;
  /** UTC date. */
  on: string;
}

/** Something that looked like a suggestion and was left out. */
export interface LeftOut {
  /** The key it would have had. */
  key: string;
  /** Who wrote it; null when the account is gone. */
  author: Source["author"];
  /** Plain text, one line, at most 72 characters. */
  title: string;
  /** Exact substring of the source's body. */
  quote: string;
  /** The group that a summary counts by. */
  group:
    "nit" | "vague" | "settled" | "informational" | "process" | "low confidence" | "ignored by config" | "over the cap";
  /** The rule that decided, in words. */
  reason: string;
  url: string;
}

/** A suggestion that was worth keeping, and found no room under the cap. */
export interface OverCap extends LeftOut {
  /** What its text says; null when it says nothing of its weight. */
  priority: Priority | null;
  /** It began a review thread: `/enhance` there asks for it. */
  isInThread: boolean;
}

export interface Mined {
  /** In the order they were written. */
  suggestions: Suggestion[];
  leftOut: LeftOut[];
  /** Texts that seem to hold more findings than were read: a format has changed. Absent when there is none. */
  incomplete?: Incomplete[];
  /** How many more there would be, did the words of strangers count. Absent where none, or nobody looked. */
  byStrangers?: number;
}

/** A text whose signals (stated totals, badges, ids) say more findings than its reader found. */
export interface Incomplete {
  url: string;
  /** The review tool, as in `Source`. */
  tool: string | null;
  counted: number;
  found: number;
  /** What was counted, in words. */
  signal: string;
}
