import { describe, expect, it } from "@jest/globals";
import { decideEvent } from "../../src/github/events.ts";
import { readEvent } from "../../src/github/event-payload.ts";

const SELF = { id: 900, login: "review-miner[bot]" };

describe("whoever leaves", () => {
  it.each<[event: string, body: object, departed: object[]]>([
    ["installation", { action: "deleted", installation: { id: 5 } }, [{ installationId: 5 }]],
    ["installation", { action: "suspend", installation: { id: 5 }, sender: 5 }, [{ installationId: 5 }]],
    ["installation", { action: "created", installation: { id: 5 } }, []],
    [
      "installation_repositories",
      { action: "removed", repositories_removed: [{ id: 7 }, { id: 8 }] },
      [{ repositoryId: 7 }, { repositoryId: 8 }],
    ],
    ["installation_repositories", { action: "removed", repositories_removed: [] }, []],
    ["repository", { action: "transferred", repository: { id: 7 }, sender: { id: 900 } }, [{ repositoryId: 7 }]],
    ["repository", { action: "renamed", repository: { id: 7 } }, []],
  ])("by %s, %j, is to be forgotten", (event, body, departed) => {
    expect(decideEvent(readEvent(event, body), SELF)).toMatchObject({ departed, calls: [], unreadable: [] });
  });

  it("is forgotten although another of the list cannot be read, which is said", () => {
    const body = { action: "removed", repositories_removed: [{ id: 7 }, { id: "8" }] };
    expect(decideEvent(readEvent("installation_repositories", body), SELF)).toMatchObject({
      departed: [{ repositoryId: 7 }],
      unreadable: [{ unreadable: ["forget"], faults: [{ field: "repositories_removed.id" }] }],
    });
  });
});
