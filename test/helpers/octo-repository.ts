/** A repository for what looks at a backlog as plain values. */
import type { Config } from "../../src/core/config.ts";
import type { Backlog } from "../../src/core/snapshot.ts";

/** `octo/api` with a config and no enhancements. */
export function octoRepository(config: Config): Backlog["repository"] {
  return {
    ref: { id: 7, owner: "octo", name: "api" },
    url: "https://github.com/octo/api",
    isArchived: false,
    isPrivate: false,
    defaultBranch: "main",
    head: "b".repeat(40),
    config: { ok: true, config },
    hasConfig: true,
    directories: [],
  };
}
