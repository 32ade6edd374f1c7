/** What stands in directories that are to be called otherwise: every file below them, as git has it. */
import type { DirectoryMove, FileMode, RepositoryRef } from "../core/snapshot.ts";
import { TreesAnswer } from "./answers.ts";
import type { GitHubClient } from "./client.ts";
import { toFileMode } from "./file-modes.ts";
import { query } from "./graphql.ts";
import { DIRECTORIES_PER_QUERY, expressionsOf, treesQuery } from "./queries.ts";

/** A file, link or submodule by its path before and after the move. */
export interface MovedFile {
  from: string;
  to: string;
  /** As git writes it, six digits. */
  mode: FileMode;
  /** The object, 40 hex digits. */
  sha: string;
}

/** One request for each level of folders and fifty directories; none where nothing moves. */
export async function readMovedFiles(
  octokit: GitHubClient,
  { owner, name }: RepositoryRef,
  commit: string,
  moves: readonly DirectoryMove[],
): Promise<MovedFile[]> {
  const files: MovedFile[] = [];
  const open = [...moves];
  while (open.length > 0) {
    const batch = open.splice(0, DIRECTORIES_PER_QUERY);
    const paths = batch.map(({ from }) => from);
    const variables = { owner, name, ...expressionsOf(commit, paths) };
    const { repository } = await query(octokit, treesQuery(batch.length), variables, TreesAnswer);
    for (const [index, directory] of batch.entries()) {
      for (const entry of repository[`t${index}`]?.entries ?? []) {
        const move = { from: `${directory.from}/${entry.name}`, to: `${directory.to}/${entry.name}` };
        if (entry.type === "tree") open.push(move);
        else files.push({ ...move, mode: toFileMode(entry.mode), sha: entry.oid });
      }
    }
  }
  return files;
}
