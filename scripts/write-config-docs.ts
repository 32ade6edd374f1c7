/** Writes `docs/configuration.md` from the schema of the config; with `--check`, fails when it is not what would be written. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { stringify } from "yaml";
import { z } from "zod";
import { Config, CONFIG_PATH, DEFAULT_CONFIG, MISNAMED_CONFIG_PATH } from "../src/core/config.ts";
import { CONFIG_LIMIT_BYTES } from "../src/core/parse-config.ts";
import { TOOLS } from "../src/core/mine/tools.ts";

/** What is used here of a JSON Schema. */
const Schema = z.object({
  type: z.string().optional(),
  default: z.unknown().optional(),
  description: z.string().optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  get additionalProperties() {
    return z.union([Schema, z.boolean()]).optional();
  },
  maximum: z.number().optional(),
  maxItems: z.number().optional(),
  get properties() {
    return z.record(z.string(), Schema).optional();
  },
  get items() {
    return Schema.optional();
  },
  get anyOf() {
    return z.array(Schema).optional();
  },
});
type Schema = z.infer<typeof Schema>;

const INTRODUCTION = `# Configuration

<!-- Written by \`npm run docs\` from src/core/config.ts. -->

Review Miner reads \`${CONFIG_PATH}\` on the default branch. The file and every key in it are optional. The same file in the
owner's \`.github\` repository, where the App can read that, holds for every key at the top that the repository's own file
does not have: a whole \`capture\`, say, never a part of it. With neither, the defaults hold. A
\`${MISNAMED_CONFIG_PATH}\` is not read: where it stands alone, it counts as an invalid config until it is renamed.

- The file is YAML of at most ${CONFIG_LIMIT_BYTES / 1024} KB, without aliases. An unknown key is a mistake, not ignored.
- While either file is invalid nothing is captured. A check run on the pull request, "Review Miner config", says which line of
  which file is wrong and what to do, and so does the answer to any command. Meanwhile commands change nothing,
  and those that only read go by the defaults, or by what asks for more where that can be read beside the mistake:
  \`enabled: false\` and \`check: off\` hold, and so do the roles of \`commands\`; its bots do not.
- Of the owner's file in a private repository the lines alone are named, never what stands there: whoever reads the pull
  request may not read that repository. \`enhance check\` in a working copy of it says the rest.
- Without a file, one follow-up is opened and no second one before a person has merged or closed the first. Closed means
  no: nothing more is opened until somebody writes \`/enhance\`, or a file is there.
- Editors check the file as you type if its first line is
  \`# yaml-language-server: $schema=<path or URL of schemas/config.schema.json>\`. The schema is in
  [schemas/config.schema.json](../schemas/config.schema.json).

Keys nest: a dot in a name on this page is a step into a group. \`capture.on\` is written

\`\`\`yaml
capture:
  on: merge
\`\`\`

To see what would be captured before anything is written, begin with \`mode: preview\`.

## Keys
`;

/** One row for each key that holds a value; sections give their keys. */
function rowsOf(properties: Record<string, Schema>, prefix = ""): string[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const name = `${prefix}${key}`;
    if (schema.properties) return rowsOf(schema.properties, `${name}.`);
    const cells = [
      code(name),
      valuesOf(schema),
      code(JSON.stringify(schema.default)),
      (schema.description ?? "").replaceAll("<", "\\<"),
    ];
    return [`| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`];
  });
}

function valuesOf(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map(valuesOf).join(", or ");
  if (schema.enum) return schema.enum.map(code).join(", ");
  if (schema.type === "array") return schema.items?.enum ? `a list of ${valuesOf(schema.items)}` : "a list";
  if (schema.type === "boolean") return "`true`, `false`";
  if (schema.minimum !== undefined) return `a number from ${schema.minimum} to ${schema.maximum ?? "any"}`;
  if (schema.type !== "object") return "text";
  const { additionalProperties: values } = schema;
  return typeof values === "object" && values.enum?.includes("critical")
    ? `pairs of a label and ${valuesOf(values)}`
    : "pairs of a command and a role";
}

function code(text: string): string {
  return `\`${text}\``;
}

function render(): string {
  const { properties = {} } = Schema.parse(z.toJSONSchema(Config, { io: "input" }));
  return [
    INTRODUCTION,
    "| Key | Values | Default | What it does |",
    "| --- | --- | --- | --- |",
    ...rowsOf(properties),
    "",
    `Names of review tools for \`capture.from.tools\`: ${TOOLS.map(({ name }) => code(name)).join(", ")}.`,
    "The login of any other bot may stand there as well; its words are then read by the general rules. A name that misses",
    "one of these by one letter or a hyphen, or has words around one, such as `claude-review`, is refused; where a bot's login",
    "really is like that, write it with its `[bot]`. `enhance mine` names the bots that the list leaves out.",
    "An entry of `capture.ignore_paths` begins at the root of the repository; `/` or `./` in front changes nothing. `vendor/`",
    "is all in that folder, and `vendor` the file or all in the folder of that name. `*` stays within a folder, `**` goes across",
    "folders, and `?` is one character. What follows `**/` is a name from its first letter on: `**/vendor/` is what stands in any",
    "folder `vendor`, but not in `myvendor`. `!`, braces, brackets and `..` mean nothing here, and are refused.",
    "",
    "## The whole file, with its defaults",
    "",
    "```yaml",
    stringify(DEFAULT_CONFIG).trimEnd(),
    "```",
    "",
  ].join("\n");
}

const file = path.join(import.meta.dirname, "..", "docs", "configuration.md");
const wanted = await format(render(), { ...(await resolveConfig(file)), parser: "markdown" });

if (!process.argv.includes("--check")) {
  writeFileSync(file, wanted);
} else if (readFileSync(file, "utf8") !== wanted) {
  process.stderr.write("docs/configuration.md is not what the config's schema says; run: npm run docs\n");
  process.exitCode = 1;
}
