/**
 * Runs the commands of one comment on the backlog; what they change is written as one commit for each branch. A run that
 * lost a race or was stopped is made again from the start: each command knows its own effects by the comment and the line
 * it stands on, which are written down with them.
 */
import type { Act } from "../core/change-item.ts";
import { deedOf } from "../core/command-deed.ts";
import type { ParsedComment } from "../core/command.ts";
import { renderCommandHelp } from "../core/command-help.ts";
import { renderCommitMessage, type Deed } from "../core/commit-message.ts";
import { Desk, locateAll } from "../core/desk.ts";
import { codeSpan } from "../core/documents/markdown-text.ts";
import { nameOf } from "../core/item.ts";
import { viewRolling } from "../core/rolling.ts";
import type { Rolling } from "../core/rolling-place.ts";
import { namedBy, runItemCommand, type CommandResult, type ItemCommand } from "../core/run-command.ts";
import type { Backlog, RepositoryRef } from "../core/snapshot.ts";
import { commitToBranch } from "./commit-to-branch.ts";
import { MovedError, type Forge } from "./forge.ts";
import { racing } from "./racing.ts";
import { readItems } from "./read-items.ts";
import { startEnhancement } from "./start-enhancement.ts";
import { updateRolling } from "./write-status.ts";

interface RunFacts {
  act: Omit<Act, "askedIn">;
  /** What the comment is known by in `askedIn`. */
  comment: string;
  /** The pull request that the comment stands on. */
  pullNumber: number;
}

export interface CommandsRun {
  /** One for each command that is carried out here, or asks for help, in order. */
  results: CommandResult[];
  /** Branches that were changed, by this run or by one that was stopped. */
  changed: string[];
}

/** Throws `MovedError` after three lost races, and whatever the forge throws. */
export function runCommands(
  forge: Forge,
  repository: RepositoryRef,
  commands: ParsedComment["commands"],
  facts: RunFacts,
): Promise<CommandsRun> {
  return racing(async () => runOn(forge, await forge.readBacklog(repository), commands, facts));
}

async function runOn(
  forge: Forge,
  backlog: Backlog,
  commands: ParsedComment["commands"],
  { act: given, comment, pullNumber }: RunFacts,
): Promise<CommandsRun> {
  const { config: read, isPrivate } = backlog.repository;
  const config = read.ok ? read.config : read.meanwhile;
  const inPreview = config.mode === "preview" ? NOTHING_IN_PREVIEW : undefined;
  const refusal = read.ok ? inPreview : NOTHING_WHILE_INVALID;
  const rolling = viewRolling(backlog, config.follow_up.branch_prefix);
  const here = backlog.generated.find(({ number, state }) => number === pullNumber && state === "open");
  const all = locateAll({ backlog, rolling, here });
  const named = commands.flatMap(({ command }) => namedBy(command, all));
  const wanted = named.map(({ status, commit, from }) => ({ name: nameOf(status), commit, from }));
  const desk = new Desk(named, await readItems(forge, backlog, wanted, config.directory));
  const results: CommandResult[] = [];
  const concerned = new Set<string>();
  const deeds: (Deed & { branch: string })[] = [];
  for (const { line, command } of commands) {
    const act = { ...given, askedIn: { comment, line } };
    switch (command.verb) {
      case "status":
      case "priority":
      case "reject":
      case "defer":
      case "approve":
      case "merge":
      case "redact": {
        const branches = namedBy(command, all).map(({ branch }) => branch);
        const refused = refusal ?? refuseTaken(command, branches, rolling);
        const result = refused ?? runItemCommand(command, { all, desk, act });
        results.push(result);
        for (const branch of refused ? [] : branches) {
          concerned.add(branch);
          if (!result.failed) deeds.push({ ...deedOf(command, all), branch });
        }
        break;
      }
      case "help":
        results.push({ line: renderCommandHelp({ config: config.commands, isPrivate }, command.about) });
        break;
      case "start":
        results.push(refusal ?? (await startEnhancement(forge, backlog, { command, all, desk, act, config })));
        break;
      case "list":
      case "show":
      case "capture":
      case "create":
      case "ignore":
      case "unignore":
        break;
    }
  }
  const changes = desk.changes(config.directory);
  for (const [branch, change] of changes) {
    const done = deeds.filter((deed) => deed.branch === branch);
    const message = renderCommitMessage(done, `, as asked on #${pullNumber}`);
    if (branch === rolling.name) {
      await updateRolling(forge, backlog, rolling, { ...change, message, config });
      continue;
    }
    const parent = backlog.branches.find(({ name }) => name === branch)?.head;
    if (parent === undefined) throw new MovedError(`branch ${branch} is gone`);
    await commitToBranch(forge, backlog, { branch, parent, create: false, message, ...change });
  }
  // A run that was stopped may have left the text of the rolling follow-up untold; nothing is committed then.
  if (concerned.has(rolling.name) && !changes.has(rolling.name)) {
    await updateRolling(forge, backlog, rolling, { files: [], message: "", config });
  }
  return { results, changed: [...concerned] };
}

/** Where the enhancements are, and what may be written, is not known by then. */
const NOTHING_WHILE_INVALID: CommandResult = {
  line: "Nothing is changed while the config is invalid. Mend it on the default branch, and write the command again.",
  failed: true,
};

const NOTHING_IN_PREVIEW: CommandResult = {
  line: `Nothing is changed while ${codeSpan("mode: preview")} stands in the config. Set another mode there, and write the command again.`,
  failed: true,
};

/** What would be written on the rolling branch is not, while somebody else's commit is there. The other commands are done. */
function refuseTaken(
  { verb, id }: ItemCommand,
  branches: readonly string[],
  { isTaken, name }: Rolling,
): CommandResult | undefined {
  if (!isTaken || !branches.includes(name)) return undefined;
  const command = codeSpan(`/enhance ${verb} ${id}`);
  return {
    line: `${command} is not done: the branch ${codeSpan(name)}, where it is written down, holds somebody else's commit. Rename that branch, or delete it, and write the command again.`,
    failed: true,
  };
}
