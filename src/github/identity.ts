/** Who we are on GitHub: asked once per process, because a bot user's id stands in no credential. */
import type { GitHubClient, Identity } from "./client.ts";

interface Clients {
  /** Acts as the App itself, by JWT. */
  app(): Promise<GitHubClient>;
  /** Acts as one installation. */
  installation(id: number): Promise<GitHubClient>;
}

/**
 * Gives a function that looks our bot user up through any installation, and remembers the answer. Two requests the
 * first time, none afterwards; a failure is thrown and asked again the next time.
 */
export function createIdentifier(clients: Clients): (installationId: number) => Promise<Identity> {
  let known: Promise<Identity> | undefined;
  return (installationId) => {
    known ??= readIdentity(clients, installationId).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

async function readIdentity(clients: Clients, installationId: number): Promise<Identity> {
  const app = await clients.app();
  const { data } = await app.rest.apps.getAuthenticated();
  if (!data) throw new Error("GitHub does not say which App this is");
  const slug = data.slug ?? "";
  const installation = await clients.installation(installationId);
  const user = await installation.rest.users.getByUsername({ username: `${slug}[bot]` });
  return { id: user.data.id, login: user.data.login };
}
