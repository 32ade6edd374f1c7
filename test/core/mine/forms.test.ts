import { describe, expect, it } from "@jest/globals";
import { anyOf, type Forms, type Frame } from "../../../src/core/mine/forms.ts";
import { FOLDED_NOISE, foldedNoise, FOOTER, isFooter } from "../../../src/core/mine/noise.ts";
import { NOTICE_RULES, noticeIn } from "../../../src/core/mine/notices.ts";
import { writtenForms } from "../../helpers/written-forms.ts";

/** A sentence as the forms read it. */
function toProse(sentence: string): string {
  return sentence.toLowerCase().replace(/`[^`]+`/g, "`x`");
}

function casesOf(name: string, forms: Forms, frame: Frame): [string, string, RegExp][] {
  return Object.entries(forms).map(([sentence, form]) => [name, sentence, anyOf({ [sentence]: form }, frame)]);
}

const WRITTEN = writtenForms().flatMap(({ file, line, forms, frame }) => casesOf(`${file}:${line}`, forms, frame));
const RULES = [...NOTICE_RULES, ...FOLDED_NOISE, FOOTER].flatMap((rule) => casesOf(rule.name, rule.forms, rule));

describe("forms of words", () => {
  it.each([...WRITTEN, ...RULES])("stand in their sentence: %s, %s", (_name, sentence, form) => {
    expect(toProse(sentence)).toMatch(form);
  });

  it("are found in all of the source", () => {
    expect(WRITTEN.length).toBeGreaterThan(100);
  });
});

describe("the noise of tools", () => {
  const sentencesOf = <Rule extends { forms: Forms }>(rules: readonly Rule[]): [string, Rule][] =>
    rules.flatMap((rule) => Object.keys(rule.forms).map((sentence): [string, Rule] => [sentence, rule]));

  it.each(sentencesOf(NOTICE_RULES))("is a notice: %s", (sentence, { name }) => {
    expect(noticeIn(sentence, true)).toBe(name);
  });

  it.each(sentencesOf(FOLDED_NOISE))("is folded away: %s", (sentence, { name }) => {
    expect(foldedNoise(sentence)).toBe(name);
  });

  it.each([
    "docs/tauri-commands.md (1)",
    "src/commands/run.ts",
    "`src/settings.ts` (2 comments)",
    "📄 walkthrough.go:12",
    "app/[id]/(help)/learnings.tsx (3)",
    "scripts/commits (1)",
    "bin/help",
    "🟠 `open` in settings.ts never closes its handle",
  ])("is nothing that a file is called: %s", (summary) => {
    expect(foldedNoise(summary)).toBeUndefined();
  });

  it("is noise with the name of a file in it", () => {
    expect(foldedNoise("Configuration used: .reviewer.yaml")).toBe("details of the run");
  });

  it.each(sentencesOf([FOOTER]))("closes a comment: %s", (sentence) => {
    expect(isFooter(toProse(sentence))).toBe(true);
  });
});

describe("anyOf", () => {
  const PETS: Forms = { "A cat sleeps": /cats?/, "Two dogs bark": /dogs?|hounds?/ };

  it.each([
    ["the words alone", {}, "cats?|dogs?|hounds?"],
    ["what stands before each", { before: /^\W/ }, String.raw`^\W(?:cats?|dogs?|hounds?)`],
    ["what stands around each", { before: /\b/, after: /\b/ }, String.raw`\b(?:cats?|dogs?|hounds?)\b`],
  ])("is one pattern of %s", (_name, frame, source) => {
    expect(anyOf(PETS, frame).source).toBe(source);
  });

  it("keeps their flags", () => {
    expect(anyOf({ "A cat": /cat/i }, { before: /^/i }).flags).toBe("i");
  });

  it("refuses forms whose flags differ, and a frame with others", () => {
    expect(() => anyOf({ "A cat": /cat/i, "A dog": /dog/ })).toThrow("flags i and ");
    expect(() => anyOf({ "A cat": /cat/u }, { after: /\b/ })).toThrow("flags u and ");
  });
});
