/** What a capture did to items, as its commit says it. */
import { describe, expect, it } from "@jest/globals";
import { deedsOf } from "../../src/core/item-deeds.ts";
import type { ItemDecision } from "../../src/core/plan-items.ts";
import { statusFile } from "../helpers/status-file.ts";

const item = statusFile({ id: "003" });
const withdraw = (isDeleted: boolean): ItemDecision => ({ action: "withdraw", item, reason: "", isDeleted });

describe("deedsOf", () => {
  it.each<[name: string, decision: ItemDecision, left: Parameters<typeof deedsOf>[1]["items"], said: string[]]>([
    ["nothing of what stays", { action: "keep", item }, [item], []],
    ["that one leaves", withdraw(false), [], ["withdraw 003"]],
    ["that one is rejected where it was committed", withdraw(false), [{ ...item, status: "rejected" }], ["reject 003"]],
    ["nothing where a person's words keep it", withdraw(false), [item], []],
    ["that such a one loses its quote", withdraw(true), [item], ["redact 003"]],
    ["that the quote of one goes", { action: "unquote", item }, [item], ["redact 003"]],
  ])("says %s", (_name, decision, items, said) => {
    const written = { files: [], moves: [], items, marked: [], added: [] };
    expect(deedsOf([decision], written).map(({ verb, of }) => `${verb} ${of}`)).toEqual(said);
  });

  it("says which number becomes which", () => {
    const moves = [{ from: "docs/enhancements/003-pool", to: "docs/enhancements/012-pool" }];
    const written = { files: [], moves, items: [item], marked: [], added: [] };
    expect(deedsOf([{ action: "keep", item }], written)).toEqual([{ verb: "renumber", of: "003 to 012" }]);
  });
});
