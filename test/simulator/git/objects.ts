/** Git objects in memory, under the ids that git itself gives them. */
import { createHash } from "node:crypto";

export interface TreeEntry {
  /** As git writes it: `100644`, `100755`, `120000`, `160000`, or `40000` for a tree. */
  mode: string;
  name: string;
  sha: string;
}

export interface Signature {
  name: string;
  email: string;
  /** Seconds since 1970, UTC. */
  seconds: number;
}

export interface Commit {
  type: "commit";
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
  /** GitHub's signature over a commit that it made itself. */
  signature?: string;
}

export interface Blob {
  type: "blob";
  sha: string;
  content: Buffer;
}

export interface Tree {
  type: "tree";
  sha: string;
  entries: TreeEntry[];
}

export interface Tag {
  type: "tag";
  sha: string;
  tag: string;
  object: string;
  objectType: string;
  tagger: Signature;
  message: string;
}

type GitObject = Blob | Tree | Commit | Tag;

/** Everything a repository and its forks ever stored: like GitHub, a network shares its objects. */
export type ObjectStore = Map<string, GitObject>;

export const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

export function writeBlob(objects: ObjectStore, content: Buffer): string {
  return keep(objects, { type: "blob", sha: idOf("blob", content), content });
}

/** Entries may come in any order; git sorts them by bytes, with directories as if they ended in a slash. */
export function writeTree(objects: ObjectStore, entries: TreeEntry[]): string {
  const sorted = entries.toSorted((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
  const content = Buffer.concat(
    sorted.map(({ mode, name, sha }) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(sha, "hex")])),
  );
  return keep(objects, { type: "tree", sha: idOf("tree", content), entries: sorted });
}

function sortKey({ mode, name }: TreeEntry): Buffer {
  return Buffer.from(mode === "40000" ? `${name}/` : name);
}

export function writeCommit(objects: ObjectStore, commit: Omit<Commit, "sha" | "type">): string {
  const { tree, parents, author, committer, signature, message } = commit;
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${renderSignature(author)}`,
    `committer ${renderSignature(committer)}`,
    ...(signature === undefined ? [] : [`gpgsig ${signature.replaceAll("\n", "\n ")}`]),
  ];
  const content = Buffer.from(`${lines.join("\n")}\n\n${message}`);
  return keep(objects, { type: "commit", sha: idOf("commit", content), ...commit });
}

export function writeTag(objects: ObjectStore, tag: Omit<Tag, "sha" | "type">): string {
  const head = `object ${tag.object}\ntype ${tag.objectType}\ntag ${tag.tag}\ntagger ${renderSignature(tag.tagger)}`;
  return keep(objects, { type: "tag", sha: idOf("tag", Buffer.from(`${head}\n\n${tag.message}`)), ...tag });
}

function renderSignature({ name, email, seconds }: Signature): string {
  return `${name} <${email}> ${seconds} +0000`;
}

function idOf(type: GitObject["type"], content: Buffer): string {
  return createHash("sha1").update(`${type} ${content.length}\0`).update(content).digest("hex");
}

function keep(objects: ObjectStore, object: GitObject): string {
  if (!objects.has(object.sha)) objects.set(object.sha, object);
  return object.sha;
}

/** Throws when the store has no such commit: a ref or a parent points nowhere, which is a bug here. */
export function readCommit(objects: ObjectStore, sha: string): Commit {
  const object = objects.get(sha);
  if (object?.type !== "commit") throw new Error(`${sha} is not a commit`);
  return object;
}

export function readTree(objects: ObjectStore, sha: string): Tree {
  const object = objects.get(sha);
  if (object?.type === "tree") return object;
  if (sha === EMPTY_TREE) return { type: "tree", sha, entries: [] };
  throw new Error(`${sha} is not a tree`);
}

export function readBlob(objects: ObjectStore, sha: string): Blob {
  const object = objects.get(sha);
  if (object?.type !== "blob") throw new Error(`${sha} is not a blob`);
  return object;
}
