/**
 * A process with a queue, to be killed: accepts as many deliveries as it is told and runs their jobs meanwhile. Prints
 * `ack ID` once a delivery is stored and `run ID` when a job begins. The job of the first delivery never ends.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { openQueue } from "../../src/queue/open-queue.ts";

const [count = "0", prefix = ""] = process.argv.slice(2);
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const queue = await openQueue({
  databaseUrl: process.env["DATABASE_URL"],
  dataDir: process.env["DATA_DIR"] ?? "",
  log: silent,
  orphanAfterMs: 1500,
});
await queue.start({
  async capture({ deliveryId }) {
    console.log(`run ${deliveryId ?? ""}`);
    await (deliveryId?.endsWith("-0") ? new Promise(() => undefined) : sleep(20));
  },
});
console.log("ready");
for (let index = 0; index < Number(count); index += 1) {
  const id = `${prefix}${index}`;
  const delivery = { id, event: "pull_request_review", action: null, installationId: 1, repositoryId: 1 };
  const key = String(index % 10);
  await queue.accept(delivery, { job: { task: "capture", payload: { index }, key, group: key } });
  console.log(`ack ${id}`);
}
setInterval(() => undefined, 60_000);
