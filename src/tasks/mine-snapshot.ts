/** Mining with the roles it depends on: whose words count, and whose commands. */
import { findWishes, readAsked, type Asked } from "../core/asked.ts";
import { readCatalog } from "../core/catalog.ts";
import { mayRun } from "../core/command-permission.ts";
import type { Config } from "../core/config.ts";
import { mineSuggestions } from "../core/mine/mine.ts";
import { peopleToAsk } from "../core/mine/threads.ts";
import { peopleInThreads, withAsked } from "../core/mine/mine-asked.ts";
import { keysOf } from "../core/pair-items.ts";
import { isAtLeast, plainLogin, textsIn, type Author, type PullRequestFeedback, type Role } from "../core/review.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Mined, Suggestion } from "../core/suggestion.ts";
import type { Forge } from "./forge.ts";

type RoleReader = Pick<Forge, "readRole">;

/** What people asked for with commands on the source, as far as they may. */
export async function readAskedOf(
  forge: RoleReader,
  { feedback, repository }: Snapshot,
  { config, allowedBots, askedBy }: { config: Config; allowedBots: readonly number[]; askedBy?: string | undefined },
): Promise<Asked> {
  const wishes = findWishes(feedback);
  const roles = await readRoles(
    forge,
    repository,
    wishes.map(({ author }) => author),
    { isAnew: true },
  );
  const asked = readAsked(wishes, (author, verb) => {
    const { login, kind, id = null } = author;
    const permission = mayRun(verb, {
      ...{ userId: id, isBot: kind === "bot", role: roles.get(plainLogin(login)) ?? "none" },
      allowedBots: [...allowedBots, ...config.commands.bots],
      rules: { config: config.commands, isPrivate: repository.isPrivate },
    });
    return permission.may;
  });
  return askedBy === undefined ? asked : { ...asked, whole: askedBy };
}

/** Mines all, asks for the roles of those whose words would be kept or decide in a thread, and mines again with the answers. */
export async function mineSnapshot(
  forge: RoleReader,
  snapshot: Snapshot,
  { config, asked, ownLogin }: { config: Config; asked: Asked; ownLogin: string },
): Promise<Mined> {
  const { feedback, repository } = snapshot;
  const mine = (mayBeMined: (author: Author) => boolean) => {
    const options = { config, ownLogin, mayBeMined };
    return withAsked(mineSuggestions(feedback, options), asked, feedback, options);
  };
  const all = mine(() => true);
  const { people } = config.capture.from;
  if (people === "anyone" || asked.whole !== undefined) return all;

  // Of what is left out, only that is followed which was captured before.
  const { keys, declined } = readCatalog(snapshot, ownLogin);
  const known = authorsIn(feedback);
  const writers = [
    ...all.suggestions.map(({ source }) => source.author),
    // What one person raised may be folded under what another did, whose words do not count.
    ...all.suggestions.flatMap(({ sightings }) => sightings.map(({ author }) => known.get(plainLogin(author)) ?? null)),
    ...all.leftOut.flatMap(({ key, author }) => (keys.has(key) || declined.has(key) ? [author] : [])),
  ];
  const voices = [...writers, ...peopleInThreads(asked)];
  const authors = [...(people === "triage" ? voices : []), ...peopleToAsk(feedback)];
  const roles = await readRoles(
    forge,
    repository,
    authors.filter((author) => author !== null),
  );
  const counts = ({ login, kind }: Author) => kind === "bot" || isAtLeastTriage(roles.get(plainLogin(login)) ?? "none");
  const mined = mine(counts);
  const others = all.suggestions.filter(({ source: { author } }) => author !== null && !counts(author));
  const isTaken = isAnyOf(new Set([...mined.suggestions.flatMap(keysOf), ...keys, ...declined.keys()]));
  const byStrangers = people === "triage" ? others.filter((suggestion) => !isTaken(suggestion)).length : 0;
  return byStrangers === 0 ? mined : { ...mined, byStrangers };
}

/** Whether a suggestion has one of the keys: somebody else raised it as well, or it is decided already. */
function isAnyOf(keys: ReadonlySet<string>): (suggestion: Suggestion) => boolean {
  return (suggestion) => keysOf(suggestion).some((key) => keys.has(key));
}

/** Who wrote on a pull request, by plain login. */
function authorsIn(feedback: PullRequestFeedback): Map<string, Author> {
  return new Map(textsIn(feedback).flatMap(({ author }) => (author ? [[plainLogin(author.login), author]] : [])));
}

/** Roles of people, by plain login; bots are not asked about. */
async function readRoles(
  forge: RoleReader,
  { ref }: Snapshot["repository"],
  authors: readonly Pick<Author, "login" | "kind">[],
  options: { isAnew?: boolean } = {},
): Promise<Map<string, Role>> {
  const roles = new Map<string, Role>();
  for (const { login, kind } of authors) {
    const name = plainLogin(login);
    if (kind === "human" && !roles.has(name)) roles.set(name, await forge.readRole(ref, login, options));
  }
  return roles;
}

function isAtLeastTriage(role: Role): boolean {
  return isAtLeast(role, "triage");
}
