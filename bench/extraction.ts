/** How fast mining is, as a ratio to bare markdown-it on the same text in the same run. */
import MarkdownIt from "markdown-it";
import { mineBody } from "../src/core/mine/mine-body.ts";
import { median } from "./measure.ts";
import { REVIEW_TEXTS } from "./review-texts.ts";

const REPEATS = 9;

export interface ExtractionResult {
  /** Mining's throughput divided by markdown-it's; 1 is as fast. */
  extractionVsMarkdownIt: number;
  /** 10^6 bytes of UTF-8 mined a second. */
  extractionMBps: number;
}

/** Runs both over the same texts, in turns, and compares the medians. */
export function benchExtraction(): ExtractionResult {
  const bytes = REVIEW_TEXTS.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
  const parser = new MarkdownIt({ html: true });
  const parse = () => REVIEW_TEXTS.forEach(({ body }) => parser.parse(body, {}));
  const mine = () =>
    REVIEW_TEXTS.forEach(({ body, author }) =>
      mineBody(body, {
        author: { login: author, kind: author.endsWith("[bot]") ? "bot" : "human" },
        isOnCode: false,
        isReply: false,
      }),
    );
  const times = { parse: [] as number[], mine: [] as number[] };
  for (let round = 0; round < 3; round += 1) [parse, mine].forEach((run) => run());
  for (let round = 0; round < REPEATS; round += 1) {
    times.parse.push(timed(parse));
    times.mine.push(timed(mine));
  }
  return {
    extractionVsMarkdownIt: median(times.parse) / median(times.mine),
    extractionMBps: bytes / 1e3 / median(times.mine),
  };
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
