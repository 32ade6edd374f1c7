/** Which sentence of a unit asks for the change, or names the defect: the one that is quoted. */
import { testerOf } from "./known-text.ts";
import { askIn, cueIn, deferralIn, isChatter } from "./cues.ts";
import { isBareDeferral } from "./deferral.ts";
import { POINTER } from "./empty-words.ts";
import { isCategory } from "./heading.ts";
import { hasWords } from "./has-words.ts";
import { ASK_LABEL, isFiling, opensWith, PLACE_LABEL, PROBLEM_LABEL } from "./labels.ts";
import { OF_PEOPLE, pointsAtTrouble } from "./statements.ts";
import type { Block, Sentence } from "./markdown.ts";
import { isFooter } from "./noise.ts";
import { ownWordIn } from "./own-words.ts";
import { sentencesIn } from "./sentence.ts";
import type { UnitOptions } from "./unit-options.ts";

export interface Chosen {
  sentence: Sentence;
  /** 3: it asks by itself. 2: it counts where nothing better does. */
  strength: 2 | 3;
  /** A sentence beside it that does no more than put it off. */
  deferral?: Sentence;
}

const MOST_SENTENCES = 60;
/** Sentences looked at for those. */
const MOST_READ = 240;

/** The sentences of some blocks, footers left out. */
export function sentencesOfBlocks(blocks: readonly Block[]): Sentence[] {
  const all: Sentence[] = [];
  let read = 0;
  for (const block of blocks) {
    if (block.kind === "code" || block.kind === "rule") continue;
    for (const sentence of sentencesIn(block)) {
      if (says(sentence.prose)) all.push(sentence);
      read += 1;
      if (all.length >= MOST_SENTENCES || read >= MOST_READ) return all;
    }
  }
  return all;
}

/** Neither a footer nor a label that only files the finding away. */
function says(prose: string): boolean {
  return prose.length > 1 && !isFooter(prose) && !opensWith(PLACE_LABEL, prose) && !isFiling(prose);
}

/** A link to another pull request or issue, by its title: what that asks for is asked there. */
const TITLE_OF_ANOTHER =
  /^\W{0,9}\[[^\]\n]{12,300}\]\(https?:\/\/[^\s()]{3,200}\/(?:pull|pulls|issues|merge_requests|commit)\/\w{1,40}/;

/** A button: "[Open in a sandbox](…)". Its address may hold a whole prompt. */
const ONLY_A_LINK = /^\W{0,9}\[[^[\]\n]{2,80}\]\(https?:\/\/\S{3,2000}\)\W{0,4}$/;
const LONGEST_LINK = 2_200;

const pointsAround = testerOf(POINTER);

/** The sentence only points at other findings, and names nothing itself. */
function isPointer({ prose, block, from, to }: Sentence): boolean {
  if (!prose.includes("`x`") && pointsAround(prose)) return true;
  const written = block.content.slice(from, Math.min(to, from + LONGEST_LINK));
  return prose !== "" && (TITLE_OF_ANOTHER.test(written) || ONLY_A_LINK.test(written));
}

/** What a defect named before comes to: "For example, page 2 should hold 20 rows, and holds 40". */
const AN_EXAMPLE = /^\W{0,4}(?:for (?:example|instance)|e\.g\.)/;

type Choice = UnitOptions & { shape: "titled" | "item" | "sentence"; claims: boolean };

/** The sentence after a label that asks, else the first that asks, else, where a finding is claimed, the first. */
export function chooseSentence(words: readonly Sentence[], choice: Choice): Chosen | undefined {
  const labelled = afterLabel(words);
  if (labelled) return { sentence: labelled, strength: 3 };
  const bare = words.find(({ prose }) => isBareDeferral(prose));
  if (!bare) return chooseAsk(words, choice);
  const chosen = chooseAsk(
    words.filter((sentence) => sentence !== bare),
    choice,
  );
  if (choice.claims) return chosen && { ...chosen, deferral: bare };
  const putOff = chosen?.strength === 3 ? chosen.sentence : besides(words, bare);
  return putOff && { sentence: putOff, strength: 3, deferral: bare };
}

/** What a sentence that only puts something off speaks of: the words before it, else those after it. */
function besides(words: readonly Sentence[], bare: Sentence): Sentence | undefined {
  const at = words.indexOf(bare);
  return [words[at - 1], words[at + 1]].find((one) => one !== undefined && !isChatter(one.prose) && !isPointer(one));
}

function chooseAsk(
  words: readonly Sentence[],
  { shape, claims, by, isOnCode, deferWords = [] }: Choice,
): Chosen | undefined {
  let deferring: Sentence | undefined;
  let weak: Sentence | undefined;
  let faulty: Sentence | undefined;
  for (const sentence of words) {
    const { prose } = sentence;
    // "🟡 MAJOR ISSUES (Should Fix)": a heading that lost its marks.
    if (by === "tool" && shape === "sentence" && isCategory(prose)) continue;
    if (claims && opensWith(PROBLEM_LABEL, prose)) {
      weak ??= sentence;
      continue;
    }
    const cue = askIn(prose);
    if (!cue && !faulty && !prose.endsWith("?") && isFaulty(sentence)) faulty = sentence;
    const defers =
      (by === "person" || shape === "sentence") &&
      (deferralIn(prose)?.strength === 3 || ownWordIn(prose, deferWords) !== undefined);
    if ((!cue && !defers) || isPointer(sentence)) continue;
    if (!defers && (isChatter(prose) || (faulty && AN_EXAMPLE.test(prose)))) continue;
    if (cue?.strength === 3) return { sentence, strength: 3 };
    const isQuestion = prose.endsWith("?");
    if (defers && !isQuestion) deferring ??= sentence;
    else if (!isQuestion || defers || cue?.name === "another way named") weak ??= sentence;
  }
  if (deferring) return { sentence: deferring, strength: 3 };
  weak ??= faulty;
  if (weak && (claims || by === "tool" || isOnCode || shape === "item")) return { sentence: weak, strength: 2 };
  if (claims) {
    const first = words.find(
      (one) => !isPointer(one) && !(shape === "item" && (one.prose.endsWith("?") || isOneWord(one, by))),
    );
    return first && { sentence: first, strength: 2 };
  }
  const mayState = by === "person" && isOnCode && shape === "sentence" && !words.some(isAboutPull);
  const stated = mayState ? words.find(isStatement) : undefined;
  return stated && { sentence: stated, strength: 2 };
}

/** A person's list of names, each of a word, says nothing of them. */
function isOneWord({ prose }: Sentence, by: "person" | "tool"): boolean {
  return by === "person" && /^[\w.-]{1,60}$/.test(prose);
}

/** It names a defect. */
function isFaulty(sentence: Sentence): boolean {
  const { prose } = sentence;
  return cueIn("defects", prose)?.strength === 3 && !isChatter(prose) && !isPointer(sentence);
}

/** "This would be better as a separate commit. It's no fix of the lock." */
function isAboutPull({ prose }: Sentence): boolean {
  return cueIn("process", prose) !== undefined;
}

/** Trouble that is stated of the code beside it: no question, no chatter, nothing about oneself or the people around. */
function isStatement(sentence: Sentence): boolean {
  const { prose } = sentence;
  return (
    hasWords(prose, 4) &&
    !/[?:]$/.test(prose) &&
    !isChatter(prose) &&
    !isPointer(sentence) &&
    !OF_PEOPLE.test(prose) &&
    pointsAtTrouble(prose)
  );
}

function afterLabel(words: readonly Sentence[]): Sentence | undefined {
  for (const [index, sentence] of words.entries()) {
    const label = sentence.prose.includes(":") ? ASK_LABEL.exec(sentence.prose) : null;
    if (!label) continue;
    if (sentence.prose.length - label[0].length > 3) return sentence;
    const next = words[index + 1];
    if (next) return next;
  }
  return undefined;
}
