/** The tables of a pull request's body. */
import { describe, expect, it } from "@jest/globals";
import { renderItemsTable } from "../../src/core/items-table.ts";
import { statusFile } from "../helpers/status-file.ts";

const links = { url: "https://github.com/octo/api", branch: "enhance/rolling", directory: "enhancements" };
const items = (count: number) =>
  Array.from({ length: count }, (_, index) => statusFile({ id: String(index + 1).padStart(3, "0") }));

describe("a table of items", () => {
  it("has a row for each", () => {
    const rows = renderItemsTable(items(8), links)
      .join("\n")
      .split("\n")
      .filter((line) => /^\| \d/.test(line));
    expect(rows).toHaveLength(8);
  });

  it.each([
    ["stated", "| high |"],
    ["assumed", "| high (assumed) |"],
    ["raised", "| high (raised again) |"],
    ["decided", "| high |"],
  ] as const)("says where a priority comes from: %s", (priority, cell) => {
    const [, , row] = renderItemsTable(
      [statusFile({ priority: "high", evidence: { kept: [], priority } as never })],
      links,
    );
    expect(row).toContain(cell);
  });

  it.each([
    ["a person", { login: "bob", kind: "human" as const }, "comment by bob |"],
    ["a review tool", { login: "coderabbitai[bot]", kind: "bot" as const }, "comment by coderabbitai (bot) |"],
    ["nobody, where the account is gone", null, "comment |"],
  ])("says who said it: %s", (_name, author, end) => {
    const source = { ...statusFile().source, url: null, author };
    const [, , row = ""] = renderItemsTable([statusFile({ source })], links);
    expect(row.split(" | ")[3]).toContain(end.replace(" |", ""));
  });

  it("tells what was merged into it, and gives no redaction for the reason of a status", () => {
    const change = { on: "2026-11-25", by: "bob", status: "completed" as const };
    const history = [
      { ...change, reason: "took in 008", tookIn: { uid: "enh_0123456789ac", id: "008" } },
      { ...change, reason: "shipped in 2.1" },
      { ...change, reason: "quote taken out", about: "quote" as const },
    ];
    const [, , row] = renderItemsTable([statusFile({ status: "completed", history })], links);
    expect(row).toContain(") (completed: shipped in 2.1) | its reviewer put it off; 008 is merged into it |");
    const [, , bare] = renderItemsTable([statusFile({ status: "completed", history: history.slice(2) })], links);
    expect(bare).toContain(") (completed) |");
  });

  it("has the weightiest first, then goes by number, and ends with what is rejected", () => {
    const given = [
      statusFile({ id: "009", priority: "low" }),
      statusFile({ id: "010", priority: "critical", status: "rejected" }),
      statusFile({ id: "1000", priority: "high" }),
      statusFile({ id: "999", priority: "high" }),
      statusFile({ id: "008", priority: "critical" }),
    ];
    const [, , rows = ""] = renderItemsTable(given, links);
    expect(rows.split("\n").map((row) => row.split(" ")[1])).toEqual(["008", "999", "1000", "009", "010"]);
  });

  it("counts what a body has no room for", () => {
    const lines = renderItemsTable(items(1_000), links).join("\n").split("\n");
    const rows = lines.filter((line) => /^\| \d/.test(line));
    expect(lines.join("\n").length).toBeLessThan(21_000);
    expect(rows.length).toBeGreaterThan(40);
    expect(lines).toContain(`And ${1_000 - rows.length} more; they are in the files of this pull request.`);
  });
});
