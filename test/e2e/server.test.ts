/**
 * The server as people run it: a process of its own with a durable queue, fed signed webhooks over HTTP, and killed
 * wherever it can be. GitHub is the simulator; what stands on it afterwards is what counts.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { POSTGRES_URL } from "../helpers/queue-database.ts";
import { createPlace, type Place } from "../helpers/server-place.ts";
import { waitFor, type ServerProcess } from "../helpers/server-process.ts";
import { openSource, type Source } from "../helpers/source-pull.ts";
import type { RequestHooks } from "../simulator/http/hooks.ts";
import { expectNoViolations } from "../simulator/simulator.ts";

type SeenRequest = Parameters<NonNullable<RequestHooks["before"]>>[0];

const POOL = "suggestion (non-blocking): Use a connection pool, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry the upload with backoff; out of scope here, let's track it.";
const KNOWN = { "enhancements/001-known/notes.md": "An enhancement of before.\n" };

/** For machines that are busy: a start takes a second or two, and a minute where many others run. */
const WITHIN_MS = 180_000;

/** A source whose opening has been dealt with: its check has run, and what comes next is asked for by the capture. */
async function openQuietly({ simulator, server }: Place, repository: string): Promise<Source> {
  const source = openSource(simulator.github, repository, { files: KNOWN });
  const line = new RegExp(`"repo":"${repository}".*"task":"check-pull-request".*"msg":"job"`);
  await waitFor(`the check of ${repository}`, () => line.test(server().output()) || undefined, WITHIN_MS);
  return source;
}

/** Resolves once a capture of the repository has ended well in the process that runs now, in its output from `since` on. */
async function untilDone({ server, simulator }: Place, { repository }: Source, since = 0): Promise<void> {
  await waitFor(`the capture of ${repository}`, () => isDone(server(), repository, since) || undefined, WITHIN_MS);
  await simulator.settle();
}

function isDone(server: ServerProcess, repository: string, since: number): boolean {
  const line = new RegExp(
    `"repo":"${repository}".*"task":"capture-pull-request".*"outcome":"(?:captured|unchanged|updated)".*"msg":"job"`,
  );
  return line.test(server.output().slice(since));
}

/**
 * Lets the process run until the effect of the `nth` request that counts, kills it before the answer, starts it again
 * and waits for the capture. Gives what was asked for at that moment, or nothing when the capture ended before it.
 */
async function killAt(
  place: Place,
  source: Source,
  { nth, counts, act }: { nth: number; counts: (request: SeenRequest) => boolean; act: () => void },
): Promise<string | undefined> {
  const since = place.server().output().length;
  let seen = 0;
  let killedAt: string | undefined;
  let ended: Promise<unknown> | undefined;
  const off = place.simulator.onRequest({
    after(request) {
      if (!counts(request) || ++seen !== nth) return undefined;
      killedAt = `${request.method} ${request.route}`;
      ended = place.server().stop("SIGKILL");
      return { drop: true };
    },
  });
  act();
  const look = () => (killedAt !== undefined || isDone(place.server(), source.repository, since) ? true : undefined);
  await waitFor(`the capture of ${source.repository}`, look, WITHIN_MS);
  off();
  if (killedAt !== undefined) {
    await ended;
    await place.start();
  }
  await untilDone(place, source, killedAt === undefined ? since : 0);
  return killedAt;
}

/** One follow-up, a commit per capture, and every number once. */
function expectWhole({ simulator: { github } }: Place, source: Source, captures: number): void {
  const followUps = source.followUps();
  expect(followUps.map(({ head, state }) => [head.ref, state])).toEqual([["enhance/pr-1", "open"]]);
  expect(followUps[0]?.labels.map(({ name }) => name)).toEqual(["enhancement-capture"]);
  expect(github.branches(source.repository)).toEqual(["enhance/pr-1", "main", "upload"]);
  const length = (branch: string) => github.log(source.repository, branch).length;
  expect(length("enhance/pr-1") - length("main")).toBe(captures);
  const ids = source.directories("enhance/pr-1").map((name) => name.slice(0, 4));
  expect(ids).toEqual(["001-", "002-", "003-"].slice(0, captures + 1));
  expect(followUps[0]?.title).toBe(`Capture ${captures === 1 ? "1 suggestion" : "2 suggestions"} from #1`);
}

describe("the server on PGlite", () => {
  let place: Place;
  beforeAll(async () => {
    place = await createPlace();
  }, WITHIN_MS);
  afterAll(async () => {
    await place.close();
  });

  it("makes one follow-up of a signed review, whatever is sent again or forged", async () => {
    const { simulator, server } = place;
    const source = await openQuietly(place, "octo/plain");
    source.review([POOL]);
    await untilDone(place, source);
    expectWhole(place, source, 1);

    const review = simulator.deliveries.findLast(({ event }) => event === "pull_request_review");
    if (!review) throw new Error("there was no review event");
    simulator.requests.length = 0;
    expect(await simulator.redeliver(review.guid)).toBe(202);
    const forged = {
      ...review.headers,
      "x-github-delivery": "forged",
      "x-hub-signature-256": `sha256=${"0".repeat(64)}`,
    };
    const answer = await fetch(server().webhookUrl, { method: "POST", headers: forged, body: review.body });
    expect(answer.status).toBe(401);
    await simulator.settle();
    expect(simulator.requests).toEqual([]);
    expectWhole(place, source, 1);
    expectNoViolations(simulator);
  });

  it("killed between any two requests of a first capture, and started again, ends in the same place", async () => {
    const killedAt: string[] = [];
    for (let nth = 1; ; nth++) {
      const source = await openQuietly(place, `octo/first-${nth}`);
      const counts = ({ category }: SeenRequest) => category !== "auth";
      const request = await killAt(place, source, { nth, counts, act: () => source.review([POOL]) });
      expectWhole(place, source, 1);
      if (request === undefined) break;
      killedAt.push(request);
    }
    expect(killedAt).toEqual([
      "POST /graphql",
      "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
      "POST /repos/{owner}/{repo}/git/trees",
      "POST /repos/{owner}/{repo}/git/commits",
      "POST /repos/{owner}/{repo}/git/refs",
      "POST /repos/{owner}/{repo}/pulls",
      "POST /repos/{owner}/{repo}/issues/{issue_number}/labels",
    ]);
  }, 600_000);

  it("killed after a later capture moved its branch or its text, and started again, ends in the same place", async () => {
    const killedAt: string[] = [];
    for (let nth = 1; ; nth++) {
      const source = await openQuietly(place, `octo/later-${nth}`);
      const since = place.server().output().length;
      source.review([POOL]);
      await untilDone(place, source, since);
      const counts = ({ method }: SeenRequest) => method === "PATCH";
      const request = await killAt(place, source, { nth, counts, act: () => source.review([RETRY]) });
      expectWhole(place, source, 2);
      if (request === undefined) break;
      killedAt.push(request);
    }
    // What comes before is as above: objects without a name, which nobody sees.
    expect(killedAt).toEqual([
      "PATCH /repos/{owner}/{repo}/git/refs/{ref}",
      "PATCH /repos/{owner}/{repo}/pulls/{pull_number}",
    ]);
  }, 600_000);

  it("told to end in the middle of a capture, ends well, and nothing is lost", async () => {
    const source = openSource(place.simulator.github, "octo/drained", { files: KNOWN });
    let ended: Promise<number | null> | undefined;
    const off = place.simulator.onRequest({
      after({ category }) {
        if (category === "write") ended ??= place.server().stop("SIGTERM");
        return undefined;
      },
    });
    source.review([POOL]);
    await waitFor("the first write", () => ended, WITHIN_MS);
    off();
    expect(await ended).toBe(0);
    expect(place.server().output()).toContain('"msg":"stopped"');
    await place.start();
    await waitFor("the follow-up", () => source.followUps().find(({ labels }) => labels.length > 0), WITHIN_MS);
    expectWhole(place, source, 1);
    expectNoViolations(place.simulator);
  }, 180_000);
});

(POSTGRES_URL === undefined ? describe.skip : describe)("the server on PostgreSQL (TEST_DATABASE_URL)", () => {
  it("killed after its commit, and started again, opens the one follow-up", async () => {
    const place = await createPlace(POSTGRES_URL);
    try {
      const source = openSource(place.simulator.github, "octo/api", { files: KNOWN });
      const counts = ({ route }: SeenRequest) => route.endsWith("/git/refs");
      expect(await killAt(place, source, { nth: 1, counts, act: () => source.review([POOL]) })).toBeDefined();
      expectWhole(place, source, 1);
      expectNoViolations(place.simulator);
    } finally {
      await place.close();
    }
  }, 180_000);
});
