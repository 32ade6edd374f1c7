/** Catching up by the clock: at the start, and then every hour. */
import type { Logger } from "pino";
import type { CatchUpOptions, CatchUpReport } from "./catch-up.ts";

const HOUR = 3_600_000;
/** GitHub was away: it is asked again before an hour has passed. */
const RETRY_MS = 5 * 60_000;
/** Of several processes the first to come does the work of the hour. */
const LATELY_MS = HOUR / 2;

interface KeepUpOptions {
  catchUp: (options: CatchUpOptions) => Promise<CatchUpReport | undefined>;
  log: Logger;
}

/** Begins at once; gives the function that ends it, and resolves when nothing of it is under way. */
export function keepUp({ catchUp, log }: KeepUpOptions): () => Promise<void> {
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let current = run({});

  async function run(options: CatchUpOptions): Promise<void> {
    let nextMs = HOUR;
    try {
      const report = await catchUp({ ...options, signal: end.signal });
      if (report) log.info(report, "caught up");
    } catch (err) {
      if (end.signal.aborted) return;
      log.warn({ err }, "catching up was cut short");
      nextMs = RETRY_MS;
    }
    if (end.signal.aborted) return;
    timer = setTimeout(() => {
      current = run({ unlessWithinMs: LATELY_MS });
    }, nextMs);
    timer.unref();
  }

  return async () => {
    end.abort();
    clearTimeout(timer);
    await current;
  };
}
