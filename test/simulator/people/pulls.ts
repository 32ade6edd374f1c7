/** Pull requests and the conversation, as people change them. */
import { createComment, createIssue, deleteComment, editComment, issueCommentOf } from "../actions/conversations.ts";
import { addLabels } from "../actions/conversations.ts";
import { mergePull, type MergeMethod } from "../actions/merge-pull.ts";
import { editPull, lockPull, openPull, setDraft, type PullRequestEdit } from "../actions/pulls.ts";
import { requestCheckAction, rerequestCheckRun } from "../actions/checks.ts";
import { notFound } from "../api-error.ts";
import type { Account, CheckRun, Issue, IssueComment, PullRequest, Repository } from "../model.ts";
import { requireRole } from "../roles.ts";
import { accountOf, conversationOf, pullOf, repositoryOf, type World } from "../world.ts";
import { withTime, type By } from "./at.ts";

interface OpenOptions extends By {
  /** A branch, or `owner:branch`. */
  head: string;
  /** The default branch unless said. */
  base?: string;
  title: string;
  body?: string;
  isDraft?: boolean;
}

export function createPullActions(world: World) {
  const find = (name: string) => repositoryOf(world, name);
  const act = <Result>({ as, at }: By, run: (actor: Account) => Result) =>
    withTime(world, at, () => run(accountOf(world, as)));
  const change = (name: string, number: number, by: By, run: (pull: PullRequest, actor: Account) => void) =>
    act(by, (actor) => {
      const pull = pullOf(find(name), number);
      run(pull, actor);
      return pull;
    });

  return {
    openPullRequest(name: string, { as, at, base, ...request }: OpenOptions): PullRequest {
      const repository = find(name);
      const open = { ...request, base: base ?? repository.defaultBranch };
      return withTime(world, at, () => openPull(world, repository, accountOf(world, as), open));
    },
    editPullRequest: (name: string, number: number, { as, at, ...edit }: By & Omit<PullRequestEdit, "state">) =>
      change(name, number, { as, ...(at !== undefined && { at }) }, (pull, actor) =>
        editPull(world, pull, actor, edit),
      ),
    closePullRequest: (name: string, number: number, by: By) =>
      change(name, number, by, (pull, actor) => editPull(world, pull, actor, { state: "closed" })),
    reopenPullRequest: (name: string, number: number, by: By) =>
      change(name, number, by, (pull, actor) => editPull(world, pull, actor, { state: "open" })),
    mergePullRequest: (name: string, number: number, { method, ...by }: By & { method?: MergeMethod }) =>
      change(name, number, by, (pull, actor) => void mergePull(world, pull, actor, { method })),
    markReady: (name: string, number: number, by: By) =>
      change(name, number, by, (pull, actor) => setDraft(world, pull, actor, false)),
    convertToDraft: (name: string, number: number, by: By) =>
      change(name, number, by, (pull, actor) => setDraft(world, pull, actor, true)),

    lockConversation: (name: string, number: number, by: By) =>
      change(name, number, by, (pull, actor) => lockPull(world, pull, actor)),

    createIssue: (name: string, { title, body = "", ...by }: By & { title: string; body?: string }): Issue =>
      act(by, (actor) => createIssue(world, find(name), actor, { title, body })),
    /** On an issue or a pull request. */
    comment: (name: string, number: number, { body, ...by }: By & { body: string }): IssueComment =>
      act(by, (actor) => createComment(world, conversationOf(find(name), number), actor, { body })),
    editComment: (name: string, commentId: number, { body, ...by }: By & { body: string }): void =>
      act(by, (actor) => editComment(world, issueCommentOf(find(name), commentId), actor, body)),
    deleteComment: (name: string, commentId: number, by: By): void =>
      act(by, (actor) => deleteComment(world, issueCommentOf(find(name), commentId), actor)),
    addLabels: (name: string, number: number, { labels, ...by }: By & { labels: string[] }): void =>
      act(by, (actor) => addLabels(world, conversationOf(find(name), number), actor, labels)),

    /** Presses a button that an action of the check run put on the page. */
    requestCheckAction: (name: string, checkRunId: number, { identifier, ...by }: By & { identifier: string }): void =>
      act(by, (actor) => {
        requireRole(find(name), actor, "write");
        requestCheckAction(world, checkRunOf(find(name), checkRunId), actor, identifier);
      }),
    rerequestCheckRun: (name: string, checkRunId: number, by: By): void =>
      act(by, (actor) => {
        requireRole(find(name), actor, "write");
        rerequestCheckRun(world, checkRunOf(find(name), checkRunId), actor);
      }),
  };
}

function checkRunOf({ checkRuns }: Repository, id: number): CheckRun {
  const run = checkRuns.find((each) => each.id === id);
  if (!run) throw notFound();
  return run;
}
