/** Commits as GitHub makes them. */
import { EMPTY_TREE, readCommit, writeBlob, writeCommit, type Signature } from "../git/objects.ts";
import { editTree, type PathEntry } from "../git/trees.ts";
import type { Account, Repository } from "../model.ts";
import type { World } from "../world.ts";

/** The address GitHub gives an account that shows no other: commits are attributed by the id in it. */
function noreplyEmail({ id, login }: Account): string {
  return `${id}+${login}@users.noreply.github.com`;
}

export function signatureOf({ clock }: Pick<World, "clock">, account: Account): Signature {
  return { name: account.login, email: noreplyEmail(account), seconds: Math.floor(clock().getTime() / 1_000) };
}

const WEB_FLOW = { name: "GitHub", email: "noreply@github.com" };

/** GitHub's own signature. It verifies nothing here but makes the commit's id differ, as a real one does. */
const SIGNATURE = "-----BEGIN PGP SIGNATURE-----\n\nc2ltdWxhdGVk\n-----END PGP SIGNATURE-----\n";

interface CommitRequest {
  tree: string;
  parents: string[];
  message: string;
  author?: Signature | undefined;
  committer?: Signature | undefined;
}

/**
 * A commit through the API. One without author and committer by a bot is attributed to the bot and signed by GitHub;
 * one that names either is not signed.
 */
export function createApiCommit(
  world: World,
  { objects }: Repository,
  actor: Account,
  { tree, parents, message, author, committer }: CommitRequest,
): string {
  const own = signatureOf(world, actor);
  const isSigned = actor.type === "Bot" && !author && !committer;
  return writeCommit(objects, {
    tree,
    parents,
    message,
    author: author ?? own,
    committer: committer ?? (isSigned ? { ...WEB_FLOW, seconds: own.seconds } : (author ?? own)),
    ...(isSigned && { signature: SIGNATURE }),
  });
}

/** Made and signed by GitHub's own pages: merges. */
export function createWebCommit(
  world: World,
  { objects }: Repository,
  actor: Account,
  request: Pick<CommitRequest, "tree" | "parents" | "message">,
): string {
  const author = signatureOf(world, actor);
  return writeCommit(objects, {
    ...request,
    author,
    committer: { ...WEB_FLOW, seconds: author.seconds },
    signature: SIGNATURE,
  });
}

/** What a person writes in a file: text, or bytes and a mode of git's. `null` deletes it. */
export type WrittenFile = string | { bytes: Uint8Array; mode?: "100644" | "100755" | "120000" } | null;

/** A commit made on a person's machine and pushed. */
export function createLocalCommit(
  world: World,
  { objects }: Repository,
  actor: Account,
  { parent, files, message }: { parent: string | undefined; files: Record<string, WrittenFile>; message: string },
): string {
  const edits = new Map(Object.entries(files).map(([path, file]) => [path, toEntry(objects, file)]));
  const base = parent === undefined ? EMPTY_TREE : readCommit(objects, parent).tree;
  const own = signatureOf(world, actor);
  const parents = parent === undefined ? [] : [parent];
  return writeCommit(objects, { tree: editTree(objects, base, edits), parents, message, author: own, committer: own });
}

function toEntry(objects: Repository["objects"], file: WrittenFile): PathEntry | null {
  if (file === null) return null;
  const { bytes, mode = "100644" } = typeof file === "string" ? { bytes: Buffer.from(file) } : file;
  return { mode, sha: writeBlob(objects, Buffer.from(bytes)) };
}
