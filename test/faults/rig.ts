/** What the tests of faults share: the App in process, GitHub's limits enforced, and what a capture must leave behind. */
import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
import { startAppInProcess, type AppInProcess } from "../helpers/app-in-process.ts";
import { openSource, populate, type Source, type SourceOptions } from "../helpers/source-pull.ts";
import { injectFaults, type Fault, type Injected } from "../simulator/faults.ts";
import type { SeenRequest } from "../simulator/http/hooks.ts";
import { enforceLimits } from "../simulator/limits.ts";
import { expectNoViolations } from "../simulator/simulator.ts";

export const POOL = "suggestion (non-blocking): Use a connection pool instead of one connection per request.";
export const RETRY = "suggestion (non-blocking): Retry uploads with backoff instead of giving up.";

export interface Rig {
  app: AppInProcess;
  github: AppInProcess["github"];
  /** A new repository of `octo` with an open pull request. */
  source(options?: SourceOptions): Source;
  /** Faults, on the App's own clock. */
  inject(...faults: Fault[]): Injected;
  /** Deliveries made while nobody listens, by their GUIDs. */
  unheard(act: () => void): string[];
  /** The requests that somebody made since the last call. */
  requests(): string[];
  /** What became of the captures of a source. */
  jobs(source: Pick<Source, "repository">): unknown[];
  /** Throws for what GitHub would hold against us, and takes all faults off. */
  check(): void;
  close(): Promise<void>;
}

export async function startRig(options: Parameters<typeof startAppInProcess>[0] = {}): Promise<Rig> {
  const app = await startAppInProcess({ sockets: false, ...options });
  const { simulator, github, clock } = app;
  populate(github);
  enforceLimits(simulator, { now: clock.now });
  const injected: Injected[] = [];
  let count = 0;
  return {
    app,
    github,
    source: (given) => openSource(github, `octo/f-${++count}`, { config: "enabled: true\n", ...given }),
    inject(...faults) {
      const one = injectFaults(simulator, faults, { now: clock.now });
      injected.push(one);
      return one;
    },
    unheard(act) {
      const { webhookUrl = "" } = simulator.app;
      const before = simulator.deliveries.length;
      simulator.sendWebhooksTo("");
      act();
      simulator.sendWebhooksTo(webhookUrl);
      return simulator.deliveries.slice(before).map(({ guid }) => guid);
    },
    requests: () =>
      simulator.requests.splice(0).map(({ method, operation, route }) => `${method} ${operation ?? route}`),
    jobs: ({ repository }) =>
      app
        .jobs()
        .filter(({ repo, task }) => repo === repository && task === "capture-pull-request")
        .map(({ outcome }) => outcome),
    check() {
      for (const { off } of injected.splice(0)) off();
      expectNoViolations(simulator);
    },
    close: () => app.close(),
  };
}

/** One rig for all the tests of a file: handed to `use` before them, checked after each, closed after all. */
export function shareRig(use: (rig: Rig) => void): void {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startRig();
    use(rig);
  });
  afterEach(() => {
    rig.check();
  });
  afterAll(() => rig.close());
}

/** Requests of one method to a route that ends so. */
export function to(method: string, ending: string): (request: SeenRequest) => boolean {
  return (request) => request.method === method && request.route.endsWith(ending);
}

/** GraphQL documents of one name. */
export function operation(name: string): (request: SeenRequest) => boolean {
  return (request) => request.operation === name;
}

/** One open follow-up with a label, on one branch of a commit for each capture, with each number once. */
export function expectWhole({ github }: Rig, source: Source, { items = 1, captures = 1 } = {}): void {
  const followUps = source.followUps();
  expect(followUps.map(({ head, state }) => [head.ref, state])).toEqual([["enhance/pr-1", "open"]]);
  expect(followUps[0]?.labels.map(({ name }) => name)).toEqual(["enhancement-capture"]);
  const names = source.directories("enhance/pr-1");
  const ids = names.map((name) => name.slice(0, 3));
  expect(ids).toEqual(Array.from({ length: items }, (_, index) => String(index + 1).padStart(3, "0")));
  const commits = github.log(source.repository, "enhance/pr-1").length - github.log(source.repository, "main").length;
  expect(commits).toBe(captures);
  expect(followUps[0]?.title).toBe(`Capture ${items === 1 ? "1 suggestion" : `${items} suggestions`} from #1`);
}
