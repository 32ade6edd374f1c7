/** What git has at some paths, by GraphQL: modes and objects, without what stands in them. */
import type { RepositoryRef, TreeFile } from "../core/snapshot.ts";
import { EntriesAnswer } from "./answers.ts";
import type { GitHubClient } from "./client.ts";
import { toFileMode } from "./file-modes.ts";
import { query } from "./graphql.ts";
import { inBatches } from "./portion.ts";
import { entriesQuery, FILES_PER_QUERY, pathsOf } from "./queries.ts";

/** By path; where nothing stands is left out. One request for each hundred. */
export async function readEntries(
  octokit: GitHubClient,
  { owner, name }: RepositoryRef,
  commit: string,
  paths: readonly string[],
): Promise<Map<string, TreeFile | "folder">> {
  const entries = new Map<string, TreeFile | "folder">();
  const ask = (batch: readonly string[]) =>
    query(octokit, entriesQuery(batch.length), { owner, name, commit, ...pathsOf(batch) }, EntriesAnswer);
  for await (const [batch, { repository }] of inBatches(paths, FILES_PER_QUERY, ask)) {
    for (const [index, path] of batch.entries()) {
      const entry = repository.object?.[`f${index}`];
      if (!entry) continue;
      const { type, mode, oid: sha } = entry;
      entries.set(path, type === "tree" ? "folder" : { path, mode: toFileMode(mode), sha });
    }
  }
  return entries;
}
