/** Which status may follow which. Data: what is not in the table is impossible. */
import type { Status } from "./enhancement.ts";

/**
 * The way leads from left to right and may be taken up again from the side; a step back is taken when a pull request
 * closes unmerged or is reverted. What was rejected or completed is reopened first, before anything else happens to it.
 */
const NEXT: Readonly<Record<Status, readonly Status[]>> = {
  "not-started": ["analyzed", "ready", "in-progress", "completed", "blocked", "deferred", "rejected"],
  analyzed: ["not-started", "ready", "in-progress", "completed", "blocked", "deferred", "rejected"],
  ready: ["not-started", "analyzed", "in-progress", "completed", "blocked", "deferred", "rejected"],
  "in-progress": ["not-started", "analyzed", "ready", "completed", "blocked", "deferred", "rejected"],
  blocked: ["not-started", "analyzed", "ready", "in-progress", "completed", "deferred", "rejected"],
  deferred: ["not-started", "analyzed", "ready", "in-progress", "completed", "blocked", "rejected"],
  completed: ["not-started", "ready", "in-progress"],
  rejected: ["not-started", "ready", "deferred"],
};

/** Nothing when the move is possible (staying where it is always is); else a sentence that says why not and what is. */
export function refuseMove(from: Status, to: Status): string | undefined {
  if (from === to || NEXT[from].includes(to)) return undefined;
  const possible = NEXT[from].map((status) => `"${status}"`).join(", ");
  return `an enhancement that is "${from}" cannot become "${to}"; from here it can become ${possible}`;
}
