/** Titles cut to their length: where a clause ends, and without words that lead on to what was cut. */
import { withoutDangling } from "./dangling.ts";
import { isVerb } from "./languages/english/verbs.ts";
import { withoutOpeners } from "./pair-marks.ts";
import { LONGEST_TITLE, trimEnd } from "./text-end.ts";

/** What a change is good for, behind what it is: "… to ensure consistency", "… so that both agree". */
const PURPOSE =
  /,? (?:in order to|so that|because|since|(?:so as )?to (?!(?:clarify|describe|document|explain|mention|say|show|state|tell)\b)(?=(?<verb>[a-z]{2,14})\b)) ?/g;

/** A title without its purpose, which the file that it stands in is worth more than. */
export function withoutPurpose(title: string): string {
  for (const { index, groups } of title.matchAll(PURPOSE)) {
    const verb = groups?.["verb"];
    const leadsOn = LEADS_ON.test(title.slice(0, index + 4));
    if (index >= 16 && !leadsOn && (verb === undefined || isVerb(verb))) return withoutDangling(title.slice(0, index));
  }
  return title;
}

const STRONG_ENDS =
  /(?<![ "“(]\d)\. |; | [—–-] |, (?:so|because|which|since|as|e\.g\.|i\.e\.|where|but|and|or|otherwise|although|though|unless) | (?:because|since|so that|which|instead of|in order to|e\.g\.|i\.e\.) |: /g;
/** What stands before them may be short. */
const REASONS = /, (?:because|otherwise|since|which) /g;
const WEAK_ENDS =
  /, | (?:to|by|with|and|or|that|which|when|for|in|from|on|at|without|rather|before|after|as|into|via|using|if|where|while|but|unless|until|during|through|per|so|like) /g;
/** What comes next cannot be left out. */
const LEADS_ON =
  /\s(?:leads?|needs?|wants?|has|have|had|seems?|tends?|supposed|going|able|used|capable|due|according|prior|up|refers?|refer|relates?|relating|opposed|compared|equal|equivalent|similar|identical|relative) to $|\s(?:based|depends?|depending|relies|rely|relying|focus(?:es)?|insists?) on $|\s(?:compl(?:y|ies)|conflicting|consistent|compatible|compared|deals?|dealing|begins?|starts?|together|associated) with $|\s(?:consists?|instead|because|regardless|composed|aware|capable) of $|\sonly (?:\w{2,20} ){1,2}(?:to|by|with|when|for|in|from|on|at|without|before|after|via|using|if|where|while|until|during|through|per) ?$|\ssuch that $|\s(?:allow|ask|caus|enabl|expect|forc|requir)(?:e|es|s|ing|ed)? (?:\S{1,30} ){1,3}to $|\s(?:means?|implies|shows?|says|even|only) \w{0,7} ?$|, [\w:.-]{2,20}(?: [\w:.-]{2,20})? \w{0,7} ?$/i;
/** At most 72 characters, cut where a clause ends, without a dangling word. */
export function fitTitle(text: string): string {
  let short = closed(text);
  if (short.length > LONGEST_TITLE) short = closed(short.replace(/\s\([^()]{1,200}\)/g, ""));
  if (short.length > LONGEST_TITLE) short = closed(short.replace(IN_A_FILE, ""));
  if (short.length > LONGEST_TITLE) {
    const strong = [...placesOf(short, REASONS, 16).slice(0, 1), ...placesOf(short, STRONG_ENDS, 24)].toSorted(
      (a, b) => a - b,
    );
    const weak = placesOf(short, WEAK_ENDS, 24).filter(
      (at) => !LEADS_ON.test(short.slice(0, short.indexOf(" ", at + 1) + 1)),
    );
    const end = strong[0] ?? weak.at(-1);
    const cut = end === undefined ? "" : withoutDangling(short.slice(0, end));
    short = cut === "" || isHalf(cut, short) ? `${short.slice(0, cutAtWord(short)).replace(LEADS_BEYOND, "")}…` : cut;
  }
  return balance(short);
}

const IN_A_FILE =
  / (?:in|at|inside) [\w@/-]{1,80}\.\w{1,6}(?::\d{1,6})?(?= (?:is|are|was|has|have|does|can|will|\w{2,15}s)\b)/;
const STATES = / (?:is|are|was|were|has|have|does|do|can|could|will|would|should|must|may|cannot|\w{2,9}n't) /;

/** The last clause within a cut, and how a clause opens. */
const CLAUSE_OPENS =
  /(?:: |\b(?:if|whether|means|(?:check|ensure|verify|sure) that) )(?!.{0,80}(?:: | (?:if|whether|means|that) ))/i;
const OPENS_CLAUSE =
  /^(?:: (?=(?:the|this|an?|each|every) )|(?:if|whether|means|check that|ensure that|verify that|sure that|the|this|an?|each|every) )/i;

/** Small words before a cut that is marked as one. */
const LEADS_BEYOND =
  /(?: (?:an?|the|its|is|are|was|were|be|been|being|do|does|can|could|may|will|not|of|to|with)){1,3}$/i;

/** A cut that takes what a thing lacks, or all that is said of the thing. */
function isHalf(cut: string, whole: string): boolean {
  if (whole.startsWith(" without ", cut.length)) return cutAtWord(whole) > cut.length + 12;
  if (whole.startsWith(" as ", cut.length) && /\bas [a-z]{2,8}$/.test(cut)) return true;
  if (/ that /.test(whole.slice(cut.length, cut.length + 6)) && isVerb(cut.slice(cut.lastIndexOf(" ") + 1)))
    return true;
  if (!/^ (?:in|of|for|on|at|from|to|with|by|via|which|that|who) /.test(whole.slice(cut.length))) return false;
  const clause = cut.slice(CLAUSE_OPENS.exec(cut)?.index ?? 0);
  const said = whole.slice(cut.length, LONGEST_TITLE + 40);
  return OPENS_CLAUSE.test(clause) && !STATES.test(`${clause} `) && STATES.test(said);
}

/** Where a title may end: no earlier than some place, no later than the longest title. */
function placesOf(text: string, ends: RegExp, least: number): number[] {
  const places: number[] = [];
  for (const { index } of text.slice(0, LONGEST_TITLE + 12).matchAll(ends)) {
    if (index >= least && index <= LONGEST_TITLE) places.push(index);
  }
  return places;
}

/** Without punctuation at its end, and without words that lead on to what was cut. */
function closed(text: string): string {
  const end = trimEnd(trimEnd(text, ".;:,!?…").replace(/,? (?:e\.g|i\.e|for example|for instance)$/i, ""), ".;:,!?…");
  if (end.length <= LONGEST_TITLE && /[.!?]$/.test(text)) return end.trim();
  return end.length === text.length && text.length <= LONGEST_TITLE ? text.trim() : withoutDangling(end);
}

function cutAtWord(text: string): number {
  const space = text.slice(0, LONGEST_TITLE).lastIndexOf(" ");
  if (space > 24) return space;
  return /[\ud800-\udbff]/.test(text[LONGEST_TITLE - 2] ?? "") ? LONGEST_TITLE - 2 : LONGEST_TITLE - 1;
}

/** What a cut left open, a bracket or a quote, goes; so do brackets around the whole. */
function balance(text: string): string {
  const isWrapped = text.startsWith("(") && text.indexOf(")") === text.length - 1;
  const inner = isWrapped ? text.slice(1, -1) : text;
  const kept = withoutOpeners(inner, ["()", "“”"], 24);
  return kept === inner ? kept : withoutDangling(kept);
}
