/**
 * The numbers an operator watches, in the format of Prometheus. Labels hold fixed words alone: never a repository, an
 * installation or a person, of which there may be any number.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Incomplete } from "./core/suggestion.ts";
import type { RequestRecord } from "./github/request-policy.ts";
import type { AnsweredDelivery } from "./http/delivery-server.ts";
import type { JobRun } from "./job-handlers.ts";
import type { JobQueue } from "./queue/job-queue.ts";

export interface Metrics {
  onAnswered: (answered: AnsweredDelivery) => void;
  onRun: (run: JobRun) => void;
  onRequest: (record: RequestRecord) => void;
  onIncomplete: (texts: readonly Incomplete[]) => void;
  /** All numbers as they stand. Those of the queue are asked for now; without an answer the store counts as down. */
  read: () => Promise<{ contentType: string; text: string }>;
}

interface MetricsOptions {
  queue: Pick<JobQueue, "statistics">;
  /** Milliseconds since 1970. */
  now?: () => number;
}

const PREFIX = "review_miner_";
/** GitHub gives up on an answer after ten seconds. */
const ANSWER_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const JOB_SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
const ATTEMPTS = [1, 2, 3, 4, 5, 6, 7, 8];
const RESOURCES = new Set(["core", "graphql"]);
const STATISTICS_WITHIN_MS = 2000;
const MOST_LIMITS = 20_000;

/** One registry a process. */
export function createMetrics({ queue, now = Date.now }: MetricsOptions): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const describe = (name: string, help: string) => ({ name: `${PREFIX}${name}`, help, registers });

  const deliveries = new Counter({
    ...describe("deliveries_total", "Deliveries answered, by what was said."),
    labelNames: ["outcome"],
  });
  const answer = new Histogram({
    ...describe("delivery_answer_seconds", "From the headers of a delivery to its answer."),
    buckets: ANSWER_SECONDS,
  });
  const jobs = new Gauge({ ...describe("jobs", "Jobs in the store, by state."), labelNames: ["state"] });
  const oldest = new Gauge(describe("oldest_waiting_job_seconds", "Since the oldest waiting job was queued."));
  const parked = new Gauge(describe("parked_installations", "Installations that wait until a time GitHub named."));
  const storeUp = new Gauge(describe("store_up", "1 when the store answers, else 0."));
  const run = { labelNames: ["task", "outcome"] as const };
  const duration = new Histogram({
    ...describe("job_seconds", "Runs of jobs: how long each took."),
    ...run,
    buckets: JOB_SECONDS,
  });
  const attempts = new Histogram({
    ...describe("job_attempt", "Runs of jobs: which attempt each was."),
    ...run,
    buckets: ATTEMPTS,
  });
  const requests = new Counter({
    ...describe("requests_total", "Requests to GitHub, by what became of them."),
    labelNames: ["class"],
  });
  const points = new Counter({
    ...describe("request_points_total", "What they cost of GitHub's points for a minute."),
    labelNames: ["class"],
  });
  const remaining = new Gauge({
    ...describe("rate_limit_remaining", "The least that any installation has left of this hour, as GitHub last said."),
    labelNames: ["resource"],
  });
  const incomplete = new Counter({
    ...describe("incomplete_texts_total", "Texts of review tools that seem to hold more findings than were read."),
    labelNames: ["tool"],
  });

  /** By installation and resource; the newest word of GitHub. */
  const limits = new Map<string, { resource: string; left: number; until: number }>();

  function noteLimit({ installation, remaining: said }: RequestRecord): void {
    if (!said) return;
    const resource = RESOURCES.has(said.resource) ? said.resource : "other";
    const key = `${installation ?? "app"} ${resource}`;
    limits.delete(key);
    limits.set(key, { ...said, resource });
    const [first] = limits.keys();
    if (limits.size > MOST_LIMITS && first !== undefined) limits.delete(first);
  }

  function showLimits(): void {
    const least = new Map<string, number>();
    for (const [key, { resource, left, until }] of limits) {
      if (until <= now()) limits.delete(key);
      else least.set(resource, Math.min(left, least.get(resource) ?? Infinity));
    }
    remaining.reset();
    for (const [resource, left] of least) remaining.set({ resource }, left);
  }

  async function askQueue(): Promise<void> {
    const statistics = await within(STATISTICS_WITHIN_MS, queue.statistics());
    storeUp.set(statistics ? 1 : 0);
    if (!statistics) {
      for (const gauge of [jobs, oldest, parked]) gauge.reset();
      return;
    }
    for (const [state, count] of Object.entries(statistics.jobs)) jobs.set({ state }, count);
    oldest.set(statistics.oldestWaitingSeconds);
    parked.set(statistics.parkedGroups);
  }

  return {
    onAnswered({ outcome, seconds }) {
      deliveries.inc({ outcome });
      answer.observe(seconds);
    },
    onRun({ task, outcome, attempt, seconds }) {
      duration.observe({ task, outcome }, seconds);
      attempts.observe({ task, outcome }, attempt);
    },
    onRequest(record) {
      requests.inc({ class: record.outcome });
      points.inc({ class: record.outcome }, record.points);
      noteLimit(record);
    },
    onIncomplete(texts) {
      for (const { tool } of texts) incomplete.inc({ tool: tool ?? "other" });
    },
    async read() {
      await askQueue();
      showLimits();
      return { contentType: register.contentType, text: await register.metrics() };
    },
  };
}

/** Undefined when it fails, or takes longer. */
async function within<Value>(ms: number, work: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([work, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
