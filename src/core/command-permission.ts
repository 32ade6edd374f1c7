/** Who may run which command. Pure: the role is asked of GitHub's permission API by the caller. */
import { z } from "zod";
import { ruleOf, Verb } from "./command-grammar.ts";
import { isAtLeast, type Role } from "./review.ts";

/** What a command may be made to ask for. Nothing below `write`: a config cannot open what changes the repository to readers. */
const RequiredRole = z.enum(["write", "maintain", "admin"]);

/** The `commands` section of `.github/enhance.yml`. */
export const CommandsConfig = z.strictObject({
  write: RequiredRole.default("write").describe("The role that commands which change something ask for."),
  roles: z
    .partialRecord(Verb, RequiredRole)
    .default({})
    .describe("Roles for single commands, like `redact: admin`; the others keep theirs."),
  bots: z
    .array(z.int().positive())
    .max(50)
    .default([])
    .describe("User ids of bots that may run every command. The list is the grant; no role is asked."),
});
export type CommandsConfig = z.infer<typeof CommandsConfig>;

export interface Commander {
  /** `null` when the account is gone. */
  userId: number | null;
  /** GitHub says that the account is a bot: an App's user, or a service's. */
  isBot: boolean;
  /** By the permission API, never `author_association`; a 404 is `none`. */
  role: Role;
  /** Bots that the operator or the default branch's config lists. */
  allowedBots: readonly number[];
  config: Pick<CommandsConfig, "write" | "roles">;
}

export type Permission =
  { may: true } | { may: false; /** For the log, never for a reply: strangers get silence. */ why: string };

/** The role that a person needs for a command. */
export function requiredRole(verb: Verb, { write, roles }: Commander["config"]): Role {
  return roles[verb] ?? (ruleOf(verb).access === "write" ? write : "read");
}

/**
 * Whether somebody may run a command. A person needs the role; a bot needs to be listed, by its user id, and being listed
 * is enough. The list is for bots alone: it gives a person nothing.
 */
export function mayRun(verb: Verb, { userId, isBot, role, allowedBots, config }: Commander): Permission {
  if (userId === null) return { may: false, why: "the account is gone" };
  if (isBot) return allowedBots.includes(userId) ? { may: true } : { may: false, why: "a bot that is not listed" };

  const required = requiredRole(verb, config);
  if (isAtLeast(role, required)) return { may: true };
  return { may: false, why: `${verb} needs ${required}, and the role is ${role}` };
}
