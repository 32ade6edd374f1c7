/** The source was closed without being merged: its follow-up goes with it, and can come back with it. */
import { decideClosed } from "./committed-items.ts";
import type { Config } from "./config.ts";
import { codeSpan } from "./documents/markdown-text.ts";
import { directoriesToRead, writeItems } from "./follow-up-items.ts";
import { isEditedByPerson, parseMarker, textAbove, withMarker } from "./marker.ts";
import { choosePlace } from "./place.ts";
import { renderMessage, type CapturePlan, type ClosePlan, type CommitPlan } from "./plan-capture.ts";
import type { Contents, DirectoryRead, Snapshot } from "./snapshot.ts";

interface ClosingOptions {
  config: Config;
  /** Our own login, for the history in `status.json`. */
  botLogin: string;
}

/** What must be read before `planClosing`: often nothing. */
export function readsForClosing(snapshot: Snapshot, { config, botLogin }: ClosingOptions): DirectoryRead[] {
  const { head: commit, directories } = snapshot.repository;
  const names = directoriesToRead(decideClosed(snapshot, config, botLogin), directories);
  return names.length > 0 ? [{ commit, names }] : [];
}

/** `contents`: what the directories of `readsForClosing` hold. */
export function planClosing(
  snapshot: Snapshot,
  { config, botLogin, contents }: ClosingOptions & { contents: Contents },
): CapturePlan {
  const close = closeFollowUp(snapshot, config) ?? null;
  const commits = rejectCommitted(snapshot, { config, botLogin, contents });
  if (!close && commits.length === 0) return { action: "none", found: 0 };
  return { action: "apply", added: [], commits, pullRequests: [], close };
}

/** What `mode: commit` put on the default branch is rejected there. */
function rejectCommitted(
  { repository, ...snapshot }: Snapshot,
  { config, botLogin, contents }: ClosingOptions & { contents: Contents },
): CommitPlan[] {
  const { defaultBranch: branch, head: parent, directories: base } = repository;
  const written = writeItems(decideClosed({ repository, ...snapshot }, config, botLogin), {
    ...{ directory: config.directory, contents, base, botLogin, isCommitted: true },
    ...{ marked: [], taken: new Set<number>() },
  });
  const { files } = written;
  const message = renderMessage(written, snapshot.feedback.pullRequest.number);
  return files.length > 0 ? [{ branch, parent, create: false, message, files }] : [];
}

/** A branch that holds a commit of somebody else stays. */
function closeFollowUp(snapshot: Snapshot, { follow_up }: Config): ClosePlan | undefined {
  const { number, state } = snapshot.feedback.pullRequest;
  const { existing, branch } = choosePlace(snapshot, follow_up.branch_prefix);
  if (state !== "closed" || follow_up.keep_when_closed || existing?.state !== "open" || !branch) return undefined;
  const source = codeSpan(`#${number}`);
  const note = `> ${source} was closed without being merged, and this with it. When ${source} is reopened, this comes back.`;
  const marker = { pull: number, items: parseMarker(existing.body)?.items ?? [] };
  const isTheirs = isEditedByPerson(existing.body);
  return {
    existing,
    body: withMarker(`${note}\n\n${textAbove(existing.body)}`, {
      ...marker,
      closed: { head: branch.head, why: "source closed" },
      ...(isTheirs && { edited: true }),
    }),
    branch: branch.isOurs ? { name: branch.name, head: branch.head } : null,
  };
}
