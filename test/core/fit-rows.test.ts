/** Rows that are to fit into a text. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { fitRows } from "../../src/core/fit-rows.ts";

const rest = "ask for them";

describe("fitRows", () => {
  it.each<[name: string, rows: string[], options: { room?: number; most?: number; between?: string }, fitted: string]>([
    ["nothing of nothing", [], {}, ""],
    ["all that there is room for", ["one", "two"], { room: 8, most: 2 }, "one\ntwo"],
    ["whole rows alone", ["one", "two", "three"], { room: 10 }, "one\ntwo\n\nAnd 1 more; ask for them."],
    ["no more than it is to", ["one", "two", "three"], { most: 1 }, "one\n\nAnd 2 more; ask for them."],
    ["the room between them too", ["one", "two"], { room: 8, between: "\n\n" }, "one\n\nAnd 1 more; ask for them."],
    ["a count where not one fits", ["a long one"], { room: 5 }, "And 1 more; ask for them."],
  ])("gives %s", (_name, rows, options, fitted) => {
    expect(fitRows(rows, { rest, ...options })).toBe(fitted);
  });

  it("keeps within its room but for what it says of the rest, and counts every row", () => {
    const anyRow = fc.string({ unit: fc.constantFrom("a", "é", "😀", "|"), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(anyRow), fc.nat({ max: 300 }), (rows, room) => {
        const [shown = "", told] = fitRows(rows, { rest, room }).split(/(?:^|\n\n)And (?=\d+ more;)/);
        const hidden = Number(/^\d+/.exec(told ?? "")?.[0] ?? 0);
        expect(shown.length).toBeLessThanOrEqual(room);
        expect(shown).toBe(rows.slice(0, rows.length - hidden).join("\n"));
      }),
    );
  });
});
