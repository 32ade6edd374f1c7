/** The first half of planning a capture: what is to become of each item, and what must be read to write it down. */
import { readCatalog, type Catalog } from "./catalog.ts";
import type { Asked } from "./asked.ts";
import { isChangedOnRolling } from "./branches.ts";
import type { Config } from "./config.ts";
import { directoriesToRead } from "./follow-up-items.ts";
import { toHeld, toOverCap } from "./left-out.ts";
import { forgetDeleted } from "./marked-items.ts";
import { parseMarker, type MarkedItem } from "./marker.ts";
import type { BacklogItem } from "./merged-items.ts";
import { choosePlace, type Place } from "./place.ts";
import { pairUp } from "./pair-items.ts";
import { planItems, type ItemDecision } from "./plan-items.ts";
import { reasonToWait, type WaitReason } from "./reason-to-wait.ts";
import { refuseUnasked } from "./refuse-capture.ts";
import type { PullRequestFeedback } from "./review.ts";
import { viewRolling } from "./rolling.ts";
import type { DirectoryRead, Snapshot } from "./snapshot.ts";
import { carriedItems, committedItems, rejectedItems } from "./source-items.ts";
import type { Incomplete, LeftOut, Mined, OverCap, Suggestion } from "./suggestion.ts";
import { createTwins, type TwinSighting } from "./twins.ts";

type CaptureMode = "pull-request" | "rolling" | "commit";

export interface CaptureDecision {
  mode: CaptureMode;
  place: Place;
  catalog: Catalog;
  decisions: ItemDecision[];
  /** What a follow-up's marker says so far. */
  marked: MarkedItem[];
  /** Suggestions that are known from elsewhere. */
  sightings: TwinSighting[];
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
  /** How many more there would be, did the words of strangers count. */
  byStrangers: number;
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
  const { feedback } = snapshot;
  const catalog = readCatalog(snapshot, botLogin);
  const mode = chooseMode(snapshot, config);
  const prefix = config.follow_up.branch_prefix;
  const rolling = viewRolling(snapshot, prefix);
  const place = mode === "rolling" ? rolling : choosePlace(snapshot, prefix, lost);
  const carried =
    mode === "commit" ? committedItems(snapshot, rolling, botLogin) : carriedItems(place.directories, snapshot);

  const capture = captureRules(snapshot, config);
  const reasonOf = (suggestion: Suggestion) =>
    reasonToWait(suggestion, feedback.pullRequest, { capture, asked, isRolling: mode === "rolling" });
  const isSettled = (suggestion: Suggestion) => isOnFile(suggestion, catalog, asked) || isDeclined(suggestion, catalog);
  const ownPlace = mode === "pull-request" ? place : undefined;
  const twins = createTwins(snapshot, catalog, { rolling, ownPlace, own: new Set(carried.map(({ uid }) => uid)) });
  const { decisions, overCap } = planItems({
    ...{ carried, feedback, mined, botLogin },
    isFresh: (each) => !isSettled(each) && reasonOf(each) === undefined && !twins.takeIn(each),
    cap: capture.max_per_pull_request,
  });
  const carriedNow = new Set(decisions.flatMap((each) => ("suggestion" in each ? each.suggestion : [])));

  const rejected = mode === "commit" ? [] : rejectedItems(snapshot, rolling, botLogin);
  const reopened = pairRejected(rejected, mined.suggestions).filter(
    ({ decision }) => reasonOf(decision.suggestion) === undefined,
  );
  // In commit mode they go to the default branch.
  const isHeld = ({ at }: { at: { branch: string } }) =>
    mode !== "commit" &&
    rolling.isTaken &&
    isChangedOnRolling(at.branch, { defaultBranch: snapshot.repository.defaultBranch, prefix });
  const held = [
    ...twins.sightings.filter(isHeld).map(({ suggestion }) => suggestion),
    ...reopened.filter(isHeld).map(({ decision }) => decision.suggestion),
  ];
  return {
    ...{ mode, place, catalog, decisions },
    sightings: twins.sightings.filter((each) => !isHeld(each)),
    reopened: reopened.filter((each) => !isHeld(each)),
    held: held.map((suggestion) => toHeld(suggestion, rolling)),
    overCap: overCap.map((suggestion) => toOverCap(suggestion, feedback, config)),
    marked: markedIn(place, feedback),
    leftOut: [...mined.leftOut, ...twins.declined],
    incomplete: mined.incomplete ?? [],
    byStrangers: mined.byStrangers ?? 0,
    waiting: mined.suggestions.flatMap((suggestion) => {
      const reason = isSettled(suggestion) || carriedNow.has(suggestion) ? undefined : reasonOf(suggestion);
      return reason === undefined ? [] : [{ title: suggestion.title, reason, url: suggestion.source.url }];
    }),
  };
}

/** Where the rest is not captured unasked, it waits as it does wherever the config says so. */
function captureRules(snapshot: Snapshot, config: Config): Config["capture"] {
  const isForAll = refuseUnasked(snapshot, config) === undefined;
  return isForAll ? config.capture : { ...config.capture, on: "command" };
}

/** It is captured, or a command made an enhancement of its name. */
function isOnFile({ key, source, title }: Suggestion, { keys }: Catalog, { created }: Asked): boolean {
  return keys.has(key) || (source.kind !== "manual" && created.some((wish) => wish.title === title));
}

/** Rejected items whose words are found again. */
function pairRejected(
  rejected: readonly BacklogItem[],
  suggestions: readonly Suggestion[],
): CaptureDecision["reopened"] {
  const statuses = rejected.map(({ status }) => status);
  return [...pairUp(statuses, suggestions)].flatMap(([item, suggestion]) => {
    const at = rejected.find(({ status }) => status === item);
    return at ? [{ decision: { action: "reopen" as const, item, suggestion }, at }] : [];
  });
}

function markedIn({ existing }: Place, feedback: PullRequestFeedback): MarkedItem[] {
  const marker = existing ? parseMarker(existing.body) : undefined;
  return marker ? forgetDeleted(marker, feedback) : [];
}

/** Asked for by a command since, it is wanted after all. GitHub tells whole seconds: nobody closes and asks in one. */
function isDeclined({ key, askedAt }: Suggestion, { declined }: Catalog): boolean {
  const at = declined.get(key);
  return at === null || (at !== undefined && (askedAt === undefined || askedAt <= at));
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
