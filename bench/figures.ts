/** The figures, the part that measures each, and what is wanted of it. What they mean stands in `RESULTS.md`. */

interface Goal {
  atLeast?: number;
  atMost?: number;
}

interface Figure extends Goal {
  name: string;
  part: Part;
}

export const PARTS = ["extraction", "requests", "captures", "start", "flood", "answers", "deliveries"] as const;
export type Part = (typeof PARTS)[number];

const FIGURES: readonly Figure[] = [
  { name: "extractionVsMarkdownIt", part: "extraction", atLeast: 0.5 },
  { name: "extractionMBps", part: "extraction" },
  { name: "extractionVsMarkdownItOnCorpus", part: "extraction" },
  { name: "extractionMBpsOnCorpus", part: "extraction", atLeast: 10 },
  { name: "requestsPerCapture", part: "requests", atMost: 7 },
  { name: "requestsOfFirstCapture", part: "requests" },
  { name: "requestsPerIgnoredEvent", part: "requests", atMost: 0 },
  { name: "capturesVsContentLimit", part: "captures", atLeast: 0.95 },
  { name: "limitViolations", part: "captures", atMost: 0 },
  { name: "coldStartMs", part: "start" },
  { name: "coldStartVsBare", part: "start" },
  { name: "coldStartBareMs", part: "start" },
  { name: "coldStartPostgresMs", part: "start" },
  { name: "rssGrowthUnauthenticatedBodyMiB", part: "flood", atMost: 40 },
  { name: "answerP99Ms", part: "answers", atMost: 250 },
  { name: "answerP99PgliteMs", part: "answers", atMost: 250 },
  { name: "answerP99PostgresMs", part: "answers", atMost: 250 },
  { name: "rssIdleMiB", part: "answers", atMost: 110 },
  { name: "rssLoadMiB", part: "answers", atMost: 250 },
  { name: "rssIdlePgliteMiB", part: "answers" },
  { name: "rssLoadPgliteMiB", part: "answers" },
  { name: "durableVsProbotPglite", part: "deliveries", atLeast: 0.3 },
  { name: "durableVsProbotPostgres", part: "deliveries", atLeast: 0.4 },
  { name: "durableVsBarePglite", part: "deliveries" },
  { name: "durableVsBarePostgres", part: "deliveries" },
  { name: "bareDeliveriesPerSecond", part: "deliveries" },
  { name: "probotDeliveriesPerSecond", part: "deliveries" },
  { name: "pgliteDeliveriesPerSecond", part: "deliveries" },
  { name: "postgresDeliveriesPerSecond", part: "deliveries" },
];

/** Null: it could not be measured here. */
export type Results = Readonly<Record<string, number | null>>;

/** One line for each figure that was measured: its value, what is wanted, and whether that is so. */
export function renderTable(results: Results): string {
  const rows = FIGURES.filter(({ name }) => name in results).map((figure) => {
    const value = results[figure.name] ?? null;
    return [figure.name, value === null ? "not measured" : String(value), goalOf(figure), verdictOf(figure, value)];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = ([name = "", value = "", goal = "", verdict = ""]: string[]) =>
    [name.padEnd(widths[0] ?? 0), value.padStart(widths[1] ?? 0), goal.padEnd(widths[2] ?? 0), verdict].join("  ");
  return rows.map((row) => `${line(row).trimEnd()}\n`).join("");
}

function goalOf({ atLeast, atMost }: Goal): string {
  if (atLeast !== undefined) return `at least ${atLeast}`;
  return atMost === undefined ? "" : `at most ${atMost}`;
}

function verdictOf({ atLeast, atMost }: Goal, value: number | null): string {
  if (value === null || (atLeast === undefined && atMost === undefined)) return "";
  return value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity) ? "met" : "not met";
}
