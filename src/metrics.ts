/**
 * The numbers an operator watches, in the format of Prometheus. Labels hold fixed words alone: never a repository, an
 * installation or a person, of which there may be any number.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Incomplete } from "./core/suggestion.ts";
import type { RequestRecord } from "./github/request-policy.ts";
import { createHourLimits } from "./hour-limits.ts";
import type { AnsweredDelivery } from "./http/delivery-server.ts";
import type { JobRun } from "./job-handlers.ts";
import type { JobQueue, QueueStatistics } from "./queue/job-queue.ts";

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
const STATISTICS_WITHIN_MS = 2000;

/** One registry a process. */
export function createMetrics({ queue, now = Date.now }: MetricsOptions): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const numbers = defineNumbers(register);
  const limits = createHourLimits(now);
  return {
    onAnswered({ outcome, seconds }) {
      numbers.deliveries.inc({ outcome });
      numbers.answer.observe(seconds);
    },
    onRun({ task, outcome, attempt, seconds }) {
      numbers.duration.observe({ task, outcome }, seconds);
      numbers.attempts.observe({ task, outcome }, attempt);
    },
    onRequest(record) {
      numbers.requests.inc({ class: record.outcome });
      numbers.points.inc({ class: record.outcome }, record.points);
      limits.note(record);
    },
    onIncomplete(texts) {
      for (const { tool } of texts) numbers.incomplete.inc({ tool: tool ?? "other" });
    },
    async read() {
      showQueue(numbers, await within(STATISTICS_WITHIN_MS, queue.statistics()));
      numbers.remaining.reset();
      for (const [resource, left] of limits.least()) numbers.remaining.set({ resource }, left);
      return { contentType: register.contentType, text: await register.metrics() };
    },
  };
}

/** Every number with its name, what it says, and its labels, in the order in which they are told. */
function defineNumbers(register: Registry) {
  const describe = (name: string, help: string) => ({ name: `${PREFIX}${name}`, help, registers: [register] });
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ ...describe(name, help), labelNames });
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ ...describe(name, help), labelNames });
  const histogram = <Label extends string>(name: string, help: string, buckets: number[], ...labelNames: Label[]) =>
    new Histogram({ ...describe(name, help), buckets, labelNames });
  return {
    deliveries: counter("deliveries_total", "Deliveries answered, by what was said.", "outcome"),
    answer: histogram("delivery_answer_seconds", "From the headers of a delivery to its answer.", ANSWER_SECONDS),
    jobs: gauge("jobs", "Jobs in the store, by state.", "state"),
    oldest: gauge("oldest_waiting_job_seconds", "Since the oldest waiting job was queued."),
    parked: gauge("parked_installations", "Installations that wait until a time GitHub named."),
    storeUp: gauge("store_up", "1 when the store answers, else 0."),
    duration: histogram("job_seconds", "Runs of jobs: how long each took.", JOB_SECONDS, "task", "outcome"),
    attempts: histogram("job_attempt", "Runs of jobs: which attempt each was.", ATTEMPTS, "task", "outcome"),
    requests: counter("requests_total", "Requests to GitHub, by what became of them.", "class"),
    points: counter("request_points_total", "What they cost of GitHub's points for a minute.", "class"),
    remaining: gauge(
      "rate_limit_remaining",
      "The least that any installation has left of this hour, as GitHub last said.",
      "resource",
    ),
    incomplete: counter(
      "incomplete_texts_total",
      "Texts of review tools that seem to hold more findings than were read.",
      "tool",
    ),
  };
}

/** Without statistics the store is down, and how its jobs stand is not known. */
function showQueue(
  { storeUp, jobs, oldest, parked }: ReturnType<typeof defineNumbers>,
  statistics: QueueStatistics | undefined,
): void {
  storeUp.set(statistics ? 1 : 0);
  if (!statistics) {
    for (const gauge of [jobs, oldest, parked]) gauge.reset();
    return;
  }
  for (const [state, count] of Object.entries(statistics.jobs)) jobs.set({ state }, count);
  oldest.set(statistics.oldestWaitingSeconds);
  parked.set(statistics.parkedGroups);
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
