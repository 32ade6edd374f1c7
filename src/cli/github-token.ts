/** A token for GitHub from where people keep one: the environment, else the file that the `gh` tool writes. */
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";

type Environment = Record<string, string | undefined>;

const Hosts = z.record(z.string(), z.object({ oauth_token: z.string().optional() }).nullable());

/** `GITHUB_TOKEN`, `GH_TOKEN`, or the token of `host` in gh's `hosts.yml`; nothing when there is none. */
export async function findToken(env: Environment, host: string): Promise<string | undefined> {
  const given = env["GITHUB_TOKEN"] ?? env["GH_TOKEN"];
  if (given !== undefined && given !== "") return given;
  const folder = env["GH_CONFIG_DIR"] ?? path.join(env["XDG_CONFIG_HOME"] ?? path.join(homedir(), ".config"), "gh");
  const text = await readFile(path.join(folder, "hosts.yml"), "utf8").catch(() => "");
  const hosts = Hosts.safeParse(parse(text, { schema: "core", maxAliasCount: 0 }));
  return hosts.success ? hosts.data[host]?.oauth_token : undefined;
}
