/** `enhance jobs`: what an operator sees of jobs that wait, run or are dead, and does about them. */
import { countOf } from "../core/count-of.ts";
import type { JobDesk, JobRecord, JobState } from "../queue/job-queue.ts";
import { printable, type Output } from "./print.ts";

interface ListOptions {
  state?: JobState | undefined;
  limit: number;
  json: boolean;
}

/** The oldest first, a line each. Gives the exit code: 0, whatever there is. */
export async function listJobs(
  desk: Pick<JobDesk, "list">,
  { state, limit, json }: ListOptions,
  output: Output,
): Promise<number> {
  const jobs = await desk.list({ limit, ...(state && { state }) });
  if (json) {
    output.out(JSON.stringify({ jobs }, null, 2));
    return 0;
  }
  for (const { id, state: is, task, key, group, attempts, queuedAt, lastError } of jobs) {
    const words = [
      id,
      is,
      task,
      `repository ${key}`,
      `installation ${group}`,
      countOf(attempts, "attempt"),
      queuedAt.toISOString(),
    ];
    output.out(printable([...words, ...(lastError === null ? [] : [lastError])].join("  ")));
  }
  const all = jobs.length === 0 ? "no jobs" : countOf(jobs.length, "job");
  output.out(jobs.length === limit ? `the first ${limit}; --limit shows more` : all);
  return 0;
}

/** All that is stored of one job. Gives the exit code: 1 when there is no such job. */
export async function showJob(
  desk: Pick<JobDesk, "read">,
  id: string,
  { json }: { json: boolean },
  output: Output,
): Promise<number> {
  const job = await desk.read(id);
  if (!job) {
    output.err(`enhance: there is no job ${printable(id)}; it is done, or was discarded`);
    return 1;
  }
  if (json) output.out(JSON.stringify(job, null, 2));
  else for (const [name, value] of Object.entries(describe(job))) output.out(printable(`${name.padEnd(13)} ${value}`));
  return 0;
}

/** Retries or discards jobs by their ids. Gives the exit code: 1 when one of them was not there, or is running. */
export async function changeJobs(
  change: (id: string) => Promise<boolean>,
  ids: readonly string[],
  { json, done }: { json: boolean; done: string },
  output: Output,
): Promise<number> {
  const outcomes = [];
  for (const id of ids) outcomes.push({ id, isDone: await change(id) });
  if (json) output.out(JSON.stringify({ jobs: outcomes }, null, 2));
  for (const { id, isDone } of json ? [] : outcomes) {
    if (isDone) output.out(`${done} ${printable(id)}`);
    else output.err(`enhance: not ${done}: ${printable(id)} is done, discarded or running`);
  }
  return outcomes.every(({ isDone }) => isDone) ? 0 : 1;
}

function describe(job: JobRecord): Record<string, string> {
  return {
    id: job.id,
    state: job.state,
    task: job.task,
    repository: job.key,
    installation: job.group,
    attempts: String(job.attempts),
    queued: job.queuedAt.toISOString(),
    runs: job.state === "waiting" ? `at ${job.runAt.toISOString()} or later` : "-",
    deliveries: job.deliveries.join(", "),
    "last error": job.lastError ?? "-",
    payload: JSON.stringify(job.payload),
  };
}
