/** Reactions: the roll-up that stands on every reactable object, and one by itself. */
import { REACTIONS, type Reaction, type ReactionContent } from "../model.ts";
import type { World } from "../world.ts";
import { renderAccount } from "./account.ts";

export function renderReactionRollup(url: string, reactions: Reaction[]) {
  const counts = Object.fromEntries(
    REACTIONS.map((content) => [content, reactions.filter((reaction) => reaction.content === content).length]),
  ) as Record<ReactionContent, number>;
  return { url: `${url}/reactions`, total_count: reactions.length, ...counts };
}

export function renderReaction(world: World, { id, nodeId, user, content, createdAt }: Reaction) {
  return { id, node_id: nodeId, user: renderAccount(world, user), content, created_at: createdAt };
}
