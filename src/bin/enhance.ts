#!/usr/bin/env node
/** `enhance`, once the Node it runs on is known to be young enough: an older one cannot even load the rest. */
import { refuseNode } from "./refuse-node.ts";

const refusal = refuseNode("enhance", process.versions.node);
if (refusal === undefined) await import("../cli.ts");
else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 2;
}
