/** Measure mining on labelled comments, print the report and write it to `docs/accuracy.md`: `npm run accuracy [-- DIR [FILE]]`. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { RULES } from "../src/core/mine/classify.ts";
import { CORPUS, readCorpus } from "./accuracy/corpus.ts";
import { byWriter, errorsOf, foldOf, FOLDS, levelsOf, measure, rowOf } from "./accuracy/measure.ts";
import { renderReport } from "./accuracy/report.ts";

const repository = path.join(import.meta.dirname, "..");
const directory = process.argv[2] ?? CORPUS;
const file = process.argv[3] ?? path.join(repository, "docs", "accuracy.md");
const comments = readCorpus(directory);

if (!comments) {
  process.stdout.write(`no labelled comments in ${directory}: nothing was measured\n`);
} else {
  const measured = measure(comments);
  const isPerson = ({ comment }: (typeof measured)[number]): boolean => comment.by === "human";
  const { rows: writers, meanF1 } = byWriter(measured);
  const families = [...new Set(RULES.map(({ family }) => family))];
  const report = renderReport({
    comments: comments.length,
    repositories: new Set(comments.map(({ repo }) => repo)).size,
    all: rowOf(measured),
    people: rowOf(measured.filter(isPerson)),
    tools: rowOf(measured.filter((one) => !isPerson(one))),
    writers,
    meanF1,
    folds: Array.from({ length: FOLDS }, (_, fold) =>
      rowOf(measured.filter(({ comment }) => foldOf(comment.repo) === fold)),
    ),
    ablation: families.map((family) => {
      const without = measure(comments, new Set([family]));
      const rules = RULES.filter((rule) => rule.family === family).length;
      return { family, rules, all: rowOf(without), meanF1: byWriter(without).meanF1 };
    }),
    levels: levelsOf(measured),
    ...errorsOf(measured),
  });
  writeFileSync(file, report);
  process.stdout.write(report);
}
