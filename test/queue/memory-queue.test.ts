import { describe, expect, it } from "@jest/globals";
import { createMemoryQueue } from "../helpers/memory-queue.ts";
import { ParkedError } from "../../src/queue/job-queue.ts";
import { delivery, describeQueue, job } from "./contract.ts";

describe("the queue in memory", () => {
  describeQueue((settings) => Promise.resolve(createMemoryQueue(settings)));

  it("runs nothing on a clock of the test's own until it is told to", async () => {
    let now = Date.UTC(2026, 0, 1);
    const queue = createMemoryQueue({ now: () => now, debounceMs: 3000 });
    const ran: [string | null, number][] = [];
    let isLimited = true;
    await queue.start({
      capture({ deliveryId, attempt }) {
        ran.push([deliveryId, attempt]);
        if (!isLimited) return Promise.resolve();
        isLimited = false;
        throw new ParkedError("limited", { until: new Date(now + 60_000) });
      },
    });
    await queue.accept(delivery("a"), job({ subject: "s" }));
    await queue.drain();
    expect([ran, queue.nextRunAt()]).toEqual([[], now + 3000]);
    now += 3000;
    await queue.drain();
    expect([ran, queue.nextRunAt()]).toEqual([[["a", 1]], now + 60_000]);
    now += 60_000;
    await queue.drain();
    expect([ran.length, queue.nextRunAt()]).toEqual([2, undefined]);
  });
});
