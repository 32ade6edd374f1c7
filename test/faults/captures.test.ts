/**
 * Many captures of one repository at once, over several processes on one PostgreSQL: each number is given once. `CAPTURES`
 * says how many. A few keep GitHub's real budgets; from a hundred on, four workers share them, and an hour passes every
 * moment, as those budgets count it.
 */
import { describe, expect, it } from "@jest/globals";
import { openPostgresDatabase } from "../../src/queue/postgres-database.ts";
import { createTestDatabase, createTestFolder, POSTGRES_URL } from "../helpers/queue-database.ts";
import { SILENT } from "../helpers/silent-log.ts";
import { freePort, serverEnvironment, startServer, waitFor, type ServerProcess } from "../helpers/server-process.ts";
import { openAnother, openSource, populate, type Source } from "../helpers/source-pull.ts";
import { enforceLimits } from "../simulator/limits.ts";
import { expectNoViolations, startSimulator, type Simulator } from "../simulator/simulator.ts";

const CAPTURES = Number(process.env["CAPTURES"] ?? 24);
const ARE_MANY = CAPTURES >= 100;
const WORKERS = ARE_MANY ? 4 : 2;
const WITHIN_MS = 2 * 3_600_000;
const MOMENT_MS = 200;
const SYLLABLES = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"];

/** A word of no language, another for each number: what asks for the same thing twice would be one item. */
function wordOf(number: number, kind: string): string {
  return `${String(number).replaceAll(/\d/g, (digit) => SYLLABLES[Number(digit)] ?? "")}${kind}`;
}

const wishOf = (number: number) =>
  `suggestion (non-blocking): Cache the ${wordOf(number, "rin")} results of ${wordOf(number, "tal")} in the ${wordOf(number, "dok")} store.`;

interface Fleet {
  simulator: Simulator;
  close(): Promise<void>;
}

async function startFleet(serverUrl: string): Promise<Fleet> {
  const folder = createTestFolder();
  const database = await createTestDatabase(serverUrl);
  const simulator = await startSimulator();
  populate(simulator.github);
  // What is on its way for a moment counts later here than where it was sent: the minute's edge is not sharp.
  if (!ARE_MANY) enforceLimits(simulator, { now: Date.now, pointsPerMinute: 945 });
  const start = async (role: string) => {
    const environment = serverEnvironment(simulator.app, simulator.url, folder.path, await freePort());
    return startServer({ ...environment, DATABASE_URL: database.url, ROLE: role, LOG_LEVEL: "warn" });
  };
  const servers: ServerProcess[] = [await start("web")];
  for (let count = 0; count < WORKERS; count++) servers.push(await start("worker"));
  simulator.sendWebhooksTo(servers[0]?.webhookUrl ?? "");
  const hours = ARE_MANY ? await letHoursPass(database.url) : undefined;
  return {
    simulator,
    async close() {
      await hours?.stop();
      await Promise.all(servers.map((server) => server.stop()));
      await simulator.close();
      await database.drop();
      folder.remove();
    },
  };
}

/** What was spent is long ago. */
async function letHoursPass(databaseUrl: string): Promise<{ stop: () => Promise<void> }> {
  const database = await openPostgresDatabase(databaseUrl, SILENT);
  let passing = Promise.resolve();
  const timer = setInterval(() => {
    passing = passing.then(async () => {
      await database.query("DELETE FROM review_miner.spending");
    });
  }, MOMENT_MS);
  return {
    async stop() {
      clearInterval(timer);
      await passing;
      await database.close();
    },
  };
}

function openAll({ simulator: { github } }: Fleet, count: number, config: string): Source[] {
  const first = openSource(github, "octo/busy", { config });
  const others = Array.from({ length: count - 1 }, (_, index) => openAnother(github, "octo/busy", `branch-${index}`));
  return [first, ...others];
}

/** So many at once are not all answered in GitHub's ten seconds: what was not is sent again, as when catching up. */
async function takeAll({ simulator }: Fleet): Promise<void> {
  const isTaken = ({ status }: { status: number }) => status >= 200 && status < 300;
  for (;;) {
    await simulator.settle();
    const missing = simulator.deliveries.filter(({ attempts }) => attempts.length > 0 && !attempts.some(isTaken));
    if (missing.length === 0) return;
    for (const { guid } of missing) await simulator.redeliver(guid);
  }
}

/** The numbers on every branch of ours. */
function numbersIn({ simulator: { github } }: Fleet, source: Source): string[] {
  const branches = github.branches(source.repository).filter((name) => name.startsWith("enhance/"));
  return branches.flatMap((branch) => source.directories(branch)).map((name) => name.split("-")[0] ?? "");
}

async function expectEachOnce(fleet: Fleet, [first]: Source[], count: number): Promise<void> {
  await takeAll(fleet);
  const numbers = () => (first ? numbersIn(fleet, first) : []);
  await waitFor(`${count} items`, () => numbers().length >= count || undefined, WITHIN_MS, MOMENT_MS);
  expect(numbers()).toHaveLength(count);
  expect(new Set(numbers()).size).toBe(count);
  expectNoViolations(fleet.simulator);
}

(POSTGRES_URL === undefined ? describe.skip : describe)(
  "several processes on one PostgreSQL (TEST_DATABASE_URL)",
  () => {
    it(
      `R8 ${CAPTURES} captures at once on the rolling follow-up, over ${WORKERS} workers, give each number once`,
      async () => {
        const fleet = await startFleet(POSTGRES_URL ?? "");
        try {
          const sources = openAll(fleet, CAPTURES, "mode: rolling\n");
          for (const [number, source] of sources.entries()) source.review([wishOf(number)]);
          for (const { repository, pull } of sources) {
            fleet.simulator.github.mergePullRequest(repository, pull.number, { as: "alice" });
          }
          await expectEachOnce(fleet, sources, CAPTURES);
        } finally {
          await fleet.close();
        }
      },
      WITHIN_MS,
    );

    const SEPARATE = Math.ceil(CAPTURES / 10);
    it(
      `R8 ${SEPARATE} follow-ups at once, over ${WORKERS} workers, give each number once`,
      async () => {
        const fleet = await startFleet(POSTGRES_URL ?? "");
        try {
          const { github } = fleet.simulator;
          const sources = openAll(fleet, SEPARATE, "enabled: true\n");
          // More than three that wait, by their label, and the rolling follow-up would take the rest.
          fleet.simulator.onRequest({
            after(request) {
              if (request.route.endsWith("/labels"))
                for (const each of sources[0]?.followUps() ?? []) each.labels.length = 0;
              return undefined;
            },
          });
          for (const [number, source] of sources.entries()) source.review([wishOf(number)]);
          await expectEachOnce(fleet, sources, SEPARATE);
          expect(github.branches("octo/busy").filter((name) => name.startsWith("enhance/"))).toHaveLength(SEPARATE);
        } finally {
          await fleet.close();
        }
      },
      WITHIN_MS,
    );
  },
);
