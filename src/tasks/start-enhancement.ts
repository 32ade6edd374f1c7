/** `/enhance start`: the branch on which an enhancement is carried out, its first commit moving the status. */
import { withStatus, type Act } from "../core/change-item.ts";
import type { EnhanceCommand } from "../core/command.ts";
import type { Config } from "../core/config.ts";
import { locate, type Desk, type Located } from "../core/desk.ts";
import { codeSpan, inlineText } from "../core/documents/markdown-text.ts";
import { changesOf, editItem, nameOf } from "../core/item.ts";
import type { CommandResult } from "../core/run-command.ts";
import type { Backlog } from "../core/snapshot.ts";
import { MovedError, type Forge } from "./forge.ts";

interface StartFacts {
  command: Extract<EnhanceCommand, { verb: "start" }>;
  all: readonly Located[];
  desk: Desk;
  act: Act;
  config: Config;
}

/** The branch's name: it also tells us, when its pull request opens, what is being carried out. */
const IMPLEMENTATION_PREFIX = "enhancement/";

/** Throws what the forge throws, but for a branch that is there already: that is told. */
export async function startEnhancement(
  forge: Pick<Forge, "commitFiles" | "ensureTag">,
  { repository }: Backlog,
  { command, all, desk, act, config }: StartFacts,
): Promise<CommandResult> {
  const found = locate(command.id, all);
  if ("refusal" in found) return { line: `${inlineText(found.refusal)}.`, failed: true };
  const { status, isMerged } = found;
  const item = desk.get(status.uid);
  if (!isMerged || !item) {
    return { line: `${status.id} is not merged yet; merge its follow-up first, then start it.`, failed: true };
  }
  const branch = `${IMPLEMENTATION_PREFIX}${nameOf(status)}`;
  const base = repository.head;
  const moved = withStatus(item, "in-progress", { ...act, reason: `started on ${branch} at ${base.slice(0, 12)}` });
  if ("refusal" in moved) return { line: `${status.id}: ${inlineText(moved.refusal)}.`, failed: true };
  const after = editItem(moved, { ...moved.status, links: { ...moved.status.links, start: { branch, base } } });
  try {
    await forge.commitFiles(repository.ref, {
      ...{ branch, parent: base, create: true, files: changesOf(config.directory, item, after) },
      message: `docs(enhancements): start ${status.id}`,
    });
  } catch (error) {
    if (!(error instanceof MovedError)) throw error;
    return { line: `The branch ${codeSpan(branch)} is there already; work on it, or delete it first.`, failed: true };
  }
  const tag = `pre-enhancement/${status.id}-${act.on}`;
  if (command.tag) await forge.ensureTag(repository.ref, tag, base);
  const more = command.tag ? ` The tag ${codeSpan(tag)} marks where it began.` : "";
  return {
    line: `${status.id} is started on the branch ${codeSpan(branch)}; its first commit moves the status.${more}`,
  };
}
