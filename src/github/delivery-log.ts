/** GitHub's own log of what it sent us: for three days every attempt, with its payload. */
import { RequestError } from "@octokit/request-error";
import { z } from "zod";
import type { GitHubClient } from "./client.ts";

/** One attempt to deliver something. The same delivery sent again is another attempt with the same GUID. */
export interface LoggedDelivery {
  /** The attempt's number, which may be greater than what a JavaScript number tells apart. GitHub lists by it. */
  id: bigint;
  guid: string;
  event: string;
  action: string | null;
  installationId: number | null;
  repositoryId: number | null;
  sentAt: Date;
}

export interface DeliveryLog {
  /** Pages of a hundred, the newest attempt first. One request each. */
  pages(): AsyncIterable<LoggedDelivery[]>;
  /** The payload of an attempt, for one request; `gone` when GitHub has forgotten the attempt or its payload. */
  readPayload(id: bigint): Promise<object | "gone">;
}

const Page = z.array(
  z
    .object({
      id: z.union([z.int(), z.string()]).transform(BigInt),
      guid: z.string(),
      event: z.string(),
      action: z.string().nullish(),
      installation_id: z.int().nullish(),
      repository_id: z.int().nullish(),
      delivered_at: z.coerce.date(),
    })
    .transform(({ id, guid, event, action = null, ...rest }) => ({
      ...{ id, guid, event, action },
      installationId: rest.installation_id ?? null,
      repositoryId: rest.repository_id ?? null,
      sentAt: rest.delivered_at,
    })),
);

const Entry = z.object({ request: z.object({ payload: z.looseObject({}).nullish() }) });

const PER_PAGE = 100;
/** Quotes a number that is too great for JavaScript. The list holds no text that people wrote. */
const GREAT_ID = /"id":\s{0,9}(?<digits>\d{16,25})/g;
const NEXT = /<(?<url>[^<>]{1,2000})>;\s{0,9}rel="next"/;

/** `app` gives a client that acts as the App itself. */
export function createDeliveryLog(app: () => Promise<GitHubClient>): DeliveryLog {
  return {
    async *pages() {
      const { apps } = (await app()).rest;
      let cursor: string | undefined;
      do {
        const { data, headers } = await apps.listWebhookDeliveries({
          ...{ per_page: PER_PAGE, ...(cursor !== undefined && { cursor }) },
          request: { parseSuccessResponseBody: false },
        });
        const text = await new Response(data as unknown as ReadableStream).text();
        yield Page.parse(JSON.parse(text.replaceAll(GREAT_ID, '"id":"$<digits>"')));
        const next = NEXT.exec(headers.link ?? "")?.groups?.["url"];
        cursor = next === undefined ? undefined : (URL.parse(next)?.searchParams.get("cursor") ?? undefined);
      } while (cursor !== undefined);
    },
    async readPayload(id) {
      const { apps } = (await app()).rest;
      try {
        // The type says number; what is sent is the digits.
        const { data } = await apps.getWebhookDelivery({ delivery_id: String(id) as unknown as number });
        return Entry.parse(data).request.payload ?? "gone";
      } catch (error) {
        if (error instanceof RequestError && [404, 410].includes(error.status)) return "gone";
        throw error;
      }
    },
  };
}
