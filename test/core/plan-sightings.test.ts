/** What one capture raises again, written down where it is known. */
import { describe, expect, it } from "@jest/globals";
import { Config } from "../../src/core/config.ts";
import { parseStatusJson, renderStatusJson } from "../../src/core/documents/status-json.ts";
import { planSightings } from "../../src/core/plan-sightings.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { octoRepository } from "../helpers/octo-repository.ts";
import { statusFile } from "../helpers/status-file.ts";
import { suggestion } from "../helpers/suggestion.ts";
import { pull } from "./mine/helpers.ts";

const config = Config.parse({});
const status = statusFile();
const NAME = `${status.id}-${status.slug}`;
const STATUS = `enhancements/${NAME}/status.json`;
const HEAD = "d".repeat(40);

/** The same words by each of these people, planned where the enhancement stands on `branch`. */
function raisedBy(people: readonly string[], branch: string) {
  const other = { name: "enhance/pr-7", head: HEAD, parents: [], isOurs: true, directories: [] };
  const snapshot: Snapshot = {
    ...{ repository: octoRepository(config), branches: [other], generated: [], followUps: [] },
    feedback: pull({}),
  };
  const sightings = people.map((login, index) => {
    const again = suggestion({ key: `comment:PRRC_${index}:0` });
    return {
      suggestion: { ...again, source: { ...again.source, author: { login, kind: "human" as const } } },
      at: { branch, commit: HEAD, name: NAME, status },
    };
  });
  const contents = new Map([[NAME, new Map([["status.json", renderStatusJson(status)]])]]);
  return planSightings(snapshot, sightings, { config, contents });
}

describe("one enhancement that is raised again twice", () => {
  it.each([
    ["merged", "main"],
    ["changed on the rolling branch", "enhance/rolling"],
    ["in another follow-up", "enhance/pr-7"],
  ])("%s has both sightings, in one change of its file", (_name, branch) => {
    const { files, commits } = raisedBy(["carol", "dave"], branch);
    const written = [...files, ...commits.flatMap((commit) => commit.files)];
    expect(written.map(({ path }) => path)).toEqual([STATUS]);
    const read = parseStatusJson(written[0]?.content ?? "", STATUS);
    expect(read.ok && read.value.sightings.map(({ author }) => author)).toEqual(["carol", "dave"]);
    expect(commits.map((commit) => commit.branch)).toEqual(branch === "enhance/pr-7" ? [branch] : []);
  });
});
