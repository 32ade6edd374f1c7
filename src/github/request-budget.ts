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

/** One request that was sent. */
export interface Spending {
  at: number;
  points: number;
  isContent: boolean;
}

/** A log in this process's memory. */
export function createMemorySpendingLog(limits: BudgetLimits = GITHUB_LIMITS): SpendingLog {
  const logs = new Map<number, Spending[]>();
  return {
    spend(installationId, cost, now) {
      const recent = (logs.get(installationId) ?? []).filter((spending) => counts(spending, now));
      logs.set(installationId, recent);
      const freeAt = freeAgainAt(recent, cost, { limits, now });
      if (freeAt > now) return Promise.resolve({ freeAt });
      recent.push({ at: now, points: cost.points, isContent: cost.isContent });
      return Promise.resolve("spent");
    },
  };
}

/** Whether a request still counts towards any limit: content for an hour, all else for a minute. */
function counts({ at, isContent }: Spending, now: number): boolean {
  return at > now - (isContent ? HOUR : MINUTE);
}

/** The first moment at which a request of this cost is within every limit: now, when it is already. */
export function freeAgainAt(
  recent: readonly Spending[],
  cost: Pick<RequestCost, "points" | "isContent">,
  { limits, now }: { limits: BudgetLimits; now: number },
): number {
  const points = recent.map(({ at, points: weight }) => ({ at, weight }));
  const windows = [{ entries: points, weight: cost.points, limit: limits.pointsPerMinute, span: MINUTE }];
  if (cost.isContent) {
    const entries = recent.filter(({ isContent }) => isContent).map(({ at }) => ({ at, weight: 1 }));
    windows.push({ entries, weight: 1, limit: limits.contentPerMinute, span: MINUTE });
    windows.push({ entries, weight: 1, limit: limits.contentPerHour, span: HOUR });
  }
  return Math.max(...windows.map((window) => freeInWindow(window, now)));
}

interface Window {
  /** The oldest first. */
  entries: { at: number; weight: number }[];
  weight: number;
  limit: number;
  span: number;
}

function freeInWindow({ entries, weight, limit, span }: Window, now: number): number {
  const inside = entries.filter(({ at }) => at > now - span);
  let excess = inside.reduce((sum, entry) => sum + entry.weight, weight) - limit;
  let free = now;
  for (const entry of inside) {
    if (excess <= 0) break;
    excess -= entry.weight;
    free = entry.at + span;
  }
  return free;
}
