/** A token for GitHub from where people keep one: the environment, else the file that the `gh` tool writes. */
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";

type Environment = Record<string, string | undefined>;

const Hosts = z.record(z.string(), z.object({ oauth_token: z.string().optional() }).nullable());

/** `GITHUB_TOKEN`, `GH_TOKEN`, or the token of `host` in gh's `hosts.yml`; nothing when there is none, or none can be read. */
export async function findToken(env: Environment, host: string): Promise<string | undefined> {
  const given = [env["GITHUB_TOKEN"], env["GH_TOKEN"]].find((token) => token !== undefined && token !== "");
  if (given !== undefined) return given;
  const folder = env["GH_CONFIG_DIR"] ?? path.join(env["XDG_CONFIG_HOME"] ?? path.join(homedir(), ".config"), "gh");
  const text = await readFile(path.join(folder, "hosts.yml"), "utf8").catch(() => "");
  const hosts = Hosts.safeParse(toPlain(text));
  return hosts.success ? hosts.data[host]?.oauth_token : undefined;
}

/** The file is another tool's: one that is broken is as good as none. */
function toPlain(text: string): unknown {
  try {
    return parse(text, { schema: "core", maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}
