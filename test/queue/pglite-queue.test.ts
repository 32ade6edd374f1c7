import { afterAll, beforeAll, describe } from "@jest/globals";
import { openSharedPglite, type SharedStore } from "../helpers/queue-database.ts";
import { describeQueue } from "./contract.ts";
import { describeDurability } from "./durable.ts";

describe("the queue on PGlite", () => {
  let store: SharedStore;
  beforeAll(async () => {
    store = await openSharedPglite();
  }, 120_000);
  afterAll(() => store.close());

  describeQueue((settings) => store.openQueue(settings));
  describeDurability(() => store);
});
