/** What stands in directories that are to stand elsewhere: every file below them, as git has it. */
import type { DirectoryMove, FileMode, RepositoryRef } from "../core/snapshot.ts";
import { TreesAnswer } from "./answers.ts";
import type { GitHubClient } from "./client.ts";
import { toFileMode } from "./file-modes.ts";
import { query } from "./graphql.ts";
import { DIRECTORIES_PER_QUERY, expressionsOf, treesQuery } from "./queries.ts";

/** A file, link or submodule by its path before and after the move. */
export interface MovedFile {
  /** Null: it stands on another branch, and stays there. */
  from: string | null;
  /** Null: it does not arrive. */
  to: string | null;
  /** As git writes it, six digits. */
  mode: FileMode;
  /** The object, 40 hex digits. */
  sha: string;
}

/** One request for each level of folders and fifty directories of a commit; none where nothing moves. */
export async function readMovedFiles(
  octokit: GitHubClient,
  { owner, name }: RepositoryRef,
  commit: string,
  moves: readonly DirectoryMove[],
): Promise<MovedFile[]> {
  const files: MovedFile[] = [];
  for (const [at, some] of Map.groupBy(moves, (move) => move.at ?? commit)) {
    const open = [...some];
    while (open.length > 0) {
      const batch = open.splice(0, DIRECTORIES_PER_QUERY);
      const paths = batch.map(({ from }) => from);
      const variables = { owner, name, ...expressionsOf(at, paths) };
      const { repository } = await query(octokit, treesQuery(batch.length), variables, TreesAnswer);
      for (const [index, { from, to, without = [], ...rest }] of batch.entries()) {
        for (const entry of repository[`t${index}`]?.entries ?? []) {
          const isLeft = to === null || without.includes(entry.name);
          const place = { from: `${from}/${entry.name}`, to: isLeft ? null : `${to}/${entry.name}` };
          if (entry.type === "tree") open.push({ ...rest, ...place });
          else files.push(toMovedFile({ ...rest, ...place }, entry));
        }
      }
    }
  }
  return files;
}

function toMovedFile({ from, to, at }: DirectoryMove, { mode, oid }: { mode: number; oid: string }): MovedFile {
  return { from: at === undefined ? from : null, to, mode: toFileMode(mode), sha: oid };
}
