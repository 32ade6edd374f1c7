import { describe, expect, it } from "@jest/globals";
import MarkdownIt from "markdown-it";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { GRAMMAR, Verb } from "../../src/core/command-grammar.ts";
import { renderCommandDocs, renderCommandHelp } from "../../src/core/command-help.ts";
import { CommandsConfig } from "../../src/core/command-permission.ts";
import { parseConfig } from "../../src/core/parse-config.ts";
import { parseCommands } from "../../src/core/command.ts";

const goldens = path.join(import.meta.dirname, "..", "..", "fixtures", "commands");
const rules = { config: CommandsConfig.parse({}), isPrivate: false };

describe("the help reply", () => {
  it.each<[file: string, about: Verb | undefined]>([
    ["help.md", undefined],
    ["help-create.md", "create"],
  ])("is %s", (file, about) => {
    const golden = path.join(goldens, file);
    const reply = `${renderCommandHelp(rules, about)}\n`;
    if (process.env["UPDATE"] === "1") writeFileSync(golden, reply);
    expect(reply).toBe(readFileSync(golden, "utf8"));
  });

  it("shows every command in its table, as it is typed", () => {
    const html = new MarkdownIt({ html: true }).render(renderCommandHelp(rules));
    const shown = [...html.matchAll(/<td><code>(?<usage>[^<]*)<\/code>/g)].map(({ groups }) => groups?.["usage"]);
    expect(shown).toHaveLength(GRAMMAR.length);
    for (const [index, { verb }] of GRAMMAR.entries()) expect(shown[index]).toMatch(`/enhance ${verb}`);
    expect(shown).toContain("/enhance status &lt;id&gt; &lt;status&gt; [&lt;reason&gt;]");
  });

  it("says what a repository's config asks for", () => {
    const strict = { ...rules, config: CommandsConfig.parse({ write: "maintain", roles: { redact: "admin" } }) };
    const reply = renderCommandHelp(strict);
    expect(reply).toMatch(/`\/enhance reject .* \| maintain \|/);
    expect(reply).toMatch(/`\/enhance redact .* \| admin \|/);
    expect(reply).toMatch(/`\/enhance list .* \| triage \|/);
    expect(renderCommandHelp({ ...strict, isPrivate: true })).toMatch(/`\/enhance list .* \| read \|/);
    expect(renderCommandHelp(strict, "redact")).toMatch(/needs the role admin/);
  });

  it.each([undefined, ...Verb.options])("holds no command that another copy would run: %s", (about) => {
    expect(parseCommands(renderCommandHelp(rules, about))).toEqual({ commands: [], problems: [] });
  });
});

describe("docs/commands.md", () => {
  it("has a chapter for each command", () => {
    for (const verb of Verb.options) expect(renderCommandDocs()).toContain(`\n### ${verb}\n`);
  });

  it("shows a config that is valid", () => {
    const yaml = /```yaml\n(?<text>commands:\n[^`]*)```/.exec(renderCommandDocs())?.groups?.["text"];
    expect(parseConfig(yaml ?? "")).toMatchObject({
      ok: true,
      config: { commands: { write: "maintain", roles: { redact: "admin", list: "read" } } },
    });
  });
});
