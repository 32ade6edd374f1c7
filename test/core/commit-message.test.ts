/** Messages of commits: what a log is read by. */
import { describe, expect, it } from "@jest/globals";
import { renderCommitMessage, type Deed } from "../../src/core/commit-message.ts";

const deeds = (...pairs: [verb: string, of: string][]): Deed[] => pairs.map(([verb, of]) => ({ verb, of }));

describe("a commit's message", () => {
  it.each<[name: string, given: Deed[], message: string]>([
    ["one change", deeds(["reject", "007"]), "reject 007, as asked on #2"],
    [
      "two of different kinds",
      deeds(["reject", "007"], ["merge", "008 into 001"]),
      "reject 007 and merge 008 into 001, as asked on #2",
    ],
    [
      "several of a kind",
      deeds(["reject", "007"], ["reject", "009"], ["reject", "011"]),
      "reject 007, 009 and 011, as asked on #2",
    ],
    ["the same twice", deeds(["reject", "007"], ["reject", "007"]), "reject 007, as asked on #2"],
    ["none that can be named", [], "bring the files up to date, as asked on #2"],
    [
      "more than a subject holds",
      deeds(["reject", "007"], ["give", "008 priority critical"], ["move", "009 to in-progress"]),
      "make 3 changes, as asked on #2\n\n- reject 007\n- give 008 priority critical\n- move 009 to in-progress",
    ],
  ])("says %s", (_name, given, message) => {
    expect(renderCommitMessage(given, ", as asked on #2")).toBe(`docs(enhancements): ${message}`);
  });

  it("keeps its subject within 72 characters", () => {
    for (let length = 1; length < 60; length += 1) {
      const [subject = ""] = renderCommitMessage(
        [{ verb: "x", of: "1".repeat(length) }],
        ", as asked on #123456",
      ).split("\n");
      expect(subject.length).toBeLessThanOrEqual(72);
    }
  });
});
