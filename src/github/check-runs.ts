/** Check runs: found again by what they are about, and told in as many requests as their annotations need. */
import type { RepositoryRef } from "../core/snapshot.ts";
import type { CheckRunRequest } from "../tasks/forge.ts";
import type { GitHubClient } from "./client.ts";
import { adoptOrThrow, repeatable } from "./uncertain.ts";

/** GitHub takes no more annotations in one request; updates add to those that are there. */
const BATCH = 50;

interface FoundRun {
  id: number;
  externalId: string;
  annotations: number;
}

/** Makes the run, or finishes one that was left half told. */
export async function ensureCheckRun(
  { octokit, sleep }: { octokit: GitHubClient; sleep: (ms: number) => Promise<unknown> },
  { owner, name: repo }: RepositoryRef,
  request: CheckRunRequest,
): Promise<void> {
  const { commit, name, externalId, conclusion, title, summary, annotations = [], actions = [] } = request;
  const { checks } = octokit.rest;
  const about = externalId.includes(":") ? externalId.slice(0, externalId.lastIndexOf(":") + 1) : externalId;
  const find = async (): Promise<FoundRun | undefined> => {
    // The default, `latest`, hides all but one run of a name.
    const runs = { ref: commit, check_name: name, filter: "all", per_page: 100 } as const;
    const { data } = await checks.listForRef({ owner, repo, ...runs });
    const [newest] = data.check_runs
      .filter((run) => run.external_id?.startsWith(about))
      .sort((one, other) => other.id - one.id);
    if (newest?.external_id !== externalId) return undefined;
    return { id: newest.id, externalId, annotations: newest.output.annotations_count };
  };
  const told = { status: "completed", conclusion } as const;
  const output = (from: number) => ({
    ...{ title, summary },
    annotations: annotations.slice(from, from + BATCH).map(({ path, line, level, message }) => ({
      ...{ path, start_line: line, end_line: line },
      ...{ annotation_level: level, message },
    })),
  });
  const write = async (): Promise<FoundRun> => {
    const { data } = await checks.create({
      ...{ owner, repo, head_sha: commit, name, external_id: externalId },
      ...told,
      output: output(0),
      ...(actions.length > 0 && { actions: [...actions] }),
    });
    return { id: data.id, externalId, annotations: Math.min(BATCH, annotations.length) };
  };

  const found = await find();
  const run = found ?? (await adoptOrThrow(write, { find, sleep }));
  // An update whose answer is lost is not sent again: what it added shows in the count when the job runs again.
  for (let from = run.annotations; from < annotations.length; from += BATCH) {
    await checks.update({ owner, repo, check_run_id: run.id, output: output(from) });
  }
  if (found && request.isAskedAgain === true) {
    await repeatable(() => checks.update({ owner, repo, check_run_id: found.id, ...told }));
  }
}
