import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createSharedSpendingLog, type SharedSpendingLog } from "../src/shared-spending-log.ts";
import { migrate } from "../src/queue/migrate.ts";
import { openPostgresDatabase } from "../src/queue/postgres-database.ts";
import { pruneDeliveries } from "../src/queue/upkeep.ts";
import { createTestDatabase, POSTGRES_URL } from "./helpers/queue-database.ts";
import { SILENT } from "./helpers/silent-log.ts";

const LIMITS = { concurrent: 1, pointsPerMinute: 100, contentPerMinute: 8, contentPerHour: 10 };
const COMMENT = { isSafe: false, points: 5, isContent: true };
const READ = { isSafe: true, points: 1, isContent: false };

const suite = POSTGRES_URL === undefined ? describe.skip : describe;

suite("the spending log on PostgreSQL", () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let store: Awaited<ReturnType<typeof openPostgresDatabase>>;
  /** As three processes would hold them. */
  let logs: SharedSpendingLog[];

  beforeAll(async () => {
    database = await createTestDatabase(POSTGRES_URL ?? "");
    const onError = () => undefined;
    store = await openPostgresDatabase(database.url, SILENT);
    await migrate(store);
    logs = [1, 2, 3].map(() => createSharedSpendingLog(database.url, { limits: LIMITS, onError }));
  }, 60_000);
  afterAll(async () => {
    await Promise.all(logs.map((log) => log.close()));
    await store.close();
    await database.drop();
  });

  it("lets no more through however many ask at once, and says when there is more", async () => {
    const now = 1_000_000;
    const asking = Array.from({ length: 10 }, () => logs.map((log) => log.spend(1, COMMENT, now)));
    const answers = await Promise.all(asking.flat());
    expect(answers.filter((answer) => answer === "spent")).toHaveLength(LIMITS.contentPerMinute);
    for (const answer of answers) {
      if (answer === "spent") continue;
      expect(answer.freeAt - now).toBeGreaterThan(30_000);
      expect(answer.freeAt - now).toBeLessThanOrEqual(60_000);
    }
  });

  it("forgets after an hour also whoever spends no more", async () => {
    const whose = async () =>
      (await store.query<{ id: string }>("SELECT DISTINCT installation AS id FROM review_miner.spending")).map(
        ({ id }) => Number(id),
      );
    for (const id of [11, 12]) await logs[0]?.spend(id, COMMENT, 0);
    await store.query("UPDATE review_miner.spending SET at = at - 3601000 WHERE installation = 11");
    expect(await whose()).toContain(11);
    await pruneDeliveries(store);
    expect(await whose()).not.toContain(11);
    expect(await whose()).toContain(12);
  });

  it("keeps installations apart, and reads from comments", async () => {
    expect(await logs[0]?.spend(1, READ, 0)).toBe("spent");
    expect(await logs[0]?.spend(2 ** 40, COMMENT, 0)).toBe("spent");
  });
});
