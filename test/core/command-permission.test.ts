import { describe, expect, it } from "@jest/globals";
import { GRAMMAR, Verb } from "../../src/core/command-grammar.ts";
import { CommandsConfig, mayRun, type Commander } from "../../src/core/command-permission.ts";
import { ROLES, type Role } from "../../src/core/review.ts";

const LISTED_BOT = 41_898_282;
const DEFAULTS = CommandsConfig.parse({});
const person = (role: Role): Commander => ({
  userId: 583_231,
  isBot: false,
  role,
  allowedBots: [LISTED_BOT],
  rules: { config: DEFAULTS, isPrivate: false },
});

/** Everybody who may write a comment. An App's user has no role: the permission API answers 404. */
const PEOPLE: Record<string, Commander> = {
  ...Object.fromEntries(ROLES.map((role) => [role, person(role)])),
  bot: { ...person("admin"), isBot: true, userId: 1 },
  "listed bot": { ...person("none"), isBot: true, userId: LISTED_BOT },
  app: { ...person("none"), isBot: true, userId: 2 },
  "deleted user": { ...person("none"), userId: null },
  "deleted user that had a role": { ...person("admin"), userId: null },
};

const WRITERS = ["write", "maintain", "admin", "listed bot"];
const READERS = ["triage", ...WRITERS];
/** Who may run what in public, without a config. */
const MATRIX: Record<Verb, readonly string[]> = {
  capture: WRITERS,
  create: WRITERS,
  list: READERS,
  show: READERS,
  status: WRITERS,
  priority: WRITERS,
  reject: WRITERS,
  defer: WRITERS,
  approve: WRITERS,
  merge: WRITERS,
  start: WRITERS,
  redact: WRITERS,
  ignore: WRITERS,
  unignore: WRITERS,
  help: READERS,
};

describe("mayRun", () => {
  const rows = Verb.options.flatMap((verb) =>
    Object.keys(PEOPLE).map((who): [Verb, string, boolean] => [verb, who, MATRIX[verb].includes(who)]),
  );

  it.each(rows)("%s by %s: %s", (verb, who, may) => {
    expect(PEOPLE[who] && mayRun(verb, PEOPLE[who]).may).toBe(may);
  });

  it.each<[verb: Verb, may: boolean]>([
    ["list", true],
    ["show", true],
    ["help", true],
    ["status", false],
  ])("in private, where read is given by somebody, %s by read: %s", (verb, may) => {
    expect(mayRun(verb, { ...person("read"), rules: { config: DEFAULTS, isPrivate: true } }).may).toBe(may);
  });

  const raised = {
    isPrivate: false,
    config: CommandsConfig.parse({
      write: "maintain",
      roles: { redact: "admin", capture: "write", list: "maintain", show: "read" },
    }),
  };

  it.each<[verb: Verb, role: Role, may: boolean]>([
    ["status", "write", false],
    ["status", "maintain", true],
    ["redact", "maintain", false],
    ["redact", "admin", true],
    ["capture", "write", true],
    ["capture", "triage", false],
    ["list", "write", false],
    ["list", "maintain", true],
    ["show", "read", true],
    ["show", "none", false],
    ["help", "read", false],
  ])("under a config, %s by %s: %s", (verb, role, may) => {
    expect(mayRun(verb, { ...person(role), rules: raised }).may).toBe(may);
  });

  it("takes the list of bots as a grant that no config raises", () => {
    for (const { verb } of GRAMMAR) {
      expect(mayRun(verb, { ...person("none"), isBot: true, userId: LISTED_BOT, rules: raised }).may).toBe(true);
    }
  });

  it("takes nothing from the list of bots for a person", () => {
    expect(mayRun("status", { ...person("read"), userId: LISTED_BOT }).may).toBe(false);
  });

  it.each<[who: string, why: RegExp]>([
    ["deleted user", /account is gone/],
    ["bot", /bot that is not listed/],
    ["triage", /^status needs write, and the role is triage$/],
  ])("says why not, for the log: %s", (who, why) => {
    const permission = PEOPLE[who] && mayRun("status", PEOPLE[who]);
    expect(permission).toEqual({ may: false, why: expect.stringMatching(why) });
  });
});

describe("the config of commands", () => {
  it.each<[name: string, config: unknown]>([
    ["writing for readers", { write: "read" }],
    ["writing for triage", { write: "triage" }],
    ["a writing command for readers", { roles: { status: "read" } }],
    ["a writing command for triage", { roles: { redact: "triage" } }],
    ["a reading command for those with no role", { roles: { list: "none" } }],
    ["an unknown command", { roles: { fly: "admin" } }],
    ["a bot by its name", { bots: ["dependabot[bot]"] }],
    ["an unknown key", { read: "none" }],
  ])("refuses %s", (_name, config) => {
    expect(CommandsConfig.safeParse(config).success).toBe(false);
  });
});
