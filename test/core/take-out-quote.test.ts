import { describe, expect, it } from "@jest/globals";
import { createItem, isTextEdited, updateItem, type Item } from "../../src/core/item.ts";
import type { Suggestion } from "../../src/core/suggestion.ts";
import { takeOutQuote } from "../../src/core/take-out-quote.ts";
import { suggestion } from "../helpers/suggestion.ts";

const BOT = { botLogin: "review-miner[bot]" };
const GONE = "The quote was taken out on request.";
const NONE = { issues: [], specs: [], links: [], files: [] };
const TOLD = {
  quote: "Cache it, later.",
  description: "Cache it, later. Zap ACME.\n\nSee #4711.",
  reasons: ['deferred by its reviewer: "zap later"'],
  outcomes: ["This would zap them."],
  criteria: ["Zapped in a day."],
  replies: ["robin replied: Zap the others, too."],
  references: {
    issues: [4711],
    specs: ["specs/zap/plan"],
    links: ["https://wiki.corp.example/zap"],
    files: ["secrets/zap.md"],
  },
};

function itemOf(given: Partial<Suggestion>): Item {
  return createItem(suggestion(given), { id: "001", ...BOT });
}

function textOf({ files }: Item): string {
  return files.get("enhancement.md") ?? "";
}

/** As a person leaves it who adds a sentence to the description, and changes something else. */
function edited(item: Item, change: (text: string) => string = (text) => text): Item {
  const text = change(textOf(item)).replace("\n\n## Expected", "\n\nAsk operations first.\n\n## Expected");
  return { ...item, files: new Map([...item.files, ["enhancement.md", text]]) };
}

describe("what we wrote ourselves", () => {
  it.each<[name: string, given: Partial<Suggestion>, words: RegExp]>([
    ["all that is made of a comment", TOLD, /zap|cache|4711/i],
    ["a sentence of few letters", { quote: "Do it.", description: "Do it." }, /do it/i],
    ["a sentence of a script without spaces", { quote: "加上重试机制", description: "加上重试机制" }, /重试/],
    ["a description that is longer", { quote: "Cache it.", description: "Cache it. Zap ACME." }, /cache|zap/i],
  ])("is written anew without %s", (_name, given, words) => {
    const before = itemOf(given);
    const item = takeOutQuote(before, GONE);
    expect(textOf(before)).toMatch(words);
    for (const text of item.files.values()) expect(text).not.toMatch(words);
    expect(textOf(item)).toContain(`## Description\n\n${GONE}\n`);
    expect(textOf(item)).toContain(`## Original Feedback Context\n\n${GONE}\n`);
    expect(textOf(item)).toContain("- PR: #1\n");
    expect(item.status).toMatchObject({ evidence: { redacted: true }, links: { issues: [], spec: null } });
    expect(isTextEdited(item)).toBe(false);
    const after = updateItem(item, suggestion({ ...given, priority: "high" }), { isEdited: false, ...BOT });
    expect(textOf(after)).toBe(textOf(item).replace("**Priority**: medium", "**Priority**: high"));
    for (const text of after.files.values()) expect(text).not.toMatch(words);
  });

  it("keeps the front matter that others added, and issues that the text does not name", () => {
    const item = itemOf(TOLD);
    const status = { ...item.status, links: { ...item.status.links, issues: [4711, 45] } };
    const files = new Map([...item.files, ["enhancement.md", `---\nowner: zoe\n---\n${textOf(item)}`]]);
    const after = takeOutQuote({ status, files }, GONE);
    expect(textOf(after)).toMatch(/^---\nowner: zoe\n---\n# Enhancement: /);
    expect(textOf(after)).not.toMatch(/zap/i);
    expect(after.status.links.issues).toEqual([45]);
  });
});

describe("what a person edited", () => {
  it.each<[name: string, quote: string, description: string]>([
    ["the whole quote, however short", "Do it", "Do it"],
    ["a sentence of a script without spaces", "建议：加上重试，好吗？", "加上重试，好吗？"],
    ["a sentence of the quote among others", "Cache it.", "Cache it. Zap ACME."],
    ["a part of a sentence", "I would *zap* the `cache` there, says ACME.", "zap the cache there"],
  ])("loses what says %s, and nothing else", (_name, quote, description) => {
    const before = edited(itemOf({ quote, description }));
    const text = textOf(takeOutQuote(before, GONE));
    expect(textOf(before)).toContain(`## Description\n\n${description}\n\nAsk operations first.\n`);
    expect(text).toContain("## Description\n\nAsk operations first.\n");
    expect(text).toContain(`## Original Feedback Context\n\n${GONE}\n`);
    expect(text.split("## Success")[1]).toBe(textOf(before).split("## Success")[1]);
  });

  it.each([
    ["a word of the quote", "Do it with the cache.", "Cache"],
    ["a longer sentence about the same", "Cache it.", "Do not cache it before May."],
  ])("keeps %s", (_name, quote, own) => {
    const before = edited(itemOf({ quote, description: "Zap." }), (text) => text.replace("\n\nZap.\n", `\n\n${own}\n`));
    expect(textOf(takeOutQuote(before, GONE))).toContain(`\n\n${own}\n\nAsk operations first.\n`);
  });

  it("loses what the quote points at, and keeps what a person added to it", () => {
    const { references } = TOLD;
    const quote = `See #4711, ${references.specs[0]}, ${references.files[0]} and ${references.links[0]} for it.`;
    const add = (text: string) => text.replace("#4711\n", "#4711, #45\n- Related File: docs/own.md\n");
    const before = edited(itemOf({ ...TOLD, quote, description: quote }), add);
    const status = { ...before.status, links: { ...before.status.links, issues: [4711, 45] } };
    const after = takeOutQuote({ ...before, status }, GONE);
    expect(after.status.links).toMatchObject({ issues: [45], spec: null });
    expect(textOf(after).split("## References")[1]).toBe(
      "\n\n- PR: #1\n- Related Issues: #45\n- Related File: docs/own.md\n",
    );
  });

  it("is left without a word where none of them was theirs", () => {
    const before = itemOf({ ...TOLD, references: NONE, quote: "Zap.", description: "Zap." });
    const files = new Map([...before.files, ["enhancement.md", textOf(before).replaceAll("- [ ] ", "- [x] ")]]);
    expect(textOf(takeOutQuote({ ...before, files }, GONE))).toContain(`## Description\n\n${GONE}\n\n## Expected`);
  });
});
