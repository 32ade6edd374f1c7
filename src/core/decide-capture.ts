/** The first half of planning a capture: what is to become of each item, and what must be read to write it down. */
import { findTwin, readCatalog, type Catalog, type KnownEnhancement } from "./catalog.ts";
import type { Asked } from "./asked.ts";
import { isChangedOnRolling } from "./branches.ts";
import type { Config } from "./config.ts";
import { directoriesToRead } from "./follow-up-items.ts";
import { forgetDeleted } from "./marked-items.ts";
import { parseMarker, type MarkedItem } from "./marker.ts";
import { mergedItems, type BacklogItem } from "./merged-items.ts";
import { choosePlace, type Place } from "./place.ts";
import { pairUp } from "./pair-items.ts";
import { planItems, type ItemDecision } from "./plan-items.ts";
import { reasonToWait, type WaitReason } from "./reason-to-wait.ts";
import { refuseUnasked } from "./refuse-capture.ts";
import type { PullRequestFeedback } from "./review.ts";
import { viewRolling } from "./rolling.ts";
import { takenError, type Rolling } from "./rolling-place.ts";
import type { DirectoryRead, Snapshot } from "./snapshot.ts";
import { carriedItems, committedItems, rejectedItems } from "./source-items.ts";
import type { Incomplete, LeftOut, Mined, OverCap, Suggestion } from "./suggestion.ts";

type CaptureMode = "pull-request" | "rolling" | "commit";

export interface CaptureDecision {
  mode: CaptureMode;
  place: Place;
  catalog: Catalog;
  decisions: ItemDecision[];
  /** What a follow-up's marker says so far. */
  marked: MarkedItem[];
  /** Suggestions that are known from elsewhere. */
  sightings: { suggestion: Suggestion; at: NonNullable<KnownEnhancement["at"]> }[];
  /** Of items that we rejected in `mode: commit`, and that are asked for again in another. */
  reopened: { decision: Extract<ItemDecision, { action: "reopen" }>; at: BacklogItem }[];
  leftOut: LeftOut[];
  /** What is known or rejected, and cannot be noted there while somebody else's commit is on the rolling branch. */
  held: LeftOut[];
  /** Texts that seem to hold more findings than were read. */
  incomplete: readonly Incomplete[];
  /** Those that are new and not published yet. */
  waiting: { title: string; reason: WaitReason; url: string | null }[];
  /** Those that found no room under the cap, the weightiest first. */
  overCap: OverCap[];
}

/** More of our follow-ups than this waiting for a decision, and new ones join the rolling one. */
const MOST_OPEN = 3;

interface DecideOptions {
  config: Config;
  asked: Asked;
  /** Branches that cannot be restored. */
  lost: ReadonlySet<string>;
  /** Our own login, by which our own changes are known. */
  botLogin: string;
}

/**
 * Where what was mined goes, what becomes of each item there, and what is known, waits or found no room. Throws
 * `TakenError` when somebody else took every branch name of the source.
 */
export function decideCapture(
  snapshot: Snapshot,
  mined: Mined,
  { config, asked, lost, botLogin }: DecideOptions,
): CaptureDecision {
  const catalog = readCatalog(snapshot, botLogin);
  const mode = chooseMode(snapshot, config);
  const prefix = config.follow_up.branch_prefix;
  const rolling = viewRolling(snapshot, prefix);
  const place = mode === "rolling" ? rolling : choosePlace(snapshot, prefix, lost);
  const carried =
    mode === "commit" ? committedItems(snapshot, rolling, botLogin) : carriedItems(place.directories, snapshot);
  const marker = place.existing ? parseMarker(place.existing.body) : undefined;

  // Where the rest is not captured unasked, it waits as it does wherever the config says so.
  const isForAll = refuseUnasked(snapshot, config) === undefined;
  const capture = isForAll ? config.capture : { ...config.capture, on: "command" as const };
  const reasonOf = (suggestion: Suggestion) =>
    reasonToWait(suggestion, snapshot.feedback.pullRequest, { capture, asked, isRolling: mode === "rolling" });
  const written = new Set(asked.created.map(({ title }) => title));
  const isSettled = (suggestion: Suggestion) =>
    catalog.keys.has(suggestion.key) ||
    isDeclined(suggestion, catalog) ||
    (suggestion.source.kind !== "manual" && written.has(suggestion.title));
  const own = new Set(carried.map(({ uid }) => uid));
  // On a follow-up's own branch nothing comes from elsewhere; the rolling one, and the default branch, are everybody's.
  const isOwn = ({ at }: KnownEnhancement) =>
    at !== undefined && (own.has(at.status.uid) || (mode === "pull-request" && at.branch === place.name));
  const foreign = catalog.known.filter((known) => !isOwn(known));
  const sightings: CaptureDecision["sightings"] = [];
  const declined: LeftOut[] = [];
  const isFresh = (suggestion: Suggestion): boolean => {
    if (isSettled(suggestion) || reasonOf(suggestion) !== undefined) return false;
    const twin = suggestion.askedBy === undefined ? findTwin(suggestion, foreign) : undefined;
    if (!twin) return true;
    if (twin.at) sightings.push({ suggestion, at: asItStands(twin.at, snapshot, rolling) });
    else if (twin.declinedIn !== undefined) declined.push(toDeclined(suggestion, twin.declinedIn));
    return false;
  };
  const { decisions, overCap } = planItems({
    ...{ carried, feedback: snapshot.feedback, mined, isFresh, botLogin },
    cap: capture.max_per_pull_request,
  });
  const carriedNow = new Set(decisions.flatMap((each) => ("suggestion" in each ? each.suggestion : [])));
  const rejected = mode === "commit" ? [] : rejectedItems(snapshot, viewRolling(snapshot, prefix), botLogin);
  const statuses = rejected.map(({ status }) => status);
  const reopened = [...pairUp(statuses, mined.suggestions)].flatMap(([item, suggestion]) => {
    const at = rejected.find(({ status }) => status === item);
    return at && reasonOf(suggestion) === undefined
      ? [{ decision: { action: "reopen" as const, item, suggestion }, at }]
      : [];
  });
  // In commit mode they go to the default branch.
  const isHeld = ({ at: { branch } }: { at: { branch: string } }) =>
    mode !== "commit" &&
    rolling.isTaken &&
    isChangedOnRolling(branch, { defaultBranch: snapshot.repository.defaultBranch, prefix });
  const held = [
    ...sightings.filter(isHeld).map(({ suggestion }) => suggestion),
    ...reopened.filter(isHeld).map(({ decision }) => decision.suggestion),
  ];
  return {
    ...{ mode, place, catalog, decisions },
    sightings: sightings.filter((each) => !isHeld(each)),
    reopened: reopened.filter((each) => !isHeld(each)),
    held: held.map((suggestion) => toHeld(suggestion, rolling)),
    overCap: overCap.map((suggestion) => toOverCap(suggestion, snapshot.feedback, config)),
    marked: marker ? forgetDeleted(marker, snapshot.feedback) : [],
    leftOut: [...mined.leftOut, ...declined],
    incomplete: mined.incomplete ?? [],
    waiting: mined.suggestions.flatMap((suggestion) => {
      const reason = isSettled(suggestion) || carriedNow.has(suggestion) ? undefined : reasonOf(suggestion);
      return reason === undefined ? [] : [{ title: suggestion.title, reason, url: suggestion.source.url }];
    }),
  };
}

/** Asked for by a command since, it is wanted after all. GitHub tells whole seconds: nobody closes and asks in one. */
function isDeclined({ key, askedAt }: Suggestion, { declined }: Catalog): boolean {
  const at = declined.get(key);
  return at === null || (at !== undefined && (askedAt === undefined || askedAt <= at));
}

/** A merged enhancement may be changed on the rolling branch already: whatever comes next is added to that. */
function asItStands(
  at: NonNullable<KnownEnhancement["at"]>,
  snapshot: Snapshot,
  rolling: Rolling,
): NonNullable<KnownEnhancement["at"]> {
  if (at.branch !== snapshot.repository.defaultBranch) return at;
  const pending = mergedItems(snapshot, rolling).find(({ name }) => name === at.name);
  if (!pending?.isPending) return at;
  const { branch, commit, name, from, status } = pending;
  return { branch, commit, name, from, status };
}

/** What must be read before the decision can be written down: often nothing. */
export function readsFor(
  { mode, place, decisions, sightings, reopened }: CaptureDecision,
  { repository }: Snapshot,
): DirectoryRead[] {
  const here = mode === "commit" ? repository.head : place.commit;
  const numbered = mode === "commit" ? [] : repository.directories;
  const own = here === undefined ? [] : directoriesToRead(decisions, numbered).map((name) => ({ commit: here, name }));
  return [...own, ...[...sightings, ...reopened].map(({ at: { commit, name, from } }) => ({ commit, name, from }))];
}

/** Three follow-ups that wait for a decision are enough: the fourth joins the rolling one. */
function chooseMode({ generated, feedback }: Snapshot, { mode }: Config): CaptureMode {
  if (mode !== "pull-request") return mode === "preview" ? "pull-request" : mode;
  const waiting = generated.flatMap(({ state, isOurs, body }) => {
    const pull = state === "open" && isOurs ? parseMarker(body)?.pull : undefined;
    return pull ?? [];
  });
  // Its own may be the fourth, where a person reopened it: it is kept true all the same.
  const isFull = waiting.length >= MOST_OPEN && !waiting.includes(feedback.pullRequest.number);
  return isFull ? "rolling" : "pull-request";
}

function toDeclined(suggestion: Suggestion, followUp: number): LeftOut {
  return leaveOut(suggestion, { group: "settled", reason: `declined before, in pull request ${followUp}` });
}

function toHeld(suggestion: Suggestion, rolling: Rolling): LeftOut {
  return leaveOut(suggestion, {
    group: "settled",
    reason: `known already, but not noted: ${takenError(rolling).message}`,
  });
}

function toOverCap(suggestion: Suggestion, { threads }: PullRequestFeedback, { capture }: Config): OverCap {
  const { priority, source } = suggestion;
  const isInThread =
    source.kind === "review-comment" && threads.some(({ comments: [root] }) => root?.databaseId === source.commentId);
  const reason = `at most ${capture.max_per_pull_request} from one pull request`;
  const left = leaveOut(suggestion, { group: "over the cap", reason });
  return { ...left, priority, isInThread };
}

function leaveOut({ key, title, quote, source }: Suggestion, why: Pick<LeftOut, "group" | "reason">): LeftOut {
  return { key, author: source.author, title, quote, url: source.url ?? "", ...why };
}
