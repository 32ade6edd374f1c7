/** Group commit: deliveries that arrive together, or while a transaction runs, share the next one. */
import type { Acceptance } from "./job-queue.ts";
import type { Arrival } from "./store-deliveries.ts";

/** More would make the first of a burst wait for the last. */
const BATCH = 256;
/** How long a batch may be gathered: as long as the last took to store, within these. */
const GATHER_MS = { least: 5, most: 50 };
/** A turn takes one new connection, the next reads from it: with fewer a queue of connections would wait turn by turn. */
const QUIET_TURNS = 3;
/** Beyond it a delivery is refused at once: GitHub records the failure, and memory stays bounded. */
const MOST_WAITING = 10_000;

interface Waiting {
  arrival: Arrival;
  resolve: (outcome: Acceptance) => void;
  reject: (error: unknown) => void;
}

export interface DeliveryIntake {
  accept(arrival: Arrival): Promise<Acceptance>;
  /** Refuses whatever comes from now on, and resolves when all that came before is settled. */
  close(): Promise<void>;
}

/** `store` is one transaction; it gives the outcomes in order, or throws and has stored nothing. */
export function createDeliveryIntake(store: (arrivals: readonly Arrival[]) => Promise<Acceptance[]>): DeliveryIntake {
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  let isClosed = false;
  let lastMs = 0;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await gather();
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      const begun = performance.now();
      await settle(batch, store);
      lastMs = performance.now() - begun;
    }
    running = undefined;
  }

  /**
   * Until a few turns of the event loop bring nothing more: whoever was just answered sends again at once, and a
   * transaction costs much the same for one as for many. PGlite answers without leaving its turn: here others have
   * theirs.
   */
  async function gather(): Promise<void> {
    const end = performance.now() + Math.min(Math.max(lastMs, GATHER_MS.least), GATHER_MS.most);
    let quiet = 0;
    do {
      const before = waiting.length;
      await new Promise(setImmediate);
      quiet = waiting.length > before ? 0 : quiet + 1;
    } while (quiet < QUIET_TURNS && waiting.length < BATCH && performance.now() < end);
  }

  return {
    accept(arrival) {
      if (isClosed) return Promise.reject(new Error("cannot store a delivery: the queue is closed"));
      if (waiting.length >= MOST_WAITING) {
        return Promise.reject(new Error(`cannot store a delivery: ${MOST_WAITING} wait to be stored already`));
      }
      return new Promise((resolve, reject) => {
        waiting.push({ arrival, resolve, reject });
        running ??= drain();
      });
    },
    async close() {
      isClosed = true;
      await running;
    },
  };
}

async function settle(
  batch: readonly Waiting[],
  store: (arrivals: readonly Arrival[]) => Promise<Acceptance[]>,
): Promise<void> {
  try {
    const outcomes = await store(batch.map(({ arrival }) => arrival));
    for (const [index, { resolve }] of batch.entries()) resolve(outcomes[index] ?? "known");
  } catch (cause) {
    const [only] = batch;
    if (batch.length === 1 && only) {
      only.reject(new Error(`cannot store delivery ${only.arrival.delivery.id}`, { cause }));
      return;
    }
    // One delivery that cannot be stored must not take the others of its batch with it.
    for (const each of batch) await settle([each], store);
  }
}
