import { describe, expect, it, jest } from "@jest/globals";
import { giveBackMemory, restAfterWork } from "../src/memory-at-rest.ts";

const MIB = 2 ** 20;

describe("at rest", () => {
  it("memory is given back once, and once more after more work", () => {
    jest.useFakeTimers();
    try {
      let times = 0;
      const onWork = restAfterWork({ giveBack: () => (times += 1), afterMs: 100 });
      for (let count = 0; count < 10; count++) {
        jest.advanceTimersByTime(90);
        onWork();
      }
      expect(times).toBe(0);
      jest.advanceTimersByTime(1_000);
      expect(times).toBe(1);
      onWork();
      jest.advanceTimersByTime(1_000);
      expect(times).toBe(2);
    } finally {
      jest.useRealTimers();
    }
  });

  it("the heap shrinks to what is in use", () => {
    let held: number[][] | undefined = Array.from({ length: 100 }, () =>
      Array.from({ length: 131_072 }, (_, at) => at),
    );
    const before = process.memoryUsage().heapTotal;
    expect(held).toHaveLength(100);
    held = undefined;
    giveBackMemory();
    expect(before - process.memoryUsage().heapTotal).toBeGreaterThan(50 * MIB);
  });
});
