/** What a queue with a store must do besides the contract: nothing is lost or doubled when processes end. */
import { describe, expect, it } from "@jest/globals";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { buryJob, claimJob, completeJob, giveBack, recoverOrphans } from "../../src/queue/job-store.ts";
import { pruneDeliveries } from "../../src/queue/upkeep.ts";
import type { SharedStore } from "../helpers/queue-database.ts";
import { delivery, job, until } from "./contract.ts";

export function describeDurability(store: () => SharedStore): void {
  const countJobs = async () => (await store().database.query("SELECT 1 FROM pgboss.job")).length;
  const readStates = async () => {
    const rows = await store().database.query<{ id: string; state: string }>(
      "SELECT id, state FROM review_miner.delivery ORDER BY id",
    );
    return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
  };

  describe("the store", () => {
    it("keeps no payload of a job that is done", async () => {
      const queue = await store().openQueue();
      await queue.start({ capture: () => Promise.resolve() });
      await queue.accept(delivery("a"), job());
      await queue.accept(delivery("b"), { ignored: "an approval" });
      await until("the job is gone", async () => (await countJobs()) === 0);
      expect(await readStates()).toEqual({ a: "done", b: "ignored" });
      await queue.stop({ withinMs: 0 });
    });

    it("gives back what still ran when a process stopped, and does not count the attempt", async () => {
      const first = await store().openQueue();
      const started = new AbortController();
      await first.start({
        capture() {
          started.abort();
          return new Promise<never>(() => undefined);
        },
      });
      const begun = once(started.signal, "abort");
      await first.accept(delivery("a"), job());
      await begun;
      await first.stop({ withinMs: 10 });

      const second = await store().openBeside();
      expect((await second.statistics()).jobs).toEqual({ waiting: 1, running: 0, dead: 0 });
      const attempts: number[] = [];
      await second.start({ capture: ({ attempt }) => Promise.resolve(void attempts.push(attempt)) });
      await until("it is done", async () => (await countJobs()) === 0);
      expect(attempts).toEqual([1]);
      await second.stop({ withinMs: 0 });
    });

    it("counts the attempts that killed their process, and buries the job after the last", async () => {
      const { database } = store();
      const queue = await store().openQueue({ attempts: 3 });
      await queue.accept(delivery("a"), job());
      for (const attempt of [1, 2, 3]) {
        const claim = await claimJob(database, []);
        expect(claim?.job.attempt).toBe(attempt);
        expect(await recoverOrphans(database, { silentForMs: 60_000 })).toEqual({ resumed: 0, buried: 0 });
        const expected = attempt < 3 ? { resumed: 1, buried: 0 } : { resumed: 0, buried: 1 };
        await sleep(2);
        expect(await recoverOrphans(database, { silentForMs: 0 })).toEqual(expected);
      }
      expect(await readStates()).toEqual({ a: "dead" });
      expect(await queue.jobs.list()).toMatchObject([{ state: "dead", attempts: 3, payload: { pull: 1 } }]);
      await queue.stop({ withinMs: 0 });
    });

    it("gives back a claim that nobody runs, and lets be what is run for longer", async () => {
      const queue = await store().openQueue({ orphanAfterMs: 400, attempts: 2 });
      await queue.accept(delivery("unreadable"), job());
      await store().database.query("UPDATE pgboss.job SET data = '{}'");
      await queue.accept(delivery("next"), job());
      const attempts: number[] = [];
      await queue.start({
        async capture({ attempt }) {
          attempts.push(attempt);
          await sleep(1_200);
        },
      });
      await until("the key is free again", async () => (await readStates())["next"] === "done");
      expect(await readStates()).toEqual({ unreadable: "dead", next: "done" });
      expect(attempts).toEqual([1]);
      await queue.stop({ withinMs: 0 });
    });

    it("lets a worker whose claim was taken over change nothing", async () => {
      const { database } = store();
      const queue = await store().openQueue();
      await queue.accept(delivery("a"), job());
      const stale = await claimJob(database, []);
      if (!stale) throw new Error("nothing to claim");
      await sleep(2);
      await recoverOrphans(database, { silentForMs: 0 });
      const current = await claimJob(database, []);
      await completeJob(database, stale);
      await buryJob(database, stale, "late");
      await giveBack(database, stale);
      expect(await queue.jobs.list()).toMatchObject([{ id: stale.job.id, state: "running", attempts: 2 }]);
      if (current) await completeJob(database, current);
      expect(await readStates()).toEqual({ a: "done" });
      await queue.stop({ withinMs: 0 });
    });

    it("forgets deliveries of long ago, unless their job waits or is dead", async () => {
      const { database } = store();
      const queue = await store().openQueue();
      await queue.accept(delivery("old waiting"), job());
      for (const id of ["old", "new"]) await queue.accept(delivery(id), { ignored: "no" });
      await database.query(
        "UPDATE review_miner.delivery SET received_at = now() - interval '31 days' WHERE id LIKE 'old%'",
      );
      expect(await pruneDeliveries(database)).toBe(1);
      expect(await readStates()).toEqual({ new: "ignored", "old waiting": "queued" });
      await queue.stop({ withinMs: 0 });
    });

    it("stores the rest of a batch when one of it cannot be stored", async () => {
      const queue = await store().openQueue();
      const bad = { job: { task: "capture", payload: { toJSON: () => undefined }, key: "1", group: "1" } };
      const outcomes = await Promise.allSettled([
        queue.accept(delivery("a"), job()),
        queue.accept({ ...delivery("b"), event: null as unknown as string }, bad),
        queue.accept(delivery("c"), job()),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      expect(await readStates()).toEqual({ a: "queued", c: "queued" });
      await queue.stop({ withinMs: 0 });
    });
  });
}
