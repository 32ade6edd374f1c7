#!/usr/bin/env node
/** `review-miner`, once the Node it runs on is known to be young enough: an older one cannot even load the rest. */
import { refuseNode } from "./refuse-node.ts";

const refusal = refuseNode("review-miner", process.versions.node);
if (refusal === undefined) await import("../server.ts");
else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 2;
}
