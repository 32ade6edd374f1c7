/**
 * The benchmarks: a table for people; with `--json`, one JSON object on the last line. What depends on the machine is
 * given as a ratio to something else that ran beside it.
 */
import { benchExtraction } from "./extraction.ts";
import { benchRequests } from "./requests.ts";

interface Row {
  figure: string;
  value: number;
  goal: string;
}

const isJson = process.argv.includes("--json");
const results = { ...benchExtraction(), ...(await benchRequests()) };

/** The goals stand in `bench/RESULTS.md`. */
const GOALS: Record<keyof typeof results, string> = {
  extractionVsMarkdownIt: "at least 0.5",
  extractionMBps: "",
  requestsPerCapture: "at most 7",
  requestsOfFirstCapture: "",
  requestsPerIgnoredEvent: "0",
};

const rounded = Object.fromEntries(Object.entries(results).map(([name, value]) => [name, Number(value.toFixed(3))]));
if (isJson) {
  process.stdout.write(`${JSON.stringify(rounded)}\n`);
} else {
  const rows = Object.entries(GOALS).map(([figure, goal]): Row => ({ figure, value: rounded[figure] ?? NaN, goal }));
  const width = Math.max(...rows.map(({ figure }) => figure.length));
  for (const { figure, value, goal } of [...rows]) {
    process.stdout.write(`${figure.padEnd(width)}  ${String(value).padStart(8)}  ${goal}`.trimEnd() + "\n");
  }
}
