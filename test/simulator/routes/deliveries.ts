/** The App's log of its webhooks: one entry for each attempt, newest first, paged by cursor. */
import { notFound } from "../api-error.ts";
import { appRoute, type AppContext, type Route } from "../http/route.ts";
import type { Delivery, DeliveryAttempt } from "../model-apps.ts";
import type { World } from "../world.ts";

interface Entry {
  delivery: Delivery;
  attempt: DeliveryAttempt;
}

export const DELIVERY_ROUTES: Route[] = [
  appRoute("GET /app/hook/deliveries", listDeliveries),
  appRoute("GET /app/hook/deliveries/{delivery_id}", (context) => {
    const { delivery, attempt } = entryIn(context);
    const { headers, payload, app } = delivery;
    return {
      status: 200,
      body: {
        ...renderEntry({ delivery, attempt }),
        url: app.webhookUrl ?? "",
        request: { headers, payload },
        response: { headers: {}, payload: attempt.answer },
      },
    };
  }),
  appRoute("POST /app/hook/deliveries/{delivery_id}/attempts", (context) => {
    void context.world.send(entryIn(context).delivery, { isRedelivery: true });
    return { status: 202, body: {} };
  }),
];

/** GitHub forgets deliveries after three days. */
const KEPT_MS = 3 * 24 * 3_600_000;

function entriesOf({ deliveries, clock }: World, app: AppContext["app"]): Entry[] {
  const oldest = clock().getTime() - KEPT_MS;
  return deliveries
    .filter((delivery) => delivery.app === app)
    .flatMap((delivery) => delivery.attempts.map((attempt) => ({ delivery, attempt })))
    .filter(({ attempt }) => Date.parse(attempt.at) >= oldest)
    .toSorted((a, b) => b.attempt.id - a.attempt.id);
}

function entryIn({ world, app, params }: AppContext): Entry {
  const found = entriesOf(world, app).find(({ attempt }) => attempt.id === Number(params["delivery_id"]));
  if (!found) throw notFound();
  return found;
}

function listDeliveries({ world, app, query, path }: AppContext) {
  const perPage = Math.min(Number(query.get("per_page") ?? 30), 100);
  const cursor = query.get("cursor");
  const status = query.get("status");
  const all = entriesOf(world, app).filter(
    ({ attempt }) => status === null || (status === "success") === (attempt.status >= 200 && attempt.status < 300),
  );
  const start = cursor === null ? 0 : all.findIndex(({ attempt }) => `v1_${attempt.id}` === cursor);
  const page = start === -1 ? [] : all.slice(start, start + perPage);
  const next = start === -1 ? undefined : all[start + perPage];
  const link = `<${world.url}${path}?per_page=${perPage}&cursor=v1_${next?.attempt.id ?? 0}>; rel="next"`;
  return { status: 200, body: page.map(renderEntry), ...(next && { headers: { link } }) };
}

function renderEntry({ delivery, attempt }: Entry) {
  const { guid, event, action, installation, repository } = delivery;
  const isOk = attempt.status >= 200 && attempt.status < 300;
  return {
    id: attempt.id,
    guid,
    delivered_at: attempt.at,
    redelivery: attempt.isRedelivery,
    duration: 0.1,
    status: isOk ? "OK" : statusText(attempt.status),
    status_code: attempt.status,
    ...{ event, action },
    installation_id: installation.id,
    repository_id: repository?.id ?? null,
    throttled_at: null,
  };
}

function statusText(status: number): string {
  return status === 0 ? "failed to connect to host" : `Invalid HTTP Response: ${status}`;
}
