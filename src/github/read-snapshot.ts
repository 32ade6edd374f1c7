/** One GraphQL request becomes a `Snapshot`. */
import { GraphqlResponseError } from "@octokit/graphql";
import { followUpBranches } from "../core/branches.ts";
import type { FollowUp, RepositoryRef, Snapshot } from "../core/snapshot.ts";
import { NoPullRequestError } from "../tasks/forge.ts";
import { SnapshotAnswer } from "./answers.ts";
import type { GitHubClient, Identity } from "./client.ts";
import { query } from "./graphql.ts";
import { createPortion } from "./portion.ts";
import { FULL_PAGE, pageSizes, SNAPSHOT } from "./queries.ts";
import { askAtPlaces, toBacklog, toFollowUps, toRef, variablesOf, type SnapshotCaches } from "./read-backlog.ts";
import { readMoreFeedback, toPullRequestFeedback } from "./read-feedback.ts";

/** Reads a pull request and its repository. Throws `NoPullRequestError`, and when the repository cannot be read. */
export async function readSnapshot(
  reader: { octokit: GitHubClient; self: Identity; caches: SnapshotCaches },
  repository: RepositoryRef,
  pullNumber: number,
): Promise<Snapshot> {
  const { octokit, self } = reader;
  const { owner, name } = repository;
  const portion = createPortion(FULL_PAGE);
  const missing = `${owner}/${name} has no pull request ${pullNumber}`;
  const { answer, places } = await askAtPlaces(reader, repository, (where) => {
    const [branch1, branch2, branch3, branch4] = followUpBranches(where.branchPrefix, pullNumber);
    const variables = { owner, name, number: pullNumber, ...variablesOf(where), branch1, branch2, branch3, branch4 };
    return portion((size) =>
      query(octokit, SNAPSHOT, { ...variables, ...pageSizes(size) }, SnapshotAnswer, { optional: ["ownerDefaults"] }),
    );
  }).catch((cause: unknown) => {
    throw isMissing(cause) ? new NoPullRequestError(missing, { cause }) : cause;
  });
  const node = answer.repository;
  if (!node.pullRequest) throw new NoPullRequestError(missing);
  const ref = toRef(answer);
  await readMoreFeedback(octokit, ref, node.pullRequest, portion);
  const backlog = await toBacklog({ ...reader, portion }, answer, places);
  const listed = [node.followUps1, node.followUps2, node.followUps3, node.followUps4];
  // Many others may have branches of the same name, in their forks. What ended long ago has no text to reopen it with.
  const names = followUpBranches(places.branchPrefix, pullNumber);
  const whole = [...toFollowUps(node.generated, self, ref.id), ...backlog.generated.filter(isOpen)];
  const labelled = whole.filter(({ branch, isOurs }) => isOurs && names.includes(branch));
  const followUps = [...listed.flatMap((list) => toFollowUps(list, self, ref.id)), ...labelled];
  return {
    ...backlog,
    feedback: toPullRequestFeedback(ref, node.nameWithOwner, node.pullRequest),
    followUps: [...new Map(followUps.map((each) => [each.number, each])).values()],
  };
}

function isOpen({ state }: FollowUp): boolean {
  return state === "open";
}

/** Nothing is wrong with the answer but that it has no pull request. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof GraphqlResponseError) || !error.errors) return false;
  return error.errors.every(
    ({ type, path }) => type === "NOT_FOUND" && [path].flat().join(".") === "repository.pullRequest",
  );
}
