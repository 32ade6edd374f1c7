import { describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { refuseNode } from "../../src/bin/refuse-node.ts";

describe("refuseNode", () => {
  it.each(["18.19.1", "20.19.5", "22.19.0"])("says what to install in place of %s", (version) => {
    expect(refuseNode("enhance", version)).toBe(`enhance: this is Node ${version}; install Node 22.20 or later`);
  });

  it.each(["22.20.0", "22.21.1", "24.0.0", "26.1.0-nightly"])("takes %s", (version) => {
    expect(refuseNode("enhance", version)).toBeUndefined();
  });

  it("asks for what package.json asks for", () => {
    const text = readFileSync(path.join(import.meta.dirname, "../../package.json"), "utf8");
    const { engines } = z.object({ engines: z.object({ node: z.string() }) }).parse(JSON.parse(text));
    expect(refuseNode("enhance", "1.0.0")).toContain(`Node ${engines.node.replace(">=", "")} or later`);
  });
});
