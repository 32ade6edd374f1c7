/** People decide about follow-ups while all goes wrong: what they decided stands, and what they did not is not lost. */
import { parseStatusJson, type StatusFile } from "../../src/core/documents/status-json.ts";
import { parseMarker } from "../../src/core/marker.ts";
import { createRandom, pick } from "../helpers/random.ts";
import type { PullRequest } from "../simulator/model.ts";
import type { GitHub } from "../simulator/people/github.ts";
import type { Simulator } from "../simulator/simulator.ts";
import { openPlace, type Mode, type Place } from "./outcome.ts";
import { at, drawSteps, type Draw, type DrawnAct, type Step } from "./people.ts";
import { runRoughly, type Stage } from "./schedule.ts";

const BOT = "review-miner[bot]";
const ALICE = { as: "alice" };

/** What was declined, by the comment that it came from. `at`: when (ISO 8601); absent for what was taken out of a branch. */
type Decisions = Map<number, { title: string; at?: string }>;

export interface DecisionsRan {
  /** What must not be, in words; nothing where all is well. */
  wrong: string[];
  story: string[];
}

export async function runDecisions(stage: Stage, seed: number, mode: Mode): Promise<DecisionsRan> {
  const { app } = stage;
  const draw = createRandom(seed);
  const decisions: Decisions = new Map();
  const steps = drawSteps(draw, actsOf(decisions));
  const place = openPlace(app.github, `octo/decided-${seed}`, mode);
  const story = await runRoughly(stage, place, { steps, draw });
  const { jobs } = await app.queue.statistics();
  const wrong = [
    ...app.simulator.violations,
    ...(jobs.dead > 0 ? [`${jobs.dead} dead jobs`] : []),
    ...(app.queue.nextRunAt() === undefined ? [] : ["something is left to do"]),
    ...findWrong(app.simulator, place, decisions),
  ];
  return { wrong, story };
}

/** What a maintainer does with follow-ups. */
function actsOf(decisions: Decisions): DrawnAct[] {
  const merge: Decide = ({ github, repository, pull, when, chance }) => {
    if (pull.isDraft) github.markReady(repository, pull.number, when);
    const method = pick(["merge", "squash", "rebase"] as const, () => chance);
    github.mergePullRequest(repository, pull.number, { ...when, method });
  };
  const close: Decide = ({ github, repository, pull, when }) => {
    const told = new Set(parseMarker(pull.body)?.items.flatMap(({ key, gone }) => (gone ? [] : [key])));
    // What a person brought back with another follow-up is proposed by that.
    const others = followUpsOf(github, repository).filter((each) => each !== pull && each.state === "open");
    const places = ["main", ...others.map(({ head }) => head.ref)];
    const standing = new Set(places.flatMap((place) => itemsOn(github, repository, place)).map(({ key }) => key));
    for (const item of itemsOn(github, repository, pull.head.ref)) {
      if (told.has(item.key) && !standing.has(item.key))
        decisions.set(commentOf(item), { title: item.title, at: when.at });
    }
    github.closePullRequest(repository, pull.number, when);
  };
  const takeOut: Decide = ({ github, repository, pull, when, chance }) => {
    const merged = new Set(itemsOn(github, repository, "main").map(({ uid }) => uid));
    const items = itemsOn(github, repository, pull.head.ref).filter(({ uid }) => !merged.has(uid));
    const item = items[Math.floor(chance * items.length)];
    if (!item) return;
    const paths = Object.keys(github.readFiles(repository, pull.head.ref)).filter((path) =>
      path.startsWith(`enhancements/${item.id}-`),
    );
    const files = Object.fromEntries(paths.map((path) => [path, null]));
    github.commitFiles(repository, { ...when, branch: pull.head.ref, files, message: "Not this one" });
    decisions.set(commentOf(item), { title: item.title });
  };
  const reopen: Decide = ({ github, repository, pull, when }) => {
    github.reopenPullRequest(repository, pull.number, when);
    for (const item of itemsOn(github, repository, pull.head.ref)) {
      if (decisions.get(commentOf(item))?.at !== undefined) decisions.delete(commentOf(item));
    }
  };
  const tidy: Decide = ({ github, repository, pull, when }) => {
    github.deleteBranch(repository, pull.head.ref, when);
  };
  return [
    onFollowUp("merge the follow-up", "open", merge),
    onFollowUp("close the follow-up", "open", close),
    onFollowUp("take one out", "open", takeOut),
    onFollowUp("reopen the follow-up", "closed", reopen),
    onFollowUp("delete its branch", "closed", tidy),
  ];
}

type Decide = (given: {
  github: GitHub;
  repository: string;
  pull: PullRequest;
  when: { as: string; at: string };
  /** From 0 to 1. */
  chance: number;
}) => void;

function onFollowUp(name: string, state: PullRequest["state"], decide: Decide): DrawnAct {
  return (draw: Draw, index: number): Step => {
    const chance = draw();
    return {
      name,
      act(github, repository) {
        const pull = followUpsOf(github, repository).findLast((each) => each.state === state);
        if (pull) decide({ github, repository, pull, when: { ...ALICE, ...at(index) }, chance });
      },
    };
  };
}

function followUpsOf(github: GitHub, repository: string): PullRequest[] {
  return github.pullRequests(repository).filter(({ author }) => author.login === BOT);
}

function findWrong({ github }: Simulator, { repository, pull, mode }: Place, decisions: Decisions): string[] {
  const wrong: string[] = [];
  const open = followUpsOf(github, repository).filter(({ state }) => state === "open");
  const merged = itemsOn(github, repository, "main");
  const names = new Set(merged.map(({ uid }) => uid));
  const proposed = open.flatMap(({ head }) =>
    itemsOn(github, repository, head.ref).filter(({ uid }) => !names.has(uid)),
  );
  const standing = [...merged, ...proposed];
  for (const [what, values] of [
    ["number", standing.map(({ id }) => id)],
    ["suggestion", standing.map(({ key }) => key)],
  ] as const) {
    const twice = values.filter((value, index) => values.indexOf(value) !== index);
    if (twice.length > 0) wrong.push(`${what} doubled: ${twice.join(", ")}`);
  }
  const threads = pull.threads.map((thread) => ({ ...thread, root: thread.comments[0] }));
  for (const item of proposed) {
    const decision = decisions.get(commentOf(item));
    const at = decision?.at;
    const replies = threads.find(({ root }) => root?.id === commentOf(item))?.comments ?? [];
    const isAsked = replies.some(({ body, createdAt }) => body === "/enhance" && at !== undefined && createdAt >= at);
    if (decision && !isAsked) wrong.push(`declined, and proposed: ${item.title}`);
  }
  const isDue = pull.mergedAt !== null || (mode !== "rolling" && pull.state === "open");
  for (const { root, resolvedBy } of isDue ? threads : []) {
    if (!root?.body.startsWith("suggestion (non-blocking)") || resolvedBy || root.review.state === "DISMISSED")
      continue;
    // The same words in another comment are the same suggestion. A title may end with the name of the file.
    const known = [...standing, ...decisions.values()].map(({ title }) => title.replace(/ \(.+\)$/, ""));
    if (!known.some((title) => root.body.includes(title))) wrong.push(`lost: ${root.body}`);
  }
  return wrong;
}

function commentOf({ source }: StatusFile): number {
  return source.commentId ?? 0;
}

function itemsOn(github: GitHub, repository: string, branch: string): StatusFile[] {
  if (!github.branches(repository).includes(branch)) return [];
  return Object.entries(github.readFiles(repository, branch)).flatMap(([path, text]) => {
    const parsed = path.endsWith("/status.json") ? parseStatusJson(text, path) : undefined;
    return parsed?.ok === true ? [parsed.value] : [];
  });
}
