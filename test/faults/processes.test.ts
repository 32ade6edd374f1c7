/** Processes that end, and stores that are lost: F4, F5 and F7 in one process, where every moment can be tried. */
import { describe, expect, it } from "@jest/globals";
import type { Source } from "../helpers/source-pull.ts";
import { expectWhole, POOL, RETRY, shareRig, type Rig } from "./rig.ts";

let rig: Rig;
shareRig((started) => (rig = started));

/** Runs `act` to its end, with `strike` at the nth request, before or after its effect. False: there were fewer. */
async function struck(
  nth: number,
  when: "before" | "after",
  strike: () => Promise<void>,
  act: () => void,
): Promise<boolean> {
  let seen = 0;
  const hook = async () => {
    if (++seen !== nth) return undefined;
    await strike();
    return { drop: true } as const;
  };
  const off = rig.app.simulator.onRequest({ [when]: hook });
  act();
  await rig.app.settle();
  off();
  return seen >= nth;
}

/** What happens to a source, as the number of captures and items that it ends with. */
const STORIES: [string, (source: Source) => void, { items: number; captures: number }][] = [
  ["a first capture", () => undefined, { items: 1, captures: 1 }],
  ["a second review", (source) => void source.review([RETRY]), { items: 2, captures: 2 }],
  [
    "a merge",
    ({ repository }) => void rig.github.mergePullRequest(repository, 1, { as: "alice" }),
    { items: 1, captures: 2 },
  ],
];

describe.each(["before", "after"] as const)("killed %s the effect of every request in turn", (when) => {
  it.each(STORIES)(
    `F4 killed ${when} any request of %s, and started again, ends as if it had not been`,
    async (name, act, whole) => {
      for (let nth = 1; ; nth++) {
        const source = rig.source();
        const isFirst = name === "a first capture";
        if (!isFirst) {
          source.review([POOL]);
          await rig.app.settle();
        }
        const wasStruck = await struck(
          nth,
          when,
          () => rig.app.kill(),
          () => {
            if (isFirst) source.review([POOL]);
            else act(source);
          },
        );
        const { captures } = whole;
        expectWhole(rig, source, { ...whole, captures: name === "a merge" ? commitsOf(source) : captures });
        if (name === "a merge")
          expect(source.followUps()[0]?.requestedReviewers.map(({ login }) => login)).toEqual(["alice"]);
        if (!wasStruck) break;
      }
    },
  );
});

/** The merge of the source puts its own commits on the default branch. */
const commitsOf = ({ repository }: Source) =>
  rig.github.log(repository, "enhance/pr-1").length - rig.github.log(repository, "main").length;

describe.each(["before", "after"] as const)("killed %s the effect of a withdrawal", (when) => {
  it(`F4 killed ${when} any request that takes one item out of a follow-up and another in, takes neither for a decision`, async () => {
    for (let nth = 1; ; nth++) {
      const source = rig.source();
      source.review([POOL, RETRY]);
      await rig.app.settle();
      const id = source.pull.threads[0]?.comments[0]?.id ?? 0;
      const edit = (body: string) => {
        rig.github.editReviewComment(source.repository, id, { as: "bob", body });
      };
      const wasStruck = await struck(
        nth,
        when,
        () => rig.app.kill(),
        () => {
          edit("Never mind.");
          source.review(["suggestion (non-blocking): Log the size of each upload."]);
        },
      );
      expect(source.directories("enhance/pr-1").map((name) => name.slice(0, 3))).toEqual(["002", "003"]);
      edit(POOL);
      await rig.app.settle();
      expect(source.directories("enhance/pr-1").map((name) => name.slice(0, 3))).toEqual(["001", "002", "003"]);
      if (!wasStruck) break;
    }
  });
});

describe("a rolling deploy", () => {
  it("F5 a process that is replaced at any request of a capture, while another takes over, doubles nothing", async () => {
    for (let nth = 1; ; nth++) {
      const source = rig.source();
      if (
        !(await struck(
          nth,
          "after",
          () => rig.app.restart(),
          () => void source.review([POOL]),
        ))
      )
        break;
      expectWhole(rig, source);
    }
  });
});

describe("a store that is lost", () => {
  it("F7 the database gone at any request of a capture: the rest is rebuilt from GitHub, and nothing is doubled", async () => {
    const { app } = rig;
    for (let nth = 1; ; nth++) {
      const source = rig.source();
      const since = app.simulator.deliveries.length;
      const wasLost = await struck(
        nth,
        "after",
        () => app.loseQueue(),
        () => void source.review([POOL]),
      );
      for (const { guid } of app.simulator.deliveries.slice(since)) await app.simulator.redeliver(guid);
      await app.settle();
      expectWhole(rig, source);
      if (!wasLost) break;
    }
  });
});
