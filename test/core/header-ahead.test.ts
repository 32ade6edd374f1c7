import { describe, expect, it } from "@jest/globals";
import { headersAhead } from "../../src/core/header-ahead.ts";
import { planFix, validateEnhancements } from "../../src/core/validate.ts";
import { enhancementFiles } from "../helpers/enhancement-files.ts";

const NAME = "007-pool-connections";
const [STATUS = "", MARKDOWN = ""] = Object.values(enhancementFiles());

/** The directory after a person edited the two files. */
function edited(markdown: (text: string) => string, status: (text: string) => string = (text) => text) {
  return new Map([
    [`${NAME}/enhancement.md`, markdown(MARKDOWN)],
    [`${NAME}/status.json`, status(STATUS)],
  ]);
}

const put = (from: string, to: string) => (text: string) => text.replace(from, to);
const asItWas = (text: string) => text;

describe("headersAhead", () => {
  it.each<[name: string, files: Map<string, string>, severities: string[], fixed: number]>([
    ["nothing", edited(asItWas), [], 0],
    ["the header's priority", edited(put("**Priority**: medium", "**Priority**: high")), ["warning"], 0],
    ["the header's status", edited(put("**Status**: ready", "**Status**: blocked")), ["warning"], 0],
    ["the title", edited(put("Pool connections", "Pool all connections")), ["warning"], 0],
    [
      "the header's priority and its day",
      edited((text) => put("2026-01-05\n\n---", "2026-02-01\n\n---")(put(": medium", ": high")(text))),
      ["warning", "warning"],
      0,
    ],
    ["the header's day alone", edited(put("2026-01-05\n\n---", "2026-02-01\n\n---")), ["error"], 1],
    [
      "the header's status, from one that is reopened first",
      edited(
        (text) => put("**Status**: ready", "**Status**: blocked")(text),
        (text) => text.replaceAll('"ready"', '"completed"'),
      ),
      ["error", "error"],
      1,
    ],
    ["the status in status.json", edited(asItWas, put('"status": "ready"', '"status": "blocked"')), ["error"], 1],
    [
      "status.json, with its day",
      edited(asItWas, (text) =>
        put('"updated": "2026-01-05"', '"updated": "2026-02-01"')(put('"medium"', '"low"')(text)),
      ),
      ["error", "error"],
      1,
    ],
    ["the priority to a word that is none", edited(put(": medium", ": urgent")), ["error", "error"], 1],
  ])("tells an edit by a person from a header that fell behind: %s", (_name, files, severities, fixed) => {
    const headerLeads = headersAhead(files);
    expect(validateEnhancements(files, { headerLeads }).map(({ severity }) => severity)).toEqual(severities);
    expect(planFix(files, { headerLeads })).toHaveLength(fixed);
  });

  it.each([
    ["no status.json", new Map([[`${NAME}/enhancement.md`, MARKDOWN]])],
    ["no header", edited(() => "words")],
    ["no day", edited(put("**Last Updated**: 2026-01-05", "**Last Updated**: today"))],
  ])("does not take a header with %s to be ahead", (_name, files) => {
    expect(headersAhead(files)(NAME)).toBe(false);
  });
});
