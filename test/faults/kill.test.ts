/**
 * Real processes, killed at moments drawn from a seed, on each store: what was acknowledged is done, and done once. `KILLS`
 * says how often on each; `SEED` begins elsewhere.
 */
import { describe, expect, it } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import { createRandom } from "../helpers/random.ts";
import { becomeIdle, createPlace, STORES, type Place } from "../helpers/server-place.ts";
import { waitFor } from "../helpers/server-process.ts";
import { sideBySide } from "../helpers/side-by-side.ts";
import { openSource, type Source } from "../helpers/source-pull.ts";
import { expectNoViolations } from "../simulator/simulator.ts";
import { POOL, RETRY } from "./rig.ts";

const KILLS = Number(process.env["KILLS"] ?? 5);
const SEED = Number(process.env["SEED"] ?? 20_261_126);
/** So often one server is killed. */
const KILLS_OF_ONE = 3;

interface Lane {
  seed: number;
  kills: number;
}

const LANES = Array.from({ length: Math.ceil(KILLS / KILLS_OF_ONE) }, (_, nth): Lane => {
  return { seed: SEED + nth, kills: Math.min(KILLS_OF_ONE, KILLS - nth * KILLS_OF_ONE) };
});
/** For machines that are busy. */
const WITHIN_MS = 180_000;
/** Two captures ask for about so much together. */
const MOST_REQUESTS = 18;

/** A follow-up with everything that a capture of both comments leaves. */
function isWhole(source: Source): boolean {
  const [followUp] = source.followUps();
  return followUp?.title === "Capture 2 suggestions from #1" && followUp.labels.length === 1;
}

/** One commit or two, as the events were taken together or not; each number once, one follow-up, one label. */
function expectOnce({ simulator: { github } }: Place, source: Source): void {
  const { repository } = source;
  expect(source.followUps()).toHaveLength(1);
  expect(github.branches(repository)).toEqual(["enhance/pr-1", "main", "upload"]);
  expect(source.directories("enhance/pr-1").map((name) => name.slice(0, 3))).toEqual(["001", "002"]);
  const commits = github.log(repository, "enhance/pr-1").length - github.log(repository, "main").length;
  expect([1, 2]).toContain(commits);
}

async function killOnce(place: Place, round: number, draw: () => number): Promise<void> {
  const { simulator } = place;
  const sources = [0, 1].map((index) =>
    openSource(simulator.github, `octo/killed-${round}-${index}`, { config: "enabled: true\n" }),
  );
  const nth = 1 + Math.floor(draw() * MOST_REQUESTS);
  const when = draw() < 0.5 ? "before" : "after";
  let seen = 0;
  let killed: Promise<unknown> | undefined;
  const kill = () => {
    if (killed !== undefined) return { drop: true } as const;
    if (++seen !== nth) return undefined;
    killed = place.server().stop("SIGKILL");
    return { drop: true } as const;
  };
  const off = simulator.onRequest({ [when]: kill });
  for (const source of sources) source.review([POOL]);
  await sleep(draw() * 200);
  for (const source of sources) source.review([RETRY]);
  // Where there were fewer requests the process dies at rest.
  await waitFor("the moment", () => (killed ?? sources.every(isWhole)) || undefined, WITHIN_MS);
  await (killed ?? place.server().stop("SIGKILL"));
  off();
  await place.start();
  // GitHub knows which deliveries were not taken, and sends them again when it is asked to.
  await simulator.settle();
  for (const { guid, attempts } of [...simulator.deliveries]) {
    const isTaken = attempts.some(({ status }) => status >= 200 && status < 300);
    if (!isTaken && attempts.length > 0) await simulator.redeliver(guid);
  }
  for (const source of sources) {
    await waitFor(`the follow-up of ${source.repository}`, () => isWhole(source) || undefined, WITHIN_MS);
    expectOnce(place, source);
  }
}

/** A server of its own, killed so often; then nothing comes of what is sent to it again. */
async function killOften(serverUrl: string | undefined, { seed, kills }: Lane): Promise<void> {
  const place = await createPlace(serverUrl);
  const draw = createRandom(seed);
  try {
    for (let round = 0; round < kills; round++) await killOnce(place, round, draw);
    const { simulator } = place;
    const writes = () =>
      simulator.requests.filter(({ category, kind }) => category === "write" && kind === "rest").length;
    const before = writes();
    for (const { guid } of simulator.deliveries.slice(-20)) await simulator.redeliver(guid);
    await becomeIdle(place);
    expect(writes()).toBe(before);
    expectNoViolations(simulator);
  } finally {
    await place.close();
  }
}

describe.each(STORES)("the server on %s", (_, serverUrl) => {
  it(`F4 killed ${KILLS} times at any moment loses nothing that it acknowledged, and doubles nothing`, async () => {
    await sideBySide(LANES, (lane) => killOften(serverUrl, lane));
  }, 3_600_000);
});
