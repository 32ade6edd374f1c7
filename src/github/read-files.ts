/** Files at a commit, by GraphQL: many in one request. */
import type { Contents, RepositoryRef } from "../core/snapshot.ts";
import { DirectoriesAnswer, FilesAnswer } from "./answers.ts";
import type { GitHubClient } from "./client.ts";
import { query } from "./graphql.ts";
import { inBatches } from "./portion.ts";
import { DIRECTORIES_PER_QUERY, directoriesQuery, expressionsOf, FILES_PER_QUERY, filesQuery } from "./queries.ts";

/** Text files by path; what is not there, or is no text, is left out. One request for each hundred. */
export async function readFiles(
  octokit: GitHubClient,
  { owner, name }: RepositoryRef,
  commit: string,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const ask = (batch: readonly string[]) =>
    query(octokit, filesQuery(batch.length), { owner, name, ...expressionsOf(commit, batch) }, FilesAnswer);
  for await (const [batch, { repository }] of inBatches(paths, FILES_PER_QUERY, ask)) {
    for (const [index, path] of batch.entries()) {
      const text = repository[`f${index}`]?.text;
      if (typeof text === "string") files.set(path, text);
    }
  }
  return files;
}

/**
 * Directories by path, each file's text by its name, `""` for one that is no text; a folder is there as its name and a
 * slash. A directory that is not there is left out. One request for each fifty.
 */
export async function readDirectories(
  octokit: GitHubClient,
  { owner, name }: RepositoryRef,
  commit: string,
  paths: readonly string[],
): Promise<Contents> {
  const contents = new Map<string, Map<string, string>>();
  const ask = (batch: readonly string[]) =>
    query(octokit, directoriesQuery(batch.length), { owner, name, ...expressionsOf(commit, batch) }, DirectoriesAnswer);
  for await (const [batch, { repository }] of inBatches(paths, DIRECTORIES_PER_QUERY, ask)) {
    for (const [index, path] of batch.entries()) {
      const entries = repository[`d${index}`]?.entries;
      if (!entries) continue;
      // A file that is no text, or a folder, is there all the same: a directory that holds one is not ours alone.
      const files = entries.map(({ name: entry, type, object }): [string, string] =>
        type === "blob" ? [entry, object?.text ?? ""] : [`${entry}/`, ""],
      );
      contents.set(path, new Map(files));
    }
  }
  return contents;
}
