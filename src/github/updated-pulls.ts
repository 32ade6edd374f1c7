/** Pull requests that changed since a time, over everything that the App is installed on. */
import { z } from "zod";
import { captureOf, type CaptureCall } from "./capture-task.ts";
import { classifyFailure } from "./classify-failure.ts";
import type { GitHubClient, Identity } from "./client.ts";

interface Clients {
  /** Acts as the App itself. */
  app: () => Promise<GitHubClient>;
  client: (installationId: number) => Promise<GitHubClient>;
  identify: (installationId: number) => Promise<Identity>;
  /** Told of an installation that lets us read nothing. */
  onUnreadable: (installationId: number, error: unknown) => void;
}

export interface UpdatedPull {
  decision: CaptureCall;
  /** As GitHub says it: the same until the pull request changes again. */
  updatedAt: string;
}

const Installation = z.object({ id: z.int(), suspended_at: z.string().nullish() });
const Repository = z.object({
  id: z.int(),
  name: z.string(),
  owner: z.object({ login: z.string() }),
  private: z.boolean(),
  archived: z.boolean().default(false),
});
type Repository = z.infer<typeof Repository>;
const Pull = z.object({ number: z.int(), updated_at: z.string(), user: z.object({ id: z.int() }).nullable() });

const PER_PAGE = 100;
/** What one installation refuses must not keep the others from being read. */
const PASSED_OVER = new Set(["permission", "gone", "suspended", "unauthorized"]);

/**
 * Pull requests of others, open or closed, that were updated after `since` (milliseconds since 1970). One request for
 * each hundred installations, repositories, and pull requests.
 */
export async function* listUpdatedPulls(clients: Clients, since: number): AsyncGenerator<UpdatedPull> {
  const { apps } = (await clients.app()).rest;
  const installations = paged(async (page) => {
    const { data } = await apps.listInstallations({ per_page: PER_PAGE, page });
    return z.array(Installation).parse(data);
  });
  for await (const { id, suspended_at: suspendedAt } of installations) {
    if (suspendedAt) continue;
    try {
      yield* listOf(clients, id, since);
    } catch (error) {
      if (!PASSED_OVER.has(classifyFailure(error) ?? "")) throw error;
      clients.onUnreadable(id, error);
    }
  }
}

async function* listOf({ client, identify }: Clients, installationId: number, since: number) {
  const octokit = await client(installationId);
  const self = await identify(installationId);
  const repositories = paged(async (page) => {
    const { data } = await octokit.rest.apps.listReposAccessibleToInstallation({ per_page: PER_PAGE, page });
    return z.array(Repository).parse(data.repositories);
  });
  for await (const { id, name, owner, archived, private: isPrivate } of repositories) {
    if (archived) continue;
    const repository = { id, name, owner: owner.login };
    for await (const pull of pullsOf(octokit, repository)) {
      if (Date.parse(pull.updated_at) < since) break;
      if (pull.user?.id === self.id) continue;
      const decision = captureOf({ installationId, repository, pullNumber: pull.number, isPrivate });
      yield { decision, updatedAt: pull.updated_at };
    }
  }
}

function pullsOf({ rest }: GitHubClient, { owner, name: repo }: { owner: string; name: string }) {
  return paged(async (page) => {
    const order = { state: "all", sort: "updated", direction: "desc" } as const;
    const { data } = await rest.pulls.list({ owner, repo, ...order, per_page: PER_PAGE, page });
    return z.array(Pull).parse(data);
  });
}

/** Asks for pages until one is not full, and for none before its items are wanted. */
async function* paged<Item>(read: (page: number) => Promise<Item[]>): AsyncGenerator<Item> {
  for (let page = 1; ; page++) {
    const items = await read(page);
    yield* items;
    if (items.length < PER_PAGE) return;
  }
}
