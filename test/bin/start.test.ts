/** The start of both programs, in a process that ends as it says. */
import { describe, expect, it } from "@jest/globals";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { VERSION } from "../../src/version.ts";
import { startChild } from "../helpers/child-process.ts";
import { ROOT } from "../helpers/server-process.ts";

const BIN = path.join(ROOT, "src", "bin");
const START = pathToFileURL(path.join(BIN, "start.ts")).href;

describe("start", () => {
  it("loads nothing on a Node that is too old, says what to install, and ends with 2", async () => {
    const program = `import { start } from "${START}"; await start("enhance", () => console.log("loaded"), "18.19.1");`;
    expect(await startChild(["--input-type=module", "-e", program]).ended).toEqual({
      ...{ code: 2, out: "" },
      err: "enhance: this is Node 18.19.1; install Node 22.20 or later\n",
    });
  });

  it.each(["enhance", "review-miner"])("loads %s on this one", async (program) => {
    const { code, out } = await startChild([path.join(BIN, `${program}.ts`), "--version"]).ended;
    expect({ code, out }).toEqual({ code: 0, out: `${VERSION}\n` });
  });
});
