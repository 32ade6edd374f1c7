/** Events after which what is stored about somebody is to go: they left, or what was said in private would be public. */
import { z } from "zod";

/** Whose stored work is to be forgotten: one of the two. */
export interface Departed {
  installationId?: number;
  repositoryId?: number;
}

const Id = z.object({ id: z.int() });
const Payload = z.object({
  action: z.string(),
  installation: Id.optional(),
  repository: Id.optional(),
  repositories_removed: z.array(Id).optional(),
});
type Payload = z.infer<typeof Payload>;

const INSTALLATION = ({ installation }: Payload): Departed[] =>
  installation ? [{ installationId: installation.id }] : [];
const REPOSITORY = ({ repository }: Payload): Departed[] => (repository ? [{ repositoryId: repository.id }] : []);

/** By the name of the event and its action. A rename is no departure: the work goes on under the new name. */
const DEPARTURES: ReadonlyMap<string, (payload: Payload) => Departed[]> = new Map([
  ["installation.deleted", INSTALLATION],
  ["installation.suspend", INSTALLATION],
  ["installation_repositories.removed", ({ repositories_removed: removed = [] }) => removed.map(toRepository)],
  ["repository.archived", REPOSITORY],
  ["repository.deleted", REPOSITORY],
  ["repository.privatized", REPOSITORY],
  ["repository.publicized", REPOSITORY],
  ["repository.transferred", REPOSITORY],
]);

/** Who leaves with an event; nobody with most. */
export function toDepartures(event: string, body: unknown): Departed[] {
  const parsed = Payload.safeParse(body);
  if (!parsed.success) return [];
  return DEPARTURES.get(`${event}.${parsed.data.action}`)?.(parsed.data) ?? [];
}

/** Whether somebody may leave with an event of this name. */
export function mayDepart(event: string, action: string | null): boolean {
  return DEPARTURES.has(`${event}.${action ?? ""}`);
}

function toRepository({ id }: z.infer<typeof Id>): Departed {
  return { repositoryId: id };
}
