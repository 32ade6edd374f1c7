import { describe, expect, it } from "@jest/globals";
import { RequestError } from "@octokit/request-error";
import { UserError } from "../src/core/errors.ts";
import { createForgeCaches } from "../src/github/forge-caches.ts";
import { LimitedError, UncertainError } from "../src/github/request-errors.ts";
import { createJobHandlers } from "../src/job-handlers.ts";
import { createLog } from "../src/log.ts";
import { HopelessError, ParkedError, type Job } from "../src/queue/job-queue.ts";
import { redact } from "../src/redact/redact.ts";
import { MovedError, RefusedError } from "../src/tasks/forge.ts";

const UNTIL = new Date("2026-11-24T12:00:00Z");
const JOB: Job = {
  id: "job-1",
  task: "capture-pull-request",
  payload: { installationId: 7, repository: { id: 12, owner: "octo", name: "api" }, pullNumber: 3 },
  key: "12",
  group: "7",
  attempt: 2,
  deliveryId: "guid",
};

function answered(status: number, message: string): RequestError {
  const request = { method: "GET" as const, url: "https://api.github.com/x", headers: {} };
  const response = { status, url: "", headers: {}, data: { message } };
  return new RequestError(message, status, { request, response });
}

/** Runs the job against a GitHub that fails so; gives what it threw, and its lines in the log. */
async function run(failure: Error, job: Job = JOB) {
  const lines: Record<string, unknown>[] = [];
  const log = createLog("info", {
    write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  const fail = () => Promise.reject(failure);
  const handler = createJobHandlers({ client: fail, identify: fail, log, caches: createForgeCaches(), redact })[
    "capture-pull-request"
  ];
  const thrown = await handler?.(job).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { thrown, lines };
}

describe("a job that fails", () => {
  it.each([
    ["is limited", new LimitedError("secondary", UNTIL), "parked", ParkedError],
    ["is suspended", answered(403, "This installation has been suspended"), "parked", ParkedError],
    ["may not", answered(403, "Resource not accessible by integration"), "given up", HopelessError],
    ["finds nothing", answered(404, "Not Found"), "given up", HopelessError],
    ["breaks a rule", answered(422, "Repository rule violations found"), "given up", HopelessError],
    ["sends what GitHub does not take", answered(422, "Validation Failed"), "given up", HopelessError],
    ["is refused", new RefusedError("no"), "given up", HopelessError],
    ["is asked for the impossible", new UserError("no"), "given up", HopelessError],
    ["meets a broken GitHub", answered(502, "Bad Gateway"), "failed", RequestError],
    ["does not know what it did", new UncertainError("lost"), "failed", UncertainError],
    ["loses every race", new MovedError("moved"), "failed", MovedError],
    ["meets a conflict", answered(409, "Conflict"), "failed", RequestError],
    ["has a bug", new TypeError("x is undefined"), "failed", TypeError],
  ])("because it %s is told to the queue, and logged once", async (_, failure, outcome, expected) => {
    const { thrown, lines } = await run(failure);
    expect(thrown).toBeInstanceOf(expected);
    expect(lines).toEqual([
      {
        ...{ level: "warn", time: expect.any(String) as unknown, msg: "job", outcome },
        ...{ deliveryId: "guid", repo: "octo/api", pull: 3, job: "job-1", task: "capture-pull-request", attempt: 2 },
        ...{
          ms: expect.any(Number) as unknown,
          err: expect.objectContaining({ type: (thrown as Error).name }) as unknown,
        },
      },
    ]);
  });

  it("because it is limited is parked until GitHub's own time", async () => {
    const { thrown } = await run(new LimitedError("primary", UNTIL));
    expect(thrown).toMatchObject({ until: UNTIL });
  });

  it("because its payload has another shape is given up", async () => {
    const { thrown, lines } = await run(new Error("never asked"), { ...JOB, payload: { pullNumber: "3" } });
    expect(thrown).toBeInstanceOf(HopelessError);
    expect(lines).toEqual([expect.objectContaining({ job: "job-1", outcome: "given up" })]);
  });
});
