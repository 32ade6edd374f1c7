/** What every queue must do. The same tests run against memory, PGlite and PostgreSQL. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import {
  HopelessError,
  ParkedError,
  type Decision,
  type Delivery,
  type Job,
  type JobQueue,
  type JobRequest,
} from "../../src/queue/job-queue.ts";

export interface QueueSettings {
  debounceMs?: number;
  concurrency?: number;
  perGroup?: number;
  attempts?: number;
  firstRetryMs?: number;
  orphanAfterMs?: number;
}

/** The short times that tests want. */
const SETTINGS = { firstRetryMs: 5, attempts: 3 };

export function delivery(id: string): Delivery {
  return { id, event: "pull_request_review", action: "submitted", installationId: 7, repositoryId: 42 };
}

export function job(request: Partial<JobRequest> = {}): Decision {
  return { job: { task: "capture", payload: { pull: 1 }, key: "42", group: "7", ...request } };
}

/** Resolves when the condition holds; the time is only there so that a failure ends. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await sleep(5);
  }
}

/** Something to wait for that a test opens. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** `open` gives an empty queue each time. */
export function describeQueue(open: (settings: QueueSettings) => Promise<JobQueue>): void {
  let queue: JobQueue;

  async function begin(settings: QueueSettings = {}): Promise<JobQueue> {
    queue = await open({ ...SETTINGS, ...settings });
    return queue;
  }

  const isIdle = async () => {
    const { waiting, running } = (await queue.statistics()).jobs;
    return waiting + running === 0;
  };

  afterEach(async () => {
    await queue.stop({ withinMs: 0 });
  });

  describe("accepting", () => {
    it("runs the job of a delivery once, with what it was given", async () => {
      await begin();
      const seen: Job[] = [];
      await queue.start({ capture: (each) => Promise.resolve(void seen.push(each)) });
      expect(await queue.accept(delivery("a"), job({ payload: { pull: 9, words: ["x"] } }))).toBe("queued");
      await until("the job is done", isIdle);
      expect(seen).toEqual([
        {
          id: expect.any(String),
          task: "capture",
          payload: { pull: 9, words: ["x"] },
          key: "42",
          group: "7",
          attempt: 1,
          deliveryId: "a",
        },
      ]);
    });

    it("runs what was accepted before it was started", async () => {
      await begin();
      let runs = 0;
      await queue.accept(delivery("a"), job());
      await queue.start({ capture: () => Promise.resolve(void (runs += 1)) });
      await until("the job is done", isIdle);
      expect(runs).toBe(1);
    });

    it("takes a delivery sent a hundred times at once for one", async () => {
      await begin();
      let runs = 0;
      await queue.start({ capture: () => Promise.resolve(void (runs += 1)) });
      const outcomes = await Promise.all(Array.from({ length: 100 }, () => queue.accept(delivery("a"), job())));
      await until("the job is done", isIdle);
      expect(outcomes.filter((outcome) => outcome === "queued")).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === "known")).toHaveLength(99);
      expect(await queue.accept(delivery("a"), job())).toBe("known");
      await until("nothing runs", isIdle);
      expect(runs).toBe(1);
    });

    it("remembers a delivery that is ignored", async () => {
      await begin();
      expect(await queue.accept(delivery("a"), { ignored: "an approval" })).toBe("ignored");
      expect(await queue.accept(delivery("a"), job())).toBe("known");
      expect((await queue.statistics()).jobs).toEqual({ waiting: 0, running: 0, dead: 0 });
    });

    it.each([
      ["NUL and a lone surrogate", { text: "a\0b\ud800c" }],
      ["what looks like an escaped NUL", { text: "\\u0000" }],
      ["a megabyte", { text: "é".repeat(500_000) }],
      ["keys of an object's prototype", JSON.parse('{"__proto__":{"a":1},"constructor":2}') as object],
    ])("gives a payload back as it was: %s", async (_name, payload) => {
      await begin();
      await queue.accept(delivery("a"), job({ payload }));
      const [record] = await queue.jobs.list();
      expect(JSON.stringify(record?.payload)).toBe(JSON.stringify(payload));
    });

    it("takes names that hold NUL and numbers that are no integers", async () => {
      await begin();
      const odd = { id: "a", event: "x\0", action: "y\ud800", installationId: 1.5, repositoryId: 2 ** 60 };
      expect(await queue.accept(odd, job({ key: "k\0", group: "g\0", subject: "s\0" }))).toBe("queued");
      expect(await queue.accept(odd, job())).toBe("known");
    });

    it("knows which deliveries are missing", async () => {
      await begin();
      await queue.accept(delivery("queued"), job());
      await queue.accept(delivery("ignored"), { ignored: "no" });
      expect(await queue.missing(["x", "queued", "y", "ignored"])).toEqual(["x", "y"]);
      expect(await queue.missing([])).toEqual([]);
    });

    it("refuses a delivery once it is stopped", async () => {
      await begin();
      await queue.stop({ withinMs: 0 });
      await expect(queue.accept(delivery("a"), job())).rejects.toThrow("the queue is closed");
      expect(await queue.isReady()).toBe(false);
    });
  });

  describe("order", () => {
    it("runs the jobs of a key one at a time, the oldest first, without a pause between them", async () => {
      await begin();
      const order: unknown[] = [];
      let running = 0;
      let most = 0;
      const began = Date.now();
      await queue.start({
        async capture({ payload }) {
          most = Math.max(most, (running += 1));
          order.push(payload);
          await sleep(1);
          running -= 1;
        },
      });
      const count = 40;
      await Promise.all(
        Array.from({ length: count }, (_, index) => queue.accept(delivery(`d${index}`), job({ payload: { index } }))),
      );
      await until("all are done", isIdle);
      expect(most).toBe(1);
      expect(order).toEqual(Array.from({ length: count }, (_, index) => ({ index })));
      // A poll a second for each would take forty.
      expect(Date.now() - began).toBeLessThan(20_000);
    });

    it("runs the jobs of different keys side by side", async () => {
      await begin();
      const both = gate();
      let started = 0;
      await queue.start({
        capture() {
          if ((started += 1) === 2) both.open();
          return both.opened;
        },
      });
      await queue.accept(delivery("a"), job({ key: "1" }));
      await queue.accept(delivery("b"), job({ key: "2" }));
      await until("both are done", isIdle);
      expect(started).toBe(2);
    });

    it("lets groups take turns: a thousand jobs of one do not delay another's", async () => {
      await begin({ concurrency: 4, perGroup: 2 });
      const order: string[] = [];
      const go = gate();
      await queue.start({
        async capture({ group }) {
          order.push(group);
          await go.opened;
        },
      });
      await Promise.all(
        Array.from({ length: 1000 }, (_, index) =>
          queue.accept(delivery(`a${index}`), job({ group: "many", key: `a${index}` })),
        ),
      );
      for (const group of ["one", "two"]) {
        for (const index of [1, 2, 3])
          await queue.accept(delivery(`${group}${index}`), job({ group, key: `${group}${index}` }));
      }
      await until("every place is taken", () => order.length === 4);
      go.open();
      await until("the small groups are done", () => order.filter((group) => group !== "many").length === 6);
      expect(order.slice(0, 16).filter((group) => group !== "many")).toHaveLength(6);
    });

    it("keeps places free for other groups when one's jobs never end", async () => {
      await begin({ concurrency: 4, perGroup: 2 });
      const forever = gate();
      let isDone = false;
      await queue.start({
        capture: () => forever.opened,
        other: () => Promise.resolve(void (isDone = true)),
      });
      for (const index of [1, 2, 3, 4, 5])
        await queue.accept(delivery(`a${index}`), job({ group: "stuck", key: `a${index}` }));
      await queue.accept(delivery("b"), job({ task: "other", group: "free", key: "b" }));
      await until("the other group's job is done", () => isDone);
      await until("no more than its share runs", async () => (await queue.statistics()).jobs.running === 2);
      forever.open();
    });
  });

  describe("failure", () => {
    it("tries again, then keeps a dead letter with what the last attempt said", async () => {
      await begin();
      const attempts: number[] = [];
      await queue.start({
        capture({ attempt }) {
          attempts.push(attempt);
          throw new Error(`no luck ${attempt}`, { cause: new TypeError("the reason") });
        },
        other: () => Promise.resolve(),
      });
      await queue.accept(delivery("a"), job({ payload: { pull: 5 } }));
      await queue.accept(delivery("b"), job({ task: "other" }));
      await until("nothing waits", isIdle);
      expect(attempts).toEqual([1, 2, 3]);
      const [dead, ...rest] = await queue.jobs.list({ state: "dead" });
      expect(rest).toEqual([]);
      expect(dead).toMatchObject({ attempts: 3, payload: { pull: 5 }, deliveries: ["a"], deliveryId: "a" });
      expect(dead?.lastError).toContain("no luck 3");
      expect((await queue.statistics()).jobs).toEqual({ waiting: 0, running: 0, dead: 1 });
    });

    it.each<[name: string, task: string]>([
      ["a failure without hope", "hopeless"],
      ["a task that nobody handles", "unknown"],
      ["a task named like an inherited property", "constructor"],
    ])("is a dead letter at once: %s", async (_name, task) => {
      await begin();
      await queue.start({
        hopeless() {
          throw new HopelessError("the repository is gone");
        },
      });
      await queue.accept(delivery("a"), job({ task }));
      await until("nothing waits", isIdle);
      expect(await queue.jobs.list()).toMatchObject([{ state: "dead", attempts: 1, task }]);
    });

    it("queues a dead delivery again when it is sent again, once", async () => {
      await begin();
      let isBroken = true;
      const seen: unknown[] = [];
      await queue.start({
        capture({ payload }) {
          if (isBroken) throw new HopelessError("broken");
          seen.push(payload);
          return Promise.resolve();
        },
      });
      await queue.accept(delivery("a"), job({ payload: { version: 1 } }));
      await until("it is dead", isIdle);
      expect(await queue.missing(["a"])).toEqual(["a"]);
      isBroken = false;
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () => queue.accept(delivery("a"), job({ payload: { version: 2 } }))),
      );
      await until("it is done", isIdle);
      expect(outcomes.filter((outcome) => outcome === "queued")).toHaveLength(1);
      expect(seen).toEqual([{ version: 2 }]);
      expect(await queue.jobs.list()).toEqual([]);
      expect(await queue.missing(["a"])).toEqual([]);
    });

    it("parks the group of a job that asks for it, without counting the attempt, and others go on", async () => {
      await begin();
      const seen: string[] = [];
      let parkedUntil = 0;
      await queue.start({
        capture({ key, attempt }) {
          seen.push(`${key}:${attempt}`);
          if (key !== "limited" || parkedUntil > 0) return Promise.resolve();
          parkedUntil = Date.now() + 700;
          throw new ParkedError("secondary rate limit", { until: new Date(parkedUntil) });
        },
      });
      await queue.accept(delivery("a"), job({ key: "limited", group: "parked" }));
      await until("the group is parked", async () => (await queue.statistics()).parkedGroups === 1);
      await queue.accept(delivery("b"), job({ key: "same-group", group: "parked" }));
      await queue.accept(delivery("c"), job({ key: "free", group: "free" }));
      await until("the other group's job is done", () => seen.includes("free:1"));
      expect(seen).toEqual(["limited:1", "free:1"]);
      await until("all are done", isIdle);
      expect(Date.now()).toBeGreaterThanOrEqual(parkedUntil);
      expect(seen.slice(2).sort()).toEqual(["limited:1", "same-group:1"]);
    });
  });

  describe("joining", () => {
    it("lets deliveries of a subject join the job that waits, and no other", async () => {
      await begin();
      await queue.accept(delivery("a"), job({ subject: "pull 1" }));
      expect(await queue.accept(delivery("b"), job({ subject: "pull 1" }))).toBe("queued");
      await Promise.all(["c", "d"].map((id) => queue.accept(delivery(id), job({ subject: "pull 1" }))));
      await queue.accept(delivery("other subject"), job({ subject: "pull 2" }));
      await queue.accept(delivery("other key"), job({ subject: "pull 1", key: "43" }));
      await queue.accept(delivery("other task"), job({ subject: "pull 1", task: "sync" }));
      await queue.accept(delivery("no subject"), job());
      const groups = (await queue.jobs.list()).map(({ deliveries }) => [...deliveries].sort());
      expect(groups).toEqual([["a", "b", "c", "d"], ["other subject"], ["other key"], ["other task"], ["no subject"]]);
    });

    it("begins a job for a new delivery that arrives with one of its subject that is known", async () => {
      await begin();
      await queue.start({ capture: () => Promise.resolve() });
      await queue.accept(delivery("a"), job({ subject: "s" }));
      await until("it is done", isIdle);
      await queue.stopJobs({ withinMs: 1_000 });
      const together = ["a", "b"].map((id) => queue.accept(delivery(id), job({ subject: "s" })));
      expect(await Promise.all(together)).toEqual(["known", "queued"]);
      await queue.accept(delivery("c"), job({ subject: "s" }));
      const groups = (await queue.jobs.list()).map(({ deliveries }) => [...deliveries].sort());
      expect(groups).toEqual([["b", "c"]]);
    });

    it("settles every delivery that joined", async () => {
      await begin();
      for (const id of ["a", "b"]) await queue.accept(delivery(id), job({ subject: "s" }));
      let runs = 0;
      await queue.start({
        capture() {
          runs += 1;
          throw new HopelessError("no");
        },
      });
      await until("it is dead", isIdle);
      expect(runs).toBe(1);
      expect(await queue.missing(["a", "b"])).toEqual(["a", "b"]);
      expect(await queue.accept(delivery("b"), job({ subject: "s" }))).toBe("queued");
      await until("it is dead again", isIdle);
      expect(await queue.jobs.list()).toMatchObject([{ state: "dead", deliveries: ["a", "b"] }]);
    });

    it("brings back a job that several deliveries wait for once, when all of them come again at once", async () => {
      await begin();
      const all = ["a", "b", "c"];
      for (const id of all) await queue.accept(delivery(id), job({ subject: "s" }));
      await queue.start({ capture: () => Promise.reject(new HopelessError("no")) });
      await until("it is dead", isIdle);
      await queue.stopJobs({ withinMs: 1_000 });
      await Promise.all(["b", "c"].map((id) => queue.accept(delivery(id), job({ subject: "s" }))));
      await queue.accept(delivery("d"), job({ subject: "s" }));
      const jobs = (await queue.jobs.list()).map(({ state, deliveries }) => [state, [...deliveries].sort()]);
      expect(jobs).toEqual([["waiting", ["a", "b", "c", "d"]]]);
    });

    it("never joins a job that runs: what arrives then is seen by a run that begins later", async () => {
      await begin();
      let version = 0;
      let seen = 0;
      await queue.start({
        async capture() {
          const read = version;
          await sleep(Math.random() * 3);
          seen = Math.max(seen, read);
        },
      });
      for (let round = 0; round < 15; round += 1) {
        const ids = [0, 1, 2].map((index) => `${round}-${index}`);
        await Promise.all(
          ids.map(async (id) => {
            await sleep(Math.random() * 6);
            version += 1;
            await queue.accept(delivery(id), job({ subject: "s" }));
          }),
        );
        await until("all are done", isIdle);
        expect(seen).toBe(version);
      }
    });

    it("waits for the debounce, and only where there is a subject", async () => {
      await begin({ debounceMs: 400 });
      const ran: [string | null, number][] = [];
      await queue.start({ capture: ({ deliveryId }) => Promise.resolve(void ran.push([deliveryId, Date.now()])) });
      const began = Date.now();
      await queue.accept(delivery("a"), job({ subject: "s" }));
      await queue.accept(delivery("b"), job({ subject: "s" }));
      await queue.accept(delivery("c"), job({ key: "43" }));
      await until("all are done", isIdle);
      expect(ran.map(([id]) => id)).toEqual(["c", "a"]);
      expect((ran[1]?.[1] ?? 0) - began).toBeGreaterThanOrEqual(395);
    });
  });

  describe("operators", () => {
    it("read, retry and discard dead jobs", async () => {
      await begin();
      let isBroken = true;
      const done: unknown[] = [];
      await queue.start({
        capture({ key, attempt }) {
          if (isBroken) throw new HopelessError("broken");
          done.push([key, attempt]);
          return Promise.resolve();
        },
      });
      await queue.accept(delivery("a"), job({ key: "1" }));
      await queue.accept(delivery("b"), job({ key: "2" }));
      await until("both are dead", isIdle);
      isBroken = false;
      const [first, second] = await queue.jobs.list({ state: "dead" });
      expect(await queue.jobs.read(first?.id ?? "")).toEqual(first);
      expect(await queue.jobs.retry(first?.id ?? "")).toBe(true);
      expect(await queue.jobs.discard(second?.id ?? "")).toBe(true);
      await until("nothing waits", isIdle);
      expect(done).toEqual([[first?.key, 1]]);
      expect(await queue.jobs.list()).toEqual([]);
      expect(await queue.accept(delivery("b"), job())).toBe("known");
    });

    it("bring forward a job that waits for its next attempt", async () => {
      await begin({ firstRetryMs: 600_000 });
      const attempts: number[] = [];
      await queue.start({
        capture({ attempt }) {
          attempts.push(attempt);
          if (attempt === 1) throw new Error("not yet");
          return Promise.resolve();
        },
      });
      await queue.accept(delivery("a"), job());
      await until("it waits", async () => (await queue.statistics()).jobs.waiting === 1 && attempts.length === 1);
      const [waiting] = await queue.jobs.list({ state: "waiting" });
      expect(waiting).toMatchObject({ attempts: 1 });
      expect(waiting?.lastError).toContain("not yet");
      expect(await queue.jobs.retry(waiting?.id ?? "")).toBe(true);
      await until("it is done", isIdle);
      expect(attempts).toEqual([1, 2]);
    });

    it("let running jobs alone", async () => {
      await begin();
      const held = gate();
      await queue.start({ capture: () => held.opened });
      await queue.accept(delivery("a"), job());
      await until("it runs", async () => (await queue.statistics()).jobs.running === 1);
      const [running] = await queue.jobs.list({ state: "running" });
      expect(await queue.jobs.retry(running?.id ?? "")).toBe(false);
      expect(await queue.jobs.discard(running?.id ?? "")).toBe(false);
      held.open();
      await until("it is done", isIdle);
    });

    it.each(["", "no-such-job", "00000000-0000-4000-8000-000000000000"])("find nothing under %j", async (id) => {
      await begin();
      expect(await queue.jobs.read(id)).toBeUndefined();
      expect(await queue.jobs.retry(id)).toBe(false);
      expect(await queue.jobs.discard(id)).toBe(false);
    });

    it("see how much waits and for how long", async () => {
      await begin();
      expect(await queue.statistics()).toEqual({
        jobs: { waiting: 0, running: 0, dead: 0 },
        oldestWaitingSeconds: 0,
        parkedGroups: 0,
      });
      await queue.accept(delivery("a"), job());
      await queue.accept(delivery("b"), job());
      await sleep(50);
      const { jobs, oldestWaitingSeconds } = await queue.statistics();
      expect(jobs.waiting).toBe(2);
      expect(oldestWaitingSeconds).toBeGreaterThanOrEqual(0.04);
      expect(await queue.jobs.list({ limit: 1 })).toMatchObject([
        { deliveryId: "a", state: "waiting", lastError: null },
      ]);
    });
  });

  describe("forgetting", () => {
    const of = (id: string, installationId: number, repositoryId: number) => ({
      ...delivery(id),
      installationId,
      repositoryId,
    });

    it.each([
      ["an installation", { installationId: 7 }, ["i", "n"]],
      ["a repository", { repositoryId: 42 }, ["i", "n", "r"]],
      ["somebody unknown", { installationId: 1, repositoryId: 1 }, ["dead", "i", "n", "r", "waits"]],
    ])("deletes what waits or is dead of %s, and nothing else", async (_name, party, left) => {
      await begin({ firstRetryMs: 600_000 });
      await queue.start({
        dead: () => Promise.reject(new HopelessError("no")),
        later: () => Promise.reject(new Error("not yet")),
      });
      await queue.accept(of("dead", 7, 42), job({ task: "dead" }));
      for (const [id, installation, repository] of [
        ["waits", 7, 42],
        ["r", 7, 43],
        ["i", 8, 44],
      ] as const) {
        await queue.accept(
          of(id, installation, repository),
          job({ task: "later", key: String(repository), subject: "s" }),
        );
      }
      await queue.accept(
        { ...delivery("n"), installationId: null, repositoryId: null },
        job({ task: "later", key: "45" }),
      );
      const areTried = async () => (await queue.jobs.list()).every(({ lastError }) => lastError !== null);
      await until("all were tried", areTried);
      await queue.accept(of("joins", 7, 42), job({ task: "later", subject: "s" }));
      const all = (await queue.jobs.list()).length;
      const gone = await queue.forget(party);
      const names = (await queue.jobs.list()).map(({ deliveryId }) => deliveryId);
      expect(gone).toBe(all - names.length);
      expect(names.sort()).toEqual(left);
      expect(await queue.missing(["waits", "joins", "r"])).toEqual([]);
      expect(await queue.accept(of("joins", 7, 42), job())).toBe("known");
    });

    it("leaves what was sent later, and the job that it has joined", async () => {
      await begin();
      const sentAt = new Date(Date.now() - 60_000);
      const late = (id: string) => ({ ...of(id, 7, 42), sentAt });
      await queue.accept(late("old"), job());
      await queue.accept(late("joined"), job({ subject: "s" }));
      await queue.accept(of("joins", 7, 42), job({ subject: "s" }));
      await queue.accept(of("new", 7, 42), job());
      expect(await queue.forget({ repositoryId: 42 }, { until: sentAt })).toBe(1);
      const kept = (await queue.jobs.list()).map(({ deliveries }) => deliveries.toSorted());
      expect(kept.toSorted()).toEqual([["joined", "joins"], ["new"]]);
      expect(await queue.forget({ repositoryId: 42 })).toBe(2);
      expect(await queue.missing(["old", "joined", "joins", "new"])).toEqual([]);
    });

    it("lets a running job end, and tries it no more with what it was given", async () => {
      await begin();
      const held = gate();
      const seen: unknown[] = [];
      await queue.start({
        async capture({ payload }) {
          seen.push(payload);
          if (payload === null) throw new HopelessError("it was forgotten");
          await held.opened;
          throw new Error("not yet");
        },
      });
      await queue.accept(of("a", 7, 42), job());
      await until("it runs", async () => (await queue.statistics()).jobs.running === 1);
      expect(await queue.forget({ repositoryId: 42 })).toBe(0);
      held.open();
      await until("it has ended", isIdle);
      expect(seen).toEqual([{ pull: 1 }, null]);
      expect(await queue.jobs.list()).toMatchObject([{ state: "dead", payload: null }]);
    });
  });

  it("rests from jobs and still accepts deliveries", async () => {
    await begin();
    const seen: string[] = [];
    await queue.start({
      capture({ deliveryId }) {
        seen.push(deliveryId ?? "");
        return new Promise<never>(() => undefined);
      },
    });
    await queue.accept(delivery("a"), job());
    await until("it runs", () => seen.length === 1);
    await queue.stopJobs({ withinMs: 1 });
    expect(await queue.accept(delivery("b"), job({ key: "43" }))).toBe("queued");
    expect((await queue.statistics()).jobs).toEqual({ waiting: 2, running: 0, dead: 0 });
    expect(await queue.jobs.list()).toMatchObject([{ attempts: 0 }, { attempts: 0 }]);
    expect(seen).toEqual(["a"]);
  });

  it("tells once of each job that it gives up, and survives what is thrown then", async () => {
    await begin({ attempts: 2 });
    const told: unknown[] = [];
    const capture = ({ key }: Job) => {
      throw key === "hopeless" ? new HopelessError("no") : new Error("not yet");
    };
    const onDead = ({ key, attempt }: Job, error: unknown) => {
      told.push([key, attempt, (error as Error).message]);
      return Promise.reject(new Error("nobody listens"));
    };
    await queue.start({ capture }, { onDead });
    await queue.accept(delivery("a"), job({ key: "hopeless" }));
    await queue.accept(delivery("b"), job({ key: "hard" }));
    await until("both are dead", async () => (await queue.statistics()).jobs.dead === 2 && told.length === 2);
    expect(told).toEqual(
      expect.arrayContaining([
        ["hopeless", 1, "no"],
        ["hard", 2, "not yet"],
      ]),
    );
  });

  it("keeps notes", async () => {
    await begin();
    expect(await queue.notes.read("cursor")).toBeUndefined();
    await queue.notes.write("cursor", "one");
    await queue.notes.write("cursor", "two");
    expect(await queue.notes.read("cursor")).toBe("two");
  });

  it("does one work of a name at a time, and gives its result or its error", async () => {
    await begin();
    const held = gate();
    const first = queue.alone("sweep", () => held.opened.then(() => "swept"));
    expect(await queue.alone("sweep", () => Promise.resolve("again"))).toBeUndefined();
    expect(await queue.alone("other", () => Promise.resolve("other"))).toBe("other");
    held.open();
    expect(await first).toBe("swept");
    await expect(queue.alone("sweep", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await queue.alone("sweep", () => Promise.resolve("again"))).toBe("again");
  });

  it("waits for what runs when it is stopped", async () => {
    await begin();
    const held = gate();
    let isDone = false;
    await queue.start({
      async capture() {
        held.open();
        await sleep(50);
        isDone = true;
      },
    });
    await queue.accept(delivery("a"), job());
    await held.opened;
    await queue.stop({ withinMs: 10_000 });
    expect(isDone).toBe(true);
  });
}
