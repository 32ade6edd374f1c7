/** How many requests to GitHub the whole App makes, counted on the simulated one. */
import { startAppInProcess } from "../test/helpers/app-in-process.ts";
import { countRequests } from "../test/helpers/count-requests.ts";
import type { Results } from "./figures.ts";

interface RequestsResult extends Results {
  /** Of a review with a hundred comments that opens a follow-up, with warm caches. */
  requestsPerCapture: number;
  /** The first capture of a process, which also asks who it is, for a token, for roles and for the backlog. */
  requestsOfFirstCapture: number;
  requestsPerIgnoredEvent: number;
}

/** Starts the App in this process, lets it work, and ends it. */
export async function benchRequests(): Promise<RequestsResult> {
  const app = await startAppInProcess();
  try {
    const { coldStart, newFollowUp, laterReview, ignoredEvents } = await countRequests(app);
    return {
      requestsPerCapture: Math.max(newFollowUp.length, laterReview.length),
      requestsOfFirstCapture: coldStart.length,
      requestsPerIgnoredEvent: ignoredEvents.requests.length / ignoredEvents.events,
    };
  } finally {
    await app.close();
  }
}
