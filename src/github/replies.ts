/**
 * What we say on a pull request: one comment for each thing to say, found again by its marker and edited in place. Where
 * its conversation is locked, which takes no word of an App, nothing is said.
 */
import { RequestError } from "@octokit/request-error";
import type { RepositoryRef } from "../core/snapshot.ts";
import type { CommentTarget } from "../tasks/forge.ts";
import type { GitHubClient, Identity } from "./client.ts";
import { saysLocked } from "./github-words.ts";
import { adoptOrThrow, repeatable } from "./uncertain.ts";

interface Speaker {
  octokit: GitHubClient;
  self: Identity;
  sleep: (ms: number) => Promise<unknown>;
}

interface Said {
  id: number;
  body: string;
}

/** Where something is said: how it is found, written and edited there. */
interface Venue {
  find: () => Promise<Said | undefined>;
  write: (body: string) => Promise<Said>;
  edit: (id: number, body: string) => Promise<unknown>;
}

/** One comment on the conversation; false where that is locked. `since` (ISO 8601) spares reading what is older. */
export async function ensureComment(
  speaker: Speaker,
  { owner, name: repo }: RepositoryRef,
  number: number,
  { marker, body, since }: { marker: string; body: string; since?: string },
): Promise<boolean> {
  const { issues } = speaker.octokit.rest;
  const place = { owner, repo, issue_number: number };
  return ensureSaid(speaker, `${marker}\n${body}`, {
    find: () =>
      findSaid(speaker, marker, async (page) => {
        const { data } = await issues.listComments({ ...place, per_page: 100, page, ...(since && { since }) });
        return data;
      }),
    write: async (text) => toSaid((await issues.createComment({ ...place, body: text })).data),
    edit: (id, text) => issues.updateComment({ owner, repo, comment_id: id, body: text }),
  });
}

/**
 * The answer to a comment: in its review thread where it stands in one, else on the conversation; there, too, where the
 * comment that the thread began with is deleted, which takes no replies. False where the conversation is locked.
 */
export async function ensureReply(
  speaker: Speaker,
  repository: RepositoryRef,
  { pullNumber, threadId, writtenAt }: CommentTarget,
  reply: { marker: string; body: string },
): Promise<boolean> {
  const onConversation = () => ensureComment(speaker, repository, pullNumber, { ...reply, since: writtenAt });
  if (threadId === undefined) return onConversation();
  try {
    return await ensureInThread(speaker, repository, { pullNumber, threadId, writtenAt }, reply);
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 404) throw error;
    return onConversation();
  }
}

async function ensureInThread(
  speaker: Speaker,
  { owner, name: repo }: RepositoryRef,
  { pullNumber, threadId, writtenAt }: { pullNumber: number; threadId: number; writtenAt: string },
  { marker, body }: { marker: string; body: string },
): Promise<boolean> {
  const { pulls } = speaker.octokit.rest;
  const place = { owner, repo, pull_number: pullNumber };
  return ensureSaid(speaker, `${marker}\n${body}`, {
    find: () =>
      findSaid(speaker, marker, async (page) => {
        const { data } = await pulls.listReviewComments({ ...place, per_page: 100, page, since: writtenAt });
        return data;
      }),
    write: async (text) =>
      toSaid((await pulls.createReplyForReviewComment({ ...place, comment_id: threadId, body: text })).data),
    edit: (id, text) => pulls.updateReviewComment({ owner, repo, comment_id: id, body: text }),
  });
}

/** GitHub keeps one reaction of a kind for each user, so that asking twice changes nothing. Reviews have none. */
export async function react(
  { octokit }: Pick<Speaker, "octokit">,
  { owner, name: repo }: RepositoryRef,
  { kind, id }: CommentTarget,
  content: "eyes" | "rocket" | "confused",
): Promise<void> {
  const { reactions } = octokit.rest;
  const reaction = { owner, repo, comment_id: id, content };
  try {
    if (kind === "issue-comment") await repeatable(() => reactions.createForIssueComment(reaction));
    if (kind === "review-comment") await repeatable(() => reactions.createForPullRequestReviewComment(reaction));
  } catch (error) {
    // The comment may be deleted by now, or its conversation locked: then nobody misses the reaction.
    if (!(error instanceof RequestError) || ![403, 404, 422].includes(error.status)) throw error;
  }
}

async function ensureSaid({ sleep }: Speaker, text: string, { find, write, edit }: Venue): Promise<boolean> {
  try {
    const said = (await find()) ?? (await adoptOrThrow(() => write(text), { find, sleep }));
    if (said.body !== text) await repeatable(() => edit(said.id, text));
    return true;
  } catch (error) {
    if (error instanceof RequestError && error.status === 403 && saysLocked(error.message)) return false;
    throw error;
  }
}

type Comment = { id: number; body?: string | undefined; user: { id: number } | null };

async function findSaid(
  { self }: Speaker,
  marker: string,
  list: (page: number) => Promise<readonly Comment[]>,
): Promise<Said | undefined> {
  for (let page = 1; ; page++) {
    const comments = await list(page);
    const ours = comments.find(({ user, body }) => user?.id === self.id && body?.startsWith(marker));
    if (ours) return toSaid(ours);
    if (comments.length < 100) return undefined;
  }
}

function toSaid({ id, body }: { id: number; body?: string | undefined }): Said {
  return { id, body: body ?? "" };
}
