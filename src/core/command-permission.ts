/** Who may run which command. Pure: the role is asked of GitHub's permission API by the caller. */
import { z } from "zod";
import { ruleOf, Verb } from "./command-grammar.ts";
import { isAtLeast, type Role } from "./review.ts";

/** What a command that changes something may be made to ask for: a config cannot open that to readers. */
const WritingRole = z.enum(["write", "maintain", "admin"]);
/** What a command that only reads may be made to ask for. */
const ReadingRole = z.enum(["read", "triage", ...WritingRole.options]);

/** The `commands` section of `.github/enhance.yml`. */
export const CommandsConfig = z.strictObject({
  write: WritingRole.default("write").describe("The role that commands which change something ask for."),
  roles: z
    .partialRecord(Verb, ReadingRole)
    .superRefine((roles, context) => {
      for (const verb of Verb.options) {
        if (ruleOf(verb).access === "read" || WritingRole.optional().safeParse(roles[verb]).success) continue;
        const message = `it changes something: write "write", "maintain" or "admin"`;
        context.addIssue({ code: "custom", path: [verb], message });
      }
    })
    .default({})
    .describe(
      "Roles for single commands, like `redact: admin`; the others keep theirs. `list`, `show` and `help` may be opened to `read`, which everybody has on a public repository.",
    ),
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
  /** Those of the repository that the comment stands in. */
  rules: CommandRules;
}

/** What a repository asks of people. */
export interface CommandRules {
  config: Pick<CommandsConfig, "write" | "roles">;
  /** In public everybody has the role `read`. */
  isPrivate: boolean;
}

export type Permission =
  { may: true } | { may: false; /** For the log, never for a reply: strangers get silence. */ why: string };

/** The role that a person needs for a command. In public, reading takes more than `read`, or anybody could make the App post. */
export function requiredRole(verb: Verb, { config: { write, roles }, isPrivate }: CommandRules): Role {
  const reading = isPrivate ? "read" : "triage";
  return roles[verb] ?? (ruleOf(verb).access === "write" ? write : reading);
}

/**
 * Whether somebody may run a command. A person needs the role; a bot needs to be listed, by its user id, and being listed
 * is enough. The list is for bots alone: it gives a person nothing.
 */
export function mayRun(verb: Verb, { userId, isBot, role, allowedBots, rules }: Commander): Permission {
  if (userId === null) return { may: false, why: "the account is gone" };
  if (isBot) return allowedBots.includes(userId) ? { may: true } : { may: false, why: "a bot that is not listed" };

  const required = requiredRole(verb, rules);
  if (isAtLeast(role, required)) return { may: true };
  return { may: false, why: `${verb} needs ${required}, and the role is ${role}` };
}
