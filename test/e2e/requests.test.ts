/** The budget of requests that a capture has, counted on the simulated GitHub. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { startAppInProcess, type AppInProcess } from "../helpers/app-in-process.ts";
import { countRequests, type CountedRequests } from "../helpers/count-requests.ts";
import { expectNoViolations } from "../simulator/simulator.ts";

let app: AppInProcess;
let counted: CountedRequests;
beforeAll(async () => {
  app = await startAppInProcess();
  counted = await countRequests(app);
});
afterAll(() => app.close());

describe("requests to GitHub", () => {
  it.each(["newFollowUp", "laterReview"] as const)("of a capture with warm caches are at most seven: %s", (name) => {
    expect(counted[name]).toContain("POST /repos/{owner}/{repo}/git/commits");
    expect(counted[name].length).toBeLessThanOrEqual(7);
  });

  it("of a process's first capture are those and what is asked once", () => {
    expect(counted.coldStart.toSorted()).toEqual(
      [
        "GET /app",
        "POST /app/installations/{installation_id}/access_tokens",
        "GET /users/{username}",
        "POST /graphql Snapshot",
        "POST /graphql Files",
        "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
        "POST /repos/{owner}/{repo}/git/trees",
        "POST /repos/{owner}/{repo}/git/commits",
        "POST /repos/{owner}/{repo}/git/refs",
        "POST /repos/{owner}/{repo}/pulls",
        "POST /repos/{owner}/{repo}/issues/{issue_number}/labels",
      ].toSorted(),
    );
  });

  it("of events that are ignored are none", () => {
    expect(counted.ignoredEvents.requests).toEqual([]);
    expect(counted.ignoredEvents.events).toBeGreaterThanOrEqual(4);
  });

  it("are all of a kind that GitHub knows", () => {
    expectNoViolations(app.simulator);
  });
});
