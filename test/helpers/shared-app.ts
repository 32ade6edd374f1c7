/** One App for all the tests of a file, and what is to hold after each of them. */
import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
import { expectNoViolations } from "../simulator/simulator.ts";
import { startAppInProcess, type AppInProcess } from "./app-in-process.ts";
import { populate } from "./source-pull.ts";

/**
 * Starts an App among the usual people before the tests of a file, hands it to `use`, and ends it after them. After each
 * test GitHub was asked nothing wrong, and, unless `mayFail`, every job went well.
 */
export function shareApp(use: (app: AppInProcess) => void, { mayFail = false } = {}): void {
  let app: AppInProcess;
  beforeAll(async () => {
    app = await startAppInProcess();
    populate(app.github);
    use(app);
  });
  afterEach(() => {
    expectNoViolations(app.simulator);
    // So many comments in a second spend the budget of the installation, which then waits.
    const troubled = app.jobs().filter(({ level, outcome }) => level !== "info" && outcome !== "parked");
    if (!mayFail) expect(troubled).toEqual([]);
  });
  afterAll(() => app.close());
}
