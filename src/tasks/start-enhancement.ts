/** `/enhance start`: the branch on which an enhancement is carried out, its first commit moving the status. */
import { isDone, withStatus, type Act } from "../core/change-item.ts";
import type { EnhanceCommand } from "../core/command.ts";
import type { Config } from "../core/config.ts";
import { locate, type Desk } from "../core/desk.ts";
import type { Located } from "../core/located.ts";
import { codeSpan, inlineText } from "../core/documents/markdown-text.ts";
import { parseStatusJson, type StatusFile } from "../core/documents/status-json.ts";
import { changesOf, editItem, nameOf, STATUS_JSON } from "../core/item.ts";
import type { CommandResult } from "../core/run-command.ts";
import type { Backlog, RepositoryRef } from "../core/snapshot.ts";
import { toSentence } from "../core/to-sentence.ts";
import { MovedError, RefusedError, type Forge } from "./forge.ts";

interface StartFacts {
  command: Extract<EnhanceCommand, { verb: "start" }>;
  all: readonly Located[];
  desk: Desk;
  act: Act;
  config: Config;
}

/** The branch's name: it also tells us, when its pull request opens, what is being carried out. */
const IMPLEMENTATION_PREFIX = "enhancement/";
const TAG_PREFIX = "pre-enhancement/";

/**
 * Throws what the forge throws, but for a branch that is there already and was not made for this command, and for a branch
 * or a tag that a rule of the repository refuses: that is told.
 */
export async function startEnhancement(
  forge: Pick<Forge, "commitFiles" | "ensureTag" | "readFiles">,
  { repository }: Backlog,
  { command, all, desk, act, config }: StartFacts,
): Promise<CommandResult> {
  const found = locate(command.id, all);
  if ("refusal" in found) return { line: inlineText(toSentence(found.refusal)), failed: true };
  const { status, isMerged } = found;
  const item = desk.get(status.uid);
  if (!isMerged || !item) {
    return { line: `${status.id} is not merged yet; merge its follow-up first, then start it.`, failed: true };
  }
  const branch = `${IMPLEMENTATION_PREFIX}${nameOf(status)}`;
  let base = repository.head;
  const moved = withStatus(item, "in-progress", { ...act, reason: `started on ${branch} at ${base.slice(0, 12)}` });
  if ("refusal" in moved) return { line: `${status.id}: ${inlineText(moved.refusal)}.`, failed: true };
  const after = editItem(moved, { ...moved.status, links: { ...moved.status.links, start: { branch, base } } });
  try {
    await forge.commitFiles(repository.ref, {
      ...{ branch, parent: base, create: true, files: changesOf(config.directory, item, after) },
      message: `docs(enhancements): start ${status.id}`,
    });
  } catch (error) {
    if (error instanceof RefusedError) {
      const line = `${tellRefusal("branch", branch, `${IMPLEMENTATION_PREFIX}**`)}, and write the command again.`;
      return { line, failed: true };
    }
    if (!(error instanceof MovedError)) throw error;
    const made = await readMade(forge, repository.ref, { branch, path: `${config.directory}/${nameOf(status)}` });
    if (!made || !isDone(made, act.askedIn)) {
      return { line: `The branch ${codeSpan(branch)} is there already; work on it, or delete it first.`, failed: true };
    }
    base = made.links.start?.base ?? base;
  }
  const line = `${status.id} is started on the branch ${codeSpan(branch)}; its first commit moves the status.`;
  if (!command.tag) return { line };
  const tagged = await tagBase(forge, repository.ref, { tag: `${TAG_PREFIX}${status.id}-${act.on}`, base });
  return { ...tagged, line: `${line} ${tagged.line}` };
}

async function tagBase(
  forge: Pick<Forge, "ensureTag">,
  repository: RepositoryRef,
  { tag, base }: { tag: string; base: string },
): Promise<CommandResult> {
  try {
    await forge.ensureTag(repository, tag, base);
    return { line: `The tag ${codeSpan(tag)} marks where it began.` };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const byHand = `this one can be made by hand at ${codeSpan(base.slice(0, 12))}`;
    return { line: `${tellRefusal("tag", tag, `${TAG_PREFIX}**`)}; ${byHand}.`, failed: true };
  }
}

/** What is refused, and what an admin may do about it: the sentence is left open for what comes then. */
function tellRefusal(what: "branch" | "tag", name: string, pattern: string): string {
  const refused = `A rule of this repository refuses the ${what} ${codeSpan(name)}.`;
  return `${refused} Let this App bypass the rule for ${codeSpan(pattern)}`;
}

/** The enhancement as it stands on its branch; nothing where that cannot be read. */
async function readMade(
  forge: Pick<Forge, "readFiles">,
  repository: RepositoryRef,
  { branch, path }: { branch: string; path: string },
): Promise<StatusFile | undefined> {
  const file = `${path}/${STATUS_JSON}`;
  const text = (await forge.readFiles(repository, `refs/heads/${branch}`, [file])).get(file);
  const parsed = text === undefined ? undefined : parseStatusJson(text, file);
  return parsed?.ok ? parsed.value : undefined;
}
