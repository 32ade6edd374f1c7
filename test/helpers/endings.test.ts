/** What a test leaves running, as one that fails does, is ended for it. */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startSimulator, type Simulator } from "../simulator/simulator.ts";
import { startChild, type Child } from "./child-process.ts";

const FOREVER = ["-e", "setInterval(() => undefined, 60_000)"];

let ofFile: Child;
let ofEach: Child;
beforeAll(() => {
  ofFile = startChild(FOREVER);
});
beforeEach(() => {
  ofEach = startChild(FOREVER);
});

describe("what is left running", () => {
  const left: { children: Child[]; simulator?: Simulator } = { children: [] };

  it("runs as long as its test does", async () => {
    left.children.push(startChild(FOREVER), ofEach);
    left.simulator = await startSimulator();
    expect((await fetch(left.simulator.url)).status).toBeLessThan(500);
    expect(left.children.map((child) => child.isRunning())).toEqual([true, true]);
  });

  it("is ended after it, but for what was started before all", async () => {
    expect(left.children.map((child) => child.isRunning())).toEqual([false, false]);
    await expect(fetch(left.simulator?.url ?? "")).rejects.toThrow("fetch failed");
    expect([ofFile, ofEach].map((child) => child.isRunning())).toEqual([true, true]);
  });
});
