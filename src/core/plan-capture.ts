/** The second half of planning a capture: a decision and the files it touches in, a plan as plain values out. */
import type { Carried } from "./carried.ts";
import { planClose, type ClosePlan } from "./close-plan.ts";
import { renderCommitMessage } from "./commit-message.ts";
import type { CommitPlan } from "./commit-plan.ts";
import type { Config } from "./config.ts";
import { countOf } from "./count-of.ts";
import type { CaptureDecision } from "./decide-capture.ts";
import type { StatusFile } from "./documents/status-json.ts";
import { deedsOf } from "./item-deeds.ts";
import { followUpLabels } from "./follow-up-labels.ts";
import { writeItems, type FollowUpItems } from "./follow-up-items.ts";
import { isBodyEditedByPerson, parseMarker, withoutMarker, withMarker, type Marker } from "./marker.ts";
import { tellMerged } from "./marked-items.ts";
import type { ItemDecision } from "./plan-items.ts";
import { planSightings, renderSightingMessage } from "./plan-sightings.ts";
import type { PullRequestPlan } from "./pull-request-plan.ts";
import { renderFollowUpBody, renderFollowUpTitle, renderOnboarding } from "./pull-request.ts";
import { planRolling, viewRolling } from "./rolling.ts";
import type { Contents, FollowUp, Snapshot } from "./snapshot.ts";
import { noteWithdrawals } from "./note-withdrawals.ts";

export type CapturePlan =
  /** `found`: how many suggestions there were, all of them known, declined or waiting. */
  | { action: "none"; found: number }
  /** The branch of a follow-up that we closed is to come back first; then read and plan again. */
  | { action: "restore"; branch: string; head: string }
  | {
      action: "apply";
      /** The items that are new. */
      added: StatusFile[];
      /** In this order. Empty when an earlier run was stopped after them. */
      commits: CommitPlan[];
      pullRequests: PullRequestPlan[];
      /** After everything else. */
      closes: ClosePlan[];
    };

export interface PlanOptions {
  config: Config;
  /** What stood in the directories of `readsFor`, by their names. */
  contents: Contents;
  /** Our own login, for the history in `status.json`. */
  botLogin: string;
  /** What the rolling branch carries, where it fell behind and merged enhancements are changed: see `RollingChange`. */
  carried?: Carried | undefined;
  /** Markdown of ours that is shown on top of the follow-up's body. */
  note?: string | undefined;
}

/**
 * What is to be committed, opened and closed for one source, in the order in which it is to happen; or that there is
 * nothing to do, or that a branch is to be restored first. Throws `TakenError` where something is to be written on the
 * rolling branch and somebody else took it.
 */
export function planCapture(snapshot: Snapshot, decision: CaptureDecision, options: PlanOptions): CapturePlan {
  const { mode, place, decisions, catalog, marked } = decision;
  const { config, contents, botLogin } = options;
  const found = decisions.length + decision.waiting.length + decision.sightings.length + decision.held.length;
  if (place.restoreAt !== undefined && !place.branch) {
    const isWanted = decisions.length > 0 || parseMarker(place.existing?.body ?? "")?.closed?.why === "source closed";
    if (isWanted) return { action: "restore", branch: place.name, head: place.restoreAt };
  }
  const { directory } = config;
  const facts = { directory, contents, botLogin, taken: catalog.taken, base: snapshot.repository.directories };
  const written = writeItems(decisions, { ...facts, marked, isCommitted: mode === "commit" });
  const reopened = decision.reopened.map((each) => each.decision);
  const seen = planSightings(snapshot, decision.sightings, { config, contents });
  const again = writeItems(reopened, { ...facts, marked: [], isCommitted: true });
  const elsewhere = { ...seen, files: [...seen.files, ...again.files] };
  if (mode === "pull-request") return withFollowUp(snapshot, decision, { written, elsewhere, options, found });

  const files = [...written.files, ...elsewhere.files];
  const { moves } = written;
  const commits = [...elsewhere.commits];
  const pullRequests: PullRequestPlan[] = [];
  const closes: ClosePlan[] = [];
  const message = renderMessage(written, decisions, snapshot.feedback.pullRequest.number);
  if (mode === "rolling") {
    const plan = planRolling(snapshot, viewRolling(snapshot, config.follow_up.branch_prefix), {
      ...{ files, moves, message, config },
      carried: elsewhere.files.length > 0 ? options.carried : undefined,
    });
    commits.push(...plan.commits);
    pullRequests.push(...plan.pullRequests);
    closes.push(...plan.closes);
  } else if (files.length > 0) {
    const { defaultBranch: branch, head: parent } = snapshot.repository;
    commits.push({ branch, parent, create: false, message, files, moves });
  }
  if (commits.length === 0 && pullRequests.length === 0 && closes.length === 0) return { action: "none", found };
  return { action: "apply", added: written.added, commits, pullRequests, closes };
}

interface Parts {
  written: FollowUpItems;
  elsewhere: ReturnType<typeof planSightings>;
  options: PlanOptions;
  found: number;
}

/** The follow-up of one source, and beside it what the capture changes elsewhere. */
function withFollowUp(
  snapshot: Snapshot,
  decision: CaptureDecision,
  { written, elsewhere, options, found }: Parts,
): CapturePlan {
  const { place, waiting, overCap, incomplete, byStrangers } = decision;
  const { config, note = renderOnboarding(snapshot, place.existing?.number) } = options;
  const { pullRequest } = snapshot.feedback;
  const { existing, branch } = place;
  const { items } = written;
  const marked = tellMerged(written.marked, items, snapshot);
  const rolling = planRolling(snapshot, viewRolling(snapshot, config.follow_up.branch_prefix), {
    ...{ files: elsewhere.files, config },
    carried: elsewhere.files.length > 0 ? options.carried : undefined,
    message: renderSightingMessage(pullRequest.number),
  });
  const leftOut = [...decision.leftOut, ...decision.held];
  const text = renderFollowUpBody({
    snapshot,
    config,
    items,
    marked,
    branch: place.name,
    waiting,
    overCap,
    leftOut,
    incomplete,
    byStrangers,
    note,
  });
  const marker = { pull: pullRequest.number, items: marked };
  const commits = [...elsewhere.commits, ...rolling.commits];
  const { pullRequests } = rolling;

  if (items.length === 0) {
    if (existing?.state === "open" && branch) {
      const kept = isBodyEditedByPerson(existing.body) ? withoutMarker(existing.body) : text;
      const close = planClose(existing, { text: kept, marker, branch, why: "empty" });
      return { action: "apply", added: [], commits, pullRequests, closes: [close] };
    }
    if (commits.length === 0 && pullRequests.length === 0) return { action: "none", found };
    return { action: "apply", added: [], commits, pullRequests, closes: [] };
  }
  if (written.files.length > 0) {
    const parent = branch?.head ?? snapshot.repository.head;
    const message = renderMessage(written, decision.decisions, pullRequest.number);
    const onto = place.isOver === true && { onto: snapshot.repository.head };
    commits.unshift({
      branch: place.name,
      parent,
      create: !branch,
      message,
      files: written.files,
      moves: written.moves,
      ...onto,
    });
  }
  const title = renderFollowUpTitle(items, pullRequest.number);
  const isOpen = pullRequest.state === "open";
  const followUp: PullRequestPlan = {
    ...{ branch: place.name, existing, items, body: toBody(existing, text, marker) },
    title: existing && !isOurTitle(existing.title) ? existing.title : title,
    isDraft: config.follow_up.draft_until_merged && isOpen && (existing?.isDraft ?? true),
    labels: followUpLabels(config),
    reviewers: isOpen ? [] : reviewersOf(snapshot, items),
    bodyFirst: existing ? noteWithdrawals(existing.body, marked) : undefined,
  };
  return { action: "apply", added: written.added, commits, pullRequests: [followUp, ...pullRequests], closes: [] };
}

/** Who said that they would do it, else the author of the source. */
function reviewersOf({ feedback }: Snapshot, items: readonly StatusFile[]): string[] {
  const promised = items.flatMap(({ evidence: { promisedBy } }) => promisedBy ?? []);
  const { author } = feedback.pullRequest;
  if (promised.length > 0) return [...new Set(promised)];
  return author?.kind === "human" ? [author.login] : [];
}

/** Fixed words and numbers only: no text from a review ever stands in a commit message. */
function renderMessage(written: FollowUpItems, decisions: readonly ItemDecision[], pullNumber: number): string {
  const {
    added: { length },
    files,
  } = written;
  if (length === 0) return renderCommitMessage(deedsOf(decisions, written), ` for pull request ${pullNumber}`);
  const count = countOf(length, "suggestion");
  const more = files.some(({ content }) => content === null) ? ", and take out what is settled" : "";
  return `docs(enhancements): capture ${count} from pull request ${pullNumber}${more}`;
}

const OUR_TITLE = /^Capture \d+ suggestions? from #\d+$/;

function isOurTitle(title: string): boolean {
  return OUR_TITLE.test(title);
}

/**
 * A body that a person edited keeps their text; only the marker below it is brought up to date. What the marker once
 * listed stays listed: an item that left the branch without us was taken out by a person, and must not come back.
 */
function toBody(existing: FollowUp | null, text: string, marker: Omit<Marker, "v" | "sum">): string {
  if (!existing || !isBodyEditedByPerson(existing.body)) return withMarker(text, marker);
  return withMarker(withoutMarker(existing.body), { ...marker, edited: true });
}
