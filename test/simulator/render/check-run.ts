/** Check runs in GitHub's shapes. */
import type { CheckRun, Repository } from "../model.ts";
import { apiUrl, htmlUrl, pullsOf, type World } from "../world.ts";
import { renderApp } from "./account.ts";

/** A webhook tells the whole suite, REST its id. */
export function renderCheckRun(world: World, run: CheckRun, { webhook = false } = {}) {
  const { id, nodeId, repository, app, name, headSha, status, conclusion, externalId, output } = run;
  const url = `${apiUrl(world, repository)}/check-runs/${id}`;
  const { title, summary, text, annotations } = output;
  return {
    id,
    node_id: nodeId,
    head_sha: headSha,
    external_id: externalId,
    url,
    html_url: `${htmlUrl(repository)}/runs/${id}`,
    details_url: run.detailsUrl ?? "https://example.com",
    status,
    conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      ...{ title, summary, text },
      annotations_count: annotations.length,
      annotations_url: `${url}/annotations`,
    },
    name,
    check_suite: webhook ? renderSuite(world, run) : { id: suiteId(run) },
    app: renderApp(world, app),
    pull_requests: pullRequestsOf(world, repository, headSha),
  };
}

/** One suite for each commit and App. */
function suiteId({ headSha, app }: CheckRun): number {
  return Number.parseInt(headSha.slice(0, 8), 16) + app.id;
}

function renderSuite(world: World, run: CheckRun) {
  const { repository, headSha, app, status, conclusion, startedAt } = run;
  const pull = pullsOf(repository).find(({ head }) => head.sha === headSha);
  return {
    id: suiteId(run),
    node_id: `CS_${suiteId(run)}`,
    head_branch: pull?.head.ref ?? null,
    head_sha: headSha,
    status,
    conclusion,
    url: `${apiUrl(world, repository)}/check-suites/${suiteId(run)}`,
    before: pull?.base.sha ?? null,
    after: headSha,
    pull_requests: pullRequestsOf(world, repository, headSha),
    app: renderApp(world, app),
    created_at: startedAt,
    updated_at: startedAt,
  };
}

/** Those of this repository alone: a fork's pull request is not named. */
function pullRequestsOf(world: World, repository: Repository, headSha: string) {
  const name = (each: Repository) => ({ id: each.id, url: apiUrl(world, each), name: each.name });
  return pullsOf(repository)
    .filter(({ head }) => head.sha === headSha && head.repository === repository)
    .map(({ id, number, head, base }) => ({
      url: `${apiUrl(world, repository)}/pulls/${number}`,
      id,
      number,
      head: { ref: head.ref, sha: head.sha, repo: name(repository) },
      base: { ref: base.ref, sha: base.sha, repo: name(repository) },
    }));
}
