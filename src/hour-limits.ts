/** What installations have left of GitHub's points for this hour, as it last said. */
import type { RequestRecord } from "./github/request-policy.ts";

/** Takes what GitHub says of its points, and gives what is left of them. */
export interface HourLimits {
  /** Keeps what the answer to a request said, if anything. */
  note: (record: Pick<RequestRecord, "installation" | "remaining">) => void;
  /** By resource, the least that any installation has. What was said of an hour that is over does not count. */
  least: () => ReadonlyMap<string, number>;
}

const RESOURCES = new Set(["core", "graphql"]);
const MOST_LIMITS = 20_000;

/** Knows nothing yet. Resources other than GitHub's main ones are one. `now`: milliseconds since 1970. */
export function createHourLimits(now: () => number): HourLimits {
  /** By installation and resource, the oldest word of GitHub first. */
  const limits = new Map<string, { resource: string; left: number; until: number }>();
  return {
    note({ installation, remaining }) {
      if (!remaining) return;
      const resource = RESOURCES.has(remaining.resource) ? remaining.resource : "other";
      const key = `${installation ?? "app"} ${resource}`;
      limits.delete(key);
      limits.set(key, { ...remaining, resource });
      const [first] = limits.keys();
      if (limits.size > MOST_LIMITS && first !== undefined) limits.delete(first);
    },
    least() {
      const least = new Map<string, number>();
      for (const [key, { resource, left, until }] of limits) {
        if (until <= now()) limits.delete(key);
        else least.set(resource, Math.min(left, least.get(resource) ?? Infinity));
      }
      return least;
    },
  };
}
