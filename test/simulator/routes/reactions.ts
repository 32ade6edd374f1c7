/** Reactions over REST. There is no route for a review's. */
import { issueCommentOf } from "../actions/conversations.ts";
import { addReaction, removeReaction, type Reactable } from "../actions/reactions.ts";
import { reviewCommentOf } from "../actions/threads.ts";
import { text } from "../http/fields.ts";
import { paginate } from "../http/pagination.ts";
import { repositoryRoute, type RepositoryContext, type Route } from "../http/route.ts";
import type { Access } from "../model-apps.ts";
import { renderReaction } from "../render/reactions.ts";
import { conversationIn, conversationNeeds } from "./conversations.ts";

interface Subject {
  path: string;
  find: (context: RepositoryContext) => Reactable;
  needs: (access: Access) => Parameters<typeof repositoryRoute>[1];
}

const SUBJECTS: Subject[] = [
  { path: "issues/{issue_number}/reactions", find: conversationIn, needs: conversationNeeds },
  {
    path: "issues/comments/{comment_id}/reactions",
    find: ({ repository, params }) => issueCommentOf(repository, Number(params["comment_id"])),
    needs: conversationNeeds,
  },
  {
    path: "pulls/comments/{comment_id}/reactions",
    find: ({ repository, params }) => reviewCommentOf(repository, Number(params["comment_id"])),
    needs: (access) => [{ pull_requests: access }],
  },
];

export const REACTION_ROUTES: Route[] = SUBJECTS.flatMap(({ path, find, needs }) => [
  repositoryRoute(`GET ${path}`, needs("read"), (context) => {
    const content = context.query.get("content");
    const found = find(context).reactions.filter((reaction) => content === null || reaction.content === content);
    return paginate(context, found, (reaction) => renderReaction(context.world, reaction));
  }),
  repositoryRoute(`POST ${path}`, needs("write"), (context) => {
    const { world, body, actor } = context;
    const { reaction, isNew } = addReaction(world, find(context), actor(), text(body, "content"));
    return { status: isNew ? 201 : 200, body: renderReaction(world, reaction) };
  }),
  repositoryRoute(`DELETE ${path}/{reaction_id}`, needs("write"), (context) => {
    removeReaction(context.world, find(context), context.actor(), Number(context.params["reaction_id"]));
    return { status: 204 };
  }),
]);
