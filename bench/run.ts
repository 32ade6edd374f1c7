/**
 * The benchmarks: a table for people; with `--json`, one JSON object on the last line. What depends on the machine is
 * given as a ratio to something else that ran beside it. Parts that are named run alone: `npm run bench -- answers`.
 */
import { benchAnswers } from "./answers.ts";
import { benchCaptures } from "./captures.ts";
import { benchColdStart } from "./cold-start.ts";
import { benchDeliveries } from "./deliveries.ts";
import { benchExtraction } from "./extraction.ts";
import { PARTS, renderTable, type Part, type Results } from "./figures.ts";
import { benchFlood } from "./flood.ts";
import { benchRequests } from "./requests.ts";

const BENCHES: Record<Part, () => Results | Promise<Results>> = {
  extraction: benchExtraction,
  requests: benchRequests,
  captures: benchCaptures,
  start: benchColdStart,
  flood: benchFlood,
  answers: benchAnswers,
  deliveries: benchDeliveries,
};

const given = process.argv.slice(2).filter((argument) => argument !== "--json");
const unknown = given.find((name) => !PARTS.some((part) => part === name));
if (unknown !== undefined) {
  process.stderr.write(`there is no part "${unknown}"; there are ${PARTS.join(", ")}\n`);
  process.exit(2);
}
const isJson = process.argv.includes("--json");
const results: Record<string, number | null> = {};
for (const part of PARTS) {
  if (given.length > 0 && !given.includes(part)) continue;
  process.stderr.write(`${part} ...\n`);
  const measured = Object.entries(await BENCHES[part]());
  for (const [name, value] of measured) results[name] = value === null ? null : Number(value.toFixed(3));
}
process.stdout.write(isJson ? `${JSON.stringify(results)}\n` : renderTable(results));
