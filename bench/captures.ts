/** How many captures one installation gets done, measured against GitHub's limit on new contents; hours pass at once. */
import { startAppInProcess, type AppInProcess } from "../test/helpers/app-in-process.ts";
import { enforceLimits } from "../test/simulator/limits.ts";
import { openReviews } from "./open-reviews.ts";

const HOUR_MS = 3_600_000;
const HOURS = 2;
/** Each opens a follow-up, which is one content. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const CONTENTS_PER_HOUR = 500;
/** More than can be done in the time: the limit ends it, not the lack of work. */
const REVIEWS = HOURS * CONTENTS_PER_HOUR + 20;

/** Reviews so many pull requests at once, and counts follow-ups and broken limits after two hours of virtual time. */
export async function benchCaptures() {
  const app = await startAppInProcess({ sockets: false });
  try {
    enforceLimits(app.simulator, { now: app.clock.now });
    const sources = openReviews(app.github, { installations: 1, pullRequests: REVIEWS });
    await workUntil(app, app.clock.now() + HOURS * HOUR_MS);
    const done = sources.filter((source) => source.followUps().length > 0).length;
    return {
      capturesVsContentLimit: done / (HOURS * CONTENTS_PER_HOUR),
      limitViolations: app.simulator.violations.length,
    };
  } finally {
    await app.close();
  }
}

/** Runs what may run, and lets time pass where nothing may. */
async function workUntil({ simulator, queue, clock }: AppInProcess, end: number): Promise<void> {
  for (;;) {
    await simulator.settle();
    const next = queue.nextRunAt();
    if (next === undefined || next >= end) return;
    clock.advanceTo(next);
    await queue.drain();
  }
}
