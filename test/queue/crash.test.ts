/** Real processes, really killed. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openQueue } from "../../src/queue/open-queue.ts";
import { createTestDatabase, createSeededFolder, POSTGRES_URL, type TestFolder } from "../helpers/queue-database.ts";
import { SILENT } from "../helpers/silent-log.ts";
import { startChild } from "../helpers/child-process.ts";
import { delivery, job, until } from "./contract.ts";

const CHILD = path.join(import.meta.dirname, "..", "helpers", "queue-child.ts");

interface QueueProcess {
  pid: number;
  lines(word: string): string[];
  kill(): Promise<unknown>;
}

function startQueue(variables: Record<string, string>, count: number, prefix: string): QueueProcess {
  const child = startChild([CHILD, String(count), prefix], { variables });
  return {
    pid: child.process.pid ?? 0,
    // The last line may be half written.
    lines: (word) =>
      child
        .out()
        .split("\n")
        .slice(0, -1)
        .filter((line) => line === word || line.startsWith(`${word} `))
        .map((line) => line.slice(word.length + 1)),
    kill: () => child.stop("SIGKILL"),
  };
}

describe("a process killed between accepting and finishing", () => {
  const stores: [
    name: string,
    withStore: (work: (environment: Record<string, string>) => Promise<void>) => Promise<void>,
  ][] = [
    [
      "PGlite",
      async (work) => {
        const folder = await createSeededFolder();
        await work({ DATA_DIR: folder.path });
        folder.remove();
      },
    ],
  ];
  const url = POSTGRES_URL;
  if (url !== undefined) {
    stores.push([
      "PostgreSQL",
      async (work) => {
        const database = await createTestDatabase(url);
        await work({ DATABASE_URL: database.url });
        await database.drop();
      },
    ]);
  }

  it.each(stores)(
    "loses nothing on %s, and another goes on with its jobs",
    async (_name, withStore) => {
      await withStore(async (environment) => {
        const acknowledged: string[] = [];
        const finishedBefore: string[] = [];
        for (const [round, acks] of [3, 40].entries()) {
          const child = startQueue(environment, 200, `${round}-`);
          const isBusy = () => child.lines("ack").length >= acks && child.lines("run").includes("0-0");
          await until("it has acknowledged some, and works on the first", isBusy, 60_000);
          await child.kill();
          acknowledged.push(...child.lines("ack"));
          finishedBefore.push(...child.lines("run"));
        }
        expect(acknowledged.length).toBeGreaterThanOrEqual(43);

        const ran = new Set(finishedBefore);
        const queue = await openQueue({
          databaseUrl: environment["DATABASE_URL"],
          dataDir: environment["DATA_DIR"] ?? "",
          log: SILENT,
          orphanAfterMs: 1500,
        });
        const orphans = (await queue.statistics()).jobs.running;
        await queue.start({ capture: ({ deliveryId }) => Promise.resolve(void ran.add(deliveryId ?? "")) });
        await until("all are done", async () => {
          const { jobs } = await queue.statistics();
          return jobs.waiting + jobs.running === 0;
        });
        expect(orphans).toBeGreaterThan(0);
        expect(acknowledged.filter((id) => !ran.has(id))).toEqual([]);
        expect(await queue.missing(acknowledged)).toEqual([]);
        expect((await queue.statistics()).jobs.dead).toBe(0);
        await queue.stop({ withinMs: 0 });
      });
    },
    120_000,
  );
});

describe("the data directory", () => {
  let folder: TestFolder;
  const open = () => openQueue({ dataDir: folder.path, log: SILENT });

  beforeEach(async () => {
    folder = await createSeededFolder();
  });
  afterEach(() => folder.remove());

  it("is refused to a second process by name, and free again the moment the first is killed", async () => {
    const child = startQueue({ DATA_DIR: folder.path }, 0, "");
    await until("it is ready", () => child.lines("ready").length > 0, 60_000);
    const words = `the data directory ${folder.path} is in use by process ${child.pid}: stop that process`;
    await expect(open()).rejects.toThrow(words);
    await expect(open()).rejects.toThrow(/DATA_DIR.*DATABASE_URL/);
    await child.kill();
    const queue = await open();
    await expect(open()).rejects.toThrow(`in use by process ${process.pid}`);
    await queue.stop({ withinMs: 0 });
    await (await open()).stop({ withinMs: 0 });
  }, 120_000);

  it("is neither ready nor stored into once somebody deleted it", async () => {
    const queue = await open();
    expect(await queue.isReady()).toBe(true);
    rmSync(folder.path, { recursive: true });
    expect(await queue.isReady()).toBe(false);
    await expect(queue.accept(delivery("a"), job())).rejects.toMatchObject({
      cause: { message: "the data directory was deleted or replaced: restart" },
    });
    await queue.stop({ withinMs: 0 });
  }, 60_000);

  it.each<[name: string, damage: (store: string) => void]>([
    ["is truncated", (store) => truncateSync(path.join(store, "global", "pg_control"), 10)],
    ["has no version file", (store) => rmSync(path.join(store, "PG_VERSION"))],
    ["has lost its tables", (store) => rmSync(path.join(store, "base"), { recursive: true })],
  ])(
    "is reported with what to do when the store in it %s",
    async (_name, damage) => {
      damage(path.join(folder.path, "pglite"));
      await expect(open()).rejects.toThrow(/^the store in .*pglite cannot be read: move that folder away/);
    },
    60_000,
  );

  it("is used although a first start was interrupted", async () => {
    renameSync(path.join(folder.path, "pglite"), path.join(folder.path, "pglite.new"));
    rmSync(path.join(folder.path, "pglite.new", "base"), { recursive: true });
    const queue = await open();
    expect(await queue.isReady()).toBe(true);
    await queue.stop({ withinMs: 0 });
  }, 60_000);

  it("is named when it cannot be written", async () => {
    const file = path.join(folder.path, "file");
    writeFileSync(file, "");
    await expect(openQueue({ dataDir: file, log: SILENT })).rejects.toThrow(
      `cannot write to the data directory ${file}`,
    );
  });
});
