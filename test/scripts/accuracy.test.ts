import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { foldOf, FOLDS } from "../../scripts/accuracy/measure.ts";
import { scoreComment, toRates, type Label } from "../../scripts/accuracy/score.ts";

const BODY = "Close the handle.\nRename `a`.\nAlso close the handle, please.\n```diff\n- a\n```";
const LABELS: Label[] = [
  { quote: "Close the handle", alt_quotes: ["Also close the handle"], follow_up_worthy: true, why_code: "W1" },
  { quote: "Rename `a`", follow_up_worthy: false, why_code: "N1" },
];
const fence: [number, number] = [BODY.indexOf("```diff"), BODY.length];
const said = (quote: string, worthy = true) => ({ quote, follow_up_worthy: worthy });

describe("scoreComment", () => {
  it.each([
    ["a hit on the line", [said("handle.")], { worthy: { tp: 1, fp: 0, fn: 0 }, record: { tp: 1, fp: 0, fn: 0 } }],
    ["a hit on the other words of the label", [said("please")], { worthy: { tp: 1, fp: 0, fn: 0 } }],
    [
      "the same twice",
      [said("Close the handle."), said("please")],
      { worthy: { tp: 1, fp: 1, fn: 0 }, wrong: [{ code: "repeated", prediction: 1 }] },
    ],
    ["a nit kept", [said("Rename `a`.")], { worthy: { tp: 0, fp: 1, fn: 1 }, wrong: [{ code: "N1", prediction: 0 }] }],
    [
      "a nit left out",
      [said("Rename `a`.", false)],
      { detect: { tp: 1, fp: 0, fn: 1 }, worthy: { tp: 0, fp: 0, fn: 1 } },
    ],
    [
      "a miss",
      [],
      {
        worthy: { tp: 0, fp: 0, fn: 1 },
        missed: [{ how: "not found", code: "W1", label: 0 }],
        record: { tp: 0, fp: 0, fn: 1 },
      },
    ],
    [
      "one found and judged unworthy",
      [said("handle.", false)],
      { missed: [{ how: "judged unworthy", code: "W1", label: 0 }] },
    ],
    [
      "something in a neutral zone",
      [said("- a")],
      { detect: { tp: 0, fp: 0, fn: 2 }, worthy: { tp: 0, fp: 0, fn: 1 } },
    ],
  ])("counts %s", (_name, predictions, expected) => {
    expect(scoreComment(BODY, { suggestions: LABELS, ignore_spans: [fence] }, predictions)).toMatchObject(expected);
  });

  it("gives rates without dividing by nothing", () => {
    expect(toRates([])).toEqual({ tp: 0, fp: 0, fn: 0, P: 0, R: 0, F1: 0 });
    expect(
      toRates([
        { tp: 1, fp: 1, fn: 0 },
        { tp: 1, fp: 0, fn: 2 },
      ]),
    ).toMatchObject({ P: 2 / 3, R: 0.5 });
  });
});

describe("foldOf", () => {
  it("keeps a repository in one fold, always the same", () => {
    expect([foldOf("octo/api"), foldOf("octo/web"), foldOf("octo/docs")]).toEqual([2, 1, 4]);
    const folds = new Set(Array.from({ length: 50 }, (_, index) => foldOf(`octo/${index}`)));
    expect(folds.size).toBe(FOLDS);
  });
});

describe("npm run accuracy", () => {
  let directory = "";
  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), "accuracy-"));
  });
  afterAll(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [path.join(import.meta.dirname, "..", "..", "scripts", "accuracy.ts"), ...args], {
      encoding: "utf8",
    });

  it("says so and ends well where there is no corpus", () => {
    const report = path.join(directory, "none.md");
    expect(run(path.join(directory, "none"), report)).toContain("nothing was measured");
    expect(existsSync(report)).toBe(false);
  });

  it("prints and writes a report that holds no text of the corpus", () => {
    const body = "Please close the handle in `parse`, it leaks when parsing fails.";
    const review = { id: "a", repo: "octo/api", author_kind: "human", event: "review_comment", body };
    const labels = {
      id: "a",
      suggestions: [{ ...LABELS[0], quote: "close the handle", alt_quotes: [], kind: "bug" }],
      ignore_spans: [],
    };
    writeFileSync(path.join(directory, "reviews.jsonl"), `${JSON.stringify(review)}\n`);
    writeFileSync(path.join(directory, "labels.jsonl"), `${JSON.stringify(labels)}\n`);
    const report = path.join(directory, "report.md");
    const printed = run(directory, report);
    expect(readFileSync(report, "utf8")).toBe(printed);
    expect(printed).toMatch(/\| all {2,}\| 1\.000 {2,}\| 1\.000/);
    expect(printed).not.toContain("handle");
  });
});
