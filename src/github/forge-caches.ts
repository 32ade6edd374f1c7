/** What the forges of one process share. A cold cache costs requests, never correctness. */
import { LRUCache } from "lru-cache";
import type { Role } from "../core/review.ts";
import type { ChangedFiles } from "../tasks/forge.ts";
import type { SnapshotCaches } from "./read-backlog.ts";
import type { EndedFollowUps } from "./read-ended.ts";

export interface ForgeCaches extends SnapshotCaches {
  /** Roles by repository id and login, for five minutes: permission changes are rare and reviews come in bursts. Not for commands. */
  roles: { get(key: string): Role | undefined; set(key: string, role: Role): unknown; clear(): void };
  /** What a pull request changes, by its number, head and base: what the base takes in is changed no more. */
  changedFiles: {
    get(key: string): ChangedFiles | undefined;
    set(key: string, files: ChangedFiles): unknown;
    clear(): void;
  };
}

/** Empty ones, each bounded: one set for a process. */
export function createForgeCaches(): ForgeCaches {
  return {
    treeByCommit: new LRUCache<string, string>({ max: 10_000 }),
    statusByTree: new LRUCache<string, string>({ max: 50_000, maxSize: 64 * 2 ** 20, sizeCalculation: weight }),
    places: new LRUCache({ max: 10_000 }),
    ended: new LRUCache<number, EndedFollowUps>({
      ...{ max: 10_000, maxSize: 32 * 2 ** 20 },
      sizeCalculation: ({ nodes }) => nodes.reduce((size, { body }) => size + body.length + FACTS, 1),
    }),
    roles: new LRUCache<string, Role>({ max: 10_000, ttl: 5 * 60_000 }),
    changedFiles: new LRUCache<string, ChangedFiles>({
      ...{ max: 10_000, maxSize: 100_000 },
      sizeCalculation: ({ paths }) => paths.length + 1,
    }),
  };
}

/** Forgets everything: of whom each entry was is not worth remembering for the few times that somebody leaves. */
export function clearForgeCaches(caches: ForgeCaches): void {
  const { treeByCommit, statusByTree, places, ended, roles, changedFiles } = caches;
  for (const cache of [treeByCommit, statusByTree, places, ended, roles, changedFiles]) cache.clear();
}

/** What is kept of a pull request beside its body takes about so many characters. */
const FACTS = 1_000;

function weight(text: string): number {
  return text.length + 64;
}
