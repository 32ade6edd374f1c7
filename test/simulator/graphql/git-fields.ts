/** Git objects and refs in GraphQL. */
import { isBinary } from "../git/changed-files.ts";
import { ancestors } from "../git/history.ts";
import { readBlob, readCommit, readTree, type Commit, type Signature } from "../git/objects.ts";
import { entryAt, TREE_MODE, type PathEntry } from "../git/trees.ts";
import type { Repository } from "../model.ts";
import { attribute } from "../render/git.ts";
import { htmlUrl, toTimestamp } from "../world.ts";
import { connection } from "./connection.ts";
import { textArgument, type Fields, type GraphqlContext } from "./fields.ts";

/** An object seen from a repository. */
export interface GitNode {
  type: "Commit" | "Tree" | "Blob" | "Tag";
  repository: Repository;
  oid: string;
}

export interface RefNode {
  type: "Ref";
  repository: Repository;
  /** Full name. */
  ref: string;
  /** What `name` leaves out. */
  prefix: string;
}

interface EntryNode extends PathEntry {
  type: "TreeEntry";
  repository: Repository;
  path: string;
}

const TYPES = { commit: "Commit", tree: "Tree", blob: "Blob", tag: "Tag" } as const;

export function toGitNode(repository: Repository, oid: string | undefined): GitNode | null {
  const object = oid === undefined ? undefined : repository.objects.get(oid);
  return object ? { type: TYPES[object.type], repository, oid: object.sha } : null;
}

/** A revision expression: a ref or an object id, and a path behind a colon. */
export function resolveExpression(repository: Repository, expression: string): GitNode | null {
  const colon = expression.indexOf(":");
  const revision = colon === -1 ? expression : expression.slice(0, colon);
  const { refs, objects, defaultBranch } = repository;
  const name = revision === "HEAD" ? defaultBranch : revision;
  const oid = refs.get(name) ?? refs.get(`refs/heads/${name}`) ?? refs.get(`refs/tags/${name}`) ?? name;
  if (colon === -1) return toGitNode(repository, oid);
  const object = objects.get(oid);
  if (object?.type !== "commit" && object?.type !== "tree") return null;
  const entry = entryAt(objects, object.type === "commit" ? object.tree : oid, expression.slice(colon + 1));
  return toGitNode(repository, entry?.sha);
}

function toEntryNode(repository: Repository, path: string, entry: PathEntry): EntryNode {
  return { type: "TreeEntry", repository, path, mode: entry.mode, sha: entry.sha };
}

const GIT_OBJECT: Fields<GitNode> = {
  id: ({ type, oid }) => `${type}_${oid}`,
  oid: ({ oid }) => oid,
  abbreviatedOid: ({ oid }) => oid.slice(0, 7),
  commitUrl: ({ repository, oid }) => `${htmlUrl(repository)}/commit/${oid}`,
  repository: ({ repository }) => repository,
};

function commitOf({ repository, oid }: GitNode): Commit {
  return readCommit(repository.objects, oid);
}

function toActor({ world }: GraphqlContext, signature: Signature) {
  const account = attribute(world, signature);
  return {
    name: signature.name,
    email: signature.email,
    date: toTimestamp(new Date(signature.seconds * 1_000)),
    user: account?.type === "User" ? account : null,
  };
}

/** GitHub cuts the text of a large blob. */
const MAX_TEXT_BYTES = 512_000;

export const GIT_FIELDS = {
  Commit: {
    ...GIT_OBJECT,
    message: (node) => commitOf(node).message,
    messageHeadline: (node) => commitOf(node).message.split("\n")[0],
    messageBody: (node) => commitOf(node).message.split("\n").slice(2).join("\n"),
    author: (node, _args, context) => toActor(context, commitOf(node).author),
    committer: (node, _args, context) => toActor(context, commitOf(node).committer),
    authoredDate: (node) => toTimestamp(new Date(commitOf(node).author.seconds * 1_000)),
    committedDate: (node) => toTimestamp(new Date(commitOf(node).committer.seconds * 1_000)),
    signature: (node) => (commitOf(node).signature === undefined ? null : { isValid: true, wasSignedByGitHub: true }),
    tree: (node) => toGitNode(node.repository, commitOf(node).tree),
    url: ({ repository, oid }) => `${htmlUrl(repository)}/commit/${oid}`,
    parents: (node, args) => {
      const nodes = commitOf(node).parents.map((oid) => toGitNode(node.repository, oid));
      return connection("parents", nodes, (each) => each?.oid ?? "", args);
    },
    history: ({ repository, oid }, args) => {
      const nodes = [...ancestors(repository.objects, oid)].map(({ sha }) => toGitNode(repository, sha));
      return connection("history", nodes, (each) => each?.oid ?? "", args);
    },
    file: (node, args) => {
      const path = textArgument(args, "path");
      const entry = entryAt(node.repository.objects, commitOf(node).tree, path);
      return entry && path !== "" ? toEntryNode(node.repository, path, entry) : null;
    },
  } satisfies Fields<GitNode>,
  Tree: {
    ...GIT_OBJECT,
    entries: ({ repository, oid }) =>
      readTree(repository.objects, oid).entries.map((entry) => toEntryNode(repository, entry.name, entry)),
  } satisfies Fields<GitNode>,
  Blob: {
    ...GIT_OBJECT,
    byteSize: ({ repository, oid }) => readBlob(repository.objects, oid).content.length,
    isBinary: ({ repository, oid }) => isBinary(readBlob(repository.objects, oid).content),
    isTruncated: ({ repository, oid }) => readBlob(repository.objects, oid).content.length > MAX_TEXT_BYTES,
    text: ({ repository, oid }) => {
      const { content } = readBlob(repository.objects, oid);
      return isBinary(content) ? null : content.subarray(0, MAX_TEXT_BYTES).toString();
    },
  } satisfies Fields<GitNode>,
  TreeEntry: {
    name: ({ path }) => path.split("/").at(-1),
    path: ({ path }) => path,
    oid: ({ sha }) => sha,
    mode: ({ mode }) => Number.parseInt(mode, 8),
    type: ({ repository, mode, sha }) =>
      mode === "160000" ? "commit" : (repository.objects.get(sha)?.type ?? (mode === TREE_MODE ? "tree" : "blob")),
    object: ({ repository, sha }) => toGitNode(repository, sha),
    size: ({ repository, sha }) => {
      const object = repository.objects.get(sha);
      return object?.type === "blob" ? object.content.length : 0;
    },
  } satisfies Fields<EntryNode>,
  Ref: {
    id: ({ ref }) => `REF_${Buffer.from(ref).toString("base64url")}`,
    name: ({ ref, prefix }) => ref.slice(prefix.length),
    prefix: ({ prefix }) => prefix,
    target: ({ repository, ref }) => toGitNode(repository, repository.refs.get(ref)),
    repository: ({ repository }) => repository,
  } satisfies Fields<RefNode>,
};
