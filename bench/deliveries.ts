/** How many deliveries a second are made durable and answered, as a ratio to servers that keep nothing. */
import { saturate } from "./load.ts";
import { medianOrNull } from "./measure.ts";
import { startBaseline, startProduct, startScene, STORES, type Store, type Subject } from "./subjects.ts";

const ROUNDS = 5;
const ROUND_MS = 4_000;
const WARM_UP_MS = 2_000;
const CONNECTIONS = 32;

type Name = "bare" | "probot" | Store;

/** Starts all servers, lets each take its turn in every round while the others rest, and compares the medians. */
export async function benchDeliveries() {
  const scene = await startScene();
  const subjects = new Map<Name, Subject>();
  const rates = new Map<Name, number[]>();
  try {
    for (const name of ["bare", "probot"] as const) subjects.set(name, await startBaseline(name, scene.github));
    for (const store of STORES) subjects.set(store, await startProduct(store, scene.github));
    const takeTurn = async (subject: Subject, ms: number) => {
      const rate = await saturate({ port: subject.port, bodies: scene.bodies }, { connections: CONNECTIONS, ms });
      await subject.settle();
      return rate;
    };
    for (const subject of subjects.values()) await takeTurn(subject, WARM_UP_MS);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, subject] of subjects) {
        rates.set(name, [...(rates.get(name) ?? []), await takeTurn(subject, ROUND_MS)]);
      }
    }
  } finally {
    for (const subject of subjects.values()) await subject.stop();
    await scene.close();
  }
  /** The middle of the rounds: each is compared with what ran beside it, for other work comes and goes. */
  const ratio = (one: Name, other: Name) => {
    const others = rates.get(other) ?? [];
    return medianOrNull((rates.get(one) ?? []).map((rate, round) => rate / (others[round] ?? NaN)));
  };
  const rate = (name: Name) => medianOrNull(rates.get(name) ?? []);
  return {
    durableVsProbotPglite: ratio("pglite", "probot"),
    durableVsProbotPostgres: ratio("postgres", "probot"),
    durableVsBarePglite: ratio("pglite", "bare"),
    durableVsBarePostgres: ratio("postgres", "bare"),
    bareDeliveriesPerSecond: rate("bare"),
    probotDeliveriesPerSecond: rate("probot"),
    pgliteDeliveriesPerSecond: rate("pglite"),
    postgresDeliveriesPerSecond: rate("postgres"),
  };
}
