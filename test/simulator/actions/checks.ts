/** Check runs. */
import { ApiError } from "../api-error.ts";
import type { Account, Annotation, CheckRun, Conclusion, Repository } from "../model.ts";
import type { App } from "../model-apps.ts";
import { renderCheckRun } from "../render/check-run.ts";
import { requireUnarchived } from "../roles.ts";
import { emit } from "../webhooks.ts";
import { checkOutputLength } from "./body-length.ts";
import { nextId, now, register, toNodeId, type World } from "../world.ts";

export interface CheckRunFields {
  name?: string | undefined;
  status?: CheckRun["status"] | undefined;
  conclusion?: Conclusion | null | undefined;
  externalId?: string | undefined;
  detailsUrl?: string | undefined;
  startedAt?: string | undefined;
  completedAt?: string | undefined;
  output?:
    | {
        title?: string | undefined;
        summary?: string | undefined;
        text?: string | undefined;
        annotations?: Annotation[];
      }
    | undefined;
  actions?: CheckRun["actions"] | undefined;
}

/** GitHub's limit for one request; further ones are added by updates. */
const MAX_ANNOTATIONS = 50;
const MAX_ACTIONS = 3;

export function createCheckRun(
  world: World,
  repository: Repository,
  { app, actor, headSha, name }: { app: App; actor: Account; headSha: string; name: string },
  fields: CheckRunFields,
): CheckRun {
  requireUnarchived(repository);
  if (repository.objects.get(headSha)?.type !== "commit")
    throw new ApiError(422, `No commit found for SHA: ${headSha}`);
  const id = nextId(world, "check run");
  const at = now(world);
  const run: CheckRun = register(world, {
    type: "CheckRun",
    ...{ id, nodeId: toNodeId("CheckRun", id), repository, app, name, headSha },
    status: "queued",
    conclusion: null,
    externalId: "",
    detailsUrl: null,
    startedAt: at,
    completedAt: null,
    output: { title: null, summary: null, text: null, annotations: [] },
    actions: [],
  });
  apply(world, run, fields);
  repository.checkRuns.push(run);
  emitCheckRun(world, run, "created", actor);
  return run;
}

/** Annotations are added to those before. */
export function updateCheckRun(world: World, run: CheckRun, actor: Account, fields: CheckRunFields): void {
  requireUnarchived(run.repository);
  const wasCompleted = run.status === "completed";
  apply(world, run, fields);
  if (run.status === "completed" && !wasCompleted) emitCheckRun(world, run, "completed", actor);
}

function apply(world: World, run: CheckRun, fields: CheckRunFields): void {
  const { output, conclusion, actions } = fields;
  if ((output?.annotations?.length ?? 0) > MAX_ANNOTATIONS) {
    throw new ApiError(422, "Invalid request.\n\nNo more than 50 items are allowed; annotations had more.");
  }
  if ((actions?.length ?? 0) > MAX_ACTIONS) throw new ApiError(422, "Invalid request.\n\nNo more than 3 actions.");
  checkOutputLength(output?.summary);
  checkOutputLength(output?.text);
  const isCompleted = fields.status === "completed" || (conclusion !== undefined && conclusion !== null);
  if (fields.status === "completed" && !conclusion && run.conclusion === null) {
    throw new ApiError(422, 'Invalid request.\n\n"conclusion" is required when "status" is "completed".');
  }
  if (fields.name !== undefined) run.name = fields.name;
  if (fields.status) run.status = fields.status;
  if (isCompleted) {
    run.status = "completed";
    run.conclusion = conclusion ?? run.conclusion;
    run.completedAt = fields.completedAt ?? now(world);
  }
  if (fields.externalId !== undefined) run.externalId = fields.externalId;
  if (fields.detailsUrl !== undefined) run.detailsUrl = fields.detailsUrl;
  if (fields.startedAt !== undefined) run.startedAt = fields.startedAt;
  if (actions) run.actions = actions;
  if (output) {
    run.output.title = output.title ?? run.output.title;
    run.output.summary = output.summary ?? run.output.summary;
    run.output.text = output.text ?? run.output.text;
    run.output.annotations.push(...(output.annotations ?? []));
  }
}

/** A person pressed the button that an action of the run put on the page. Throws 422 for an unknown one. */
export function requestCheckAction(world: World, run: CheckRun, actor: Account, identifier: string): void {
  if (!run.actions.some((action) => action.identifier === identifier)) {
    throw new ApiError(422, `the check run has no action ${identifier}`);
  }
  emitCheckRun(world, run, "requested_action", actor, { requested_action: { identifier } });
}

export function rerequestCheckRun(world: World, run: CheckRun, actor: Account): void {
  emitCheckRun(world, run, "rerequested", actor);
}

function emitCheckRun(
  world: World,
  run: CheckRun,
  action: string,
  sender: Account,
  details: Record<string, unknown> = {},
): void {
  const { repository, app } = run;
  const payload = () => ({ check_run: renderCheckRun(world, run, { webhook: true }), ...details });
  emit(world, { event: "check_run", action, repository, sender, app, payload });
}
