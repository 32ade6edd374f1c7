/**
 * The `/enhance` commands as data: the words each takes, who may run it, what it does, and examples. The parser, the
 * help reply, `docs/commands.md` and the tests all read this table.
 */
import { z } from "zod";

export const Verb = z.enum([
  "capture",
  "create",
  "list",
  "show",
  "status",
  "priority",
  "reject",
  "defer",
  "approve",
  "merge",
  "start",
  "redact",
  "ignore",
  "unignore",
  "help",
]);
export type Verb = z.infer<typeof Verb>;

/** What a word of a command means, and so how it is read. */
export type ValueKind = "enhancement" | "status" | "priority" | "pull" | "verb" | "title" | "reason" | "yes";

export interface Parameter {
  /** Its key in the command. */
  key: string;
  kind: ValueKind;
  /** Its name in the usage line. */
  name: string;
  isOptional?: true;
  /** Written behind this flag, anywhere in the line; without it, in its place. */
  flag?: string;
  /** This word stands before it. */
  after?: string;
}

export interface VerbRule {
  verb: Verb;
  /** `write` changes something and needs a role that `commands.write` names; `read` changes nothing. */
  access: "read" | "write";
  /** A sentence without its full stop. */
  does: string;
  /** The ways to write it. One with a flag that is not optional is meant when that flag is there. */
  forms: readonly (readonly Parameter[])[];
  examples: readonly string[];
}

const ENHANCEMENT = { key: "id", kind: "enhancement", name: "id" } as const;
const REASON = { key: "reason", kind: "reason", name: "reason", isOptional: true } as const;
const STATUS = { key: "status", kind: "status", name: "status" } as const;
const PRIORITY = { key: "priority", kind: "priority", name: "priority" } as const;
const PRIORITY_FLAG = { ...PRIORITY, flag: "--priority", isOptional: true } as const;

/** In the order in which people meet them. */
export const GRAMMAR: readonly VerbRule[] = [
  {
    verb: "capture",
    access: "write",
    does: "In a review thread, keeps that thread as an enhancement; on a pull request, captures what its reviews suggest, now. A priority is that of all that is captured so. Just `/enhance` means the same",
    forms: [[{ ...PRIORITY, isOptional: true }]],
    examples: ["/enhance", "/enhance capture", "/enhance capture high"],
  },
  {
    verb: "create",
    access: "write",
    does: "Writes down a new enhancement under a title of your own; with `--from-pr`, captures what the reviews of another pull request suggest",
    forms: [
      [{ key: "title", kind: "title", name: "title" }, PRIORITY_FLAG],
      [{ key: "fromPull", kind: "pull", name: "number", flag: "--from-pr" }],
    ],
    examples: [
      '/enhance create "Pool database connections"',
      '/enhance create "Retry uploads" --priority high',
      "/enhance create --from-pr 123",
      '/enhancement:create "Pool database connections"',
      "/enhancement:create --from-pr 123",
      "/github:pr-review 123",
    ],
  },
  {
    verb: "list",
    access: "read",
    does: "Lists the enhancements, all of them or those of one status or priority",
    forms: [[{ ...STATUS, flag: "--status", isOptional: true }, PRIORITY_FLAG]],
    examples: ["/enhance list", "/enhance list --status ready", "/enhancement:list --status=ready --priority=high"],
  },
  {
    verb: "show",
    access: "read",
    does: "Shows one enhancement",
    forms: [[ENHANCEMENT]],
    examples: ["/enhance show 7", "/enhance show 007-pool-database-connections"],
  },
  {
    verb: "status",
    access: "write",
    does: "Changes the status of an enhancement",
    forms: [[ENHANCEMENT, STATUS, REASON]],
    examples: ["/enhancement:status 001 ready", "/enhance status 007 blocked waits for the new driver"],
  },
  {
    verb: "priority",
    access: "write",
    does: "Changes the priority of an enhancement",
    forms: [[ENHANCEMENT, PRIORITY]],
    examples: ["/enhance priority 007 low"],
  },
  {
    verb: "reject",
    access: "write",
    does: "Decides against an enhancement; it is not proposed again",
    forms: [[ENHANCEMENT, REASON]],
    examples: ["/enhance reject 003", "/enhance reject 003 out of scope"],
  },
  {
    verb: "defer",
    access: "write",
    does: "Puts an enhancement off",
    forms: [[ENHANCEMENT, REASON]],
    examples: ["/enhance defer 003 after the 2.0 release"],
  },
  {
    verb: "approve",
    access: "write",
    does: "Says that an enhancement is ready to be worked on",
    forms: [[ENHANCEMENT, REASON]],
    examples: ["/enhance approve 001", "/enhance approve 001 small and safe"],
  },
  {
    verb: "merge",
    access: "write",
    does: "Folds the first enhancement into the second, with its sightings and references; what people wrote in its directory goes along",
    forms: [[ENHANCEMENT, { key: "into", kind: "enhancement", name: "id", after: "into" }]],
    examples: ["/enhance merge 004 into 003"],
  },
  {
    verb: "start",
    access: "write",
    does: "Makes the branch on which an enhancement is worked on and moves it to in-progress there; `--tag` adds a tag to go back to",
    forms: [[ENHANCEMENT, { key: "tag", kind: "yes", name: "tag", flag: "--tag", isOptional: true }]],
    examples: ["/enhance start 007", "/enhance start 007 --tag"],
  },
  {
    verb: "redact",
    access: "write",
    does: "Takes the quoted feedback out of an enhancement",
    forms: [[ENHANCEMENT]],
    examples: ["/enhance redact 007"],
  },
  {
    verb: "ignore",
    access: "write",
    does: "Mutes this pull request: nothing more is captured from it",
    forms: [[]],
    examples: ["/enhance ignore"],
  },
  {
    verb: "unignore",
    access: "write",
    does: "Ends the muting of this pull request",
    forms: [[]],
    examples: ["/enhance unignore"],
  },
  {
    verb: "help",
    access: "read",
    does: "Shows these commands, or one of them",
    forms: [[{ key: "about", kind: "verb", name: "command", isOptional: true }]],
    examples: ["/enhance help", "/enhance help merge"],
  },
];

/** The row of a verb. */
export function ruleOf(verb: Verb): VerbRule {
  const rule = GRAMMAR.find((candidate) => candidate.verb === verb);
  if (!rule) throw new Error(`the grammar has no row for ${verb}`);
  return rule;
}

/** How one form of a command is written, `/enhance status <id> <status> [<reason>]`. */
export function renderUsage(verb: Verb, form: readonly Parameter[]): string {
  return ["/enhance", verb, ...form.map(renderParameter)].join(" ");
}

function renderParameter({ kind, name, flag, after, isOptional }: Parameter): string {
  const value = kind === "title" ? `"<${name}>"` : `<${name}>`;
  const parts = [flag, after, kind === "yes" ? undefined : value].filter((part) => part !== undefined);
  const written = parts.join(" ");
  return isOptional ? `[${written}]` : written;
}
