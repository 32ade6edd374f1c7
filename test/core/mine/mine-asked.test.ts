import { expect, it } from "@jest/globals";
import { findWishes, readAsked } from "../../../src/core/asked.ts";
import { Config } from "../../../src/core/config.ts";
import { mineSuggestions } from "../../../src/core/mine/mine.ts";
import { withAsked } from "../../../src/core/mine/mine-asked.ts";
import type { Feedback } from "../../../src/core/review.ts";
import type { Suggestion } from "../../../src/core/suggestion.ts";
import { CODERABBIT, inline, OPTIONS, pull, REVIEWER, text, thread } from "./helpers.ts";

const CURSOR = "Could we close the cursor in `finally`? It leaks when parsing fails.";

const RETRY = "suggestion (low): Retry uploads with backoff instead of giving up.";
const SEEN = "Agreed, we saw this leak in production twice.";

/** What is found in a thread of these comments, by a reviewer who may command unless they say otherwise. */
function foundIn(comments: readonly (string | Feedback)[], options = OPTIONS): Suggestion[] {
  const written = comments.map((comment) => (typeof comment === "string" ? inline(comment) : comment));
  const feedback = pull({ threads: [thread(written)] });
  const asked = readAsked(findWishes(feedback), () => true);
  return withAsked(mineSuggestions(feedback, options), asked, feedback, options).suggestions;
}

it.each([
  ["what mining would leave out", ["Is this list ever empty?", "/enhance"], 1],
  ["words and a command in one comment", ["The list may be empty.\n/enhance"], 1],
  ["a command alone, whose comment was deleted", ["/enhance"], 0],
  ["commands alone, in the lines of Windows", ["/enhance\r\n\r\n/enhance capture high\r\n", "/enhance"], 0],
  ["a command alone, in capitals", ["/Enhance capture high"], 0],
  ["a command alone, behind spaces", ["  /enhance capture high"], 0],
  ["a command alone, in another tool's spelling", ["/github:pr-review 12", "/enhance"], 0],
  ["a comment that was hidden", [inline(CURSOR, { hidden: "spam" }), "/enhance"], 0],
  ["an example of a command alone", ["`/enhance capture high`", "/enhance"], 1],
])("takes in %s", (_name, comments, count) => {
  expect(foundIn(comments)).toHaveLength(count);
});

it.each([
  ["that a later one does not take away", ["/enhance capture high", "/enhance"], "high"],
  ["that one more in the same comment does not take away", ["/enhance capture high\n/enhance"], "high"],
  ["that a later one changes", ["/enhance capture high", "/enhance capture low"], "low"],
  ["that only a later one gives", ["/enhance", "/enhance capture low"], "low"],
  ["that none gives", ["/enhance", "/enhance"], null],
])("gives the priority %s", (_name, replies, priority) => {
  expect(foundIn(["Is this list ever empty?", ...replies])).toMatchObject([{ priority }]);
});

it.each<[name: string, conversation: string[], replies: string[], priorities: unknown[]]>([
  ["to all that is there", ["/enhance capture high"], [], ["high", "high"]],
  ["that a later one does not take away", ["/enhance capture high", "/enhance"], [], ["high", "high"]],
  ["that a later one changes", ["/enhance capture high", "/enhance capture low"], [], ["low", "low"]],
  ["but to a thread with its own", ["/enhance capture high"], ["/enhance capture low"], ["low", "high"]],
  ["and to a thread that was asked for without one", ["/enhance capture high"], ["/enhance"], ["high", "high"]],
])("gives the priority of a command on the pull request %s", (_name, conversation, replies, priorities) => {
  const threads = [thread([CURSOR, ...replies].map((body) => inline(body))), thread([inline(RETRY)])];
  const wishes = conversation.map((body) => text(body));
  const later = thread([inline("We should move `readPage` to the shared module.")]);
  const feedback = pull({ threads: [...threads, later], comments: wishes });
  const asked = readAsked(findWishes(feedback), () => true);
  const { suggestions } = withAsked(mineSuggestions(feedback, OPTIONS), asked, feedback, OPTIONS);
  // What is written after the command was not meant by it.
  expect(suggestions.map(({ priority }) => priority)).toEqual([...priorities, null]);
});

it.each<[name: string, given: Partial<Feedback>, submittedAt: string, priority: string | null]>([
  ["has stood there before", {}, "2026-10-02T09:00:00Z", "high"],
  ["was edited before", { edited: { by: "robin", at: "2026-10-03T10:00:00Z" } }, "2026-10-02T09:00:00Z", "high"],
  ["was edited since", { edited: { by: "robin", at: "2026-10-05T10:00:00Z" } }, "2026-10-02T09:00:00Z", null],
  ["was sent since, with its review", { reviewId: 77 }, "2026-10-05T10:00:00Z", null],
])("gives the priority of a command on the pull request to what %s", (_name, given, submittedAt, priority) => {
  const feedback = pull({
    reviews: [{ ...text("", { createdAt: submittedAt }), kind: "review", databaseId: 77 }],
    threads: [thread([inline(RETRY, { createdAt: "2026-10-02T09:00:00Z", ...given })])],
    comments: [text("/enhance capture high", { createdAt: "2026-10-04T10:00:00Z" })],
  });
  const asked = readAsked(findWishes(feedback), () => true);
  const { suggestions } = withAsked(mineSuggestions(feedback, OPTIONS), asked, feedback, OPTIONS);
  expect(suggestions).toMatchObject([{ priority }]);
});

const EDITED_ON_20 = { edited: { by: "robin", at: "2026-10-20T10:00:00Z" } };

it.each<[name: string, given: Partial<Feedback>, at: string]>([
  ["when it was written", {}, "2026-10-02T10:00:00Z"],
  ["when its author edited it since", EDITED_ON_20, "2026-10-20T10:00:00Z"],
  [
    "when it was sent, where it was edited before",
    { edited: { by: "robin", at: "2026-10-01T10:00:00Z" } },
    "2026-10-02T10:00:00Z",
  ],
])("dates what is asked for by the time %s", (_name, given, at) => {
  const body = '/enhance create "Shard the queue"\n/enhance';
  const wish = inline(body, { createdAt: "2026-10-02T10:00:00Z", ...given });
  const found = foundIn([inline("Is this list ever empty?"), wish]);
  expect(found.map(({ askedAt }) => askedAt)).toEqual([at, at]);
});

it.each([
  ["unignore", false],
  ["ignore", true],
])("of `ignore` and `unignore` the one that an edit added last holds: %s", (verb, isMuted) => {
  const other = verb === "ignore" ? "unignore" : "ignore";
  const first = text(`/enhance ${verb}`, { createdAt: "2026-10-02T10:00:00Z", ...EDITED_ON_20 });
  const second = text(`/enhance ${other}`, { createdAt: "2026-10-05T10:00:00Z" });
  const asked = readAsked(findWishes(pull({ comments: [first, second] })), () => true);
  expect(asked.isMuted).toBe(isMuted);
});

it.each([
  ["its command last", "The naming here confuses me a bit.\n/enhance capture", "The naming here confuses me a bit."],
  ["its command first", "/enhance\nThe naming here confuses me a bit.", "The naming here confuses me a bit."],
  ["a command within", "The naming confuses me.\n/Enhance capture\nAnd the order.", "The naming confuses me."],
  ["two within", "\n  /enhance\nThe naming confuses me.\r\n/enhance list\r\nBye.", "The naming confuses me."],
])("quotes a comment that is kept whole up to a command: %s", (_name, body, quote) => {
  const [kept, ...others] = foundIn([body]);
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ quote, description: expect.not.stringMatching(/enhance/i) as unknown });
  expect(kept?.title).not.toMatch(/enhance/i);
});

it.each([
  ["above a command", `${SEEN}\n/enhance capture high`],
  ["under a command", `/enhance capture high\n${SEEN}`],
  ["between commands", `  /Enhance\n${SEEN}\n/github:pr-review 12`],
])("repeats what a reply says %s", (_name, reply) => {
  expect(foundIn([CURSOR, reply])).toMatchObject([
    {
      description: "Could we close the cursor in finally? It leaks when parsing fails.",
      replies: [`robin replied: ${SEEN}`],
    },
  ]);
});

it.each<[name: string, given: Partial<Feedback>, people: "triage" | "none"]>([
  ["was hidden", { hidden: "spam" }, "triage"],
  ["is by somebody whose words do not count", { author: { login: "mallory", kind: "human" } }, "triage"],
  ["is by an account that is gone", { author: null }, "triage"],
  ["is by a tool", { author: CODERABBIT }, "triage"],
  ["was edited by somebody else", { edited: { by: "dana", at: "2026-10-20T10:00:00Z" } }, "triage"],
  ["is by a person, where the config leaves out what people say", {}, "none"],
])("repeats no reply that %s", (_name, given, people) => {
  const config = Config.parse({ capture: { from: { people } } });
  const mayBeMined = ({ login }: { login: string }) => login === REVIEWER.login;
  const [kept, ...others] = foundIn([CURSOR, inline(SEEN, given), "/enhance"], { ...OPTIONS, config, mayBeMined });
  expect(others).toEqual([]);
  expect(kept).not.toHaveProperty("replies");
  expect(JSON.stringify(kept)).not.toContain("in production");
});
