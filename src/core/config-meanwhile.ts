/** What holds while a config is invalid: nothing that is wider than the defaults, or than what can be read of it. */
import { z } from "zod";
import { CommandsConfig } from "./command-permission.ts";
import { Config, DEFAULT_CONFIG } from "./config.ts";

/** What narrows, each where it is valid by itself: a mistake beside it says nothing of it. */
const Narrowing = z
  .object({
    enabled: z.boolean().optional().catch(undefined),
    check: Config.shape.check.unwrap().optional().catch(undefined),
    commands: z
      .object({
        write: CommandsConfig.shape.write.unwrap().optional().catch(undefined),
        roles: CommandsConfig.shape.roles.unwrap().optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
  })
  .catch({});
type Narrowing = z.infer<typeof Narrowing>;

/**
 * The defaults, under which nothing is written, as in a preview. Of what the files say, plain values, the last that says it
 * holds where it asks for no less than they: that we are off, that there is no check, which role a command takes. No bot is let in.
 */
export function meanwhileOf(files: readonly unknown[]): Config {
  const read = files.map((file) => Narrowing.parse(file));
  const last = <Key extends keyof Narrowing>(key: Key) => read.findLast((each) => each[key] !== undefined)?.[key];
  const { write = DEFAULT_CONFIG.commands.write, roles = {} } = last("commands") ?? {};
  const narrow = Object.entries(roles).filter(([, role]) => role !== "read");
  return {
    ...DEFAULT_CONFIG,
    mode: "preview",
    enabled: last("enabled") ?? DEFAULT_CONFIG.enabled,
    check: last("check") === "off" ? "off" : DEFAULT_CONFIG.check,
    commands: { write, roles: Object.fromEntries(narrow), bots: [] },
  };
}
