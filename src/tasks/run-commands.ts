/** Runs the commands of one comment on the backlog; what they change is written as one commit for each branch. */
import type { Act } from "../core/change-item.ts";
import type { EnhanceCommand } from "../core/command.ts";
import { renderCommandHelp } from "../core/command-help.ts";
import { DEFAULT_CONFIG } from "../core/config.ts";
import { Desk, locateAll, type Located } from "../core/desk.ts";
import { codeSpan } from "../core/documents/markdown-text.ts";
import { nameOf } from "../core/item.ts";
import { renderItem, renderList } from "../core/list-enhancements.ts";
import { readRolling } from "../core/rolling.ts";
import { namedBy, runItemCommand, type CommandResult } from "../core/run-command.ts";
import type { Backlog, RepositoryRef } from "../core/snapshot.ts";
import { commitToBranch } from "./commit-to-branch.ts";
import { MovedError, type Forge } from "./forge.ts";
import { racing } from "./racing.ts";
import { readItems } from "./read-items.ts";
import { startEnhancement } from "./start-enhancement.ts";
import { updateRolling } from "./write-status.ts";

interface RunFacts {
  act: Act;
  /** The pull request that the comment stands on. */
  pullNumber: number;
}

export interface CommandsRun {
  /** One for each command that is answered here, in order. */
  results: CommandResult[];
  /** Branches that were changed. */
  changed: string[];
}

/** Throws `MovedError` after three lost races, and whatever the forge throws. */
export function runCommands(
  forge: Forge,
  repository: RepositoryRef,
  commands: readonly { command: EnhanceCommand }[],
  facts: RunFacts,
): Promise<CommandsRun> {
  return racing(async () => runOn(forge, await forge.readBacklog(repository), commands, facts));
}

async function runOn(
  forge: Forge,
  backlog: Backlog,
  commands: readonly { command: EnhanceCommand }[],
  { act, pullNumber }: RunFacts,
): Promise<CommandsRun> {
  const { config: read, url } = backlog.repository;
  const config = read.ok ? read.config : DEFAULT_CONFIG;
  const rolling = readRolling(backlog, config.follow_up.branch_prefix);
  const here = backlog.generated.find(({ number, state }) => number === pullNumber && state === "open");
  const all = locateAll({ backlog, rolling, here });
  const named = commands.flatMap(({ command }) => namedBy(command, all));
  const wanted = named.map(({ status, commit, from }) => ({ name: nameOf(status), commit, from }));
  const desk = new Desk(named, await readItems(forge, backlog, wanted, config.directory));
  const results: CommandResult[] = [];
  for (const { command } of commands) {
    switch (command.verb) {
      case "status":
      case "priority":
      case "reject":
      case "defer":
      case "approve":
      case "merge":
      case "redact":
        results.push(runItemCommand(command, { all, desk, act }));
        break;
      case "list":
        results.push({ line: renderList(all, command) });
        break;
      case "show":
        results.push(show(command.id, namedBy(command, all), { url, directory: config.directory }));
        break;
      case "help":
        results.push({ line: renderCommandHelp(config.commands, command.about) });
        break;
      case "start":
        results.push(await startEnhancement(forge, backlog, { command, all, desk, act, config }));
        break;
      case "capture":
      case "create":
      case "ignore":
      case "unignore":
        break;
    }
  }
  const changes = desk.changes(config.directory);
  const message = `docs(enhancements): do what was asked on pull request ${pullNumber}`;
  for (const [branch, files] of changes) {
    if (branch === rolling.name) {
      await updateRolling(forge, backlog, rolling, { files, message, config });
      continue;
    }
    const parent = backlog.branches.find(({ name }) => name === branch)?.head;
    if (parent === undefined) throw new MovedError(`branch ${branch} is gone`);
    await commitToBranch(forge, backlog, { branch, parent, create: false, message, files });
  }
  return { results, changed: [...changes.keys()] };
}

function show(id: string, found: readonly Located[], place: { url: string; directory: string }): CommandResult {
  const [only] = found;
  if (!only) return { line: `There is no enhancement ${codeSpan(id)}.`, failed: true };
  return { line: renderItem(only, place) };
}
