/** Check runs over REST. */
import { createCheckRun, updateCheckRun, type CheckRunFields } from "../actions/checks.ts";
import { ApiError, notFound } from "../api-error.ts";
import { objects, optionalChoice, optionalObject, optionalText, text } from "../http/fields.ts";
import { paginate } from "../http/pagination.ts";
import { repositoryRoute, type RepositoryContext, type Route } from "../http/route.ts";
import { CONCLUSIONS, type Annotation, type CheckRun } from "../model.ts";
import type { Access } from "../model-apps.ts";
import { renderCheckRun } from "../render/check-run.ts";
import { resolve } from "./repositories.ts";

const READ: Record<string, Access>[] = [{ checks: "read" }];
const WRITE: Record<string, Access>[] = [{ checks: "write" }];
const STATUSES = ["queued", "in_progress", "completed"] as const;

export const CHECK_ROUTES: Route[] = [
  repositoryRoute("POST check-runs", WRITE, ({ world, repository, body, auth, actor }) => {
    if (auth.kind !== "installation") throw new ApiError(403, "You must authenticate via a GitHub App.");
    const request = {
      app: auth.installation.app,
      actor: actor(),
      headSha: text(body, "head_sha"),
      name: text(body, "name"),
    };
    const run = createCheckRun(world, repository, request, toFields(body));
    return { status: 201, body: renderCheckRun(world, run) };
  }),
  repositoryRoute("GET check-runs/{check_run_id}", READ, (context) => ({
    status: 200,
    body: renderCheckRun(context.world, runIn(context)),
  })),
  repositoryRoute("PATCH check-runs/{check_run_id}", WRITE, (context) => {
    const { world, auth, body, actor } = context;
    const run = runIn(context);
    if (auth.kind !== "installation" || auth.installation.app !== run.app) {
      throw new ApiError(403, "Invalid app_id `0` - check run can only be modified by the GitHub App that created it.");
    }
    updateCheckRun(world, run, actor(), toFields(body));
    return { status: 200, body: renderCheckRun(world, run) };
  }),
  repositoryRoute("GET check-runs/{check_run_id}/annotations", READ, (context) =>
    paginate(context, runIn(context).output.annotations, (annotation) => annotation),
  ),
  repositoryRoute("GET commits/{ref}/check-runs", READ, (context) => {
    const { world, repository, params, query } = context;
    const sha = resolve(repository, params["ref"] ?? "");
    const name = query.get("check_name");
    const status = query.get("status");
    const appId = query.get("app_id");
    const ofCommit = repository.checkRuns.filter(
      (run) =>
        run.headSha === sha &&
        (name === null || run.name === name) &&
        (status === null || run.status === status) &&
        (appId === null || run.app.id === Number(appId)),
    );
    const found = query.get("filter") === "all" ? ofCommit : newestByName(ofCommit);
    return paginate(
      context,
      found.reverse(),
      (run) => renderCheckRun(world, run),
      (check_runs, total_count) => ({ total_count, check_runs }),
    );
  }),
];

/** GitHub's `filter=latest`, which is the default: one run for each App and name. */
function newestByName(runs: CheckRun[]): CheckRun[] {
  return [...new Map(runs.map((run) => [`${run.app.id} ${run.name}`, run])).values()];
}

function runIn({ repository, params }: RepositoryContext): CheckRun {
  const run = repository.checkRuns.find(({ id }) => id === Number(params["check_run_id"]));
  if (!run) throw notFound();
  return run;
}

function toFields(body: Record<string, unknown>): CheckRunFields {
  const output = optionalObject(body, "output");
  return {
    name: optionalText(body, "name"),
    status: optionalChoice(body, "status", STATUSES),
    conclusion: optionalChoice(body, "conclusion", CONCLUSIONS),
    externalId: optionalText(body, "external_id"),
    detailsUrl: optionalText(body, "details_url"),
    startedAt: optionalText(body, "started_at"),
    completedAt: optionalText(body, "completed_at"),
    output: output && {
      title: optionalText(output, "title"),
      summary: optionalText(output, "summary"),
      text: optionalText(output, "text"),
      annotations: objects(output, "annotations") as unknown as Annotation[],
    },
    actions: body["actions"] === undefined ? undefined : (objects(body, "actions") as unknown as CheckRun["actions"]),
  };
}
