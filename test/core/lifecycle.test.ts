import { describe, expect, it } from "@jest/globals";
import { Status } from "../../src/core/enhancement.ts";
import { refuseMove } from "../../src/core/lifecycle.ts";

describe("refuseMove", () => {
  it.each<[from: Status, to: Status]>([
    ["not-started", "analyzed"],
    ["not-started", "ready"],
    ["analyzed", "ready"],
    ["ready", "in-progress"],
    ["in-progress", "completed"],
    ["in-progress", "ready"],
    ["in-progress", "blocked"],
    ["blocked", "in-progress"],
    ["not-started", "completed"],
    ["completed", "in-progress"],
    ["completed", "not-started"],
    ["rejected", "not-started"],
    ["deferred", "ready"],
    ["rejected", "rejected"],
  ])("lets %s become %s", (from, to) => {
    expect(refuseMove(from, to)).toBeUndefined();
  });

  it.each<[from: Status, to: Status]>([
    ["completed", "rejected"],
    ["completed", "deferred"],
    ["completed", "analyzed"],
    ["rejected", "in-progress"],
    ["rejected", "completed"],
    ["rejected", "blocked"],
  ])("says why %s cannot become %s, and what it can", (from, to) => {
    expect(refuseMove(from, to)).toContain(`"${from}" cannot become "${to}"; from here it can become "not-started"`);
  });

  it("leaves no status without a way back to not-started", () => {
    for (const status of Status.options) expect(refuseMove(status, "not-started")).toBeUndefined();
  });
});
