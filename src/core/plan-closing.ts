/** The source was closed without being merged: what came from it goes with it, and can come back with it. */
import { readCatalog } from "./catalog.ts";
import { planClose, textUnder, type ClosePlan } from "./close-plan.ts";
import { renderCommitMessage } from "./commit-message.ts";
import type { Config } from "./config.ts";
import { codeSpan } from "./documents/markdown-text.ts";
import type { StatusFile } from "./documents/status-json.ts";
import { directoriesToRead, writeItems } from "./follow-up-items.ts";
import { parseMarker } from "./marker.ts";
import { choosePlace } from "./place.ts";
import type { CapturePlan } from "./plan-capture.ts";
import { isDecided, type ItemDecision } from "./plan-items.ts";
import { planRolling, viewRolling } from "./rolling.ts";
import type { Rolling } from "./rolling-place.ts";
import { carriedItems, committedItems } from "./source-items.ts";
import type { Contents, DirectoryRead, Snapshot } from "./snapshot.ts";

interface ClosingOptions {
  config: Config;
  /** Our own login, for the history in `status.json`. */
  botLogin: string;
}

/** What must be read before `planClosing`: often nothing. */
export function readsForClosing(snapshot: Snapshot, options: ClosingOptions): DirectoryRead[] {
  const { head, directories } = snapshot.repository;
  const { committed, onRolling, rolling } = decideClosing(snapshot, options);
  return [
    ...directoriesToRead(committed, directories).map((name) => ({ commit: head, name })),
    ...directoriesToRead(onRolling, directories).map((name) => ({ commit: rolling.commit, name })),
  ];
}

/** `contents`: what the directories of `readsForClosing` hold. */
export function planClosing(
  snapshot: Snapshot,
  { contents, ...options }: ClosingOptions & { contents: Contents },
): CapturePlan {
  const { config, botLogin } = options;
  const { repository, feedback } = snapshot;
  const { committed, onRolling, rolling } = decideClosing(snapshot, options);
  const { taken } = readCatalog(snapshot, botLogin);
  const write = (decisions: readonly ItemDecision[], isCommitted: boolean) =>
    writeItems(decisions, {
      ...{ directory: config.directory, contents, base: repository.directories, botLogin, isCommitted },
      ...{ marked: [], taken },
    });
  const rejected = write(committed, true).files;
  const withdrawn = write(onRolling, false).files;
  const messageOf = (verb: string, decisions: readonly ItemDecision[]) => {
    const deeds = decisions.flatMap((decision) => ("item" in decision ? [{ verb, of: decision.item.id }] : []));
    return renderCommitMessage(deeds, `, as pull request ${feedback.pullRequest.number} was closed`);
  };
  const { defaultBranch: branch, head: parent } = repository;
  const onBase =
    rejected.length > 0
      ? [{ branch, parent, create: false, message: messageOf("reject", committed), files: rejected }]
      : [];
  const others =
    withdrawn.length > 0
      ? planRolling(snapshot, rolling, { files: withdrawn, message: messageOf("withdraw", onRolling), config })
      : undefined;

  const commits = [...onBase, ...(others?.commits ?? [])];
  const closes = [...closeFollowUp(snapshot, config), ...(others?.closes ?? [])];
  if (closes.length === 0 && commits.length === 0) return { action: "none", found: 0 };
  return { action: "apply", added: [], commits, pullRequests: others?.pullRequests ?? [], closes };
}

interface ClosingDecisions {
  /** Of items that `mode: commit` put on the default branch: they are rejected there. */
  committed: ItemDecision[];
  /** Of items on the rolling branch: they leave it. */
  onRolling: ItemDecision[];
  rolling: Rolling;
}

/** What somebody has decided about stays. */
function decideClosing(snapshot: Snapshot, { config, botLogin }: ClosingOptions): ClosingDecisions {
  const rolling = viewRolling(snapshot, config.follow_up.branch_prefix);
  const { state } = snapshot.feedback.pullRequest;
  if (state !== "closed" || config.follow_up.keep_when_closed) return { committed: [], onRolling: [], rolling };
  const withdraw = (items: readonly StatusFile[]): ItemDecision[] =>
    items
      .filter((item) => !isDecided(item))
      .map((item) => ({ action: "withdraw", item, reason: CLOSED, isDeleted: false }));
  return {
    committed: config.mode === "commit" ? withdraw(committedItems(snapshot, rolling, botLogin)) : [],
    onRolling: withdraw(carriedItems(rolling.directories, snapshot)),
    rolling,
  };
}

const CLOSED = "its pull request was closed without being merged";

/** A branch that holds a commit of somebody else stays. */
function closeFollowUp(snapshot: Snapshot, { follow_up }: Config): ClosePlan[] {
  const { number, state } = snapshot.feedback.pullRequest;
  const { existing, branch } = choosePlace(snapshot, follow_up.branch_prefix);
  if (state !== "closed" || follow_up.keep_when_closed || existing?.state !== "open" || !branch) return [];
  const source = codeSpan(`#${number}`);
  const note = `> ${source} was closed without being merged, and this with it. When ${source} is reopened, this comes back.`;
  const text = textUnder(note, existing);
  const items = parseMarker(existing.body)?.items ?? [];
  return [planClose(existing, { text, marker: { pull: number, items }, branch, why: "source closed" })];
}
