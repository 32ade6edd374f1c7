/** Where the rolling follow-up stands. */
import type { Place } from "./place.ts";

/** `commit` and `directories` are the branch's while it is live, else the default branch's. */
export interface Rolling extends Place {
  commit: string;
  /** The branch carries changes that no pull request has merged or given up yet. */
  isLive: boolean;
  /** Somebody else's commit is on the branch, and no pull request of ours is open, or ended with it. */
  isTaken: boolean;
}
