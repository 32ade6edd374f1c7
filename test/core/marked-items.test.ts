/** What a follow-up's marker remembers of the items that left it. */
import { describe, expect, it } from "@jest/globals";
import { DEFAULT_CONFIG } from "../../src/core/config.ts";
import { renderStatusJson, type StatusFile } from "../../src/core/documents/status-json.ts";
import { TAKEN_OUT, tellMerged } from "../../src/core/marked-items.ts";
import { octoRepository } from "../helpers/octo-repository.ts";
import { statusFile } from "../helpers/status-file.ts";

const mark = { id: "008", key: "comment:GONE:0", title: "Retry uploads", path: null, gone: TAKEN_OUT };
const sighting = { url: "https://x.org", author: "bob", tool: null, on: "2026-11-24", key: mark.key };
const change = { status: "not-started" as const, on: "2026-11-25", by: "bob", reason: null };
const taker = (id: string, tookIn = "008") =>
  statusFile({
    ...{ id, sightings: [sighting] },
    history: [{ ...change, tookIn: { uid: "enh_0123456789ac", id: tookIn } }],
  });

describe("what was merged into another", () => {
  it.each<[name: string, items: StatusFile[], elsewhere: StatusFile[], why: string]>([
    ["in the same follow-up", [taker("001")], [], "merged into 001"],
    ["that has another number by now", [taker("011")], [taker("001")], "merged into 011"],
    ["that took in what had taken it in", [taker("001", "002")], [], "merged into 001"],
    ["on another branch", [], [taker("003")], "merged into 003"],
    ["nowhere: it says the same", [statusFile({ sightings: [sighting] })], [], TAKEN_OUT.why],
  ])("is told as that: %s", (_name, items, elsewhere, why) => {
    const directories = elsewhere.map((status) => ({
      name: `${status.id}-${status.slug}`,
      statusJson: renderStatusJson(status),
    }));
    const branch = { name: "enhance/rolling", head: "b".repeat(40), parents: [], isOurs: true, directories };
    const backlog = { repository: octoRepository(DEFAULT_CONFIG), branches: [branch] };
    expect(tellMerged([mark], items, backlog)).toEqual([{ ...mark, gone: { by: "person", why } }]);
  });

  it("is not what we withdrew ourselves", () => {
    const ours = { ...mark, gone: { by: "us" as const, why: "its thread is resolved" } };
    const backlog = { repository: octoRepository(DEFAULT_CONFIG), branches: [] };
    expect(tellMerged([ours], [taker("001")], backlog)).toEqual([ours]);
  });
});
