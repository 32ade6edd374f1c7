/** Files of an enhancement that is merged already, for scenarios that begin with one. */
import { renderEnhancementMd } from "../../src/core/documents/enhancement-md.ts";
import { parseStatusJson, renderStatusJson, type StatusFile } from "../../src/core/documents/status-json.ts";
import type { Status } from "../../src/core/enhancement.ts";

interface Options {
  id?: string;
  slug?: string;
  title?: string;
  status?: Status;
}

/** Both files, by their paths from the root of the repository. */
export function enhancementFiles(options: Options = {}): Record<string, string> {
  const { id = "007", slug = "pool-connections", title = "Pool connections", status = "ready" } = options;
  const day = "2026-01-05";
  const folder = `enhancements/${id}-${slug}`;
  const json: StatusFile = {
    ...{ schemaVersion: 1, uid: `enh_${id.padStart(12, "0")}`, id, slug, title, status, priority: "medium" },
    kind: "performance",
    source: {
      ...{ kind: "manual", repository: { id: 1, fullName: "octo/api" }, pullRequest: null, reviewId: null },
      ...{ commentId: null, url: null, author: null, path: null, line: null, commit: null, tool: null },
    },
    ...{ key: `manual:${id}`, sightings: [], analysis: null, created: day, updated: day },
    evidence: { kept: [], snippet: null, promisedBy: null, stillTrue: null },
    links: { pullRequests: [], issues: [], spec: null },
    history: [
      { status: "not-started", on: day, by: "octocat", reason: null },
      ...(status === "not-started" ? [] : [{ status, on: day, by: "octocat", reason: null }]),
    ],
  };
  return {
    [`${folder}/status.json`]: renderStatusJson(json),
    [`${folder}/enhancement.md`]: renderEnhancementMd({
      ...{ title, id, status, priority: "medium", source: "by hand", created: day, updated: day },
      ...{ description: "Use a pool.", outcomes: [], quote: null, remarks: [], criteria: [], references: [] },
    }),
  };
}

/** The status.json of an enhancement among the files of a branch. Throws when it is not there or cannot be read. */
export function statusOf(files: Record<string, string>, id = "007"): StatusFile {
  const [path, text] =
    Object.entries(files).find(([name]) => name.includes(`/${id}-`) && name.endsWith("/status.json")) ?? [];
  const parsed = parseStatusJson(text ?? "", path ?? id);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}
