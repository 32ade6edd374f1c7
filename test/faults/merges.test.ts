/** Many follow-ups of one repository at once: they never conflict, and no number is given twice. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { createRandom, shuffled } from "../helpers/random.ts";
import { openAnother } from "../helpers/source-pull.ts";
import { startRig, type Rig } from "./rig.ts";

const FOLLOW_UPS = 50;
const SUBJECTS = ["Cache", "Log", "Validate", "Compress", "Measure", "Document", "Encrypt"];
const OBJECTS = ["template", "upload", "locale", "report", "session", "invoice", "thumbnail", "webhook"];

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

it(`R9 ${FOLLOW_UPS} open follow-ups merge in a random order without a conflict`, async () => {
  const { github, app } = rig;
  const first = rig.source();
  for (let number = 0; number < FOLLOW_UPS; number++) {
    const source = openAnother(github, first.repository, `branch-${number}`);
    const subject = SUBJECTS[number % SUBJECTS.length] ?? "";
    const object = OBJECTS[Math.floor(number / SUBJECTS.length)] ?? "";
    source.review([`suggestion (non-blocking): ${subject} every ${object} that module${number} makes.`]);
    await app.settle();
    // More than three that wait, by their label, and the rolling follow-up would take the rest.
    for (const followUp of source.followUps()) followUp.labels.length = 0;
  }
  const open = first.followUps();
  expect(open).toHaveLength(FOLLOW_UPS);
  for (const { number } of shuffled(open, createRandom(7))) {
    const { isDraft } = github.pullRequest(first.repository, number);
    if (isDraft) github.markReady(first.repository, number, { as: "alice" });
    github.mergePullRequest(first.repository, number, { as: "alice" });
    await app.settle();
  }
  const numbers = first.directories("main").map((name) => name.split("-")[0]);
  expect(new Set(numbers).size).toBe(FOLLOW_UPS);
  expect(numbers).toHaveLength(FOLLOW_UPS);
  rig.check();
}, 300_000);
