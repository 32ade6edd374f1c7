/** What stands in directories that are to stand elsewhere: every file below them, as git has it. */
import type { z } from "zod";
import type { DirectoryMove, FileMode, RepositoryRef } from "../core/snapshot.ts";
import { TreesAnswer } from "./answers.ts";
import type { GitHubClient } from "./client.ts";
import { toFileMode } from "./file-modes.ts";
import { query } from "./graphql.ts";
import { inBatches } from "./portion.ts";
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
    for (let level = some; level.length > 0;) {
      const below: DirectoryMove[] = [];
      for await (const [{ from, to, without = [], ...rest }, entries] of readTrees(
        octokit,
        { owner, name },
        at,
        level,
      )) {
        for (const entry of entries) {
          const isLeft = to === null || without.includes(entry.name);
          const place = { from: `${from}/${entry.name}`, to: isLeft ? null : `${to}/${entry.name}` };
          if (entry.type === "tree") below.push({ ...rest, ...place });
          else files.push(toMovedFile({ ...rest, ...place }, entry));
        }
      }
      level = below;
    }
  }
  return files;
}

type TreeEntries = NonNullable<NonNullable<z.infer<typeof TreesAnswer>["repository"][string]>["entries"]>;

/** What each directory holds at a commit; nothing for one that is not there. */
async function* readTrees(
  octokit: GitHubClient,
  repository: Pick<RepositoryRef, "owner" | "name">,
  commit: string,
  moves: readonly DirectoryMove[],
): AsyncGenerator<[move: DirectoryMove, entries: TreeEntries]> {
  const ask = (batch: readonly DirectoryMove[]) => {
    const paths = batch.map(({ from }) => from);
    return query(octokit, treesQuery(batch.length), { ...repository, ...expressionsOf(commit, paths) }, TreesAnswer);
  };
  for await (const [batch, answer] of inBatches(moves, DIRECTORIES_PER_QUERY, ask)) {
    for (const [index, move] of batch.entries()) yield [move, answer.repository[`t${index}`]?.entries ?? []];
  }
}

function toMovedFile({ from, to, at }: DirectoryMove, { mode, oid }: { mode: number; oid: string }): MovedFile {
  return { from: at === undefined ? from : null, to, mode: toFileMode(mode), sha: oid };
}
