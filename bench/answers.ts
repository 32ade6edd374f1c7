/** How soon a delivery is answered in a burst, and how much memory that takes. */
import { setTimeout as sleep } from "node:timers/promises";
import { pace } from "./load.ts";
import { percentile } from "./measure.ts";
import { CAN_READ_MEMORY, readPeak, readRss, resetPeak } from "./memory.ts";
import { startProduct, startScene, STORES, type Scene, type Store } from "./subjects.ts";

/** A process that has just begun compiles as it goes; what is asked is what one does that has been running. */
const WARM_UP = { total: 200, ms: 4_000 };
const BURST = { total: 1_000, ms: 10_000 };
/** Memory is given back ten seconds after the start. */
const REST_MS = 15_000;

interface Measured {
  p99Ms: number;
  idleMiB: number | null;
  loadMiB: number | null;
}

/** A burst on a process of its own for each store, one after the other. */
export async function benchAnswers() {
  const scene = await startScene();
  const measured: Partial<Record<Store, Measured>> = {};
  try {
    for (const store of STORES) measured[store] = await measureBurst(store, scene);
  } finally {
    await scene.close();
  }
  const { pglite, postgres } = measured;
  return {
    // The slower of the two stores.
    answerP99Ms: Math.max(...Object.values(measured).map(({ p99Ms }) => p99Ms)),
    answerP99PgliteMs: pglite?.p99Ms ?? null,
    answerP99PostgresMs: postgres?.p99Ms ?? null,
    rssIdleMiB: postgres?.idleMiB ?? null,
    rssLoadMiB: postgres?.loadMiB ?? null,
    rssIdlePgliteMiB: pglite?.idleMiB ?? null,
    rssLoadPgliteMiB: pglite?.loadMiB ?? null,
  };
}

async function measureBurst(store: Store, { github, bodies }: Scene): Promise<Measured> {
  const product = await startProduct(store, github);
  try {
    await sleep(REST_MS);
    const idleMiB = CAN_READ_MEMORY ? readRss(product.pid) : null;
    const target = { port: product.port, bodies };
    await pace(target, WARM_UP);
    await product.settle();
    if (CAN_READ_MEMORY) resetPeak(product.pid);
    const times = await pace(target, BURST);
    await product.settle();
    return { p99Ms: percentile(times, 99), idleMiB, loadMiB: CAN_READ_MEMORY ? readPeak(product.pid) : null };
  } finally {
    await product.stop();
  }
}
