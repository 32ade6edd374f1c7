/** The verbs of whoever runs the server, as the command line knows them. What they do is loaded when it is wanted. */
import { InvalidArgumentError, Option, type Command } from "commander";
import type { CatchUpReport } from "./catch-up.ts";
import { changeJobs, listJobs, showJob } from "./cli/jobs.ts";
import type { Output } from "./cli/print.ts";
import { UserError } from "./core/errors.ts";
import type { JobDesk, JobState } from "./queue/job-queue.ts";

const STATES: readonly JobState[] = ["waiting", "running", "dead"];
const EVERY_DEAD = 10_000;

/** Adds them; `exit` is told the exit code of the one that ran. */
export function addOperatorCommands(program: Command, output: Output, exit: (code: number) => void): void {
  const jobs = program.command("jobs").description("See and settle the server's jobs (DATABASE_URL, or DATA_DIR).");
  const json = () => new Option("--json", "print one JSON object").default(false);

  jobs
    .command("list")
    .description("List jobs, the oldest first.")
    .addOption(new Option("--state <state>", "only these").choices(STATES))
    .option("--limit <n>", "at most so many", parseCount, 100)
    .addOption(json())
    .action(async (flags: { state?: JobState; limit: number; json: boolean }) => {
      exit(await withDesk((desk) => listJobs(desk, flags, output)));
    });
  jobs
    .command("show")
    .description("Show all that is stored of one job.")
    .argument("<id>")
    .addOption(json())
    .action(async (id: string, flags: { json: boolean }) => {
      exit(await withDesk((desk) => showJob(desk, id, flags, output)));
    });
  jobs
    .command("retry")
    .description("Run dead jobs again with all their attempts, or waiting ones now.")
    .argument("[ids...]")
    .option("--dead", "every dead job", false)
    .addOption(json())
    .action(async (ids: string[], flags: { dead: boolean; json: boolean }) => {
      const done = { ...flags, done: "queued" };
      exit(
        await withDesk(async (desk) =>
          changeJobs((id) => desk.retry(id), await choose(desk, ids, flags), done, output),
        ),
      );
    });
  jobs
    .command("discard")
    .description("Delete dead or waiting jobs; their deliveries are not taken again.")
    .argument("[ids...]")
    .option("--dead", "every dead job", false)
    .addOption(json())
    .action(async (ids: string[], flags: { dead: boolean; json: boolean }) => {
      const done = { ...flags, done: "discarded" };
      exit(
        await withDesk(async (desk) =>
          changeJobs((id) => desk.discard(id), await choose(desk, ids, flags), done, output),
        ),
      );
    });

  program
    .command("deliveries")
    .description("Find what GitHub sent and the server has not, and take it (as the App: APP_ID and so on).")
    .option("--dry-run", "say what is missing, and take nothing", false)
    .option("--since <date>", "look at every pull request that changed since then as well", parseDate)
    .addOption(json())
    .action(async ({ dryRun, since, json: isJson }: { dryRun: boolean; since?: number; json: boolean }) => {
      const { catchUpOnce } = await import("./operator.ts");
      const report = await catchUpOnce({ isDryRun: dryRun, since });
      output.out(isJson ? JSON.stringify(report, null, 2) : describe(report, dryRun));
      exit(0);
    });
}

async function choose(desk: JobDesk, ids: readonly string[], { dead }: { dead: boolean }): Promise<readonly string[]> {
  if (dead === ids.length > 0) throw new UserError("name the jobs by their ids, or all dead ones with --dead");
  return dead ? (await desk.list({ state: "dead", limit: EVERY_DEAD })).map(({ id }) => id) : ids;
}

/** The database, Probot and all that they bring take longer to load than the other verbs take to run. */
async function withDesk(act: (desk: JobDesk) => Promise<number>): Promise<number> {
  const { withDesk: open } = await import("./operator.ts");
  return open(act);
}

function describe(report: CatchUpReport, isDryRun: boolean): string {
  const { listed, missing, queued, ignored, gone, failed, sweptSince, swept } = report;
  const taken = [`${isDryRun ? "to read" : "queued"} ${queued}`, `nothing to do for ${ignored}`, `forgotten ${gone}`];
  const parts = failed > 0 ? [...taken, `could not be taken ${failed}`] : taken;
  const sweep = sweptSince === null ? [] : [`pull requests since ${new Date(sweptSince).toISOString()}: ${swept}`];
  return [`listed ${listed}, missing ${missing}: ${parts.join(", ")}`, ...sweep].join("\n");
}

/** Throws `InvalidArgumentError` for what is no number from 1 to 99999. */
export function parseCount(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError("It is a number from 1 to 99999.");
  return Number(text);
}

function parseDate(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new InvalidArgumentError("It is a date, like 2026-11-24.");
  return time;
}
