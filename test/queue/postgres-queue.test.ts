import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { claimJob } from "../../src/queue/job-store.ts";
import { openQueue } from "../../src/queue/open-queue.ts";
import { ParkedError } from "../../src/queue/job-queue.ts";
import { openPostgresDatabase } from "../../src/queue/postgres-database.ts";
import { storeDeliveries } from "../../src/queue/store-deliveries.ts";
import { UnusableStoreError } from "../../src/queue/unusable-store-error.ts";
import { createTestDatabase, openSharedPostgres, POSTGRES_URL, type SharedStore } from "../helpers/queue-database.ts";
import { SILENT } from "../helpers/silent-log.ts";
import { delivery, describeQueue, job, until } from "./contract.ts";
import { describeDurability } from "./durable.ts";

const url = POSTGRES_URL;
if (url === undefined) {
  it.skip("the queue on PostgreSQL: skipped, for TEST_DATABASE_URL names no server", () => undefined);
} else {
  describe("the queue on PostgreSQL", () => {
    let store: SharedStore;
    beforeAll(async () => {
      store = await openSharedPostgres(url);
    }, 60_000);
    afterAll(() => store.close());

    describeQueue((settings) => store.openQueue(settings));
    describeDurability(() => store);

    it("lets nobody claim a job while a delivery joins it", async () => {
      const { database } = store;
      const queue = await store.openQueue();
      await queue.accept(delivery("a"), job({ subject: "s" }));
      const arrival = { delivery: delivery("b"), decision: job({ subject: "s" }) };
      const claimedMeanwhile = await database.transaction(async (sql) => {
        const joining = { ...database, ...sql };
        const { outcomes } = await storeDeliveries(joining, [arrival], { debounceMs: 0, retryLimit: 7 });
        expect(outcomes).toEqual(["queued"]);
        return claimJob(database, []);
      });
      expect(claimedMeanwhile).toBeUndefined();
      const claim = await claimJob(database, []);
      expect(await queue.jobs.list()).toMatchObject([{ id: claim?.job.id, state: "running", deliveries: ["a", "b"] }]);
      await queue.stop({ withinMs: 0 });
    });
  });

  describe("several processes on one PostgreSQL", () => {
    it("migrate once when they start together, accept each delivery once, and never run a key twice at a time", async () => {
      const database = await createTestDatabase(url);
      const queues = await Promise.all(
        [1, 2, 3, 4].map(() => openQueue({ databaseUrl: database.url, dataDir: "", log: SILENT })),
      );
      const [one] = queues;
      if (!one) throw new Error("no queue");
      const running = new Set<string>();
      let overlaps = 0;
      let runs = 0;
      for (const queue of queues) {
        await queue.start({
          async capture({ key }) {
            if (running.has(key)) overlaps += 1;
            running.add(key);
            runs += 1;
            await sleep(1);
            running.delete(key);
          },
        });
      }
      const outcomes = await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          queues.map((queue) =>
            queue.accept(delivery(`d${index}`), job({ key: `${index % 5}`, group: `${index % 3}` })),
          ),
        ).flat(),
      );
      await until("all are done", async () => {
        const { jobs } = await one.statistics();
        return jobs.waiting + jobs.running === 0;
      });
      expect({ queued: outcomes.filter((outcome) => outcome === "queued").length, runs, overlaps }).toEqual({
        queued: 200,
        runs: 200,
        overlaps: 0,
      });
      for (const queue of queues) await queue.stop({ withinMs: 0 });
      await database.drop();
    }, 60_000);

    it("store one job for a subject that reaches both at once, wake each other, and share parked groups", async () => {
      const database = await createTestDatabase(url);
      const options = { databaseUrl: database.url, dataDir: "", log: SILENT };
      const [web, worker, other] = await Promise.all([openQueue(options), openQueue(options), openQueue(options)]);
      for (let round = 0; round < 10; round += 1) {
        const subject = `pull ${round}`;
        await Promise.all([
          web.accept(delivery(`a${round}`), job({ subject })),
          other.accept(delivery(`b${round}`), job({ subject })),
        ]);
      }
      expect((await web.statistics()).jobs.waiting).toBe(10);

      const seen: string[] = [];
      let isLimited = true;
      const capture = ({ deliveryId }: { deliveryId: string | null }) => {
        seen.push(deliveryId ?? "");
        if (!isLimited) return Promise.resolve();
        isLimited = false;
        throw new ParkedError("limited", { until: new Date(Date.now() + 1500) });
      };
      const began = Date.now();
      for (const queue of [worker, other]) await queue.start({ capture });
      await until("the group is parked", async () => (await web.statistics()).parkedGroups === 1);
      const seenWhenParked = seen.length;
      await sleep(300);
      expect(seen).toHaveLength(seenWhenParked);
      await until("all are done", async () => (await web.statistics()).jobs.waiting === 0 && seen.length > 10);
      expect(Date.now() - began).toBeGreaterThanOrEqual(1500);

      seen.length = 0;
      await web.accept(delivery("z"), job());
      await until("a worker has heard of it", () => seen.includes("z"));
      for (const queue of [web, worker, other]) await queue.stop({ withinMs: 1000 });
      await database.drop();
    }, 60_000);
  });

  it("is not ready once its database is gone", async () => {
    const database = await createTestDatabase(url);
    const queue = await openQueue({ databaseUrl: database.url, dataDir: "", log: SILENT });
    expect(await queue.isReady()).toBe(true);
    await database.drop();
    expect(await queue.isReady()).toBe(false);
    await queue.stop({ withinMs: 0 }).catch(() => undefined);
  }, 60_000);

  it("says what to check when its tables cannot be made, and leaves no connection", async () => {
    const database = await createTestDatabase(url);
    const owner = await openPostgresDatabase(database.url, SILENT);
    const name = `guest_${randomUUID().replaceAll("-", "")}`;
    for (const statement of [
      "DROP SCHEMA pgboss CASCADE",
      "CREATE SCHEMA review_miner",
      `CREATE ROLE ${name} LOGIN PASSWORD 'hunter2hunter2'`,
      `GRANT CREATE ON DATABASE ${new URL(database.url).pathname.slice(1)} TO ${name}`,
    ]) {
      await owner.query(statement);
    }
    const guest = Object.assign(new URL(database.url), { username: name, password: "hunter2hunter2" });
    const opened = openQueue({ databaseUrl: guest.href, dataDir: "", log: SILENT });
    await expect(opened).rejects.toBeInstanceOf(UnusableStoreError);
    await expect(opened).rejects.toThrow(/cannot use the database at .*: check DATABASE_URL.*create schemas/);
    await expect(opened).rejects.not.toThrow("hunter2");
    const left = await owner.query("SELECT 1 FROM pg_stat_activity WHERE usename = $1", [name]);
    expect(left).toEqual([]);
    await owner.query(`DROP OWNED BY ${name} CASCADE`);
    await owner.query(`DROP ROLE ${name}`);
    await owner.close();
    await database.drop();
  }, 60_000);

  it("says what to check when the database cannot be reached, without the password", async () => {
    const opening = openQueue({ databaseUrl: "postgres://me:secret@127.0.0.1:1/app", dataDir: "", log: SILENT });
    await expect(opening).rejects.toThrow(/^cannot use the database at 127\.0\.0\.1:1\/app: check DATABASE_URL/);
    await expect(opening).rejects.not.toThrow(/secret/);
  });
}
