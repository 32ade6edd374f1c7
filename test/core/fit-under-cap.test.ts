/** Which suggestions find room under the cap. */
import { describe, expect, it } from "@jest/globals";
import type { Priority } from "../../src/core/enhancement.ts";
import { fitUnderCap } from "../../src/core/fit-under-cap.ts";
import { suggestion } from "../helpers/suggestion.ts";

const one = (title: string, priority: Priority | null, isDeferred = false) =>
  suggestion({ title, priority, isDeferred });
const asked = (title: string) => ({ ...one(title, null), askedBy: "bob" });
/** By `/enhance capture high` on the pull request. */
const given = (title: string, own: Priority | null) => ({ ...one(title, "high"), ownPriority: own });
const seated = (...priorities: Priority[]) => priorities.map((priority) => ({ priority }));

describe("fitUnderCap", () => {
  it.each<[name: string, given: Parameters<typeof fitUnderCap>, added: string[], overCap: string[]]>([
    [
      "takes the weightiest, in the order they were written",
      [[one("low", "low"), one("medium", null), one("high", "high")], { seated: [], cap: 2 }],
      ["medium", "high"],
      ["low"],
    ],
    [
      "takes what was put off in words first, and what is urgent besides",
      [[one("critical", "critical"), one("medium", null), one("later", "low", true)], { seated: [], cap: 1 }],
      ["critical", "later"],
      ["medium"],
    ],
    [
      "loses nothing urgent to what came first and weighs less",
      [[one("low", "low"), one("high", "high"), one("critical", "critical")], { seated: seated("low", "low"), cap: 2 }],
      ["high", "critical"],
      ["low"],
    ],
    [
      "takes no more that is urgent than the cap, with what is there",
      [[one("high", "high"), one("critical", "critical")], { seated: seated("high", "low"), cap: 2 }],
      ["critical"],
      ["high"],
    ],
    [
      "takes whatever is asked for, which leaves the seats to the others",
      [[asked("asked"), one("low", "low"), one("medium", null)], { seated: seated("low"), cap: 2 }],
      ["asked", "medium"],
      ["low"],
    ],
    [
      "weighs what a command gave a priority as its reviewer did",
      [
        [given("low", "low"), given("medium", null), given("high", "high")],
        { seated: [{ priority: "high", ownPriority: "low" }], cap: 1 },
      ],
      ["high"],
      ["medium", "low"],
    ],
    [
      "tells what has no room by its weight",
      [[one("low", "low"), one("medium", null)], { seated: seated("low", "low", "low"), cap: 2 }],
      [],
      ["medium", "low"],
    ],
  ])("%s", (_name, [wanted, seats], added, overCap) => {
    const fit = fitUnderCap(wanted, seats);
    expect(fit.added.map(({ title }) => title)).toEqual(added);
    expect(fit.overCap.map(({ title }) => title)).toEqual(overCap);
  });
});
