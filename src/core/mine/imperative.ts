/** English sentences as instructions: what stands before the change is taken off, the verb comes first. */
import { hasWords } from "./has-words.ts";
import { trimEnd } from "./text-end.ts";
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
    const instruction = verbFirst(bare, isTail) ?? turned(bare);
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
  const main = withoutOpenings(sentence);
  return condition && main !== sentence
    ? `${trimEnd(main, ".!?")} ${condition.slice(0, 1).toLowerCase()}${condition.slice(1)}`
    : main;
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
    /[,;:] (?:but |so |and |or |then )?| [-–—] |(?<=\w)—(?=\w)| but /g,
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
    (/\bso $/.test(joint) && /^(?:[^,;]{1,80}? )?(?:can|could|may|might|will|would)\b/.test(tail)) ||
    /^(?:which|that|who|where|when|meaning|rather than|instead of|as opposed to|no)\b/i.test(tail)
  );
}

/** A capital letter first, unless the first word is a name in code. */
export function capitalize(text: string): string {
  return /^[a-z]{1,40}(?=[\s,:;'-]|$)/.test(text) && !/^\S{1,60}[._/(]/.test(text)
    ? text.slice(0, 1).toUpperCase() + text.slice(1)
    : text;
}
