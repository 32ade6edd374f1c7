#!/usr/bin/env node
import { start } from "./start.ts";

await start("review-miner", () => import("../server.ts"));
