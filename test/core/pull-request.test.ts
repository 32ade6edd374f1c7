/** The body of a follow-up: what a maintainer decides by. */
import { describe, expect, it } from "@jest/globals";
import { DEFAULT_CONFIG } from "../../src/core/config.ts";
import type { StatusFile } from "../../src/core/documents/status-json.ts";
import { renderFollowUpBody, renderFollowUpTitle, type FollowUpBody } from "../../src/core/pull-request.ts";
import { octoRepository } from "../helpers/octo-repository.ts";
import { statusFile } from "../helpers/status-file.ts";
import { pull } from "./mine/helpers.ts";

const url = octoRepository(DEFAULT_CONFIG).url;
const rejected = (id: string): StatusFile =>
  statusFile({
    id,
    status: "rejected",
    history: [{ status: "rejected", on: "2026-11-26", by: "dana", reason: "we are leaving this database" }],
  });

function bodyOf(given: Partial<FollowUpBody>): string {
  const snapshot = {
    ...{ repository: octoRepository(DEFAULT_CONFIG), branches: [], generated: [], followUps: [] },
    feedback: pull({}),
  };
  return renderFollowUpBody({
    ...{ snapshot, config: DEFAULT_CONFIG, items: [], marked: [], branch: "enhance/pr-1" },
    ...{ waiting: [], overCap: [], leftOut: [], incomplete: [], byStrangers: 0 },
    ...given,
  });
}

describe("a follow-up with a rejected item", () => {
  const items = [statusFile({ id: "001" }), rejected("002"), statusFile({ id: "003" })];

  it("counts it apart, says why, and names others in its commands", () => {
    const body = bodyOf({ items });
    expect(body).toContain(
      "**2 suggestions from the review of #123 (Add the client) are worth keeping; 1 is rejected.**",
    );
    expect(body).toContain("(rejected: we are leaving this database) |");
    expect(body).toContain("`/enhance reject 003 <why>` · `/enhance priority 001 low`");
    expect(renderFollowUpTitle(items, 7)).toBe("Capture 2 suggestions from #7");
  });

  it("says so where all are", () => {
    const body = bodyOf({ items: [rejected("001")] });
    expect(body).toContain("is rejected.** Merging this records that");
    expect(body).not.toContain("**Decide:**");
    expect(renderFollowUpTitle([rejected("001")], 7)).toBe("Capture 1 suggestion from #7");
  });
});

describe("what a follow-up does not hold", () => {
  const own = `${url}/pull/1#discussion_r7`;

  it.each([
    ["a comment of the repository", own, `- [Cap the queue](${own})`],
    ["an address elsewhere", "https://example.org/pull/1", "- Cap the queue"],
    ["nothing", null, "- Cap the queue"],
  ])("links to %s", (_name, address, line) => {
    const body = bodyOf({ waiting: [{ title: "Cap the queue", reason: "blocking", url: address }] });
    expect(body.split("\n")).toContain(line);
  });

  it.each([
    ["a review thread", { isInThread: true, priority: null }, "write `/enhance` in its thread"],
    [
      "a comment that has none",
      { isInThread: false, priority: "critical" as const },
      'write `/enhance create "Say \\"no\\" sooner" --priority critical` on `#123`',
    ],
  ])("says what to write for what did not fit, of %s", (_name, given, remedy) => {
    const one = { key: "k", author: null, title: 'Say "no" sooner', quote: "n", reason: "", url: own };
    const body = bodyOf({ overCap: [{ ...one, group: "over the cap", ...given }] });
    const weight = given.priority === null ? "" : ` (${given.priority})`;
    expect(body.split("\n")).toContain(`- [Say "no" sooner](${own})${weight}: ${remedy}`);
  });

  it.each([
    [1, "> 1 more is by people without the role triage, and not kept. `/enhance` on `#123` takes it in, and"],
    [2, "> 2 more are by people without the role triage, and not kept. `/enhance` on `#123` takes them in, and"],
  ])("counts the %i that strangers suggest", (byStrangers, line) => {
    const remedy = "`capture.from.people: anyone` in `.github/enhance.yml` always does.";
    expect(bodyOf({ byStrangers }).split("\n")).toContain(`${line} ${remedy}`);
    expect(bodyOf({})).not.toContain("capture.from");
  });

  it("links what was left out, with the reason behind it", () => {
    const leftOut = [
      {
        key: "k",
        author: null,
        title: "Rename `n`",
        quote: "n",
        group: "nit" as const,
        reason: "a small edit",
        url: own,
      },
    ];
    expect(bodyOf({ leftOut })).toContain(`](${own}): a small edit`);
    expect(bodyOf({ leftOut })).toContain("Left out: 1 (1 nit)");
    expect(bodyOf({ leftOut: [...leftOut, ...leftOut] })).toContain("Left out: 2 (2 nits)");
  });
});
