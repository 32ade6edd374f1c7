import { describe, expect, it } from "@jest/globals";
import type { Unreadable } from "../src/github/event-payload.ts";
import { HopelessError } from "../src/queue/job-queue.ts";
import { refuseUnreadable, toUnreadableJob, UnreadablePayload } from "../src/unreadable-delivery.ts";

const origin = { event: "pull_request", action: "closed", installationId: 7, repositoryId: 12 };
const fault = (field: string) => ({ field, message: "expected string" });
const all: Unreadable[] = [
  { unreadable: ["capture-pull-request"], faults: [fault("pull_request.user")] },
  { unreadable: ["follow-implementation"], faults: [fault("pull_request.user"), fault("pull_request.title")] },
];

describe("the job of a delivery that cannot be read", () => {
  it("names the event, each task and each fault once, and whose it is", () => {
    expect(toUnreadableJob(all, origin, { id: 12, owner: "octo", name: "api" })).toEqual({
      ...{ task: "unreadable-delivery", key: "12", group: "7" },
      payload: {
        ...{ event: "pull_request.closed", repository: { id: 12, owner: "octo", name: "api" } },
        tasks: ["capture-pull-request", "follow-implementation"],
        faults: [fault("pull_request.user"), fault("pull_request.title")],
      },
    });
  });

  it("is nobody's where the delivery does not say whose it is", () => {
    const job = toUnreadableJob(all, { event: "push", action: null, installationId: null, repositoryId: null });
    expect(job).toMatchObject({ key: "unknown", group: "unknown", payload: { event: "push" } });
  });

  it("holds no more faults than it may", () => {
    const many = Array.from({ length: 5_000 }, (_, at) => fault(`commits.${at}`));
    const { payload } = toUnreadableJob([{ unreadable: ["follow-push"], faults: many }], origin);
    expect(UnreadablePayload.parse(payload).faults).toHaveLength(10);
  });

  it("is hopeless, and says what is wrong and what to do", async () => {
    const refused = refuseUnreadable(UnreadablePayload.parse(toUnreadableJob(all, origin).payload));
    await expect(refused).rejects.toBeInstanceOf(HopelessError);
    await expect(refused).rejects.toThrow(
      "cannot read pull_request.closed for capture-pull-request, follow-implementation: " +
        "pull_request.user: expected string; pull_request.title: expected string; " +
        "report it as a fault of Review Miner, and redeliver it from the App's page once that is mended",
    );
  });
});
