/** Mining measured against labels: whole, by who wrote, by fold, with each family of rules off. */
import { mineJsonl, type JsonlResult } from "../../src/cli/mine-jsonl.ts";
import type { Family } from "../../src/core/mine/rules/rule.ts";
import type { Comment } from "./corpus.ts";
import { scoreComment, toRates, type Counts, type Rates, type Scored, type View } from "./score.ts";

export const FOLDS = 5;
/** A tool with fewer suggestions than this says nothing on its own. */
const LEAST_TARGETS = 5;

export interface Measured {
  comment: Comment;
  scored: Scored;
  suggestions: JsonlResult["suggestions"];
}

export type Row = Record<View, Rates>;

/** Mine each comment and score what was found. */
export function measure(comments: readonly Comment[], without: ReadonlySet<Family> = new Set()): Measured[] {
  const results = mineJsonl(
    comments.map(({ line }) => line),
    { without },
  );
  return comments.map((comment, index) => {
    const suggestions = results[index]?.suggestions ?? [];
    return { comment, suggestions, scored: scoreComment(comment.body, comment.labelled, suggestions) };
  });
}

/** The rates of some comments together. */
export function rowOf(measured: readonly Measured[]): Row {
  const view = (name: View): Rates => toRates(measured.map(({ scored }): Counts => scored[name]));
  return { detect: view("detect"), worthy: view("worthy"), record: view("record") };
}

/** Rows by who wrote, those with few targets left out; and the mean of their F1, people and tools alike. */
export function byWriter(measured: readonly Measured[]): { rows: Map<string, Row>; meanF1: number } {
  const rows = new Map<string, Row>();
  for (const by of [...new Set(measured.map(({ comment }) => comment.by))].sort()) {
    const row = rowOf(measured.filter(({ comment }) => comment.by === by));
    if (row.worthy.tp + row.worthy.fn >= LEAST_TARGETS) rows.set(by, row);
  }
  const sum = [...rows.values()].reduce((total, { worthy }) => total + worthy.F1, 0);
  return { rows, meanF1: rows.size > 0 ? sum / rows.size : 0 };
}

/** A repository's fold: all comments of one repository stand in one. FNV-1a, so that it never changes. */
export function foldOf(repo: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < repo.length; at += 1) hash = Math.imul(hash ^ repo.charCodeAt(at), 16_777_619) >>> 0;
  return hash % FOLDS;
}

/** How many worthy predictions are wrong, and how many worthy labels are missed, by what they are. */
export function errorsOf(measured: readonly Measured[]): { wrong: Map<string, number>; missed: Map<string, number> } {
  const wrong = new Map<string, number>();
  const missed = new Map<string, number>();
  for (const { scored } of measured) {
    for (const { code } of scored.wrong) wrong.set(code, (wrong.get(code) ?? 0) + 1);
    for (const { how, code } of scored.missed) missed.set(`${how}, ${code}`, (missed.get(`${how}, ${code}`) ?? 0) + 1);
  }
  return { wrong, missed };
}

export interface Level {
  from: number;
  to: number;
  right: number;
  wrong: number;
}

const LEVELS = [0, 0.6, 0.7, 0.8, 0.9, 1];

/** How often what is judged worthy at a level of confidence is labelled worthy. */
export function levelsOf(measured: readonly Measured[]): Level[] {
  const levels = LEVELS.slice(1).map((to, index) => ({ from: LEVELS[index] ?? 0, to, right: 0, wrong: 0 }));
  for (const { comment, suggestions } of measured) {
    for (const suggestion of suggestions.filter(({ code }) => code.startsWith("W"))) {
      const { worthy } = scoreComment(comment.body, comment.labelled, [{ ...suggestion, follow_up_worthy: true }]);
      const level = levels.find(({ from, to }) => suggestion.confidence >= from && suggestion.confidence < to);
      if (level && worthy.tp + worthy.fp > 0) level[worthy.tp > 0 ? "right" : "wrong"] += 1;
    }
  }
  return levels;
}
