/** A sound `status.json` as a value, for tests that care for some of its fields. */
import { StatusFile } from "../../src/core/documents/status-json.ts";

export function statusFile(given: Partial<StatusFile> = {}): StatusFile {
  return StatusFile.parse({
    schemaVersion: 1,
    ...{ uid: "enh_0123456789ab", id: "007", slug: "pool-connections", title: "Pool connections" },
    ...{ status: "not-started", priority: "medium", kind: "performance" },
    source: {
      ...{ kind: "review-comment", repository: { id: 7, fullName: "octo/api" }, pullRequest: 123, reviewId: 456 },
      ...{ commentId: 789, url: "https://github.com/octo/api/pull/123#discussion_r789", tool: null },
      ...{ author: { login: "octocat", kind: "human" }, path: "src/db/client.ts", line: 42, commit: "a".repeat(40) },
    },
    key: "comment:PRRC_789:0",
    sightings: [],
    evidence: { kept: ["its reviewer put it off"], priority: "assumed", snippet: null, stillTrue: null },
    links: { pullRequests: [], issues: [], spec: null },
    analysis: null,
    ...{ created: "2026-11-24", updated: "2026-11-24" },
    history: [{ status: "not-started", on: "2026-11-24", by: "review-miner[bot]", reason: "captured from #123" }],
    ...given,
  });
}
