/** What a body of 512 MiB costs that nobody signed. */
import { setTimeout as sleep } from "node:timers/promises";
import { CAN_READ_MEMORY, readPeak, readRss, resetPeak, sendUnauthenticated } from "./memory.ts";
import { startProduct, startScene, STORES } from "./subjects.ts";

const BODY_MIB = 512;
const REST_MS = 2_000;
const TIMES = 3;

/** The most of several bodies, each after a rest. Throws when one was not refused as too large. */
export async function benchFlood() {
  if (!CAN_READ_MEMORY) return { rssGrowthUnauthenticatedBodyMiB: null };
  const scene = await startScene();
  const product = await startProduct(STORES.includes("postgres") ? "postgres" : "pglite", scene.github);
  const growths: number[] = [];
  try {
    for (let time = 0; time < TIMES; time++) {
      await sleep(REST_MS);
      resetPeak(product.pid);
      const before = readRss(product.pid);
      const { status, sent } = await sendUnauthenticated(product.port, { mib: BODY_MIB });
      if (status !== 413) throw new Error(`an endless body was answered ${status} after ${sent} MiB`);
      growths.push(readPeak(product.pid) - before);
    }
  } finally {
    await product.stop();
    await scene.close();
  }
  return { rssGrowthUnauthenticatedBodyMiB: Math.max(...growths) };
}
