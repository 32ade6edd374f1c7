/** A schedule of faults, on the hooks of the simulator: which request fails, how, and before or after its effect. */
import { kindOf, type FaultKind } from "./fault-kinds.ts";
import type { ApiResponse } from "./http/handle.ts";
import type { Outcome, SeenRequest } from "./http/hooks.ts";
import type { Simulator } from "./simulator.ts";

export interface Fault {
  kind: FaultKind | "lag";
  /** Which requests it is about; every one unless said. */
  on?: (request: SeenRequest) => boolean;
  /** The first of those that fails, counted from one; the first unless said. Attempts count like any request. */
  nth?: number;
  /** How many fail in a row from then on; one unless said. */
  times?: number;
  /** `after`: the effect stands, and only its answer is lost. `before` unless said. */
  when?: "before" | "after";
}

export interface Injected {
  /** What was hit so far, as `reset after POST /repos/{owner}/{repo}/pulls`. */
  hits: string[];
  /** From now on nothing fails. */
  off: () => void;
}

interface FaultOptions {
  /** The time by which limits are told, in milliseconds; the machine's unless said. */
  now?: () => number;
}

/** Puts a list of faults into force. A fault that does not fit a request, as GraphQL's on REST, passes it over. */
export function injectFaults(
  simulator: Pick<Simulator, "onRequest">,
  faults: readonly Fault[],
  { now = Date.now }: FaultOptions = {},
): Injected {
  const seen = new Map(faults.map((fault) => [fault, 0]));
  const isDue = (fault: Fault, request: SeenRequest): boolean => {
    const { on = () => true, nth = 1, times = 1 } = fault;
    if (!on(request) || !fits(fault.kind, request)) return false;
    const count = (seen.get(fault) ?? 0) + 1;
    seen.set(fault, count);
    return count >= nth && count < nth + times;
  };
  return inject(simulator, (request) => faults.find((fault) => isDue(fault, request)), now);
}

interface Seeded extends FaultOptions {
  /** From 0 to 1, the same for the same seed. */
  draw: () => number;
  kinds: readonly Fault["kind"][];
  /** How likely a request is to fail, from 0 to 1. */
  rate: number;
  /** So many faults in all, and no more. */
  most: number;
}

/** Draws for each request whether it fails, how and when. */
export function seedFaults(
  simulator: Pick<Simulator, "onRequest">,
  { draw, kinds, rate, most, now = Date.now }: Seeded,
): Injected {
  let left = most;
  return inject(
    simulator,
    (request) => {
      if (left === 0 || draw() >= rate) return undefined;
      const able = kinds.filter((kind) => fits(kind, request));
      const kind = able[Math.floor(draw() * able.length)];
      if (kind === undefined) return undefined;
      left--;
      return { kind, when: draw() < 0.5 ? "before" : "after" };
    },
    now,
  );
}

function inject(
  { onRequest }: Pick<Simulator, "onRequest">,
  choose: (request: SeenRequest) => Fault | undefined,
  now: () => number,
): Injected {
  const hits: string[] = [];
  const replica = createReplica();
  const chosen = new WeakMap<SeenRequest, Fault>();
  const fail = (fault: Fault, request: SeenRequest, when: "before" | "after"): Outcome | Promise<Outcome> => {
    const outcome = fault.kind === "lag" ? replica.answer(request) : kindOf(fault.kind).answer(now());
    if (outcome) hits.push(`${fault.kind} ${when} ${request.method} ${request.operation ?? request.route}`);
    return outcome;
  };
  const off = onRequest({
    before(request) {
      const fault = choose(request);
      if (!fault) return undefined;
      if (isAfter(fault)) {
        chosen.set(request, fault);
        return undefined;
      }
      return fail(fault, request, "before");
    },
    after(request, response) {
      replica.note(request, response);
      const fault = chosen.get(request);
      return fault && fail(fault, request, "after");
    },
  });
  return { hits, off };
}

/** What GitHub refuses it does not do, and a lagging read has no effect. */
function isAfter({ kind, when }: Fault): boolean {
  return when === "after" && kind !== "lag" && kindOf(kind).phase === "either";
}

function fits(kind: Fault["kind"], request: SeenRequest): boolean {
  if (kind === "lag") return request.category === "read";
  return kindOf(kind).fits?.(request) ?? true;
}

/** A copy of GitHub that is behind: it gives what it gave last time, and nothing for what it has never heard of. */
function createReplica() {
  const answers = new Map<string, ApiResponse>();
  const nameOf = ({ method, path, body }: SeenRequest) => `${method} ${path} ${body}`;
  return {
    note(request: SeenRequest, response: ApiResponse): void {
      if (request.category === "read") answers.set(nameOf(request), response);
    },
    answer(request: SeenRequest): Outcome {
      const known = answers.get(nameOf(request));
      if (known) return { answer: known };
      if (request.kind === "graphql") return undefined;
      const headers = { "content-type": "application/json; charset=utf-8" };
      return { answer: { status: 404, headers, body: JSON.stringify({ message: "Not Found" }) } };
    },
  };
}
