/** One thing once: the same change said twice is one finding. */
import { askIn, cueIn } from "./cues.ts";
import type { Finding } from "./finding.ts";
import { once } from "./once.ts";
import { isCovered, rarityAmong, type Rarity } from "./rarity.ts";
import { stems } from "./stems.ts";
import { withoutLead } from "./without-lead.ts";

const RESTATES =
  /\b(?:recommendations?|summary|next steps|priority|before (?:merge|merging|approval|release)|required (?:actions?|changes)|assessment|recap|roadmap|must|should|action items?|verdict|future prs|nice to have|conclusion|consider|suggestions?|follow-?ups?|tickets?|tasks|overall)\b/;

interface Known {
  finding: Finding;
  /** Its quoted words, and its title. */
  title: Set<string>;
  /** All of its words: read where the others cannot tell. */
  all: () => Set<string>;
  /** The headings that it stands under. */
  group: string;
  restates: boolean;
}

/** Findings of one body with restatements left out: later words of a summary, and near copies. */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  if (findings.length < 2) return [...findings];
  const all = findings.map((finding) => ({
    finding,
    title: stemsOfChange(`${finding.title ?? ""} ${finding.plain}`),
    all: once(() => stems(`${finding.title ?? ""} ${finding.explanation.join(" ")}`)),
    group: finding.group ?? finding.section,
    restates: RESTATES.test(finding.group ?? finding.section),
  }));
  const rarity = rarityAmong(all.map((one) => one.all));
  const kept: Known[] = [];
  for (const one of all) {
    const first = kept.find((other) => isSame(one, other, rarity));
    if (first) first.finding = told(first.finding, one.finding);
    else kept.push(one);
  }
  return kept.map(({ finding }) => finding);
}

/** The one of two that says what to do, or what is wrong, else the first; with what the other adds. */
function told(first: Finding, again: Finding): Finding {
  if (first.severity !== undefined || saysIt(first) || !saysIt(again)) return withWeight(first, again);
  const { path, line } = again.path === undefined ? first : again;
  const explanation = [...first.explanation, ...again.explanation];
  return { ...withWeight(again, first), explanation, path, ...(line !== undefined && { line }) };
}

function saysIt({ prose, context }: Finding): boolean {
  const cue = askIn(prose) ?? askIn(withoutLead(prose));
  return cue?.strength === 3 || cueIn("defects", context) !== undefined;
}

/** A finding with what a restatement of it adds: how heavy it is, and that it stands among the issues. */
function withWeight(finding: Finding, { severity = finding.severity, around }: Finding): Finding {
  const isIssue = around === "issues" && finding.around === undefined;
  return { ...finding, ...(severity && { severity: finding.severity ?? severity }), ...(isIssue && { around }) };
}

/** Where a change is to be made says little about which change it is. Give it words on one line. */
function stemsOfChange(text: string): Set<string> {
  if (!text.includes("/")) return stems(text);
  const words = text.split(" ").filter((word) => !(word.includes("/") && /\w\/\w/.test(word)));
  const rest = stems(words.join(" "));
  return rest.size > 1 ? rest : stems(text);
}

function isSame(one: Known, other: Known, rarity: Rarity): boolean {
  if (one.finding.vendorId !== undefined && other.finding.vendorId !== undefined)
    return one.finding.vendorId === other.finding.vendorId;
  if (one.title.size > 2 && one.title.size === other.title.size && isWithin(one.title, other.title)) return true;
  if (one.finding.path !== undefined && other.finding.path !== undefined && one.finding.path !== other.finding.path)
    return false;
  if (one.restates && one.title.size === 1 && one.finding.prose.includes("`x`")) return names(other, one.title);
  if (Math.min(one.title.size, other.title.size) < 2) return false;
  // Neighbours in one list are meant to differ, and often do so in one word.
  if (one.group === other.group && one.finding.shape !== "sentence") return false;
  if (!one.restates) return isCovered(one.title, other.title, 0.6, rarity);
  if (isCovered(one.title, other.all(), 0.5, rarity)) return true;
  return other.title.size > 2 && isCovered(other.title, one.title, 0.6, rarity);
}

function isWithin(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const word of words) if (!others.has(word)) return false;
  return true;
}

/** Whether a finding's explanation holds all of some words, in code as well. */
function names({ finding }: Known, words: ReadonlySet<string>): boolean {
  return isWithin(words, stems(finding.explanation.join(" ")));
}
