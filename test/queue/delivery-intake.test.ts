import { describe, expect, it } from "@jest/globals";
import { createDeliveryIntake } from "../../src/queue/delivery-intake.ts";
import type { Acceptance } from "../../src/queue/job-queue.ts";
import { delivery, job } from "./contract.ts";

const arrival = (id: string) => ({ delivery: delivery(id), decision: job() });

describe("group commit", () => {
  it("stores what arrives together in one transaction, and what arrives meanwhile in the next", async () => {
    const batches: string[][] = [];
    const intake = createDeliveryIntake((arrivals) => {
      batches.push(arrivals.map(({ delivery: { id } }) => id));
      if (batches.length === 1) later.push(intake.accept(arrival("c")), intake.accept(arrival("d")));
      return Promise.resolve(arrivals.map(() => "queued" as const));
    });
    const later: Promise<Acceptance>[] = [];
    expect(await Promise.all(["a", "b"].map((id) => intake.accept(arrival(id))))).toEqual(["queued", "queued"]);
    await Promise.all(later);
    expect(batches).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("waits for those that arrive one after another, and not for ever", async () => {
    const sizes: number[] = [];
    const intake = createDeliveryIntake((arrivals) => {
      sizes.push(arrivals.length);
      return Promise.resolve(arrivals.map(() => "queued" as const));
    });
    let isStored = false;
    let count = 0;
    const arriveEverySecondTurn = () => {
      if (isStored || count > 100_000) return;
      void intake.accept(arrival(`d${count++}`));
      setImmediate(() => setImmediate(arriveEverySecondTurn));
    };
    setImmediate(arriveEverySecondTurn);
    await intake.accept(arrival("first")).then(() => (isStored = true));
    expect(sizes[0]).toBeGreaterThan(2);
    expect(count).toBeLessThan(10_000);
  });

  it("refuses a delivery while ten thousand wait, so that memory stays bounded", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const intake = createDeliveryIntake(async (arrivals) => {
      await held;
      return arrivals.map(() => "queued" as const);
    });
    const accepted = Array.from({ length: 10_000 }, (_, index) => intake.accept(arrival(`d${index}`)));
    await expect(intake.accept(arrival("one too many"))).rejects.toThrow("10000 wait to be stored already");
    release();
    expect(new Set(await Promise.all(accepted))).toEqual(new Set(["queued"]));
    expect(await intake.accept(arrival("there is room again"))).toBe("queued");
  });

  it("settles what waits before it closes, and refuses what comes after", async () => {
    const intake = createDeliveryIntake((arrivals) => Promise.resolve(arrivals.map(() => "ignored" as const)));
    const before = intake.accept(arrival("a"));
    const closing = intake.close();
    await expect(intake.accept(arrival("b"))).rejects.toThrow("the queue is closed");
    expect(await before).toBe("ignored");
    await closing;
  });
});
