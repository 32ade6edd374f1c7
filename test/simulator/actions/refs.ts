/** Moving refs: what GitHub checks, what follows a branch, and what it tells. */
import { ApiError } from "../api-error.ts";
import { changedFiles } from "../git/changed-files.ts";
import { commitsBetween, contains } from "../git/history.ts";
import { EMPTY_TREE, readCommit } from "../git/objects.ts";
import type { Account, Repository } from "../model.ts";
import { renderPushCommit } from "../render/git.ts";
import { renderPushRepository } from "../render/repository.ts";
import { requireUnarchived } from "../roles.ts";
import { emit } from "../webhooks.ts";
import { htmlUrl, now, type World } from "../world.ts";
import { followBranch } from "./pull-heads.ts";

const ZERO = "0".repeat(40);

/** What git itself refuses in a ref's name. https://git-scm.com/docs/git-check-ref-format */
function isRefName(name: string): boolean {
  const isForbidden = /[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\.$|\/$/.test(name);
  return !isForbidden && name.split("/").every((part) => !part.startsWith(".") && !part.endsWith(".lock"));
}

interface RefChange {
  ref: string;
  sha: string;
  actor: Account;
  /** By the API or a page; a push by git is refused in the same words. */
  force?: boolean;
}

/** Throws 422 for a name, a missing object, an existing ref, a directory in the way, or a rule. */
export function createRef(world: World, repository: Repository, { ref, sha, actor }: RefChange): void {
  requireUnarchived(repository);
  if (!/^refs\/[^/]+\/./.test(ref) || !isRefName(ref)) {
    throw new ApiError(422, `${ref} is not a valid ref name.`);
  }
  if (repository.refs.has(ref)) throw new ApiError(422, "Reference already exists");
  const inTheWay = [...repository.refs.keys()].some((name) => name.startsWith(`${ref}/`) || ref.startsWith(`${name}/`));
  if (inTheWay) throw new ApiError(422, "Reference update failed");
  requireObject(repository, ref, sha);
  refuseByRule(repository, ref);
  repository.refs.set(ref, sha);
  announce(world, repository, { ref, before: undefined, after: sha, actor, forced: false });
}

/** Throws 422 when the ref is missing, when the move is no fast-forward and not forced, or a rule refuses it. */
export function updateRef(world: World, repository: Repository, { ref, sha, actor, force = false }: RefChange): void {
  requireUnarchived(repository);
  const before = repository.refs.get(ref);
  if (before === undefined) throw new ApiError(422, "Reference does not exist");
  requireObject(repository, ref, sha);
  const isForward = !ref.startsWith("refs/heads/") || contains(repository.objects, sha, before);
  if (!isForward && !force) throw new ApiError(422, "Update is not a fast forward");
  if (before === sha) return;
  refuseByRule(repository, ref);
  repository.refs.set(ref, sha);
  announce(world, repository, { ref, before, after: sha, actor, forced: !isForward });
}

/** Throws 422 when there is no such ref, or it is the default branch. */
export function deleteRef(world: World, repository: Repository, ref: string, actor: Account): void {
  requireUnarchived(repository);
  const before = repository.refs.get(ref);
  if (before === undefined) throw new ApiError(422, "Reference does not exist");
  if (ref === `refs/heads/${repository.defaultBranch}`) throw new ApiError(422, "Cannot delete the default branch");
  refuseByRule(repository, ref);
  repository.refs.delete(ref);
  announce(world, repository, { ref, before, after: undefined, actor, forced: false });
}

function requireObject({ objects }: Repository, ref: string, sha: string): void {
  const object = objects.get(sha);
  if (!object) throw new ApiError(422, "Object does not exist");
  if (ref.startsWith("refs/heads/") && object.type !== "commit") {
    throw new ApiError(422, "Object is not a commit");
  }
}

/** Rulesets answer 422, branch protection 403 or 409 by what it forbids; here it is 403, as for a restricted branch. */
function refuseByRule({ rules }: Repository, ref: string): void {
  const branch = ref.replace(/^refs\/heads\//, "");
  const rule = rules.find(({ pattern }) => matchesPattern(pattern, branch));
  if (!rule) return;
  if (rule.by === "protection") throw new ApiError(403, rule.message);
  throw new ApiError(422, `Repository rule violations found\n\n${rule.message}\n\n`);
}

/** `*` stands for anything, slashes too. */
export function matchesPattern(pattern: string, branch: string): boolean {
  const parts = pattern.split("*");
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return pattern === branch;
  const last = rest.pop() ?? "";
  if (!branch.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = branch.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return branch.length - last.length >= at && branch.endsWith(last);
}

interface Push {
  ref: string;
  before: string | undefined;
  after: string | undefined;
  actor: Account;
  forced: boolean;
}

function announce(world: World, repository: Repository, push: Push): void {
  const { ref, before, after, actor } = push;
  repository.pushedAt = now(world);
  emitPush(world, repository, push);
  const isBranch = ref.startsWith("refs/heads/");
  const name = ref.replace(/^refs\/(?:heads|tags)\//, "");
  if (before === undefined || after === undefined) {
    const event = after === undefined ? "delete" : "create";
    const details = event === "create" ? { master_branch: repository.defaultBranch, description: null } : {};
    emit(world, {
      event,
      repository,
      sender: actor,
      payload: () => ({ ref: name, ref_type: isBranch ? "branch" : "tag", ...details, pusher_type: "user" }),
    });
  }
  if (isBranch) followBranch(world, repository, { branch: name, before, after, actor });
}

function emitPush(world: World, repository: Repository, { ref, before, after, actor, forced }: Push): void {
  const { objects } = repository;
  emit(world, {
    event: "push",
    repository,
    sender: actor,
    payload: () => {
      const commits = after === undefined || !ref.startsWith("refs/heads/") ? [] : newCommits(after);
      const rendered = commits.map(({ sha }) => renderPushCommit(repository, sha, filesOf(sha)));
      const range = `${(before ?? ZERO).slice(0, 12)}...${(after ?? ZERO).slice(0, 12)}`;
      return {
        ref,
        repository: renderPushRepository(world, repository),
        before: before ?? ZERO,
        after: after ?? ZERO,
        pusher: { name: actor.login, email: `${actor.id}+${actor.login}@users.noreply.github.com` },
        created: before === undefined,
        deleted: after === undefined,
        forced,
        base_ref: null,
        compare: `${htmlUrl(repository)}/compare/${range}`,
        commits: rendered,
        head_commit:
          rendered.at(-1) ?? (after === undefined ? null : renderPushCommit(repository, after, filesOf(after))),
      };
    },
  });

  function newCommits(head: string) {
    const from = before ?? repository.refs.get(`refs/heads/${repository.defaultBranch}`);
    const isFirst = from === undefined || from === head;
    return isFirst ? [readCommit(objects, head)] : commitsBetween(objects, from, head);
  }

  function filesOf(sha: string) {
    const { tree, parents } = readCommit(objects, sha);
    const parent = parents[0];
    return changedFiles(objects, parent === undefined ? EMPTY_TREE : readCommit(objects, parent).tree, tree);
  }
}
