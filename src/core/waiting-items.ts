/** Enhancements that no pull request has merged yet, as they stand in the open follow-ups of single sources. */
import { locateAll } from "./desk.ts";
import { nameOf } from "./item.ts";
import type { BacklogItem } from "./merged-items.ts";
import type { Rolling } from "./rolling-place.ts";
import type { Backlog } from "./snapshot.ts";

/** Each once, on the branch of the follow-up that proposes it, which carries the whole of it. */
export function waitingItems(backlog: Backlog, rolling: Rolling): BacklogItem[] {
  return locateAll({ backlog, rolling })
    .filter(({ branch }) => branch !== rolling.name)
    .map((item) => ({ ...item, name: nameOf(item.status), isPending: true }));
}
