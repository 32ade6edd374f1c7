/** Webhooks: who gets one, what it says, how it is signed, and what became of it. */
import { createHmac, randomUUID } from "node:crypto";
import type { Account, Repository } from "./model.ts";
import type { App, Delivery, Installation } from "./model-apps.ts";
import { renderAccount, renderInstallation, renderOrganization } from "./render/account.ts";
import { renderRepository } from "./render/repository.ts";
import { nextId, now, type World } from "./world.ts";

/** The permission without which GitHub does not let an App subscribe. */
const NEEDED: Record<string, string> = {
  pull_request: "pull_requests",
  pull_request_review: "pull_requests",
  pull_request_review_comment: "pull_requests",
  pull_request_review_thread: "pull_requests",
  issue_comment: "issues",
  issues: "issues",
  push: "contents",
  create: "contents",
  delete: "contents",
  check_run: "checks",
  repository: "metadata",
  label: "metadata",
};

interface RepositoryEvent {
  event: string;
  action?: string;
  repository: Repository;
  sender: Account;
  /** Rendered for each installation that wants it, at the moment of the event. */
  payload: () => Record<string, unknown>;
  /** Check runs are told to the App that made them alone. */
  app?: App;
}

/** Tells every App that is installed on the repository, may know, and asked for the event. */
export function emit(world: World, { event, action, repository, sender, payload, app }: RepositoryEvent): void {
  for (const installation of world.installations) {
    if (app && installation.app !== app) continue;
    if (!covers(installation, repository) || installation.suspendedAt !== null) continue;
    if (!installation.app.events.includes(event)) continue;
    if (installation.permissions[NEEDED[event] ?? "metadata"] === undefined) continue;
    record(world, installation, event, repository, {
      ...(action !== undefined && { action }),
      repository: renderRepository(world, repository),
      ...payload(),
      ...(repository.owner.type === "Organization" && { organization: renderOrganization(world, repository.owner) }),
      sender: renderAccount(world, sender),
      installation: { id: installation.id, node_id: installation.nodeId },
    });
  }
}

/** `installation` and `installation_repositories`: they come to the App unasked. */
export function emitInstallation(
  world: World,
  installation: Installation,
  { event, sender, ...payload }: { event: string; action: string; sender: Account } & Record<string, unknown>,
): void {
  record(world, installation, event, null, {
    ...payload,
    installation: renderInstallation(world, installation, { seconds: !payload.action.endsWith("suspend") }),
    sender: renderAccount(world, sender),
  });
}

/** Whether an installation reaches a repository. */
export function covers({ account, repositories, isDeleted }: Installation, repository: Repository): boolean {
  if (isDeleted || repository.isDeleted || account.id !== repository.owner.id) return false;
  return repositories === null || repositories.has(repository);
}

function record(
  world: World,
  installation: Installation,
  event: string,
  repository: Repository | null,
  payload: Record<string, unknown>,
): void {
  const { app } = installation;
  const body = JSON.stringify(payload);
  const guid = randomUUID();
  const delivery: Delivery = {
    guid,
    event,
    action: typeof payload["action"] === "string" ? payload["action"] : null,
    app,
    installation,
    repository,
    get payload() {
      return JSON.parse(body) as Record<string, unknown>;
    },
    body,
    headers: {
      accept: "*/*",
      "content-type": "application/json",
      "user-agent": "GitHub-Hookshot/0000000",
      "x-github-delivery": guid,
      "x-github-event": event,
      "x-github-hook-id": String(app.id + 400),
      "x-github-hook-installation-target-id": String(app.id),
      "x-github-hook-installation-target-type": "integration",
      ...signatures(body, app.webhookSecret),
    },
    attempts: [],
  };
  world.deliveries.push(delivery);
  void world.send(delivery, { isRedelivery: false });
}

function signatures(body: string, secret: string): Record<string, string> {
  const sign = (algorithm: string) => `${algorithm}=${createHmac(algorithm, secret).update(body).digest("hex")}`;
  return { "x-hub-signature": sign("sha1"), "x-hub-signature-256": sign("sha256") };
}

interface Courier {
  send: World["send"];
  /** Resolves when nothing is on its way any more. */
  settle(): Promise<void>;
}

/** GitHub gives up on an answer after ten seconds. */
const ANSWER_WITHIN_MS = 10_000;

/** Sends webhooks after the answer to the request that caused them, and writes down what came of it. */
export function createCourier(world: World, send: typeof fetch): Courier {
  const underway = new Set<Promise<number>>();
  return {
    send(delivery, options) {
      const attempt = deliver(delivery, options).finally(() => underway.delete(attempt));
      underway.add(attempt);
      return attempt;
    },
    async settle() {
      while (underway.size > 0) await Promise.all(underway);
    },
  };

  async function deliver(delivery: Delivery, { isRedelivery }: { isRedelivery: boolean }): Promise<number> {
    const { app, headers, body } = delivery;
    const attempt = { id: nextId(world, "delivery"), at: now(world), status: 0, isRedelivery, answer: "" };
    if (app.webhookUrl === undefined) return 0;
    delivery.attempts.push(attempt);
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
      const response = await send(app.webhookUrl, { method: "POST", headers, body, signal });
      attempt.answer = await response.text();
      attempt.status = response.status;
    } catch (error) {
      attempt.answer = error instanceof Error ? error.message : "no answer";
    }
    return attempt.status;
  }
}
