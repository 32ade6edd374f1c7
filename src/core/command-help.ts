/** The grammar, written for people: the reply to `/enhance help`, and `docs/commands.md`. */
import { GRAMMAR, renderUsage, ruleOf, type Verb, type VerbRule } from "./command-grammar.ts";
import { requiredRole, type CommandRules } from "./command-permission.ts";
import { MOST_COMMANDS } from "./command.ts";
import { Priority, Status } from "./enhancement.ts";

/**
 * The help reply, in Markdown: all commands, or one with its examples. Says who may run each in the repository. No line of it reads as a command, so that no App answers it.
 */
export function renderCommandHelp(rules: CommandRules, about?: Verb): string {
  if (about !== undefined) return renderVerb(ruleOf(about), rules).join("\n");
  return [
    "Write a command at the start of a line, in a comment on a pull request or in a review thread.",
    "",
    ...renderTable(rules),
    "",
    ...renderValues(),
    "",
    "`/enhance help <command>` shows examples.",
  ].join("\n");
}

function renderTable(rules: CommandRules): string[] {
  const rows = GRAMMAR.map((rule) => {
    const usages = rule.forms.map((form) => code(renderUsage(rule.verb, form))).join("<br>");
    return `| ${usages} | ${rule.does}. | ${requiredRole(rule.verb, rules)} |`;
  });
  return ["| Command | What it does | Needs |", "| --- | --- | --- |", ...rows];
}

function renderVerb(rule: VerbRule, rules: CommandRules): string[] {
  return [
    `${rule.forms.map((form) => code(renderUsage(rule.verb, form))).join(" or ")}: needs the role ${requiredRole(rule.verb, rules)}.`,
    "",
    `${rule.does}.`,
    "",
    ...rule.examples.map((example) => `- ${code(example)}`),
  ];
}

function renderValues(): string[] {
  const list = (words: readonly string[]): string => words.map(code).join(", ");
  return [
    `- \`<id>\`: ${list(["1", "001", "001-its-slug"])} or the \`uid\` in \`status.json\``,
    `- \`<status>\`: ${list(Status.options)}`,
    `- \`<priority>\`: ${list(Priority.options)}`,
    "- `<reason>`: the rest of the line",
  ];
}

function code(text: string): string {
  return `\`${text}\``;
}

/** `docs/commands.md`, before it is formatted. */
export function renderCommandDocs(): string {
  const rules: CommandRules = { config: { write: "write", roles: {} }, isPrivate: false };
  const verbs = GRAMMAR.flatMap((rule) => [`### ${rule.verb}`, "", ...renderVerb(rule, rules), ""]);
  return [
    "# Commands",
    "",
    "<!-- Written by `npm run docs` from src/core/command-grammar.ts. -->",
    "",
    "Comments on a pull request and in its review threads steer Review Miner.",
    "",
    ...renderTable(rules),
    "",
    ...renderValues(),
    "",
    "## Where a command counts",
    "",
    "A command is a line that starts with `/enhance`, in any letter case, with at most three spaces before it. It may stand",
    "anywhere in a comment, a review or a reply in a review thread, with other text above and below it.",
    "",
    "- In a quote, in code or in an HTML comment it is text and does nothing. A line right under a quote is your own and counts.",
    "- When the only command of a comment stands in code, the answer says so.",
    `- A comment may hold up to ${MOST_COMMANDS} commands. They run in order and get one answer.`,
    "- `list` and `show` are answered last: they say how it stands after the other commands of the comment.",
    "- `capture`, `create` with a title, `ignore` and `unignore` concern the pull request they stand on. A follow-up is not",
    "  captured from: there they do nothing, and the answer says where to write them.",
    "- A command is no feedback: it is never mined, and a quote of the comment ends before it.",
    "- When a comment is edited, what its author adds runs; what was there before does not run again.",
    "- GitHub does not tell later what an edit added. So `capture`, `create` with a title, `ignore` and `unignore` count from the",
    "  last edit of their comment, and ask again for what was declined before it.",
    '- A title stands in quotation marks. `“ ”`, `„ “` and `« »` do, too; a `"` inside is written `\\"`.',
    "- A word that is not known is answered with the nearest one that is; nothing is guessed.",
    "",
    "`/enhancement:<command>` and `/enhance:<command>` mean `/enhance <command>`, and `/github:pr-review <number>` means",
    "`/enhance create --from-pr <number>`.",
    "",
    "## Who may",
    "",
    "The role is the one that GitHub's permission API gives for the repository. Commands that change something need `write` or",
    "above. Those that only read need `triage` in a public repository, where everybody has `read` and could make the App post,",
    "and `read` in a private one. In `.github/enhance.yml`, `commands.write` sets the role for all that change something to",
    "`maintain` or `admin`, and `commands.roles` sets it for single commands; `read` opens those that only read to anybody:",
    "",
    "```yaml",
    "commands:",
    "  write: maintain",
    "  roles:",
    "    redact: admin",
    "    list: read",
    "```",
    "",
    "A bot may run commands only if its user id is listed under `commands.bots`, or by whoever runs the App; its role is not",
    "asked. Anybody else gets no answer.",
    "",
    "## Each command",
    "",
    ...verbs,
  ].join("\n");
}
