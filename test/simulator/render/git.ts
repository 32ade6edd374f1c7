/** Git objects in GitHub's shapes. */
import type { ChangedFile } from "../git/changed-files.ts";
import { renderPatch } from "../git/changed-files.ts";
import { readBlob, readCommit, type Commit, type Signature } from "../git/objects.ts";
import type { Account, Repository } from "../model.ts";
import { apiUrl, htmlUrl, toTimestamp, type World } from "../world.ts";
import { renderAccount } from "./account.ts";

function renderSignature({ name, email, seconds }: Signature) {
  return { name, email, date: toTimestamp(new Date(seconds * 1_000)) };
}

/** GitHub attributes a commit by its address; the no-reply address carries the account's id. */
export function attribute({ accounts }: Pick<World, "accounts">, { email }: Signature): Account | null {
  const id = /^(?<id>\d+)\+[^@]+@users\.noreply\.github\.com$/.exec(email)?.groups?.["id"];
  if (id === undefined) return null;
  return [...accounts.values()].find((account) => account.id === Number(id) && !account.isDeleted) ?? null;
}

function renderVerification({ signature }: Commit) {
  return signature === undefined
    ? { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null }
    : { verified: true, reason: "valid", signature, payload: "", verified_at: null };
}

/** As `/git/commits/{sha}` answers. */
export function renderGitCommit(world: World, repository: Repository, sha: string) {
  const commit = readCommit(repository.objects, sha);
  const git = `${apiUrl(world, repository)}/git`;
  return {
    sha,
    node_id: `C_${Buffer.from(sha.slice(0, 24)).toString("base64url")}`,
    url: `${git}/commits/${sha}`,
    html_url: `${htmlUrl(repository)}/commit/${sha}`,
    author: renderSignature(commit.author),
    committer: renderSignature(commit.committer),
    tree: { sha: commit.tree, url: `${git}/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: `${git}/commits/${parent}`,
      html_url: `${htmlUrl(repository)}/commit/${parent}`,
    })),
    verification: renderVerification(commit),
  };
}

/** As `/commits/{ref}` and a compare list it. */
export function renderCommit(world: World, repository: Repository, sha: string) {
  const commit = readCommit(repository.objects, sha);
  const { message, author, committer, tree, verification, node_id, html_url } = renderGitCommit(world, repository, sha);
  const url = `${apiUrl(world, repository)}/commits/${sha}`;
  const [writer, maker] = [commit.author, commit.committer].map((signature) => attribute(world, signature));
  return {
    sha,
    node_id,
    commit: {
      author,
      committer,
      message,
      tree,
      url: url.replace("/commits/", "/git/commits/"),
      comment_count: 0,
      verification,
    },
    url,
    html_url,
    comments_url: `${url}/comments`,
    author: writer ? renderAccount(world, writer) : null,
    committer: maker ? renderAccount(world, maker) : null,
    parents: commit.parents.map((parent) => ({ sha: parent, url: `${apiUrl(world, repository)}/commits/${parent}` })),
  };
}

export function renderRef(world: World, repository: Repository, ref: string, sha: string) {
  const git = `${apiUrl(world, repository)}/git`;
  const type = repository.objects.get(sha)?.type ?? "commit";
  return {
    ref,
    node_id: `REF_${Buffer.from(ref).toString("base64url")}`,
    url: `${git}/${ref}`,
    object: { type, sha, url: `${git}/${type}s/${sha}` },
  };
}

export function renderPushCommit(repository: Repository, sha: string, files: ChangedFile[]) {
  const { tree, author, committer, message } = readCommit(repository.objects, sha);
  const paths = (...statuses: ChangedFile["status"][]) =>
    files.filter(({ status }) => statuses.includes(status)).map(({ path }) => path);
  const person = ({ name, email }: Signature) => ({ name, email, username: name });
  return {
    id: sha,
    tree_id: tree,
    distinct: true,
    message,
    timestamp: toTimestamp(new Date(committer.seconds * 1_000)),
    url: `${htmlUrl(repository)}/commit/${sha}`,
    author: person(author),
    committer: person(committer),
    added: paths("added", "renamed"),
    removed: [...paths("removed"), ...files.flatMap(({ previousPath }) => previousPath ?? [])],
    modified: paths("modified"),
  };
}

/** As `/pulls/{number}/files` and a compare list it. */
export function renderFile(world: World, repository: Repository, commit: string, file: ChangedFile) {
  const { path, status, sha, additions, deletions, hunks, previousPath } = file;
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return {
    sha,
    filename: path,
    status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${htmlUrl(repository)}/blob/${commit}/${encoded}`,
    raw_url: `${htmlUrl(repository)}/raw/${commit}/${encoded}`,
    contents_url: `${apiUrl(world, repository)}/contents/${encoded}?ref=${commit}`,
    ...(hunks.length > 0 && { patch: renderPatch(hunks) }),
    ...(previousPath !== undefined && { previous_filename: previousPath }),
  };
}

export function renderBlob(world: World, repository: Repository, sha: string) {
  const { content } = readBlob(repository.objects, sha);
  return {
    sha,
    node_id: `B_${sha}`,
    size: content.length,
    url: `${apiUrl(world, repository)}/git/blobs/${sha}`,
    content: content.toString("base64"),
    encoding: "base64",
  };
}
