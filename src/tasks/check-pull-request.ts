/** The use case of the check run: is what a pull request does to the enhancements sound? */
import { z } from "zod";
import { checkEnhancements, isTouched, planHeaderFix, touchedDirectories } from "../core/check-pull-request.ts";
import { CONFIG_PATH, type Config } from "../core/config.ts";
import { renderCheck } from "../core/render-check.ts";
import type { Backlog, Contents, FileChange, RepositoryRef } from "../core/snapshot.ts";
import { refusePlace } from "../core/refuse-place.ts";
import type { ChangedFiles, Forge, PullRequestFacts } from "./forge.ts";

export const CheckPayload = z.object({
  installationId: z.int().positive(),
  repository: z.object({ id: z.int().positive(), owner: z.string(), name: z.string() }),
  pullNumber: z.int().positive(),
  /** Somebody asked for it by the button of the check run. */
  isAskedAgain: z.boolean().optional(),
});
export type CheckPayload = z.infer<typeof CheckPayload>;

export interface CheckOutcome {
  outcome: "success" | "failure" | "neutral" | "unchanged" | "refused";
  reason?: string;
  problems?: number;
}

export type CheckForge = Pick<
  Forge,
  "readBacklog" | "readPullRequest" | "readChangedFiles" | "readDirectories" | "readFiles" | "ensureCheckRun"
>;

/** One check run for each head and finding; none where the config wants none. Throws whatever the forge throws. */
export async function checkPullRequest(
  forge: CheckForge,
  { repository, pullNumber, isAskedAgain = false }: Omit<CheckPayload, "installationId">,
): Promise<CheckOutcome> {
  const backlog = await forge.readBacklog(repository);
  const { ref, config: read } = backlog.repository;
  const config = read.ok ? read.config : read.meanwhile;
  const elsewhere = refusePlace({ repository }, backlog.repository);
  if (elsewhere !== undefined) return { outcome: "refused", reason: elsewhere };
  if (!config.enabled || config.check === "off") return { outcome: "refused", reason: "the config wants no check" };
  const pull = await forge.readPullRequest(ref, pullNumber);
  if (pull.state === "merged") return { outcome: "unchanged", reason: "it has merged" };
  const changed = await forge.readChangedFiles(ref, pull);
  const touched = isTouched(changed.paths, config.directory);
  if (!touched && config.check === "touched") return { outcome: "unchanged", reason: "no enhancement is touched" };

  const contents = await readTouched(forge, ref, { pull, changed, config });
  const head = pull.head.sha;
  const problems = checkEnhancements({
    ...{ directory: config.directory, ...contents },
    others: othersOf(backlog, pull, contents),
    config: changed.paths.includes(CONFIG_PATH)
      ? (await forge.readFiles(ref, head, [CONFIG_PATH])).get(CONFIG_PATH)
      : undefined,
  });
  const mayFix = !pull.head.isFork && config.mode !== "preview";
  const fix = mayFix ? planHeaderFix({ directory: config.directory, ...contents }) : [];
  const { conclusion, ...rendered } = renderCheck({
    ...{ subject: `pull:${pullNumber}:${head}`, problems, isTouched: touched },
    fixable: fix.map(({ path }) => path),
    ...{ changed: changed.paths, isCutShort: changed.isCutShort },
  });
  await forge.ensureCheckRun(ref, { commit: head, conclusion, ...rendered, isAskedAgain });
  return { outcome: conclusion, problems: problems.length };
}

/** What mends the headers of a pull request as it stands now. Throws whatever the forge throws. */
export async function readHeaderFix(
  forge: Pick<Forge, "readChangedFiles" | "readDirectories">,
  ref: RepositoryRef,
  { pull, config }: { pull: PullRequestFacts; config: Config },
): Promise<FileChange[]> {
  const changed = await forge.readChangedFiles(ref, pull);
  const contents = await readTouched(forge, ref, { pull, changed, config });
  return planHeaderFix({ directory: config.directory, ...contents });
}

async function readTouched(
  forge: Pick<Forge, "readDirectories">,
  ref: RepositoryRef,
  { pull, changed, config }: { pull: PullRequestFacts; changed: ChangedFiles; config: Config },
): Promise<{ base: Contents; head: Contents }> {
  const names = touchedDirectories(changed.paths, config.directory);
  const read = async (commit: string): Promise<Contents> => {
    if (names.length === 0) return new Map();
    const paths = names.map((name) => `${config.directory}/${name}`);
    const found = await forge.readDirectories(ref, commit, paths);
    return new Map([...found].map(([path, files]) => [path.slice(config.directory.length + 1), files]));
  };
  return { base: await read(pull.base.sha), head: await read(pull.head.sha) };
}

/** Directories that the pull request does not touch: on its base, and on the branches of other open follow-ups. */
function othersOf(
  { repository, branches, generated }: Backlog,
  { base, head: { branch: own, isFork } }: PullRequestFacts,
  contents: { base: Contents; head: Contents },
): { name: string; where: "base" | "follow-up" }[] {
  const touched = new Set([...contents.base.keys(), ...contents.head.keys()]);
  const merged = base.branch === repository.defaultBranch ? repository.directories : [];
  const known = new Set(repository.directories.map(({ name }) => name));
  const open = branches.filter(
    ({ name }) =>
      (isFork || name !== own) && generated.some(({ branch, state }) => branch === name && state === "open"),
  );
  return [
    ...merged.filter(({ name }) => !touched.has(name)).map(({ name }) => ({ name, where: "base" as const })),
    ...open
      .flatMap(({ directories }) => directories)
      .filter(({ name }) => !known.has(name))
      .map(({ name }) => ({ name, where: "follow-up" as const })),
  ];
}
