/** Every REST route there is. */
import type { Route } from "../http/route.ts";
import { APP_ROUTES } from "./app.ts";
import { CHECK_ROUTES } from "./checks.ts";
import { CONVERSATION_ROUTES } from "./conversations.ts";
import { DELIVERY_ROUTES } from "./deliveries.ts";
import { GIT_ROUTES } from "./git.ts";
import { PULL_ROUTES } from "./pulls.ts";
import { REACTION_ROUTES } from "./reactions.ts";
import { REPOSITORY_ROUTES } from "./repositories.ts";
import { REVIEW_ROUTES } from "./reviews.ts";

export const ROUTES: Route[] = [
  ...APP_ROUTES,
  ...CHECK_ROUTES,
  ...CONVERSATION_ROUTES,
  ...DELIVERY_ROUTES,
  ...GIT_ROUTES,
  ...PULL_ROUTES,
  ...REACTION_ROUTES,
  ...REPOSITORY_ROUTES,
  ...REVIEW_ROUTES,
];
