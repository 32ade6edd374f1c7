/** What a pull request of ours is to be, as a plain value. */
import type { StatusFile } from "./documents/status-json.ts";
import type { FollowUp } from "./snapshot.ts";

/** A follow-up that is to be opened, or to be brought up to date. */
export interface PullRequestPlan {
  branch: string;
  existing: FollowUp | null;
  title: string;
  body: string;
  isDraft: boolean;
  labels: string[];
  items: StatusFile[];
  /** Logins that may be asked for a review; empty while the source is open. */
  reviewers: string[];
  /** A body to write before the commits: see `noteWithdrawals`. */
  bodyFirst?: string | undefined;
}
