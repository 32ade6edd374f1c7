/** What GraphQL changes: mostly what REST cannot. */
import { addReaction, type Reactable } from "../actions/reactions.ts";
import { setDraft } from "../actions/pulls.ts";
import { setResolved } from "../actions/threads.ts";
import { actorOf } from "../http/auth.ts";
import { REACTIONS, type Node, type PullRequest, type Thread } from "../model.ts";
import type { Access } from "../model-apps.ts";
import {
  GraphqlError,
  requireGrant,
  textArgument,
  type Arguments,
  type Fields,
  type GraphqlContext,
} from "./fields.ts";

/** GitHub asks for both: https://docs.github.com/rest/authentication/permissions-required-for-github-apps */
const BOTH: Record<string, Access>[] = [{ pull_requests: "write", contents: "write" }];

function subjectOf<Type extends Node["type"]>(
  { world }: GraphqlContext,
  input: Arguments,
  name: string,
  types: readonly Type[],
): Extract<Node, { type: Type }> {
  const id = textArgument(input, name);
  const node = world.nodes.get(id);
  const isRight = (each: Node | undefined): each is Extract<Node, { type: Type }> =>
    each !== undefined && (types as readonly string[]).includes(each.type);
  if (!isRight(node)) throw new GraphqlError("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
  return node;
}

function answer(args: Arguments, fields: object) {
  return { clientMutationId: inputOf(args)["clientMutationId"] ?? null, ...fields };
}

function inputOf(args: Arguments): Arguments {
  return args["input"] as Arguments;
}

function draftMutation(isDraft: boolean) {
  return (_root: unknown, args: Arguments, context: GraphqlContext) => {
    const pullRequest: PullRequest = subjectOf(context, inputOf(args), "pullRequestId", ["PullRequest"]);
    requireGrant(context, pullRequest.repository, BOTH);
    setDraft(context.world, pullRequest, actorOf(context.auth), isDraft);
    return answer(args, { pullRequest });
  };
}

function resolveMutation(isResolved: boolean) {
  return (_root: unknown, args: Arguments, context: GraphqlContext) => {
    const thread: Thread = subjectOf(context, inputOf(args), "threadId", ["PullRequestReviewThread"]);
    requireGrant(context, thread.pull.repository, BOTH);
    setResolved(context.world, thread, actorOf(context.auth), isResolved);
    return answer(args, { thread });
  };
}

const CONTENTS: Record<string, string> = { THUMBS_UP: "+1", THUMBS_DOWN: "-1" };

export const MUTATION_FIELDS = {
  Mutation: {
    markPullRequestReadyForReview: draftMutation(false),
    convertPullRequestToDraft: draftMutation(true),
    resolveReviewThread: resolveMutation(true),
    unresolveReviewThread: resolveMutation(false),
    addReaction: (_root, args, context) => {
      const types = ["PullRequest", "Issue", "IssueComment", "PullRequestReviewComment"] as const;
      const subject: Reactable = subjectOf(context, inputOf(args), "subjectId", types);
      const repository = repositoryOf(subject);
      requireGrant(context, repository, [{ pull_requests: "write" }, { issues: "write" }]);
      const content = textArgument(inputOf(args), "content");
      const name = CONTENTS[content] ?? REACTIONS.find((each) => each.toUpperCase() === content) ?? content;
      const { reaction } = addReaction(context.world, subject, actorOf(context.auth), name);
      return answer(args, { reaction, subject });
    },
  } satisfies Fields<unknown>,
};

function repositoryOf(subject: Reactable) {
  if (subject.type === "IssueComment") return subject.conversation.repository;
  return subject.type === "PullRequestReviewComment" ? subject.pull.repository : subject.repository;
}
