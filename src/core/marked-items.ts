/** What a follow-up's marker remembers of its items: those it carries, and those that left it. */
import { takenNumber } from "./allocate.ts";
import type { StatusFile } from "./documents/status-json.ts";
import { STATUS_JSON } from "./item.ts";
import type { MarkedItem, Marker } from "./marker.ts";
import { hasTakenIn } from "./pair-items.ts";
import { textsIn, type PullRequestFeedback } from "./review.ts";
import { readListing } from "./read-listing.ts";
import type { Backlog, FileChange } from "./snapshot.ts";

export const TAKEN_OUT = { by: "person", why: "taken out of this pull request" } as const;
const WITHDRAWN = { by: "us", why: "what asked for it is gone" } as const;

/** In place of the title of an item whose comment was deleted: it is made of the same words. */
export const DELETED = "a deleted comment";

/** An item as long as it is carried. */
export function toMarked({ id, key, title, source, evidence }: StatusFile): MarkedItem {
  return { id, key, title, path: source.path, ...(evidence.redacted === true && { redacted: true }) };
}

/**
 * The same, where what a person took out was merged into another: told as that, with the number which the other has now.
 * `items`: what the follow-up carries; others are looked for wherever they stand.
 */
export function tellMerged(
  marked: readonly MarkedItem[],
  items: readonly StatusFile[],
  { repository, branches }: Pick<Backlog, "repository" | "branches">,
): MarkedItem[] {
  const isGone = ({ gone }: MarkedItem) => gone?.by === "person";
  const elsewhere = marked.some(isGone)
    ? [repository, ...branches].flatMap(({ directories }) => directories.flatMap((each) => readListing(each) ?? []))
    : [];
  const takers = [...items, ...elsewhere].filter(hasTakenIn);
  return marked.map((mark) => {
    const into = isGone(mark) && takers.find(({ sightings }) => sightings.some(({ key }) => key === mark.key));
    return into ? { ...mark, gone: { by: "person", why: `merged into ${into.id}` } } : mark;
  });
}

interface RollingItems {
  /** What the marker says so far. */
  marked: readonly MarkedItem[];
  /** What the branch carries beyond the default branch, once `files` are written. */
  items: readonly StatusFile[];
  files: readonly FileChange[];
  /** Keys of what stands on the default branch. */
  merged: ReadonlySet<string>;
}

/**
 * What the rolling follow-up's marker is to remember, in the order in which it came. What neither branch holds was taken
 * out: by us where `files` do it, and then nothing is kept of its words, else by a person.
 */
export function markRollingItems({ marked, items, files, merged }: RollingItems): MarkedItem[] {
  const carried = items.map((item): MarkedItem => {
    const { pullRequest } = item.source;
    return { ...toMarked(item), ...(pullRequest !== null && { pull: pullRequest }) };
  });
  const next = new Map([...marked, ...carried].map((item) => [item.key, item]));
  const present = new Set([...merged, ...items.map(({ key }) => key)]);
  const withdrawn = new Set(
    files.flatMap(({ path, content }) => {
      const [name = "", file] = path.split("/").slice(-2);
      return content === null && file === STATUS_JSON ? [takenNumber(name)] : [];
    }),
  );
  return [...next.values()].map((item) => {
    if (item.gone || present.has(item.key)) return item;
    const isOurs = withdrawn.has(Number(item.id));
    return isOurs ? { ...item, title: "", path: null, gone: WITHDRAWN } : { ...item, gone: TAKEN_OUT };
  });
}

const COMMENT_KEY = /^comment:(?<nodeId>.+):[^:]+$/;

/** What a marker says, without the words of what left the follow-up and whose comment was deleted, then or since. */
export function forgetDeleted({ pull, items }: Marker, feedback: PullRequestFeedback): MarkedItem[] {
  const { pullRequest } = feedback;
  const present = new Set(textsIn(feedback).map(({ nodeId }) => nodeId));
  return items.map((item) => {
    const nodeId = COMMENT_KEY.exec(item.key)?.groups?.["nodeId"];
    const isHere = (item.pull ?? pull) === pullRequest.number;
    const isDeleted = item.gone && isHere && nodeId !== undefined && !present.has(nodeId);
    return isDeleted && item.title !== "" ? { ...item, title: DELETED, path: null } : item;
  });
}
