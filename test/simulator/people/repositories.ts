/** Repositories and branches, as people change them. */
import { createLocalCommit, type WrittenFile } from "../actions/commits.ts";
import { createRef, deleteRef, updateRef } from "../actions/refs.ts";
import {
  createRepository,
  deleteRepository,
  renameRepository,
  setArchived,
  setPrivate,
  transferRepository,
} from "../actions/repositories.ts";
import { invalid } from "../api-error.ts";
import type { Repository, Role, Rule } from "../model.ts";
import { requireRole } from "../roles.ts";
import { accountOf, repositoryOf, type World } from "../world.ts";
import { withTime, type By } from "./at.ts";

interface RepositoryOptions {
  /** The first commit; none leaves the repository empty. */
  files?: Record<string, string>;
  isPrivate?: boolean;
  isArchived?: boolean;
  /** Whether pull requests may be drafts; true unless said. */
  hasDrafts?: boolean;
  /** The repository that this one is a fork of: it shares the history. */
  forkOf?: string;
  defaultBranch?: string;
  description?: string;
}

interface CommitOptions extends By {
  branch: string;
  files: Record<string, WrittenFile>;
  message: string;
  /** Where a new branch starts; the default branch unless said. */
  from?: string;
}

export function createRepositoryActions(world: World) {
  const find = (name: string) => repositoryOf(world, name);
  return {
    createRepository(name: string, { forkOf, ...options }: RepositoryOptions = {}): Repository {
      const [owner = "", short = ""] = name.split("/");
      const parent = forkOf === undefined ? undefined : find(forkOf);
      return createRepository(world, { owner: accountOf(world, owner), name: short, parent, ...options });
    },
    deleteRepository: (name: string): void => deleteRepository(world, find(name)),
    /** `to` is the new short name. */
    renameRepository: (name: string, to: string): void =>
      renameRepository(world, find(name), to.split("/").at(-1) ?? to),
    transferRepository: (name: string, owner: string): void =>
      transferRepository(world, find(name), accountOf(world, owner)),
    archiveRepository: (name: string): void => setArchived(world, find(name), true),
    unarchiveRepository: (name: string): void => setArchived(world, find(name), false),
    setVisibility: (name: string, visibility: "public" | "private"): void =>
      setPrivate(world, find(name), visibility === "private"),
    /** `none` takes the role away. With a custom role, `role` is its base. */
    setRole(name: string, login: string, role: Role | "none", customRole?: string): void {
      const { roles } = find(name);
      const { id } = accountOf(world, login);
      if (role === "none") roles.delete(id);
      else roles.set(id, { role, ...(customRole !== undefined && { customRole }) });
    },
    /** Nobody moves a branch of that pattern (`*` stands for anything) any more. */
    protectBranch(name: string, pattern: string, rule: Partial<Pick<Rule, "by" | "message">> = {}): void {
      const { by = "ruleset", message = "Changes must be made through a pull request." } = rule;
      find(name).rules.push({ pattern, by, message });
    },

    /** A push of one commit; gives its sha. */
    commitFiles(name: string, { as, at, branch, files, message, from }: CommitOptions): string {
      return withTime(world, at, () => {
        const repository = find(name);
        const actor = accountOf(world, as);
        requireRole(repository, actor, "write");
        const ref = `refs/heads/${branch}`;
        const head = repository.refs.get(ref);
        const start = head ?? startOf(repository, from ?? repository.defaultBranch);
        const sha = createLocalCommit(world, repository, actor, { parent: start, files, message });
        if (head === undefined) createRef(world, repository, { ref, sha, actor });
        else updateRef(world, repository, { ref, sha, actor });
        return sha;
      });
    },
    /** Points a branch anywhere, as a forced push by its owner; makes it when it is missing. */
    setBranch(name: string, branch: string, sha: string): void {
      const repository = find(name);
      const ref = `refs/heads/${branch}`;
      const change = { ref, sha, actor: repository.owner, force: true };
      if (repository.refs.has(ref)) updateRef(world, repository, change);
      else createRef(world, repository, change);
    },
    deleteBranch(name: string, branch: string, { as, at }: By): void {
      withTime(world, at, () => {
        const actor = accountOf(world, as);
        requireRole(find(name), actor, "write");
        deleteRef(world, find(name), `refs/heads/${branch}`, actor);
      });
    },
  };
}

/** A branch or a commit; a repository without a commit starts from nothing. */
function startOf({ refs, objects }: Repository, from: string): string | undefined {
  const sha = refs.get(`refs/heads/${from}`) ?? (objects.has(from) ? from : undefined);
  if (sha === undefined && refs.size > 0) throw invalid("Reference", "from");
  return sha;
}
