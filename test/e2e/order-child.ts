/** Delivers the events of a source in drawn orders, one after the other, until one ends otherwise than in order. */
import { isDeepStrictEqual } from "node:util";
import { startAppInProcess, type AppInProcess } from "../helpers/app-in-process.ts";
import { createRandom, shuffled } from "../helpers/random.ts";
import { readParameters } from "../helpers/run-child.ts";
import { openSource, PEOPLE, populate } from "../helpers/source-pull.ts";
import { expectNoViolations } from "../simulator/simulator.ts";

export interface OrdersRun {
  count: number;
  /** What every order is to end in. */
  expected: unknown;
  /** The first that ended otherwise. */
  failure?: { number: number; outcome: unknown };
}

/** Old repositories make the simulator slow. */
const PER_APP = 50;
const BOB = { as: PEOPLE.reviewer };
const ALICE = { as: PEOPLE.author };

let app = await start();

async function start(): Promise<AppInProcess> {
  const started = await startAppInProcess({ sockets: false, logLevel: "warn" });
  populate(started.github);
  return started;
}

/** What people do on one source, from its review to its merge. */
function live(repository: string): number {
  const { github } = app;
  const source = openSource(github, repository, { config: "enabled: true\n" });
  const { pull } = source;
  source.review(
    [
      "suggestion (non-blocking): Use a connection pool instead of one connection per request.",
      "suggestion (non-blocking): Retry uploads with backoff instead of giving up.",
      "nit: `limitBytes` reads better.",
      "Is this ever reached with an empty list?",
    ],
    { at: "2026-11-20T10:00:00Z" },
  );
  const [pool, retry, , question] = pull.threads.map(({ comments }) => comments[0]?.id ?? 0);
  const at = (minute: number) => ({ at: `2026-11-20T11:${String(minute).padStart(2, "0")}:00Z` });
  github.replyTo(repository, pool ?? 0, { ...ALICE, ...at(1), body: "Good idea, let's do that in a follow-up." });
  github.resolveThread(repository, retry ?? 0, { ...ALICE, ...at(2) });
  github.replyTo(repository, question ?? 0, { ...BOB, ...at(3), body: "/enhance" });
  const remark = github.comment(repository, pull.number, {
    ...{ ...BOB, ...at(4), body: "Out of scope here, but the cache needs an upper bound. Follow-up?" },
  });
  github.editComment(repository, remark.id, { ...BOB, ...at(5), body: "Let's bound the cache in a follow-up." });
  source.review(["suggestion (non-blocking): Log the size of each upload."], at(6));
  const last = pull.threads.at(-1)?.comments[0]?.id ?? 0;
  github.deleteReviewComment(repository, last, { ...BOB, ...at(7) });
  github.mergePullRequest(repository, pull.number, { ...ALICE, ...at(8) });
  return pull.number;
}

/** What stands on GitHub in the end, without the names and times that differ from run to run. */
function outcomeOf(repository: string) {
  const { github } = app;
  const [source, followUp, ...others] = github.pullRequests(repository);
  if (!source || !followUp) return { followUps: 0 };
  const plain = (text: string) =>
    text
      .replaceAll(repository, "octo/x")
      .replace(/<!-- review-miner [\w-]+ -->/, "")
      .replaceAll(/[0-9a-f]{40}/g, "sha")
      .replaceAll(/(?:discussion_r|issuecomment-|pullrequestreview-)\d+/g, "comment")
      .replaceAll(/"(?:uid|key|captured|written|id|reviewId|commentId)": (?:"[^"]*"|\d+)/g, "");
  const files = Object.entries(github.readFiles(repository, "enhance/pr-1"));
  return {
    followUps: 1 + others.length,
    ...{ title: followUp.title, body: plain(followUp.body), isDraft: followUp.isDraft, state: followUp.state },
    files: files.filter(([path]) => path.startsWith("enhancements/")).map(([path, text]) => [path, plain(text)]),
    answers: source.threads.flatMap(({ comments }) => comments).filter(({ author }) => author.login.endsWith("[bot]"))
      .length,
  };
}

/** Delivers in the given order; `pause` says after which delivery the jobs so far run, as they would when it is slow. */
async function run(repository: string, order: (guids: string[]) => string[], pause: () => boolean): Promise<unknown> {
  const { simulator } = app;
  const url = simulator.app.webhookUrl ?? "";
  await app.settle();
  const before = simulator.deliveries.length;
  simulator.sendWebhooksTo("");
  live(repository);
  const guids = simulator.deliveries.slice(before).map(({ guid }) => guid);
  simulator.sendWebhooksTo(url);
  for (const guid of order(guids)) {
    await simulator.redeliver(guid);
    if (pause()) await app.settle();
  }
  await app.settle();
  return outcomeOf(repository);
}

const { seed, count } = readParameters<"seed" | "count">();
const expected = await run(
  "octo/in-order",
  (guids) => guids,
  () => true,
);
const ran: OrdersRun = { count: 0, expected };
const draw = createRandom(seed);
while (ran.count < count && !ran.failure) {
  if (ran.count > 0 && ran.count % PER_APP === 0) {
    expectNoViolations(app.simulator);
    await app.close();
    app = await start();
  }
  const outcome = await run(
    `octo/order-${ran.count}`,
    (guids) => shuffled(guids, draw),
    () => draw() < 0.2,
  );
  if (!isDeepStrictEqual(outcome, expected)) ran.failure = { number: ran.count, outcome };
  ran.count += 1;
}
expectNoViolations(app.simulator);
await app.close();
process.stdout.write(JSON.stringify(ran));
