import { afterAll, beforeAll, describe, it } from "@jest/globals";
import { openSharedPostgres, POSTGRES_URL, type SharedStore } from "../helpers/queue-database.ts";
import { describeQueue } from "./contract.ts";

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
  });
}
