/** English sentences as instructions: what stands before the change is taken off, the verb comes first. */
import { hasWords } from "./has-words.ts";
import { isVerb, verbOfParticiple } from "./languages/english/verbs.ts";
import { LONGEST_TITLE, trimEnd } from "./text-end.ts";
import { OPENINGS } from "./openings.ts";
import { turned } from "./turns.ts";
import { verbFirst } from "./verb-first.ts";

/** A clause before the main one: "If it must stay, restrict …". */
const SUBORDINATE =
  /^(?:if|while|since|although|though|because|when|as|after|before|to|in order to|in|for|given|instead of|once|unless|without|even though|even if|rather than|by|despite|with|at)\s[^,()]{0,300}(?:\([^()]{0,80}\)[^,()]{0,160}){0,3}, (?:then )?/i;

/** The sentence as an instruction, or nothing where it is none. Not yet cut to length. */
export function toInstruction(sentence: string): string | undefined {
  for (const clause of clausesOf(sentence)) {
    const bare = withoutOpenings(clause);
    const isTail = clause !== sentence;
    const instruction = subjunctiveIn(clause) ?? verbFirst(bare, isTail) ?? turned(bare);
    if (instruction) return capitalize(instruction);
  }
  return undefined;
}

/** A sentence that is no instruction, with a condition before its main clause put behind it. */
export function toStatement(sentence: string): string {
  const condition =
    /^(?:if|when|unless|without|with|after|before|once)\s[^,()]{0,300}(?:\([^()]{0,80}\)[^,()]{0,160}){0,3}(?=,\s)/i.exec(
      sentence,
    )?.[0];
  const main = mainOf(withoutOpenings(sentence));
  return condition && main !== sentence
    ? `${trimEnd(main, ".!?")} ${condition.slice(0, 1).toLowerCase()}${condition.slice(1)}`
    : main;
}

/** A condition or a reason that no comma ends. */
const LEADS = /^(?:since|because|as|although|though|while|if|when|given|regardless of|in case)\b[^,;]{10,400}$/i;
const SUBJECT = / (?:the|this|that|these|those|we|you|it|they|i|our|each|all)(?= )/gi;

/** "Since the list is long the rows should be sorted" is about the rows: the last subject before "should". */
function mainOf(sentence: string): string {
  const must = LEADS.test(sentence) ? sentence.search(/ (?:should|must|needs? to|has to|have to)\b/) : -1;
  const starts = Array.from(sentence.slice(0, Math.max(0, must + 1)).matchAll(SUBJECT), ({ index }) => index + 1);
  const start = starts.at(-1);
  if (start === undefined) return sentence;
  const main = toInstruction(sentence.slice(start)) ?? sentence.slice(start);
  if (sentence.length <= LONGEST_TITLE && /\b(?:its?|they|them)\b/i.test(main)) return sentence;
  if (!/^(?:if|when|while|regardless)\b/i.test(sentence)) return main;
  return `${trimEnd(main, ".!?")} ${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1, start - 1)}`;
}

const ASKS_THAT =
  /\b(?:i|we)(?:'d| would)? (?:also |strongly |really )?(?:suggest|propose|recommend|ask|request|prefer) that /i;
const DETERMINED = /^(?:the|this|that|these|those|it|each|every|all|our|its|any) /i;
const MODAL = /^(?:is|are|was|were|has|should|must|can|could|will|would|does|do|may|might|needs?)$/i;

/** "I propose that the filter stay in one place" asks to make it so. */
function subjunctiveIn(clause: string): string | undefined {
  const match = ASKS_THAT.exec(clause.slice(0, 400));
  const rest = match === null ? "" : clause.slice(match.index + match[0].length);
  if (!DETERMINED.test(rest)) return undefined;
  const words = rest.split(" ", 9);
  const least = /^(?:it|this|that|these|those)$/i.test(words[0] ?? "") ? 1 : 2;
  const verb = words.findIndex(
    (word, at) => at >= least && (isVerb(word) || /^(?:be|become|continue|have|remain|stay)$/.test(word)),
  );
  if (verb === -1 || words.slice(0, verb + 3).some((word) => MODAL.test(word))) return undefined;
  const be = words.indexOf("be");
  const done = verbOfParticiple(trimEnd(words[be + 1] ?? "", ".!?"));
  if (be < verb || be > verb + 1) return `Make ${rest}`;
  const others = rest.split(" ").slice(be + 2);
  const next = words[be + 1] ?? "";
  if (done === undefined)
    return /^(?:in|on|at|for|from|to|of)$/i.test(next)
      ? `Make ${rest}`
      : ["Make", ...words.slice(0, be), next, ...others].join(" ");
  return [done, ...words.slice(0, be), ...others].join(" ");
}

/** What stands before the main clause taken off. */
export function withoutOpenings(sentence: string): string {
  let text = sentence;
  for (let round = 0; round < 5; round += 1) {
    const before = text;
    for (const opening of [...OPENINGS, SUBORDINATE]) {
      const rest = text.replace(opening, "");
      if (rest.length >= 8 && !/^(?:was|were|is|are|had)\b/i.test(rest)) text = rest;
    }
    if (text === before) break;
  }
  return text;
}

/** The whole sentence, then what follows each of its first joints: "…, but can't we call …". */
function* clausesOf(sentence: string): Generator<string> {
  yield sentence;
  let count = 0;
  for (const { index, 0: joint } of sentence.matchAll(
    /[,;:] (?:but |so |and |or |then )?| [-–—] |(?<=\w)—(?=\w)| but | (?=it(?:'s| is|'d be| would be| might be) (?:probably |likely )?(?:best|better|easier|nicer|safer|simpler) to )/g,
  )) {
    const tail = sentence.slice(index + joint.length);
    if (hasWords(tail, 3) && /^[\p{L}`"']/u.test(tail) && !isWithin(sentence.slice(0, index), joint, tail)) yield tail;
    count += 1;
    if (count >= 4) break;
  }
}

/** A tail inside brackets or a condition, or one that only says what follows from the words before it. */
function isWithin(before: string, joint: string, tail: string): boolean {
  return (
    before.split("(").length > before.split(")").length ||
    (joint === " but " && /\b(?:when|where|if|while)\b[^,;.]{0,200}$/i.test(before)) ||
    (/^, (?:or )?$/.test(joint) && /, (?:and|or) /.test(`${joint}${tail}`) && LISTED.test(before)) ||
    (/\bso $/.test(joint) && /^(?:[^,;]{1,80}? )?(?:can|could|may|might|will|would)\b/.test(tail)) ||
    /^(?:which|that|who|where|when|meaning|rather than|instead of|as opposed to|no)\b/i.test(tail)
  );
}

/** Behind these words stands what may happen, one thing after the other: "can drop rows, break the order, or …". */
const LISTED = /\b(?:can|could|may|might|will|would) (?!(?:be|we|you|i|also)\b)\w{2,20} [^;:.]{0,200}$/i;

/** A capital letter first, unless the first word is a name in code. */
export function capitalize(text: string): string {
  return /^[a-z]{1,40}(?=[\s,:;'-]|$)/.test(text) && !/^\S{1,60}[._/(]/.test(text)
    ? text.slice(0, 1).toUpperCase() + text.slice(1)
    : text;
}
