import { describe, expect, it } from "@jest/globals";
import type { RequestRecord } from "../src/github/request-policy.ts";
import { createMetrics } from "../src/metrics.ts";
import type { QueueStatistics } from "../src/queue/job-queue.ts";

const STATISTICS: QueueStatistics = {
  jobs: { waiting: 3, running: 2, dead: 1 },
  oldestWaitingSeconds: 12.5,
  parkedGroups: 1,
};
const NOW = Date.UTC(2026, 10, 24);

function create(statistics: () => Promise<QueueStatistics> = () => Promise.resolve(STATISTICS)) {
  let now = NOW;
  const metrics = createMetrics({ queue: { statistics }, now: () => now });
  const lines = async () => {
    const { text } = await metrics.read();
    return text.split("\n").filter((line) => line.startsWith("review_miner_"));
  };
  return { metrics, lines, advance: (ms: number) => (now += ms) };
}

function request(installation: number, remaining?: RequestRecord["remaining"]): RequestRecord {
  const record = { installation, method: "GET", route: "/repos/{owner}/{repo}", outcome: "ok" as const, ms: 3 };
  return { ...record, points: 5, ...(remaining && { remaining }) };
}

describe("the numbers", () => {
  it("tell the state of the queue", async () => {
    const { lines } = create();
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'review_miner_jobs{state="waiting"} 3',
        'review_miner_jobs{state="running"} 2',
        'review_miner_jobs{state="dead"} 1',
        "review_miner_oldest_waiting_job_seconds 12.5",
        "review_miner_parked_installations 1",
        "review_miner_store_up 1",
      ]),
    );
  });

  it.each([
    ["fails", () => Promise.reject(new Error("gone"))],
    ["does not answer", () => new Promise<never>(() => undefined)],
  ])("say that the store is down when it %s", async (_, statistics) => {
    const { lines } = create(statistics);
    const told = await lines();
    expect(told).toContain("review_miner_store_up 0");
    expect(told.join("\n")).not.toContain('state="waiting"');
  });

  it("count deliveries, runs of jobs, requests and incomplete texts", async () => {
    const { metrics, lines } = create();
    metrics.onAnswered({ outcome: "queued", seconds: 0.02 });
    metrics.onRun({ task: "capture-pull-request", outcome: "captured", attempt: 2, seconds: 1.5 });
    metrics.onRequest(request(7));
    metrics.onRequest(request(8));
    const text = { url: "https://github.com/octo/api/pull/1", counted: 3, found: 2, signal: "badges" };
    metrics.onIncomplete([
      { ...text, tool: "coderabbit" },
      { ...text, tool: null },
    ]);
    const job = 'task="capture-pull-request",outcome="captured"';
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'review_miner_deliveries_total{outcome="queued"} 1',
        'review_miner_delivery_answer_seconds_bucket{le="0.01"} 0',
        'review_miner_delivery_answer_seconds_bucket{le="0.025"} 1',
        `review_miner_job_seconds_bucket{le="1",${job}} 0`,
        `review_miner_job_seconds_count{${job}} 1`,
        `review_miner_job_attempt_bucket{le="1",${job}} 0`,
        `review_miner_job_attempt_bucket{le="2",${job}} 1`,
        'review_miner_requests_total{class="ok"} 2',
        'review_miner_request_points_total{class="ok"} 10',
        'review_miner_incomplete_texts_total{tool="coderabbit"} 1',
        'review_miner_incomplete_texts_total{tool="other"} 1',
      ]),
    );
  });

  it("show the least that any installation has left, until its hour is over", async () => {
    const { metrics, lines, advance } = create();
    const until = NOW + 60_000;
    metrics.onRequest(request(7, { resource: "core", left: 40, until }));
    metrics.onRequest(request(7, { resource: "core", left: 39, until }));
    metrics.onRequest(request(8, { resource: "core", left: 4000, until: until + 60_000 }));
    metrics.onRequest(request(8, { resource: "graphql", left: 4990, until }));
    metrics.onRequest(request(9, { resource: "anything else", left: 1, until }));
    const left = async () => (await lines()).filter((line) => line.includes("rate_limit_remaining"));
    expect(await left()).toEqual([
      'review_miner_rate_limit_remaining{resource="core"} 39',
      'review_miner_rate_limit_remaining{resource="graphql"} 4990',
      'review_miner_rate_limit_remaining{resource="other"} 1',
    ]);
    advance(60_000);
    expect(await left()).toEqual(['review_miner_rate_limit_remaining{resource="core"} 4000']);
  });
});
