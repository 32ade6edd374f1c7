/**
 * Several sources at once, before a real process on a real store: people act, deliveries come late, twice or never,
 * requests fail, and the process is killed in the middle. Each source has an installation of its own, so that GitHub's
 * budgets leave room for all.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { pick, shuffled } from "../helpers/random.ts";
import { becomeIdle, type Place as ServerPlace } from "../helpers/server-place.ts";
import type { FaultKind } from "../simulator/fault-kinds.ts";
import { seedFaults } from "../simulator/faults.ts";
import { openPlace, type Place } from "./outcome.ts";
import { perform, type Step } from "./people.ts";

/** What asks us to wait for minutes is left to the schedules on a clock of their own. */
const KINDS: FaultKind[] = ["500", "502", "503", "504", "reset", "page", "half", "empty", "stumble", "404"];
/** An act, or a delivery, every so often at most. */
const PAUSE_MS = 60;

interface Member {
  place: Place;
  /** What is still to be done. */
  ahead: Step[];
}

/** A source for each list of steps. */
export function openCrowd({ github }: ServerPlace["simulator"], crowd: Record<string, readonly Step[]>): Member[] {
  return Object.entries(crowd).map(([owner, steps]) => {
    github.createOrganization(owner);
    github.install(owner);
    return { place: openPlace(github, `${owner}/rough`), ahead: [...steps] };
  });
}

/** Runs them to their ends, and gives what happened on the way. */
export async function runCrowd(server: ServerPlace, members: readonly Member[], draw: () => number): Promise<string[]> {
  const { simulator } = server;
  const address = server.server().webhookUrl;
  const since = simulator.deliveries.length;
  const sent = () => simulator.deliveries.slice(since).map(({ guid }) => guid);
  const story: string[] = [];
  const late = new Set<string>();

  const act = () => {
    const member = pick(
      members.filter(({ ahead }) => ahead.length > 0),
      draw,
    );
    const step = member.ahead.shift();
    if (!step) return;
    const isHeard = draw() < 0.5;
    story.push(`${member.place.repository}: ${step.name}${isHeard ? "" : ", unheard"}`);
    const before = simulator.deliveries.length;
    simulator.sendWebhooksTo(isHeard ? address : "");
    perform(step, simulator.github, member.place.repository, member.place.pull);
    simulator.sendWebhooksTo(address);
    if (!isHeard) for (const { guid } of simulator.deliveries.slice(before)) late.add(guid);
  };

  const faults = seedFaults(simulator, { draw, kinds: KINDS, rate: 0.04, most: 3 * members.length });
  const death = dieOnce(server, draw, story);
  try {
    while (members.some(({ ahead }) => ahead.length > 0) || late.size > 0) {
      const isDone = members.every(({ ahead }) => ahead.length === 0);
      if (late.size > 0 && (isDone || draw() < 0.5)) {
        const guid = pick([...late], draw);
        const status = await simulator.redeliver(guid);
        if (status >= 200 && status < 300 && draw() < 0.8) late.delete(guid);
      } else act();
      await sleep(draw() * PAUSE_MS);
    }
  } finally {
    // Whoever closes the server is to find the one that took the dead one's place.
    await death.over();
    faults.off();
  }
  story.push(...faults.hits);
  await becomeIdle(server);
  // What catching up does in the end: a delivery whose job is dead is sent again, what is known changes nothing.
  for (const guid of shuffled(sent(), draw)) await simulator.redeliver(guid);
  await becomeIdle(server);
  return story;
}

/** Kills the process at a request, before or after its effect, and starts another. None it had sent is answered. */
function dieOnce(server: ServerPlace, draw: () => number, story: string[]) {
  const nth = 1 + Math.floor(draw() * 60);
  const when = draw() < 0.5 ? "before" : "after";
  let seen = 0;
  let isDying = false;
  let next: Promise<void> | undefined;
  const strike = ({ method, route }: { method: string; route: string }) => {
    if (isDying) return { drop: true } as const;
    if (++seen !== nth) return undefined;
    story.push(`killed ${when} ${method} ${route}`);
    isDying = true;
    next = server
      .server()
      .stop("SIGKILL")
      .then(() => {
        isDying = false;
        return server.start();
      });
    return { drop: true } as const;
  };
  const off = server.simulator.onRequest({ [when]: strike });
  return {
    /** Resolves once another process is there, if one was needed. */
    async over(): Promise<void> {
      off();
      await next;
    },
  };
}
