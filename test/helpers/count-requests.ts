/** How many requests to GitHub a capture costs, counted where they arrive. */
import type { AppInProcess } from "./app-in-process.ts";
import { openAnother, openSource, populate } from "./source-pull.ts";

/** As many comments as GitHub gives on one page. */
const COMMENTS = 100;
const BACKLOG = 30;
const REPOSITORY = "octo/counted";

/** Each is a list of what was asked, like `POST /repos/{owner}/{repo}/pulls`. */
export interface CountedRequests {
  /** The first capture of a process: its tokens, who it is, roles and the whole backlog come on top. */
  coldStart: string[];
  /** A capture that opens a follow-up, of a review with a hundred comments, with warm caches. */
  newFollowUp: string[];
  /** A second review of the same pull request, which adds to that follow-up. */
  laterReview: string[];
  /** Events that nothing is done about, among them the App's own. */
  ignoredEvents: { events: number; requests: string[] };
}

/** Runs them all on a fresh App. */
export async function countRequests(app: AppInProcess): Promise<CountedRequests> {
  const { github, simulator } = app;
  const during = async (act: () => unknown): Promise<string[]> => {
    await app.settle();
    simulator.requests.length = 0;
    act();
    await app.settle();
    return simulator.requests.map(({ method, route, operation }) => [method, route, operation ?? []].flat().join(" "));
  };
  populate(github);
  const backlog = Array.from({ length: BACKLOG }, (_, index) => [
    `enhancements/${String(index + 1).padStart(3, "0")}-known/status.json`,
    `{ "key": "known:${index}" }\n`,
  ]);
  const files = Object.fromEntries(backlog) as Record<string, string>;
  const first = openSource(github, REPOSITORY, { files, config: "mode: pull-request\n" });
  // The pull request itself was looked at when it opened: the capture begins cold all the same.
  await app.settle();
  await app.restart();
  const coldStart = await during(() => first.review([suggestionOf("connection pool")]));
  await during(() => first.review([], { body: "Thanks!" }));

  const second = openAnother(github, REPOSITORY, "second");
  const noise = Array.from({ length: COMMENTS - 3 }, (_, index) => `praise: number ${index} is neat`);
  const comments = [...noise, ...["upload retry", "file compression", "quota check"].map(suggestionOf)];
  const newFollowUp = await during(() => second.review(comments));
  await during(() => second.review([], { body: "Thanks!" }));
  const laterReview = await during(() => second.review([suggestionOf("download resume")]));

  const deliveriesBefore = simulator.deliveries.length;
  const requests = await during(() => {
    const issue = github.createIssue(REPOSITORY, { as: "alice", title: "Uploads are slow" });
    github.comment(REPOSITORY, issue.number, { as: "bob", body: suggestionOf("cache") });
    const change = { as: "bob", branch: "unrelated", files: { "notes.md": "later\n" }, message: "Add notes" };
    github.commitFiles(REPOSITORY, change);
    for (const { number } of first.followUps()) github.comment(REPOSITORY, number, { as: "bob", body: "Nice list." });
    github.comment(REPOSITORY, first.pull.number, { as: "review-miner[bot]", body: "A comment of the App itself." });
  });
  return {
    ...{ coldStart, newFollowUp, laterReview },
    ignoredEvents: { events: simulator.deliveries.length - deliveriesBefore, requests },
  };
}

function suggestionOf(subject: string): string {
  return `suggestion (non-blocking): Add a ${subject} to the server, in a follow-up.`;
}
