/** Where the rolling follow-up stands. */
import { TakenError } from "./errors.ts";
import type { Place } from "./place.ts";

/** `commit` and `directories` are the branch's while it is live, else the default branch's. */
export interface Rolling extends Place {
  commit: string;
  /** The branch carries changes that no pull request has merged or given up yet. */
  isLive: boolean;
  /** Somebody else's commit is on the branch, and no pull request of ours is open, or ended with it. */
  isTaken: boolean;
}

/** Why nothing is written on the rolling branch while somebody else's commit is there, and what to do about it. */
export function takenError({ name }: Pick<Rolling, "name">): TakenError {
  return new TakenError(`the branch ${name} holds somebody else's commit: rename that branch, or delete it`, [name]);
}
