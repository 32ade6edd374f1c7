/** How fast mining is, as a ratio to bare markdown-it on the same text in the same run. */
import MarkdownIt from "markdown-it";
import { CORPUS, readCorpus } from "../scripts/accuracy/corpus.ts";
import { authorOfKind } from "../src/cli/mine-jsonl.ts";
import { mineBody } from "../src/core/mine/mine-body.ts";
import type { Author } from "../src/core/review.ts";
import type { Results } from "./figures.ts";
import { median } from "./measure.ts";
import { REVIEW_TEXTS } from "./review-texts.ts";

/** Rounds before any is timed, so that both run compiled: mining, which is the more code, takes some fifty. Rounds that are. */
const WARM_UP = 60;
const ROUNDS = 15;

interface ExtractionResult extends Results {
  /** Mining's throughput divided by markdown-it's; 1 is as fast. */
  extractionVsMarkdownIt: number;
  /** 10^6 bytes of UTF-8 mined a second. */
  extractionMBps: number;
  /** The same on the labelled comments that accuracy is measured on; null where they are not. */
  extractionVsMarkdownItOnCorpus: number | null;
  extractionMBpsOnCorpus: number | null;
}

/** Who wrote a text, and where it stood. */
interface Text {
  body: string;
  author: Author;
  isOnCode: boolean;
}

export function benchExtraction(): ExtractionResult {
  const own = throughput(
    REVIEW_TEXTS.map(({ body, author }) => ({
      body,
      author: { login: author, kind: author.endsWith("[bot]") ? "bot" : "human" },
      isOnCode: false,
    })),
  );
  const comments = readCorpus(CORPUS);
  const corpus = comments && throughput(comments.map((comment) => ({ ...comment, author: authorOfKind(comment.by) })));
  return {
    extractionVsMarkdownIt: own.ratio,
    extractionMBps: own.megabytes,
    extractionVsMarkdownItOnCorpus: corpus?.ratio ?? null,
    extractionMBpsOnCorpus: corpus?.megabytes ?? null,
  };
}

/** Runs both over each text, in turns. A text's time is the median of its rounds: other work interrupts few of them. */
function throughput(texts: readonly Text[]): { ratio: number; megabytes: number } {
  const bytes = texts.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
  const parser = new MarkdownIt({ html: true });
  const runs = texts.map(({ body, author, isOnCode }) => ({
    parse: () => parser.parse(body, {}),
    mine: () => mineBody(body, { author, isOnCode, isReply: false }),
    times: { parse: [] as number[], mine: [] as number[] },
  }));
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const { parse, mine, times } of runs) {
      const took = { parse: timed(parse), mine: timed(mine) };
      if (round < WARM_UP) continue;
      times.parse.push(took.parse);
      times.mine.push(took.mine);
    }
  }
  const total = (of: "parse" | "mine"): number => runs.reduce((sum, { times }) => sum + median(times[of]), 0);
  return { ratio: total("parse") / total("mine"), megabytes: bytes / 1e3 / total("mine") };
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
