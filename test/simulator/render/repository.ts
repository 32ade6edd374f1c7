/** A repository in GitHub's REST and webhook shapes. */
import { fullName, type Repository } from "../model.ts";
import { apiUrl, htmlUrl, type World } from "../world.ts";
import { renderAccount } from "./account.ts";

export function renderRepository(world: World, repository: Repository) {
  const { id, nodeId, name, owner, description, isPrivate, isArchived, parent, defaultBranch } = repository;
  const { createdAt, updatedAt, pushedAt } = repository;
  const url = apiUrl(world, repository);
  const html = htmlUrl(repository);
  const open = [...repository.conversations.values()].filter(({ state }) => state === "open").length;
  return {
    id,
    node_id: nodeId,
    name,
    full_name: fullName(repository),
    private: isPrivate,
    owner: renderAccount(world, owner),
    html_url: html,
    description,
    fork: parent !== null,
    url,
    forks_url: `${url}/forks`,
    keys_url: `${url}/keys{/key_id}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    teams_url: `${url}/teams`,
    hooks_url: `${url}/hooks`,
    issue_events_url: `${url}/issues/events{/number}`,
    events_url: `${url}/events`,
    assignees_url: `${url}/assignees{/user}`,
    branches_url: `${url}/branches{/branch}`,
    tags_url: `${url}/tags`,
    blobs_url: `${url}/git/blobs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    trees_url: `${url}/git/trees{/sha}`,
    statuses_url: `${url}/statuses/{sha}`,
    languages_url: `${url}/languages`,
    stargazers_url: `${url}/stargazers`,
    contributors_url: `${url}/contributors`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    commits_url: `${url}/commits{/sha}`,
    git_commits_url: `${url}/git/commits{/sha}`,
    comments_url: `${url}/comments{/number}`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    contents_url: `${url}/contents/{+path}`,
    compare_url: `${url}/compare/{base}...{head}`,
    merges_url: `${url}/merges`,
    archive_url: `${url}/{archive_format}{/ref}`,
    downloads_url: `${url}/downloads`,
    issues_url: `${url}/issues{/number}`,
    pulls_url: `${url}/pulls{/number}`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    labels_url: `${url}/labels{/name}`,
    releases_url: `${url}/releases{/id}`,
    deployments_url: `${url}/deployments`,
    created_at: createdAt,
    updated_at: updatedAt,
    pushed_at: pushedAt,
    git_url: html.replace("https:", "git:") + ".git",
    ssh_url: `git@github.com:${fullName(repository)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: [...world.repositories.values()].filter((other) => other.parent === repository).length,
    mirror_url: null,
    archived: isArchived,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: isPrivate ? "private" : "public",
    forks: 0,
    open_issues: open,
    watchers: 0,
    default_branch: defaultBranch,
    custom_properties: {},
  };
}

/** A push tells dates in seconds, and names the owner more fully. */
export function renderPushRepository(world: World, repository: Repository) {
  const rendered = renderRepository(world, repository);
  const { login, id } = repository.owner;
  return {
    ...rendered,
    owner: { ...rendered.owner, name: login, email: `${id}+${login}@users.noreply.github.com` },
    created_at: Date.parse(repository.createdAt) / 1_000,
    pushed_at: Date.parse(repository.pushedAt) / 1_000,
    stargazers: 0,
    master_branch: repository.defaultBranch,
  };
}
