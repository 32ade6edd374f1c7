/** What was decided in pull requests under our label that ended, beyond those that are listed with everything else. */
import { markerAlone } from "../core/marker.ts";
import type { RepositoryRef } from "../core/snapshot.ts";
import type { BacklogAnswer, FollowUpNode, FollowUps } from "./answers.ts";
import type { GitHubClient } from "./client.ts";
import { followUpPages } from "./follow-up-pages.ts";
import type { Portion } from "./portion.ts";
import { MORE_ENDED } from "./queries.ts";

/** Those of one repository that ended, all of them, as they were when they were read last. */
export interface EndedFollowUps {
  /** When the newest change was made that was seen by then, in milliseconds since 1970. */
  seen: number;
  /** Of their bodies the marker alone. */
  nodes: readonly FollowUpNode[];
}

/** `EndedFollowUps` by repository id. */
export interface EndedCache {
  get(repository: number): EndedFollowUps | undefined;
  set(repository: number, ended: EndedFollowUps): unknown;
  clear(): void;
}

/** A change may be seen so much later than another that was made after it. */
const LATE_MS = 60_000;

/**
 * Every one that ended, however many, where `generated`, the fifty that changed last, lacks any; of their bodies the marker
 * alone. They are read once, by one request for each hundred, and anew where `generated` does not tell what became of them
 * since: more changed than it lists, or some are under our label no more. Else no request is made.
 */
export async function readMoreEnded(
  octokit: GitHubClient,
  repository: RepositoryRef,
  { generated: listed, open }: Pick<BacklogAnswer["repository"], "generated" | "open">,
  { cache, ...options }: { cache: EndedCache; labels: readonly string[]; portion: Portion },
): Promise<FollowUps> {
  const count = listed.totalCount - open.totalCount;
  if (listed.nodes.filter(hasEnded).length >= count) return { nodes: [] };
  const before = cache.get(repository.id);
  let nodes = before && bringUpToDate(before, listed.nodes, count);
  if (!nodes) {
    nodes = [];
    for await (const page of followUpPages(octokit, repository, MORE_ENDED, options)) nodes.push(...page.map(toKept));
  }
  cache.set(repository.id, { seen: Math.max(...listed.nodes.map(changedAt)), nodes });
  return { nodes };
}

/** With what changed since; nothing where that cannot be told. `listed`: what changed last, `count`: how many there are. */
function bringUpToDate(
  { seen, nodes }: EndedFollowUps,
  listed: readonly FollowUpNode[],
  count: number,
): FollowUpNode[] | undefined {
  const isAllThatChanged = Math.min(...listed.map(changedAt)) < seen - LATE_MS;
  const changed = new Set(listed.map(({ number }) => number));
  const now = [...nodes.filter(({ number }) => !changed.has(number)), ...listed.filter(hasEnded).map(toKept)];
  return isAllThatChanged && now.length === count ? now : undefined;
}

function hasEnded({ state }: FollowUpNode): boolean {
  return state !== "OPEN";
}

function changedAt({ updatedAt }: FollowUpNode): number {
  return Date.parse(updatedAt);
}

function toKept(node: FollowUpNode): FollowUpNode {
  return { ...node, body: markerAlone(node.body) };
}
