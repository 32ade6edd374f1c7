/** What was decided in follow-ups is known however many have ended, and read anew only where it may have changed. */
import { describe, expect, it } from "@jest/globals";
import { parseMarker, withMarker } from "../../src/core/marker.ts";
import type { FollowUp } from "../../src/core/snapshot.ts";
import { clearForgeCaches, createForgeCaches } from "../../src/github/forge-caches.ts";
import { createOctokitForge } from "../../src/github/octokit-forge.ts";
import { NAME, REPO, startScene, type Scene } from "../simulator/scene.ts";

const US = { as: "review-miner[bot]" };
const ALICE = { as: "alice" };
const LABEL = "enhancement-capture";
/** More than are listed with everything else, and than one page has. */
const MANY = 120;
const BEGIN = Date.parse("2026-03-01T00:00:00Z");

/** So many steps of five seconds after the first follow-up. */
const at = (step: number) => new Date(BEGIN + step * 5_000).toISOString().replace(".000Z", "Z");

function bodyOf(step: number, text = "Two suggestions."): string {
  const items = [{ id: "001", key: `comment:c${step}:0`, title: `Item ${step}`, path: null }];
  return withMarker(text, { pull: step + 1_000, items });
}

function openOne({ github }: Scene, step: number): number {
  const by = { ...US, at: at(step) };
  const head = `enhance/pr-${step + 1_000}`;
  github.commitFiles(NAME, { ...US, branch: head, files: { [`${step}.md`]: "Later.\n" }, message: "Capture" });
  const { number } = github.openPullRequest(NAME, { ...by, head, title: `Capture ${step}`, body: bodyOf(step) });
  github.addLabels(NAME, number, { ...by, labels: [LABEL] });
  return number;
}

function endOne(scene: Scene, step: number): number {
  const number = openOne(scene, step);
  scene.github.closePullRequest(NAME, number, { ...ALICE, at: at(step) });
  return number;
}

async function startWithEnded(count: number) {
  const scene = await startScene();
  const { simulator, repository, octokit, app } = scene;
  const numbers = Array.from({ length: count }, (_, step) => endOne(scene, step));
  const caches = createForgeCaches();
  const read = async (by = caches) => {
    const forge = createOctokitForge(octokit, { id: app.bot.id, login: app.bot.login }, by);
    const before = simulator.requests.length;
    const { generated } = await forge.readBacklog({ id: repository.id, owner: REPO.owner, name: REPO.repo });
    const operations = simulator.requests.slice(before).flatMap(({ operation }) => operation ?? []);
    return { generated, pages: operations.filter((operation) => operation === "MoreEnded").length };
  };
  return { scene, caches, read, oldest: numbers[0] ?? 0, numbers };
}

/** What is decided by. */
function toDecision({ number, state, closedAt, headSha, branch, body }: FollowUp) {
  return { number, state, closedAt, headSha, branch, marker: parseMarker(body) };
}

describe("follow-ups that ended", () => {
  it.each([
    ["as many as are listed", 50, 0],
    ["one more", 51, 1],
    ["more than a page", MANY, 2],
  ])("are all known, by a request for each hundred where some are not listed: %s", async (_name, count, pages) => {
    const { read, numbers } = await startWithEnded(count);
    const first = await read();
    expect(first.pages).toBe(pages);
    expect(first.generated.map(({ number }) => number)).toEqual(numbers.toReversed());
    expect(first.generated.map(({ body }) => parseMarker(body)?.items[0]?.title)).toEqual(
      numbers.map((_number, step) => `Item ${step}`).toReversed(),
    );
  });

  it("are kept without the texts of their bodies", async () => {
    const { caches, read, scene } = await startWithEnded(MANY);
    await read();
    const kept = caches.ended.get(scene.repository.id)?.nodes ?? [];
    expect(kept).toHaveLength(MANY);
    expect(kept.filter(({ body }) => !/^<!-- review-miner [\w-]+ -->$/.test(body))).toEqual([]);
  });

  type Scenario = Awaited<ReturnType<typeof startWithEnded>>;
  const LATER = { ...ALICE, at: at(10_000) };

  it.each<[string, number, (scenario: Scenario) => unknown]>([
    ["nothing happened", 0, () => {}],
    [
      "the oldest was edited",
      0,
      ({ scene: { github }, oldest }) =>
        github.editPullRequest(NAME, oldest, { ...LATER, body: bodyOf(999, "Edited.") }),
    ],
    ["the oldest was reopened", 0, ({ scene: { github }, oldest }) => github.reopenPullRequest(NAME, oldest, LATER)],
    ["another one ended", 0, ({ scene }) => endOne(scene, 10_000)],
    ["another one was opened", 0, ({ scene }) => openOne(scene, 10_000)],
    [
      "the oldest has our label no more",
      2,
      ({ scene, oldest }) => scene.as("alice").rest.issues.removeLabel({ ...REPO, issue_number: oldest, name: LABEL }),
    ],
    [
      "more changed than are listed",
      2,
      ({ scene: { github }, numbers }) => {
        for (const [index, number] of numbers.slice(0, 60).entries()) {
          github.editPullRequest(NAME, number, { ...ALICE, at: at(10_000 + index), body: "Nothing." });
        }
      },
    ],
    ["the process has forgotten", 2, ({ caches }) => clearForgeCaches(caches)],
  ])("are known as they stand, and cost no request where that can be told: %s", async (_name, pages, act) => {
    const scenario = await startWithEnded(MANY);
    await scenario.read();
    await act(scenario);
    const again = await scenario.read();
    const anew = await scenario.read(createForgeCaches());
    expect(again.generated.map(toDecision)).toEqual(anew.generated.map(toDecision));
    expect(again.pages).toBe(pages);
    expect((await scenario.read()).pages).toBe(0);
    expect(scenario.scene.simulator.violations).toEqual([]);
  });

  it("are read anew where one may have changed that GitHub shows late, behind more than are listed", async () => {
    const { scene, read, oldest, numbers } = await startWithEnded(MANY);
    for (const [index, number] of numbers.slice(60).entries()) {
      const by = { ...ALICE, at: at(index === 0 ? 10_001 : 10_000) };
      scene.github.editPullRequest(NAME, number, { ...by, body: "Nothing." });
    }
    await read();
    const body = bodyOf(999, "Edited.");
    scene.github.editPullRequest(NAME, oldest, { ...ALICE, at: at(9_999), body });
    const { generated } = await read();
    expect(generated.at(-1)).toMatchObject({ number: oldest });
    expect(parseMarker(generated.at(-1)?.body ?? "")).toEqual(parseMarker(body));
  });
});
