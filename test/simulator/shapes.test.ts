/** The simulator's answers and webhooks against GitHub's own types and examples. */
import { describe, expect, it } from "@jest/globals";
import type { RestEndpointMethodTypes as Rest } from "@octokit/rest";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { renderApp, renderInstallation } from "./render/account.ts";
import type { renderCheckRun } from "./render/check-run.ts";
import type { renderIssue, renderIssueComment } from "./render/conversation.ts";
import type { renderCommit, renderFile, renderGitCommit } from "./render/git.ts";
import type { renderPull, renderPullSummary } from "./render/pull.ts";
import type { renderReaction } from "./render/reactions.ts";
import type { renderRepository } from "./render/repository.ts";
import type { renderReview, renderReviewComment } from "./render/review.ts";
import { CHANGED, NAME, startScene } from "./scene.ts";

type RequiredKeys<Type> = { [Key in keyof Type]-?: object extends Pick<Type, Key> ? never : Key }[keyof Type];

/** The keys that Octokit's types promise and our answer lacks: `true` when there are none. */
type Missing<Name extends keyof Rest, Method extends keyof Rest[Name], Ours> = Lacks<
  AnswerOf<Rest[Name][Method]>,
  Ours
>;
type AnswerOf<Endpoint> = Endpoint extends { response: { data: infer Data } } ? Data : never;
type Lacks<Theirs, Ours> =
  Exclude<RequiredKeys<Theirs>, keyof Ours> extends never ? true : Exclude<RequiredKeys<Theirs>, keyof Ours>;
type Answers<Render extends (...args: never) => unknown> = ReturnType<Render>;

/** The compiler is what checks these. */
const COMPLETE: {
  app: Missing<"apps", "getAuthenticated", Answers<typeof renderApp>>;
  installation: Missing<"apps", "getInstallation", Answers<typeof renderInstallation>>;
  repository: Lacks<
    AnswerOf<Rest["apps"]["listReposAccessibleToInstallation"]>["repositories"][number],
    Answers<typeof renderRepository>
  >;
  pull: Missing<"pulls", "get", Answers<typeof renderPull>>;
  pullInList: Lacks<AnswerOf<Rest["pulls"]["list"]>[number], Answers<typeof renderPullSummary>>;
  file: Lacks<AnswerOf<Rest["pulls"]["listFiles"]>[number], Answers<typeof renderFile>>;
  commit: Missing<"repos", "getCommit", Answers<typeof renderCommit>>;
  gitCommit: Missing<"git", "getCommit", Answers<typeof renderGitCommit>>;
  review: Missing<"pulls", "getReview", Answers<typeof renderReview>>;
  reviewComment: Missing<"pulls", "getReviewComment", Answers<typeof renderReviewComment>>;
  issue: Missing<"issues", "get", Answers<typeof renderIssue>>;
  issueComment: Missing<"issues", "getComment", Answers<typeof renderIssueComment>>;
  reaction: Missing<"reactions", "createForIssue", Answers<typeof renderReaction>>;
  checkRun: Missing<"checks", "get", Answers<typeof renderCheckRun>>;
} = {
  ...{ app: true, installation: true, repository: true, pull: true, pullInList: true, file: true, commit: true },
  ...{
    gitCommit: true,
    review: true,
    reviewComment: true,
    issue: true,
    issueComment: true,
    reaction: true,
    checkRun: true,
  },
};

describe("answers over REST", () => {
  it("have every key that Octokit's types require", () => {
    expect(Object.values(COMPLETE)).not.toContain(false);
  });
});

interface Example {
  name: string;
  examples: Record<string, unknown>[];
}

const EXAMPLES = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("@octokit/webhooks-examples/api.github.com/index.json"), "utf8"),
) as Example[];

/**
 * Keys that GitHub's example has and `ours` lacks, or has with another type; null on either side says nothing. Lists
 * are compared by their first item.
 */
function differences(example: unknown, ours: unknown, at = ""): string[] {
  if (example === null || ours === null) return [];
  if (Array.isArray(example)) {
    if (!Array.isArray(ours)) return [`${at}: not a list`];
    return example.length > 0 && ours.length > 0 ? differences(example[0], ours[0], `${at}[]`) : [];
  }
  if (typeof example !== typeof ours) return [`${at}: ${typeof ours} instead of ${typeof example}`];
  if (typeof example !== "object" || typeof ours !== "object") return [];
  return Object.entries(example).flatMap(([key, value]) => {
    const place = at === "" ? key : `${at}.${key}`;
    return key in ours ? differences(value, (ours as Record<string, unknown>)[key], place) : [`${place}: missing`];
  });
}

/** What examples have that depends on the case, or that GitHub dropped since: none of it is read by anybody here. */
const PASSED_OVER = [
  /\bpermissions\./, // each App has its own
  /^issue\.draft/, // GitHub sends it for pull requests alone by now
];

const EVENTS: [event: string, action: string | null][] = [
  ["check_run", "created"],
  ["check_run", "completed"],
  ["check_run", "requested_action"],
  ["check_run", "rerequested"],
  ["create", null],
  ["delete", null],
  ["installation", "created"],
  ["installation", "deleted"],
  ["installation", "suspend"],
  ["installation", "unsuspend"],
  ["installation_repositories", "removed"],
  ["issue_comment", "created"],
  ["issue_comment", "edited"],
  ["issue_comment", "deleted"],
  ["issues", "opened"],
  ["pull_request", "opened"],
  ["pull_request", "closed"],
  ["pull_request", "reopened"],
  ["pull_request", "labeled"],
  ["pull_request", "synchronize"],
  ["pull_request", "ready_for_review"],
  ["pull_request", "converted_to_draft"],
  ["pull_request", "review_requested"],
  ["pull_request_review", "submitted"],
  ["pull_request_review", "dismissed"],
  ["pull_request_review_comment", "created"],
  ["pull_request_review_comment", "edited"],
  ["pull_request_review_comment", "deleted"],
  ["pull_request_review_thread", "resolved"],
  ["pull_request_review_thread", "unresolved"],
  ["push", null],
  ["repository", "renamed"],
  ["repository", "privatized"],
  ["repository", "publicized"],
  ["repository", "transferred"],
];

/** An App that may hear everything, and a day in which everything happens. */
async function everyEvent() {
  const permissions = ["contents", "pull_requests", "issues", "checks", "metadata"];
  const events = new Set(EVENTS.map(([event]) => event));
  const manifest = [
    "default_permissions:",
    ...permissions.map((name) => `  ${name}: write`),
    `default_events: [${[...events].join(", ")}]`,
  ].join("\n");
  const { simulator, github, octokit, pull } = await startScene({ manifest });
  const { number } = pull;
  github.createIssue(NAME, { as: "carol", title: "Slow", body: "" });
  const comment = github.comment(NAME, number, { as: "carol", body: "hm" });
  github.editComment(NAME, comment.id, { as: "carol", body: "ah" });
  github.deleteComment(NAME, comment.id, { as: "carol" });
  const review = github.submitReview(NAME, number, {
    ...{ as: "bob", state: "CHANGES_REQUESTED", body: "no" },
    comments: [{ path: "src/a.ts", line: 2, startLine: 1, body: "why?" }],
  });
  github.editReview(NAME, review.id, { as: "bob", body: "no!" });
  github.dismissReview(NAME, review.id, { as: "alice" });
  const inline = pull.threads[0]?.comments[0]?.id ?? 0;
  github.resolveThread(NAME, inline, { as: "alice" });
  github.unresolveThread(NAME, inline, { as: "alice" });
  github.editReviewComment(NAME, inline, { as: "bob", body: "why" });
  github.deleteReviewComment(NAME, inline, { as: "bob" });
  github.commitFiles(NAME, { as: "alice", branch: "feature", files: { ...CHANGED, "c.md": "c\n" }, message: "more" });
  github.convertToDraft(NAME, number, { as: "alice" });
  github.markReady(NAME, number, { as: "alice" });
  github.createUser("dora");
  github.setRole(NAME, "dora", "write");
  await octokit.rest.pulls.requestReviewers({ owner: "octo", repo: "api", pull_number: number, reviewers: ["dora"] });
  github.addLabels(NAME, number, { as: "alice", labels: ["bug"] });
  const { data: run } = await octokit.rest.checks.create({
    ...{ owner: "octo", repo: "api", name: "enhancements", head_sha: pull.head.sha },
    actions: [{ label: "Fix", description: "fixes it", identifier: "fix" }],
    output: { title: "t", summary: "s" },
  });
  await octokit.rest.checks.update({ owner: "octo", repo: "api", check_run_id: run.id, conclusion: "success" });
  github.requestCheckAction(NAME, run.id, { as: "alice", identifier: "fix" });
  github.rerequestCheckRun(NAME, run.id, { as: "alice" });
  github.closePullRequest(NAME, number, { as: "alice" });
  github.reopenPullRequest(NAME, number, { as: "alice" });
  github.commitFiles(NAME, { as: "alice", branch: "gone", files: { "d.md": "d\n" }, message: "d" });
  github.deleteBranch(NAME, "gone", { as: "alice" });
  github.setVisibility(NAME, "private");
  github.setVisibility(NAME, "public");
  github.renameRepository(NAME, "interface");
  github.suspend("octo");
  github.unsuspend("octo");
  github.install("carol");
  github.createRepository("carol/leaves", { files: { a: "a\n" } });
  github.createOrganization("else");
  github.install("else");
  github.transferRepository("carol/leaves", "else");
  github.uninstall("octo");
  return simulator;
}

describe("webhooks", () => {
  it.each(EVENTS)("%s %s has what GitHub's example has", async (event, action) => {
    const { deliveries } = await everything;
    const ours = deliveries.find((each) => each.event === event && each.action === action);
    if (!ours) throw new Error(`no ${event} ${String(action)} was sent`);
    const examples = EXAMPLES.find(({ name }) => name === event)?.examples ?? [];
    const alike = examples.filter((each) => (each["action"] ?? null) === action && fits(event, each, ours.payload));
    const found = alike.map((example) => differences(example, ours.payload).filter(isKept));
    const fewest = found.toSorted((a, b) => a.length - b.length)[0];
    expect(fewest).toEqual([]);
  });

  const everything = everyEvent();

  /** A push with commits is compared with one with commits. */
  function fits(event: string, example: Record<string, unknown>, ours: Record<string, unknown>): boolean {
    if (event !== "push") return true;
    return example["created"] === ours["created"] && example["deleted"] === ours["deleted"];
  }

  function isKept(difference: string): boolean {
    return !PASSED_OVER.some((pattern) => pattern.test(difference));
  }
});
