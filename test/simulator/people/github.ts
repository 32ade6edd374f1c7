/** What people do on the simulated GitHub, and what exists there: see the README for the list. */
import type { World } from "../world.ts";
import { createAccountActions } from "./accounts.ts";
import { createPullActions } from "./pulls.ts";
import { createReads } from "./reads.ts";
import { createRepositoryActions } from "./repositories.ts";
import { createReviewActions } from "./reviews.ts";

export type GitHub = ReturnType<typeof createGitHub>;

export function createGitHub(world: World) {
  return {
    ...createAccountActions(world),
    ...createRepositoryActions(world),
    ...createPullActions(world),
    ...createReviewActions(world),
    ...createReads(world),
  };
}
