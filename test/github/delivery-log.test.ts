import { describe, expect, it } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import { createDeliveryLog } from "../../src/github/delivery-log.ts";

/** Greater than what a JavaScript number tells apart. */
const ID = "9007199254740993177";

function entry(id: string): string {
  const rest = { guid: "g", delivered_at: "2026-11-24T12:00:00Z", event: "ping", action: null, installation_id: null };
  return `{"id":${id},${JSON.stringify({ ...rest, repository_id: 7 }).slice(1)}`;
}

describe("GitHub's log of deliveries", () => {
  it.each(["42", ID])("keeps every digit of the id %s", async (id) => {
    const asked: string[] = [];
    const fetch = (url: string) => {
      asked.push(new URL(url).pathname);
      const isList = url.includes("per_page");
      const body = isList ? `[${entry(id)}]` : '{"request":{"headers":{},"payload":{"zen":"Keep it simple."}}}';
      return Promise.resolve(new Response(body, { headers: { "content-type": "application/json" } }));
    };
    const log = createDeliveryLog(() => Promise.resolve(new Octokit({ request: { fetch } })));
    const pages = [];
    for await (const page of log.pages()) pages.push(page);
    expect(pages).toEqual([
      [
        {
          ...{ id: BigInt(id), guid: "g", event: "ping", action: null, installationId: null, repositoryId: 7 },
          sentAt: new Date("2026-11-24T12:00:00Z"),
        },
      ],
    ]);
    expect(await log.readPayload(BigInt(id))).toEqual({ zen: "Keep it simple." });
    expect(asked).toEqual(["/app/hook/deliveries", `/app/hook/deliveries/${id}`]);
  });

  it("says that a payload is gone when GitHub has none", async () => {
    const fetch = () =>
      Promise.resolve(
        new Response('{"request":{"headers":{},"payload":null}}', { headers: { "content-type": "application/json" } }),
      );
    const log = createDeliveryLog(() => Promise.resolve(new Octokit({ request: { fetch } })));
    expect(await log.readPayload(1n)).toBe("gone");
  });
});
