/** What one reply in a thread says of the comment that the thread begins with. */
import { cueIn, deferralIn } from "./cues.ts";
import { anyOf } from "./forms.ts";
import type { Cue } from "./languages/language.ts";
import { parseDocument } from "./markdown.ts";
import { sentencesIn } from "./sentence.ts";

/** Who writes a reply: what they say counts accordingly. */
export interface Voice {
  /** The pull request's author, or somebody with a role: may promise, decline, and say that it is done. */
  mayDecide: boolean;
  /** Whoever wrote the first comment: may take it back. */
  isOfRoot: boolean;
}

export interface Saying {
  says: "promised" | "done" | "declined" | "retracted" | "open";
  /** It says so whatever was said before. A bare "Done." or "Fair enough." may answer a promise, and leaves it standing. */
  isFirm: boolean;
}

/** What settles a comment, in the order in which one reply is asked for it. */
const SETTLING = ["retracted", "done", "declined"] as const;

/**
 * What a reply says, sentence by sentence, in words outside quotes and code; nothing where it says nothing of the comment.
 *
 * Words that put it off or file it, in any sentence, are a promise, unless all of it is said to be done. Otherwise words
 * that leave something to do keep it open: "Fixed, but not the second one". Otherwise what settles it counts, which a
 * question never does.
 */
export function readReply(body: string, { mayDecide, isOfRoot }: Voice): Saying | undefined {
  const read = sentencesOf(body).map(readSentence);
  const cues = (table: ReplyTable) => read.flatMap(({ [table]: cue }) => cue ?? []);
  const left = cues("leftOver");
  const isWhole = left.length === 0 && cues("done").some(({ name }) => name === WHOLE);
  if (mayDecide && !isWhole && read.some(({ isPromise }) => isPromise)) return { says: "promised", isFirm: true };
  if (left.length > 0) return { says: "open", isFirm: left.some(isStrong) };
  const heard = SETTLING.flatMap((table) => {
    // What a reviewer calls unneeded may be the code, not the change that they asked for.
    const isHeard = table === "retracted" ? isOfRoot : mayDecide;
    return cues(table)
      .filter((cue) => isHeard && (isStrong(cue) || !(table === "declined" && isOfRoot)))
      .map((cue) => ({ says: table, isFirm: isStrong(cue) }));
  });
  return heard.find(({ isFirm }) => isFirm) ?? heard[0];
}

/** A reply puts the matter off until later. */
export function isPromise(body: string): boolean {
  return readReply(body, { mayDecide: true, isOfRoot: false })?.says === "promised";
}

type ReplyTable = (typeof SETTLING)[number] | "leftOver";
type Read = Partial<Record<ReplyTable, Cue>> & { isPromise: boolean };

/** The name of the row that says so in each language. */
const WHOLE = "all of it done";
/** What somebody did already. */
const THANKED = anyOf({
  "Thanks for the follow-up!": /\bthank(?:s| you)(?: so much| a lot)? for (?:the|your|this) \S{1,20}/,
});
const CLAUSE_END = /(?<=[,;:，；：、—–])\s{0,3}|\s-\s/;

function readSentence(sentence: string): Read {
  const leftOver = cueIn("leftOver", sentence);
  const isHere = leftOver?.strength === 3;
  const unthanked = sentence.replace(THANKED, " ");
  const isPromise = !isHere && (deferralIn(unthanked)?.strength === 3 || cueIn("promises", unthanked) !== undefined);
  const read: Read = { isPromise, ...(leftOver && { leftOver }) };
  if (/[?？]\W{0,9}$/.test(sentence)) return read;
  const clauses = [sentence, ...sentence.split(CLAUSE_END)];
  for (const table of SETTLING) {
    const cues = clauses.flatMap((clause) => cueIn(table, clause.trim()) ?? []);
    const cue = cues.find(({ name }) => name === WHOLE) ?? cues.find(isStrong) ?? cues[0];
    if (cue) read[table] = cue;
  }
  return read;
}

function isStrong({ strength }: Cue): boolean {
  return strength === 3;
}

function sentencesOf(body: string): string[] {
  return parseDocument(body)
    .blocks.filter(({ kind, quote, details }) => kind === "text" && quote === 0 && details.length === 0)
    .flatMap((block) => sentencesIn(block).map(({ prose }) => prose));
}
