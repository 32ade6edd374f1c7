#!/usr/bin/env node
import { start } from "./start.ts";

await start("enhance", () => import("../cli.ts"));
