/** A suggestion that a person made in a review comment, as a value. */
import type { Suggestion } from "../../src/core/suggestion.ts";

export function suggestion(given: Partial<Suggestion> = {}): Suggestion {
  return {
    key: "comment:PRRC_1:0",
    title: "Pool database connections",
    description: "Use a pool.",
    quote: "Use a pool.",
    kind: "performance",
    priority: null,
    reasons: ["the reviewer put it off until later"],
    confidence: 0.9,
    isDeferred: true,
    isBlocking: false,
    outcomes: [],
    criteria: [],
    references: { issues: [], specs: [], links: [], files: [] },
    source: {
      ...{
        kind: "review-comment",
        repository: { id: 1, fullName: "octo/api" },
        pullRequest: 1,
        reviewId: 2,
        commentId: 3,
      },
      ...{ url: null, author: { login: "bob", kind: "human" }, tool: null, path: null, line: null, commit: null },
    },
    sightings: [],
    createdAt: "2026-11-20T10:00:00Z",
    ...given,
  };
}
