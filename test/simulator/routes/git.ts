/** The Git data API. */
import { createApiCommit, signatureOf } from "../actions/commits.ts";
import { createRef, deleteRef, updateRef } from "../actions/refs.ts";
import { ApiError, notFound } from "../api-error.ts";
import { EMPTY_TREE, writeBlob, writeTag, type ObjectStore, type Signature } from "../git/objects.ts";
import { editTree, entryAt, listTree, type PathEntry } from "../git/trees.ts";
import { flag, objects as list, optionalObject, optionalText, text, texts } from "../http/fields.ts";
import { repositoryRoute, type RepositoryContext, type Route } from "../http/route.ts";
import { renderBlob, renderGitCommit, renderRef } from "../render/git.ts";
import { apiUrl } from "../world.ts";
import type { Repository } from "../model.ts";
import type { Access } from "../model-apps.ts";

const READ: Record<string, Access>[] = [{ contents: "read" }];
const WRITE: Record<string, Access>[] = [{ contents: "write" }];

export const GIT_ROUTES: Route[] = [
  repositoryRoute("POST git/blobs", WRITE, ({ world, repository, body }) => {
    refuseEmpty(repository);
    const encoding = optionalText(body, "encoding") === "base64" ? "base64" : "utf8";
    const sha = writeBlob(repository.objects, Buffer.from(text(body, "content"), encoding));
    return { status: 201, body: { sha, url: `${apiUrl(world, repository)}/git/blobs/${sha}` } };
  }),
  repositoryRoute("GET git/blobs/{file_sha}", READ, ({ world, repository, params }) => {
    const sha = params["file_sha"] ?? "";
    if (repository.objects.get(sha)?.type !== "blob") throw notFound();
    return { status: 200, body: renderBlob(world, repository, sha) };
  }),
  repositoryRoute("POST git/trees", WRITE, (context) => {
    refuseEmpty(context.repository);
    const sha = createTree(context);
    return { status: 201, body: renderTree(context, sha, { recursive: false }) };
  }),
  repositoryRoute("GET git/trees/{tree_sha}", READ, (context) => {
    const sha = treeOf(context.repository, context.params["tree_sha"] ?? "");
    if (sha === undefined) throw notFound();
    return { status: 200, body: renderTree(context, sha, { recursive: context.query.has("recursive") }) };
  }),
  repositoryRoute("POST git/commits", WRITE, (context) => {
    const { world, repository, body, actor } = context;
    refuseEmpty(repository);
    const tree = text(body, "tree");
    if (!isTree(repository.objects, tree)) throw new ApiError(422, "Tree SHA does not exist");
    const parents = texts(body, "parents");
    if (parents.some((parent) => repository.objects.get(parent)?.type !== "commit")) {
      throw new ApiError(422, "Parent SHA does not exist or is not a commit object");
    }
    const author = toSignature(context, "author");
    const committer = toSignature(context, "committer");
    const request = { tree, parents, message: text(body, "message"), author, committer };
    const sha = createApiCommit(world, repository, actor(), request);
    return { status: 201, body: renderGitCommit(world, repository, sha) };
  }),
  repositoryRoute("GET git/commits/{commit_sha}", READ, ({ world, repository, params }) => {
    const sha = params["commit_sha"] ?? "";
    if (repository.objects.get(sha)?.type !== "commit") throw notFound();
    return { status: 200, body: renderGitCommit(world, repository, sha) };
  }),
  repositoryRoute("POST git/tags", WRITE, (context) => {
    const { world, repository, body, actor } = context;
    const object = text(body, "object");
    if (!repository.objects.has(object)) throw new ApiError(422, "Object does not exist");
    const tag = {
      ...{ tag: text(body, "tag"), object, objectType: text(body, "type"), message: text(body, "message") },
      tagger: toSignature(context, "tagger") ?? signatureOf(world, actor()),
    };
    const sha = writeTag(repository.objects, tag);
    return {
      status: 201,
      body: { sha, tag: tag.tag, message: tag.message, object: { type: tag.objectType, sha: object } },
    };
  }),
  repositoryRoute("GET git/tags/{tag_sha}", READ, ({ repository, params }) => {
    const tag = repository.objects.get(params["tag_sha"] ?? "");
    if (tag?.type !== "tag") throw notFound();
    const { sha, tag: name, message, object, objectType } = tag;
    return { status: 200, body: { sha, tag: name, message, object: { type: objectType, sha: object } } };
  }),
  repositoryRoute("GET git/ref/{ref}", READ, ({ world, repository, params }) => {
    refuseEmpty(repository);
    const ref = `refs/${params["ref"] ?? ""}`;
    const sha = repository.refs.get(ref);
    if (sha === undefined) throw notFound();
    return { status: 200, body: renderRef(world, repository, ref, sha) };
  }),
  repositoryRoute("GET git/matching-refs/{ref}", READ, ({ world, repository, params }) => {
    const prefix = `refs/${params["ref"] ?? ""}`;
    const found = [...repository.refs]
      .filter(([ref]) => ref.startsWith(prefix))
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    return { status: 200, body: found.map(([ref, sha]) => renderRef(world, repository, ref, sha)) };
  }),
  repositoryRoute("POST git/refs", WRITE, ({ world, repository, body, actor }) => {
    refuseEmpty(repository);
    const [ref, sha] = [text(body, "ref"), text(body, "sha")];
    createRef(world, repository, { ref, sha, actor: actor() });
    return { status: 201, body: renderRef(world, repository, ref, sha) };
  }),
  repositoryRoute("PATCH git/refs/{ref}", WRITE, ({ world, repository, params, body, actor }) => {
    const ref = `refs/${params["ref"] ?? ""}`;
    const sha = text(body, "sha");
    updateRef(world, repository, { ref, sha, actor: actor(), force: flag(body, "force") });
    return { status: 200, body: renderRef(world, repository, ref, sha) };
  }),
  repositoryRoute("DELETE git/refs/{ref}", WRITE, ({ world, repository, params, actor }) => {
    deleteRef(world, repository, `refs/${params["ref"] ?? ""}`, actor());
    return { status: 204 };
  }),
];

/** The Git data API does nothing in a repository without a commit. */
function refuseEmpty({ refs }: Repository): void {
  if (refs.size === 0) throw new ApiError(409, "Git Repository is empty.");
}

function isTree(objects: ObjectStore, sha: string): boolean {
  return sha === EMPTY_TREE || objects.get(sha)?.type === "tree";
}

/** A tree by its own id, a commit's, or a branch's name. */
function treeOf({ objects, refs }: Repository, name: string): string | undefined {
  const object = objects.get(refs.get(`refs/heads/${name}`) ?? name);
  if (object?.type === "commit") return object.tree;
  return isTree(objects, name) ? name : undefined;
}

/** `base_tree` may be a commit as well; GitHub takes both. */
function createTree({ repository, body }: RepositoryContext): string {
  const { objects } = repository;
  const base = optionalText(body, "base_tree");
  const baseTree = base === undefined ? EMPTY_TREE : treeOf(repository, base);
  if (baseTree === undefined) throw new ApiError(422, "The base_tree is not a tree or does not exist");
  const edits = new Map<string, PathEntry | null>();
  const entries = list(body, "tree");
  if (entries.length === 0) throw new ApiError(422, "Invalid tree info");
  for (const entry of entries) {
    const path = text(entry, "path");
    checkPath(path);
    if (entry["sha"] === null) {
      if (base !== undefined && !entryAt(objects, baseTree, path)) throw new ApiError(422, "GitRPC::BadObjectState");
      edits.set(path, null);
      continue;
    }
    edits.set(path, toEntry(objects, entry));
  }
  return editTree(objects, baseTree, edits);
}

/** GitHub refuses what git would not check out. */
function checkPath(path: string): void {
  const isBad = path
    .split("/")
    .some((part) => part === "" || part === "." || part === ".." || part.toLowerCase() === ".git");
  if (isBad)
    throw new ApiError(
      422,
      path.startsWith("/") ? "tree.path cannot start with a slash" : "tree.path contains a malformed path component",
    );
}

function toEntry(objects: ObjectStore, entry: Record<string, unknown>): PathEntry {
  const mode = text(entry, "mode").replace(/^0/, "");
  if (!["100644", "100755", "40000", "160000", "120000"].includes(mode)) {
    throw new ApiError(422, "Must supply a valid tree.mode");
  }
  const content = optionalText(entry, "content");
  const sha = optionalText(entry, "sha");
  if (content !== undefined && sha !== undefined)
    throw new ApiError(422, "Must supply either tree.sha or tree.content");
  if (content !== undefined) return { mode, sha: writeBlob(objects, Buffer.from(content)) };
  if (sha === undefined) throw new ApiError(422, "Must supply either tree.sha or tree.content");
  if (mode !== "160000" && !objects.has(sha)) throw new ApiError(422, `tree.sha ${sha} is not a valid blob`);
  return { mode, sha };
}

/** GitHub cuts a recursive listing at this many entries. */
const MAX_ENTRIES = 100_000;

function renderTree({ world, repository }: RepositoryContext, sha: string, { recursive }: { recursive: boolean }) {
  const { objects } = repository;
  const git = `${apiUrl(world, repository)}/git`;
  const all = [...listTree(objects, sha, { trees: true })].filter(([path]) => recursive || !path.includes("/"));
  const tree = all.slice(0, MAX_ENTRIES).map(([path, { mode, sha: id }]) => {
    const object = objects.get(id);
    const type = mode === "160000" ? "commit" : (object?.type ?? "tree");
    const size = object?.type === "blob" ? { size: object.content.length } : {};
    return { path, mode: mode.padStart(6, "0"), type, sha: id, ...size, url: `${git}/${type}s/${id}` };
  });
  return { sha, url: `${git}/trees/${sha}`, tree, truncated: all.length > MAX_ENTRIES };
}

function toSignature({ world, body }: RepositoryContext, field: string): Signature | undefined {
  const given = optionalObject(body, field);
  if (!given) return undefined;
  const date = optionalText(given, "date");
  const time = date === undefined ? world.clock().getTime() : Date.parse(date);
  return { name: text(given, "name"), email: text(given, "email"), seconds: Math.floor(time / 1_000) };
}
