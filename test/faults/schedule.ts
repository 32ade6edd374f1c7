/** One schedule, run twice: in order without a fault, and as badly as its seed has it. What stands in the end is compared. */
import { startAppInProcess, type AppInProcess } from "../helpers/app-in-process.ts";
import { createRandom, pick, shuffled } from "../helpers/random.ts";
import { populate } from "../helpers/source-pull.ts";
import type { FaultKind } from "../simulator/fault-kinds.ts";
import { seedFaults } from "../simulator/faults.ts";
import { enforceLimits, type EnforcedLimits } from "../simulator/limits.ts";
import { openPlace, outcomeOf, type Mode, type Place } from "./outcome.ts";
import { drawSteps, perform, type Step } from "./people.ts";

export interface Stage {
  app: AppInProcess;
  limits: EnforcedLimits;
  close(): Promise<void>;
}

/** Those that only last, and 401, after which Octokit itself waits by the machine's clock, have their own tests. */
const KINDS: FaultKind[] = [
  ...(["500", "502", "503", "504", "reset", "page", "half", "empty", "stumble", "404"] as const),
  ...(["primary 403", "primary GraphQL 200", "secondary 403", "secondary GraphQL 200"] as const),
  ...(["secondary 429 with retry-after", "secondary GraphQL 200 with retry-after"] as const),
];

export async function startStage(): Promise<Stage> {
  const app = await startAppInProcess({ sockets: false, logLevel: "warn" });
  populate(app.github);
  const limits = enforceLimits(app.simulator, { now: app.clock.now });
  return { app, limits, close: () => app.close() };
}

export interface Ran {
  expected: unknown;
  outcome: unknown;
  /** What happened, for whoever reads a failure. */
  story: string[];
}

export async function runSchedule(stage: Stage, seed: number, mode: Mode): Promise<Ran> {
  const { app } = stage;
  const draw = createRandom(seed);
  const drawn = drawSteps(draw);
  // What was committed is followed until it was held against the merged code: what comes later is seen or not.
  const steps = mode === "commit" ? drawn.filter(({ isLast }, index) => !isLast || index === drawn.length - 1) : drawn;
  const calm = await runCalmly(app, steps, openPlace(app.github, `octo/calm-${seed}`, mode));
  const expected = { ...calm, violations: [], waiting: undefined };
  const rough = openPlace(app.github, `octo/rough-${seed}`, mode);
  const story = await runRoughly(stage, rough, { steps, draw });
  const outcome = { ...outcomeOf(app.simulator, rough), waiting: app.queue.nextRunAt() };
  return { expected, outcome, story };
}

/** In order, one after the other, with nothing in the way: what stands in the end. */
export async function runCalmly(app: AppInProcess, steps: readonly Step[], place: Place) {
  for (const step of steps) {
    perform(step, app.github, place.repository, place.pull);
    await app.settle();
  }
  return outcomeOf(app.simulator, place);
}

/** With everything in the way that the seed has, and after it all that catch-up would send: what happened. */
export async function runRoughly(
  { app, limits }: Pick<Stage, "app" | "limits">,
  place: Place,
  { steps, draw }: { steps: readonly Step[]; draw: () => number },
): Promise<string[]> {
  const { simulator, github } = app;
  await app.settle();
  const address = simulator.app.webhookUrl ?? "";
  simulator.sendWebhooksTo("");
  const since = simulator.deliveries.length;
  const story: string[] = [];
  const ahead = [...steps];
  const act = () => {
    const step = ahead.shift();
    if (!step) return;
    story.push(step.name);
    perform(step, github, place.repository, place.pull);
  };
  const sent = () => simulator.deliveries.slice(since).map(({ guid }) => guid);
  const waiting = new Set<string>();
  let seen = 0;
  const look = () => {
    for (const guid of sent().slice(seen)) waiting.add(guid);
    seen = sent().length;
  };
  const deliver = async (guid: string) => {
    simulator.sendWebhooksTo(address);
    const answered = simulator.redeliver(guid);
    simulator.sendWebhooksTo("");
    return (await answered) < 300;
  };
  const run = async () => {
    const next = app.queue.nextRunAt();
    if (next === undefined) return;
    app.clock.advanceTo(next);
    await app.queue.drain();
  };

  const faults = seedFaults(simulator, { draw, kinds: KINDS, rate: 0.06, most: 6, now: app.clock.now });
  const off = simulator.onRequest(createMischief({ app, limits, draw, story, act }));
  let losses = draw() < 0.25 ? 1 : 0;
  look();
  while (ahead.length > 0 || waiting.size > 0) {
    const chance = draw();
    // How long GitHub asked us to wait is lost with the store: only GitHub could say it again.
    const isParked = (await app.queue.statistics()).parkedGroups > 0;
    if (losses > 0 && chance < 0.05 && !isParked) {
      losses--;
      story.push("the queue is lost");
      await app.loseQueue();
      limits.forgive();
      simulator.sendWebhooksTo("");
      // Catch-up lists every delivery that we lack.
      for (const guid of sent()) waiting.add(guid);
    } else if (chance < 0.45 || waiting.size === 0) act();
    else if (chance < 0.8) {
      const guid = pick([...waiting], draw);
      const isStored = await deliver(guid);
      if (isStored && draw() < 0.8) waiting.delete(guid);
    } else await run();
    look();
  }
  faults.off();
  off();
  story.push(...faults.hits);
  // What catch-up does in the end: a delivery whose job is dead is sent again, what is known changes nothing.
  for (const guid of shuffled(sent(), draw)) await deliver(guid);
  simulator.sendWebhooksTo(address);
  await app.settle();
  return story;
}

/** In the middle of work: a process is killed, or somebody acts between two requests. */
function createMischief(
  given: Pick<Stage, "app" | "limits"> & { draw: () => number; story: string[]; act: () => void },
) {
  const { app, limits, draw, story, act } = given;
  let kills = draw() < 0.6 ? 2 : 0;
  const strike = async (when: string, request: { method: string; route: string; category: string }) => {
    const chance = draw();
    if (kills > 0 && chance < 0.04 && request.category !== "auth") {
      kills--;
      story.push(`killed ${when} ${request.method} ${request.route}`);
      await app.kill();
      limits.forgive();
      app.simulator.sendWebhooksTo("");
      return { drop: true } as const;
    }
    if (chance > 0.97) act();
    return undefined;
  };
  return {
    before: (request: Parameters<typeof strike>[1]) => strike("before", request),
    after: (request: Parameters<typeof strike>[1]) => strike("after", request),
  };
}
