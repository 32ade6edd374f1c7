/** Decides what a capture writes: a snapshot and the mined suggestions in, a plan as plain values out. */
import { followUpBranches } from "./branches.ts";
import { readCatalog } from "./catalog.ts";
import { directoryName, nextId, slugify, takenNumber } from "./allocate.ts";
import type { Config } from "./config.ts";
import { parseStatusJson, type StatusFile } from "./documents/status-json.ts";
import { renderNewEnhancement, toStatusFile } from "./new-enhancement.ts";
import { isEditedByPerson, parseMarker, textAbove, withMarker } from "./marker.ts";
import { renderFollowUpBody, renderFollowUpTitle } from "./pull-request.ts";
import type { Branch, DirectoryListing, FollowUp, NewFile, Snapshot } from "./snapshot.ts";
import type { Mined, Suggestion } from "./suggestion.ts";

export interface CommitPlan {
  branch: string;
  parent: string;
  create: boolean;
  message: string;
  files: NewFile[];
}

export type CapturePlan =
  | {
      action: "none";
      /** How many suggestions were found, all of them known, declined or waiting. */
      found: number;
    }
  | { action: "commit"; added: number; items: StatusFile[]; commit: CommitPlan }
  | {
      action: "pull-request";
      added: number;
      branch: string;
      /** Nothing to commit when an earlier run was stopped after its commit. */
      commit: CommitPlan | null;
      pullRequest: {
        existing: FollowUp | null;
        title: string;
        body: string;
        isDraft: boolean;
        labels: string[];
        items: StatusFile[];
      };
    };

export interface PlanOptions {
  config: Config;
  /** Our own login, for the history in `status.json`. */
  botLogin: string;
  /** Markdown of ours that is shown on top of the follow-up's body. */
  note?: string;
}

export function planCapture(snapshot: Snapshot, mined: Mined, options: PlanOptions): CapturePlan {
  const { config, botLogin } = options;
  const { pullRequest } = snapshot.feedback;
  const catalog = readCatalog(snapshot);
  const ready = mined.suggestions.filter((suggestion) => isDue(suggestion, snapshot, config));
  const waiting = mined.suggestions.length - ready.length;
  const fresh = ready.filter(({ key }) => !catalog.keys.has(key));

  const place = choosePlace(snapshot, config);
  const carried = place.branch ? itemsOf(place.branch.directories, snapshot) : [];
  const room = Math.max(0, config.capture.max_per_pull_request - carried.length);
  const taken = new Set(catalog.taken);
  const added = fresh.slice(0, room).map((suggestion) => {
    const id = nextId(taken);
    taken.add(Number(id));
    return { suggestion, status: toStatusFile(suggestion, { id, slug: slugify(suggestion.title), botLogin }) };
  });
  const overCap = fresh.length - added.length;
  const items = [...carried, ...added.map(({ status }) => status)];
  if (items.length === 0) return { action: "none", found: mined.suggestions.length };

  const files = added.flatMap(({ suggestion, status }) => {
    const directory = `${config.directory}/${directoryName(status.id, status.slug)}`;
    return renderNewEnhancement(suggestion, status).map(({ path, content }) => ({
      path: `${directory}/${path}`,
      content,
    }));
  });
  const message = renderMessage(added.length, pullRequest.number);

  if (config.mode === "commit") {
    if (added.length === 0) return { action: "none", found: mined.suggestions.length };
    const { defaultBranch: branch, head: parent } = snapshot.repository;
    return { action: "commit", added: added.length, items, commit: { branch, parent, create: false, message, files } };
  }

  const { existing } = place;
  const parent = place.branch?.head ?? snapshot.repository.head;
  const commit = { branch: place.name, parent, create: !place.branch, message, files };
  const text = renderFollowUpBody({
    snapshot,
    config,
    items,
    branch: place.name,
    waiting,
    overCap,
    leftOut: mined.leftOut,
    note: options.note,
  });
  const title = renderFollowUpTitle(items.length, pullRequest.number);
  return {
    action: "pull-request",
    added: added.length,
    branch: place.name,
    commit: added.length > 0 ? commit : null,
    pullRequest: {
      existing,
      title: existing && !isOurTitle(existing.title) ? existing.title : title,
      body: toBody(existing, text, pullRequest.number, items),
      isDraft: config.follow_up.draft_until_merged && pullRequest.state === "open" && (existing?.isDraft ?? true),
      labels: config.follow_up.labels,
      items,
    },
  };
}

/** Whether a suggestion is published now: what is meant for the pull request itself waits until it has merged. */
function isDue({ isBlocking, isDeferred }: Suggestion, { feedback }: Snapshot, { capture }: Config): boolean {
  if (!isBlocking || isDeferred || capture.blocking === "always") return true;
  return capture.blocking === "if-open-at-merge" && feedback.pullRequest.state === "merged";
}

interface Place {
  name: string;
  /** The branch as it stands; absent when it is to be made. */
  branch: Branch | undefined;
  existing: FollowUp | null;
}

/**
 * The first branch name that is ours to use: with our open follow-up, left by a run that was stopped before it could
 * open one, or free. A name with a closed or merged follow-up, or taken by somebody else, is passed over.
 */
function choosePlace({ branches, followUps, feedback }: Snapshot, config: Config): Place {
  const names = followUpBranches(config.follow_up.branch_prefix, feedback.pullRequest.number);
  const places = names.map((name) => ({
    name,
    branch: branches.find((branch) => branch.name === name),
    pulls: followUps.filter((followUp) => followUp.branch === name),
  }));
  for (const { name, branch, pulls } of places) {
    const existing = pulls.find(({ state, isOurs }) => state === "open" && isOurs);
    if (existing && branch) return { name, branch, existing };
  }
  const free = places.find(({ branch, pulls }) => (branch ? branch.isOurs && pulls.length === 0 : pulls.every(isOver)));
  if (free) return { name: free.name, branch: free.branch, existing: null };
  throw new Error(`every branch name for pull request ${feedback.pullRequest.number} is taken: ${names.join(", ")}`);
}

function isOver({ state }: FollowUp): boolean {
  return state !== "open";
}

/** The items of this source that a branch carries beyond the default branch, in the order of their numbers. */
function itemsOf(directories: DirectoryListing[], { repository, feedback }: Snapshot): StatusFile[] {
  const known = new Set(repository.directories.map(({ name }) => name));
  return directories
    .filter(({ name, statusJson }) => statusJson !== undefined && !known.has(name) && takenNumber(name) !== undefined)
    .flatMap(({ statusJson = "" }) => {
      const parsed = parseStatusJson(statusJson, "status.json");
      return parsed.ok && parsed.value.source.pullRequest === feedback.pullRequest.number ? [parsed.value] : [];
    })
    .sort((one, other) => Number(one.id) - Number(other.id));
}

/** Fixed words and numbers only: no text from a review ever stands in a commit message. */
function renderMessage(count: number, pullNumber: number): string {
  return `docs(enhancements): capture ${count === 1 ? "1 suggestion" : `${count} suggestions`} from pull request ${pullNumber}`;
}

const OUR_TITLE = /^Capture \d+ suggestions? from #\d+$/;

function isOurTitle(title: string): boolean {
  return OUR_TITLE.test(title);
}

/**
 * A body that a person edited keeps their text; only the marker below it is brought up to date. What the marker once
 * listed stays listed: an item that left the branch was declined, and must not come back.
 */
function toBody(existing: FollowUp | null, text: string, pull: number, items: StatusFile[]): string {
  const current = items.map(({ id, key }) => ({ id, key }));
  const earlier = (existing && parseMarker(existing.body)?.items) ?? [];
  const declined = earlier.filter(({ key }) => !current.some((item) => item.key === key));
  const marker = { pull, items: [...current, ...declined] };
  if (!existing || !isEditedByPerson(existing.body)) return withMarker(text, marker);
  return withMarker(textAbove(existing.body), { ...marker, edited: true });
}
