/** What the extraction benchmark reads: reviews in the shapes that people and tools write, repeated with other words. */

interface ReviewText {
  author: string;
  body: string;
}

const NOUNS = ["the upload handler", "`parseHeader`", "the retry loop", "`src/cache/store.ts`", "the session table"];
const ASKS = [
  "should close its connection when the request is aborted",
  "could share one pool instead of opening a client per call",
  "needs a test for the empty list",
  "is easier to follow with an early return",
  "reads the whole file into memory; streaming it would keep the process small",
];

function pick<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

function sentence(index: number): string {
  const noun = pick(NOUNS, index);
  return `${noun.startsWith("`") ? noun : `T${noun.slice(1)}`} ${pick(ASKS, index * 3 + 1)}.`;
}

function personComment(index: number): string {
  const openings = [
    "",
    "suggestion (non-blocking): ",
    "nit: ",
    "I wonder whether this is right: ",
    "Let's do this in a follow-up: ",
  ];
  return `${pick(openings, index)}${sentence(index)} ${sentence(index + 7)}`;
}

function toolReview(index: number): string {
  const items = Array.from(
    { length: 12 },
    (_, nth) => `${nth + 1}. **${sentence(index + nth)}** ${sentence(index + nth + 3)} See \`src/a.ts:${nth + 10}\`.`,
  );
  const code =
    "```ts\nconst pool = new Pool({ max: 10 });\nexport const query = (text: string) => pool.query(text);\n```";
  return [
    "## Review",
    "",
    `The change is focused and easy to read. ${sentence(index)}`,
    "",
    "### Strengths",
    "",
    "- Clear names",
    "- Small functions",
    "",
    "### Suggestions",
    "",
    ...items,
    "",
    code,
    "",
    "<details>",
    "<summary>Nitpicks (2)</summary>",
    "",
    `- ${sentence(index + 5)}`,
    `- ${sentence(index + 6)}`,
    "",
    "</details>",
    "",
    "| Area | Verdict |",
    "|---|---|",
    "| Tests | needs work |",
    "",
    "### Verdict",
    "",
    "Approve with suggestions.",
  ].join("\n");
}

/** 400 short comments by people and 40 reviews by a tool: about 130 kB. */
export const REVIEW_TEXTS: readonly ReviewText[] = [
  ...Array.from({ length: 400 }, (_, index) => ({ author: "robin", body: personComment(index) })),
  ...Array.from({ length: 40 }, (_, index) => ({ author: "claude[bot]", body: toolReview(index) })),
];
