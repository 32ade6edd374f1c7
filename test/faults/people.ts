/** What people do on a source: a list of acts drawn from a seed, the same on every repository. */
import { ApiError } from "../simulator/api-error.ts";
import { pick } from "../helpers/random.ts";
import type { GitHub } from "../simulator/people/github.ts";
import type { PullRequest, ReviewComment } from "../simulator/model.ts";

/** Each asks for something else: twins would be one enhancement, and which one is a matter of order. */
const WISHES = [
  "Use a connection pool instead of one connection per request.",
  "Retry uploads with backoff instead of giving up.",
  "Log the size of each upload before it is stored.",
  "Cache the compiled template between two renders.",
  "Validate the locale of a visitor at sign-up.",
  "Compress archived reports when the month has ended.",
  "Document the units of every timeout in the settings.",
];
const CHATTER = ["Is this ever reached with an empty list?", "Thanks, looks great!", "nit: `limitBytes` reads better."];

/** GitHub wants one with a request for changes. */
const REVIEW = "Thanks for this.";

export const SOURCE_FILE = "src/upload.ts";
export const LINES = 40;

/** One act; it does nothing where it is not possible any more. */
type Act = (github: GitHub, repository: string, pull: PullRequest) => void;

export interface Step {
  name: string;
  act: Act;
  /** The pull request is merged: it changes no more. */
  isLast?: boolean;
}

export type Draw = () => number;

/** An act as it is drawn; `index` says when it is done. */
export type DrawnAct = (draw: Draw, index: number) => Step;

/** Does it. What GitHub refuses, like resolving a thread that is gone, comes to nothing, on every repository alike. */
export function perform({ act }: Step, github: GitHub, repository: string, pull: PullRequest): void {
  try {
    act(github, repository, pull);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

const BOB = { as: "bob" };
const ALICE = { as: "alice" };

/** From five to nine acts, the first a review; `others` may be among them. */
export function drawSteps(draw: Draw, others: readonly DrawnAct[] = []): Step[] {
  const steps = [submit(draw, 0)];
  const count = 4 + others.length + Math.floor(draw() * 5);
  for (let index = 1; index <= count; index++) steps.push(dated(pick([...ACTS, ...others], draw)(draw, index), index));
  return steps;
}

function dated(step: Step, index: number): Step {
  return { ...step, name: `${index} ${step.name}` };
}

/** Dates in files are those of events: the same in every run. */
export function at(index: number): { at: string } {
  return { at: `2026-11-20T10:${String(index).padStart(2, "0")}:00Z` };
}

function submit(draw: Draw, index: number): Step {
  const first = Math.floor(draw() * WISHES.length);
  const wishes = WISHES.slice(first, first + 1 + Math.floor(draw() * 2));
  const noise = draw() < 0.4 ? [pick(CHATTER, draw)] : [];
  const state = pick(["COMMENTED", "APPROVED", "CHANGES_REQUESTED"] as const, draw);
  const texts = [...wishes.map((wish) => `suggestion (non-blocking): ${wish}`), ...noise];
  const line = 1 + Math.floor(draw() * (LINES - 4));
  return {
    name: `submit ${texts.length} on line ${line}`,
    act(github, repository, pull) {
      const said = rootsOf(pull).map(({ body }) => body);
      const fresh = texts.filter((text) => !said.some((body) => body.startsWith(text)));
      const comments = fresh.map((body, offset) => ({ path: SOURCE_FILE, line: line + offset, body }));
      github.submitReview(repository, pull.number, { ...BOB, ...at(index), state, body: REVIEW, comments });
    },
  };
}

/** On one comment that begins a thread, if there is one. */
function onComment(
  name: string,
  act: (index: number) => (github: GitHub, repository: string, comment: ReviewComment) => void,
) {
  return (draw: Draw, index: number): Step => {
    const chosen = draw();
    return {
      name: `${name} ${chosen.toFixed(2)}`,
      act(github, repository, pull) {
        const roots = rootsOf(pull);
        const comment = roots[Math.floor(chosen * roots.length)];
        if (comment) act(index)(github, repository, comment);
      },
    };
  };
}

function onPull(name: string, act: (index: number) => Act, { isLast = false } = {}) {
  return (_: Draw, index: number): Step => ({ name, act: act(index), isLast });
}

const ACTS: DrawnAct[] = [
  submit,
  submit,
  onComment("edit away", (index) => (github, repository, { id }) => {
    github.editReviewComment(repository, id, { ...BOB, ...at(index), body: "Never mind." });
  }),
  onComment("edit", (index) => (github, repository, { id, body }) => {
    github.editReviewComment(repository, id, { ...BOB, ...at(index), body: `${body} It matters under load.` });
  }),
  onComment("delete", (index) => (github, repository, { id }) => {
    github.deleteReviewComment(repository, id, { ...BOB, ...at(index) });
  }),
  onComment("resolve", (index) => (github, repository, { id }) => {
    github.resolveThread(repository, id, { ...ALICE, ...at(index) });
  }),
  onComment("unresolve", (index) => (github, repository, { id }) => {
    github.unresolveThread(repository, id, { ...ALICE, ...at(index) });
  }),
  onComment("defer", (index) => (github, repository, { id }) => {
    github.replyTo(repository, id, { ...ALICE, ...at(index), body: "Good idea, let's do that in a follow-up." });
  }),
  onComment("command", (index) => (github, repository, { id }) => {
    github.replyTo(repository, id, { ...BOB, ...at(index), body: "/enhance" });
  }),
  onPull("remark", (index) => (github, repository, { number }) => {
    const body = "Out of scope here, but the cache needs an upper bound. Let's track it for a follow-up.";
    github.comment(repository, number, { ...BOB, ...at(index), body });
  }),
  onPull("dismiss", (index) => (github, repository, { reviews, number }) => {
    const review = reviews.find(({ state }) => state === "APPROVED" || state === "CHANGES_REQUESTED");
    if (review)
      github.dismissReview(repository, review.id, { ...ALICE, ...at(index), message: `as said in ${number}` });
  }),
  onPull("close", (index) => (github, repository, { number, state }) => {
    if (state === "open") github.closePullRequest(repository, number, { ...ALICE, ...at(index) });
  }),
  onPull("reopen", (index) => (github, repository, { number, state, mergedAt }) => {
    if (state === "closed" && mergedAt === null)
      github.reopenPullRequest(repository, number, { ...ALICE, ...at(index) });
  }),
  onPull(
    "merge",
    (index) =>
      (github, repository, { number, state }) => {
        if (state === "open") github.mergePullRequest(repository, number, { ...ALICE, ...at(index) });
      },
    { isLast: true },
  ),
];

/** The first comment of each thread that a person wrote: people do not act on our answers, which come sooner or later. */
function rootsOf(pull: PullRequest): ReviewComment[] {
  return pull.threads.flatMap(({ comments }) => comments.find(({ author }) => author.type === "User") ?? []);
}
