import { describe, expect, it } from "@jest/globals";
import type { Asked } from "../../src/core/asked.ts";
import { Config } from "../../src/core/config.ts";
import { reasonToWait, type WaitReason } from "../../src/core/reason-to-wait.ts";
import type { Suggestion } from "../../src/core/suggestion.ts";
import { suggestion } from "../helpers/suggestion.ts";

const NOBODY = {} as Asked;
const LATER = { isBlocking: false, isDeferred: false };
const BLOCKING = { isBlocking: true, isDeferred: false };
const PUT_OFF = { isBlocking: true, isDeferred: true };
const ASKED = { ...BLOCKING, askedBy: "bob" };

function reasonOf(
  given: Partial<Suggestion>,
  capture: object,
  { state = "open", isRolling = false }: { state?: "open" | "closed" | "merged"; isRolling?: boolean } = {},
) {
  const config = Config.parse({ capture });
  return reasonToWait(suggestion(given), { state }, { capture: config.capture, asked: NOBODY, isRolling });
}

describe("reasonToWait", () => {
  it.each<[name: string, given: Partial<Suggestion>, capture: object, reason: WaitReason | undefined]>([
    ["nothing, of what can be done later", LATER, {}, undefined],
    ["the merge, of what is meant for the pull request itself", BLOCKING, {}, "blocking"],
    ["nothing, of that where it is kept at once", BLOCKING, { blocking: "always" }, undefined],
    ["for ever, of that where it is never kept", BLOCKING, { blocking: "never" }, "never"],
    ["nothing, of that where it was put off", PUT_OFF, { blocking: "never" }, undefined],
    ["the merge, where everything does", LATER, { on: "merge" }, "merge"],
    ["the merge, where what is kept at once does too", BLOCKING, { on: "merge", blocking: "always" }, "merge"],
    ["for ever, where the rest waits for the merge", BLOCKING, { on: "merge", blocking: "never" }, "never"],
    ["a command, where everything does", LATER, { on: "command" }, "command"],
    ["a command, of what is not kept otherwise", BLOCKING, { on: "command", blocking: "never" }, "command"],
    ["nothing, where somebody asked for it", ASKED, { on: "command", blocking: "never" }, undefined],
  ])("is %s", (_name, given, capture, reason) => {
    expect(reasonOf(given, capture)).toBe(reason);
  });

  it.each<[name: string, given: Partial<Suggestion>, capture: object, reason: WaitReason | undefined]>([
    ["nothing once it has merged", BLOCKING, { on: "merge" }, undefined],
    ["a command once it has merged", LATER, { on: "command" }, "command"],
    ["for ever once it has merged", BLOCKING, { blocking: "never" }, "never"],
  ])("is %s", (_name, given, capture, reason) => {
    expect(reasonOf(given, capture, { state: "merged" })).toBe(reason);
  });

  it("is the merge on the rolling follow-up", () => {
    expect(reasonOf(LATER, {}, { isRolling: true })).toBe("merge");
  });
});
