import { describe, expect, it, jest } from "@jest/globals";
import { giveBackMemory, restAfterWork } from "../src/memory-at-rest.ts";

const MIB = 2 ** 20;

describe("at rest", () => {
  it("memory is given back once after the start, and once more after each time of work", () => {
    jest.useFakeTimers();
    try {
      let times = 0;
      const onWork = restAfterWork({ giveBack: () => (times += 1), startMs: 10, restMs: 100 });
      jest.advanceTimersByTime(1_000);
      expect(times).toBe(1);
      for (let count = 0; count < 10; count++) {
        jest.advanceTimersByTime(90);
        onWork();
      }
      expect(times).toBe(1);
      jest.advanceTimersByTime(1_000);
      expect(times).toBe(2);
      onWork();
      jest.advanceTimersByTime(1_000);
      expect(times).toBe(3);
    } finally {
      jest.useRealTimers();
    }
  });

  it("memory is kept where work begins right after the start", () => {
    jest.useFakeTimers();
    try {
      let times = 0;
      const onWork = restAfterWork({ giveBack: () => (times += 1), startMs: 10, restMs: 100 });
      onWork();
      jest.advanceTimersByTime(99);
      expect(times).toBe(0);
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
