/** A process that was away, and GitHub's log of what it sent meanwhile: F9 and F10. */
import { describe, expect, it } from "@jest/globals";
import type { FaultKind } from "../simulator/fault-kinds.ts";
import { expectWhole, POOL, shareRig, to, type Rig } from "./rig.ts";

const DAY_MS = 24 * 3_600_000;
const LOG = to("GET", "/app/hook/deliveries");

let rig: Rig;
shareRig((started) => (rig = started));

/** The process is down while `act` happens, and its last look at the log was some days ago when it comes back. */
async function downFor(days: number, act: () => void): Promise<void> {
  const { app } = rig;
  await app.catchUp();
  await app.kill();
  rig.unheard(act);
  const note = JSON.parse((await app.queue.notes.read("deliveries")) ?? "{}") as { checkedAt: number };
  note.checkedAt -= days * DAY_MS;
  await app.queue.notes.write("deliveries", JSON.stringify(note));
}

/** A log of two pages, whose older one holds the review. */
function fillLog(): ReturnType<Rig["source"]> {
  const source = rig.source();
  rig.unheard(() => {
    source.review([POOL]);
    for (let number = 0; number < 120; number++)
      rig.github.comment(source.repository, 1, { as: "mallory", body: "Hm." });
  });
  return source;
}

describe("a process that was down", () => {
  it("F9 for two days catches up by GitHub's log, once", async () => {
    const source = rig.source();
    await downFor(2, () => {
      source.review([POOL]);
      rig.github.mergePullRequest(source.repository, 1, { as: "alice" });
    });
    expect(await rig.app.catchUp()).toMatchObject({ gone: 0, sweptSince: null });
    await rig.app.settle();
    expect(source.followUps()).toMatchObject([{ isDraft: false, state: "open" }]);
    rig.requests();
    expect(await rig.app.catchUp()).toMatchObject({ missing: 0, queued: 0 });
    expect(rig.requests().filter((request) => request.startsWith("POST"))).toEqual([]);
  });

  it("F9 for longer than GitHub's log reaches looks at every pull request that changed since, open and closed", async () => {
    const [open, merged] = [rig.source(), rig.source()];
    await downFor(5, () => {
      for (const source of [open, merged]) source.review([POOL]);
      rig.github.mergePullRequest(merged.repository, 1, { as: "alice" });
    });
    rig.app.simulator.deliveries.length = 0;
    expect(await rig.app.catchUp()).toMatchObject({ listed: 0, sweptSince: expect.any(Number) as unknown });
    await rig.app.settle();
    expectWhole(rig, open);
    expect(merged.followUps()).toMatchObject([{ isDraft: false, state: "open" }]);
  });

  it("F9 and has lost its store looks at what changed since a day that it is told", async () => {
    const source = rig.source();
    rig.unheard(() => source.review([POOL]));
    await rig.app.loseQueue();
    rig.app.simulator.deliveries.length = 0;
    const report = await rig.app.catchUp({ since: Date.now() - 10 * DAY_MS });
    expect(report?.swept).toBeGreaterThan(0);
    await rig.app.settle();
    expectWhole(rig, source);
  });
});

describe("GitHub's log of deliveries", () => {
  it.each(["502", "half", "reset"] as FaultKind[])(
    "F10 that fails with %s on any page is read to its end",
    async (kind) => {
      const source = fillLog();
      const { hits } = rig.inject({ kind, on: LOG, times: 2 }, { kind, on: LOG, nth: 3, times: 1 });
      await rig.app.catchUp();
      expect(hits.length).toBeGreaterThan(1);
      await rig.app.settle();
      expectWhole(rig, source);
    },
  );

  it("F10 whose second page stays away gives what the first says, and the rest the next time", async () => {
    const source = fillLog();
    const { off } = rig.inject({ kind: "503", on: LOG, nth: 2, times: 1_000 });
    await expect(rig.app.catchUp()).rejects.toThrow();
    off();
    const report = await rig.app.catchUp();
    expect(report?.listed).toBeGreaterThan(100);
    // What stood on the first page is known by now.
    expect(report?.missing).toBeLessThan(100);
    expect(report?.missing).toBeGreaterThan(0);
    await rig.app.settle();
    expectWhole(rig, source);
  });

  it("F10 that stays away altogether is tried again from where the last whole run ended", async () => {
    const source = rig.source();
    rig.unheard(() => source.review([POOL]));
    const { off } = rig.inject({ kind: "503", on: LOG, times: 1_000 });
    await expect(rig.app.catchUp()).rejects.toThrow();
    off();
    await rig.app.catchUp();
    await rig.app.settle();
    expectWhole(rig, source);
  });

  it("F10 with a gap, which is filled later, is found to hold more although newer ones are known", async () => {
    const source = rig.source();
    const hidden = new Set(rig.unheard(() => source.review([POOL])));
    rig.unheard(() => rig.github.comment(source.repository, 1, { as: "mallory", body: "Hm." }));
    const off = rig.app.simulator.onRequest({
      after(request, response) {
        if (!LOG(request)) return undefined;
        const entries = JSON.parse(response.body) as { guid: string }[];
        return { answer: { ...response, body: JSON.stringify(entries.filter(({ guid }) => !hidden.has(guid))) } };
      },
    });
    expect(await rig.app.catchUp()).toMatchObject({ missing: 1 });
    off();
    expect(await rig.app.catchUp()).toMatchObject({ missing: hidden.size });
    await rig.app.settle();
    expectWhole(rig, source);
  });
});
