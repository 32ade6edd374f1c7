/**
 * What one installation may send, kept below GitHub's published limits before GitHub has to say so. Windows slide: a
 * fixed window would let twice its limit through around each of its edges.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
import type { RequestCost } from "./request-cost.ts";

export interface BudgetLimits {
  concurrent: number;
  pointsPerMinute: number;
  contentPerMinute: number;
  contentPerHour: number;
}

export const GITHUB_LIMITS: BudgetLimits = {
  concurrent: 100,
  pointsPerMinute: 900,
  contentPerMinute: 80,
  contentPerHour: 500,
};

/** What was spent, and when, on one clock in milliseconds. Kept in memory, or in a database by several processes. */
export interface SpendingLog {
  /**
   * Spends now, or says from when on it may be. Nothing is spent then. Atomic: two that ask at once do not both get
   * the last point.
   */
  spend(installationId: number, cost: RequestCost, now: number): Promise<"spent" | { freeAt: number }>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Times and weights, the oldest first. */
interface Window {
  entries: { at: number; weight: number }[];
  sum: number;
}

/** A log in this process's memory. An hour of an installation is at most some thousand numbers. */
export function createMemorySpendingLog(limits: BudgetLimits = GITHUB_LIMITS): SpendingLog {
  const logs = new Map<number, { points: Window; minute: Window; hour: Window }>();
  return {
    spend(installationId, { points, isContent }, now) {
      const log = logs.get(installationId) ?? { points: empty(), minute: empty(), hour: empty() };
      logs.set(installationId, log);
      const content = isContent ? 1 : 0;
      const waits = [
        freeAt(log.points, { weight: points, limit: limits.pointsPerMinute, span: MINUTE, now }),
        freeAt(log.minute, { weight: content, limit: limits.contentPerMinute, span: MINUTE, now }),
        freeAt(log.hour, { weight: content, limit: limits.contentPerHour, span: HOUR, now }),
      ];
      const latest = Math.max(...waits);
      if (latest > now) return Promise.resolve({ freeAt: latest });
      add(log.points, now, points);
      if (isContent) {
        add(log.minute, now, 1);
        add(log.hour, now, 1);
      }
      return Promise.resolve("spent");
    },
  };
}

function empty(): Window {
  return { entries: [], sum: 0 };
}

function add(window: Window, at: number, weight: number): void {
  window.entries.push({ at, weight });
  window.sum += weight;
}

/** When `weight` more fits under `limit`; what is older than `span` is forgotten on the way. */
function freeAt(
  window: Window,
  { weight, limit, span, now }: { weight: number; limit: number; span: number; now: number },
): number {
  const kept = window.entries.findIndex(({ at }) => at > now - span);
  const gone = window.entries.splice(0, kept === -1 ? window.entries.length : kept);
  for (const entry of gone) window.sum -= entry.weight;
  let excess = window.sum + weight - limit;
  if (weight === 0 || excess <= 0) return now;
  for (const entry of window.entries) {
    excess -= entry.weight;
    if (excess <= 0) return entry.at + span;
  }
  return now + span;
}
