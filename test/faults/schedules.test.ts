/**
 * Whatever happens on the way, a source ends as if nothing had: people act, deliveries come late, twice, or in another
 * order, requests fail in every way, processes are killed and the queue is lost, all drawn from a seed. `SCHEDULES` says
 * how many are run; `SEED` begins at another.
 */
import { expect, it } from "@jest/globals";
import { runChild } from "../helpers/run-child.ts";
import type { SchedulesRun } from "./schedules-child.ts";

const SCHEDULES = Number(process.env["SCHEDULES"] ?? 300);
const SEED = Number(process.env["SEED"] ?? 20_261_126);

it(`ends the same in ${SCHEDULES} schedules of faults, kills and late events`, async () => {
  const parameters = { seed: SEED, count: SCHEDULES };
  const { failure, count } = await runChild<SchedulesRun>("test/faults/schedules-child.ts", parameters);
  if (failure) {
    const { seed, story, outcome, expected } = failure;
    expect({ seed, story, outcome }).toEqual({ seed, story, outcome: expected });
  }
  expect({ count, failure }).toEqual({ count: SCHEDULES, failure: undefined });
}, 7_200_000);
