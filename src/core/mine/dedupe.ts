/** One thing once: the same change said twice is one finding. */
import type { Finding } from "./finding.ts";

const STOP = new Set(
  "the a an and or of to in on for with is are be this that it as by from at not no we you i should could would can may must need needs add adding fix use using make consider considering update ensure which when if but so also instead recommendation suggestion issue problem missing lack critical high medium low minor potential improve address handle recommend remove x".split(
    " ",
  ),
);

/** The words that carry a finding's meaning, cut to their stems. */
export function stems(text: string): Set<string> {
  const lower = text.toLowerCase();
  const words = lower.match(isAscii(lower) ? /[a-z0-9_]{2,40}/g : /[\p{L}\p{N}_]{2,40}/gu) ?? [];
  const kept = new Set<string>();
  for (const word of words) {
    if (STOP.has(word)) continue;
    kept.add(word.length > 5 ? word.replace(/(?:ing|ation|ions?|ed|es|s|ity|ies|y|e)$/, "") : word.replace(/s$/, ""));
    if (kept.size >= 60) break;
  }
  return kept;
}

function isAscii(text: string): boolean {
  return !/[^\x00-\x7f]/.test(text);
}

/** How much of the smaller set stands in the larger, from 0 to 1. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared / small.size;
}

const RESTATES =
  /\b(?:recommendations?|summary|next steps|priority|before merge|required actions?|must|should|action items?|verdict|future prs|nice to have|conclusion|consider|suggestions?|overall)\b/;

interface Known {
  finding: Finding;
  /** Its quoted words, and its title. */
  title: Set<string>;
  /** All of its words. */
  all: Set<string>;
  restates: boolean;
}

/** Findings of one body with restatements left out: later words of a summary, and near copies. */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  if (findings.length < 2) return [...findings];
  const known = findings.map((finding) => ({
    finding,
    title: stems(withoutPaths(`${finding.title ?? ""} ${finding.plain}`)),
    all: stems(`${finding.title ?? ""} ${finding.context}`),
    restates: RESTATES.test(finding.section),
  }));
  const weights = rarity(known);
  const kept: Known[] = [];
  for (const one of known) if (!kept.some((other) => isSame(one, other, weights))) kept.push(one);
  return kept.map(({ finding }) => finding);
}

/** Where a change is to be made says little about which change it is. */
function withoutPaths(text: string): string {
  const rest = text.replace(/\S*\w\/\w\S*/g, " ");
  return stems(rest).size > 1 ? rest : text;
}

function isSame(one: Known, other: Known, weights: ReadonlyMap<string, number>): boolean {
  if (one.finding.vendorId !== undefined && other.finding.vendorId !== undefined)
    return one.finding.vendorId === other.finding.vendorId;
  if (one.title.size > 2 && one.title.size === other.title.size && overlap(one.title, other.title) === 1) return true;
  if (one.finding.path !== undefined && other.finding.path !== undefined && one.finding.path !== other.finding.path)
    return false;
  if (Math.min(one.title.size, other.title.size) < 2) return false;
  // Neighbours in one list are meant to differ, and often do so in one word.
  if (one.finding.section === other.finding.section && one.finding.form !== "sentence") return false;
  const shared = covered(one.title, one.restates ? other.all : other.title, weights);
  return shared >= (one.restates ? 0.5 : 0.7);
}

/** How much of the first set's weight stands in the second, from 0 to 1. */
function covered(
  words: ReadonlySet<string>,
  others: ReadonlySet<string>,
  weights: ReadonlyMap<string, number>,
): number {
  let all = 0;
  let shared = 0;
  for (const word of words) {
    const weight = weights.get(word) ?? 1;
    all += weight;
    if (others.has(word)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

/** Words that many findings of a body share tell little about which one is meant. */
function rarity(known: readonly Known[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { all } of known) for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weights = new Map<string, number>();
  for (const [word, count] of counts) weights.set(word, Math.log(1 + known.length / count));
  return weights;
}
