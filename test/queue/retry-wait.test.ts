import { describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ATTEMPTS, FIRST_RETRY_MS, longestWaitMs } from "../../src/queue/retry-wait.ts";

const OPERATING = path.join(import.meta.dirname, "..", "..", "docs", "operating.md");

describe("the wait before a job is tried again", () => {
  const waits = Array.from({ length: ATTEMPTS - 1 }, (_, index) => longestWaitMs(index + 2, FIRST_RETRY_MS) / 1_000);

  it("doubles, up to a quarter of an hour", () => {
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900]);
  });

  it("is what operators read of it", () => {
    const [first = 0] = waits;
    const all = waits.reduce((sum, wait) => sum + wait) / 60;
    expect(readFileSync(OPERATING, "utf8")).toContain(
      `tried again after ${first / 2} to ${first} s, then after twice as long each time, up to ${Math.max(...waits) / 60} ` +
        `minutes; dead after ${ATTEMPTS} attempts, ${Math.round(all / 2)} to ${Math.round(all)} minutes in all`,
    );
  });
});
