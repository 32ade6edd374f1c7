/** The use case of a push to the default branch: a header that a person edited flows into status.json. */
import { z } from "zod";
import { countOf } from "../core/count-of.ts";
import { TakenError } from "../core/errors.ts";
import { CHECK_NAME } from "../core/render-check.ts";
import { applyHeaderEdits, readHeaderEdits } from "../core/header-edits.ts";
import { inlineText, codeSpan } from "../core/documents/markdown-text.ts";
import { parseStatusJson } from "../core/documents/status-json.ts";
import { fitRows, WHOLE_TEXT } from "../core/fit-rows.ts";
import { ENHANCEMENT_MD, STATUS_JSON, type Item } from "../core/item.ts";
import { digest } from "../core/digest.ts";
import { mergedItems, type BacklogItem } from "../core/merged-items.ts";
import { viewRolling } from "../core/rolling.ts";
import type { Backlog } from "../core/snapshot.ts";
import { refusePlace } from "../core/refuse-place.ts";
import type { Forge } from "./forge.ts";
import { racing } from "./racing.ts";
import { readItems } from "./read-items.ts";
import { refuseStatus, writeStatus, type StatusChange, type StatusOutcome } from "./write-status.ts";

export const PushPayload = z.object({
  installationId: z.int().positive(),
  repository: z.object({ id: z.int().positive(), owner: z.string(), name: z.string() }),
  /** The pushed commit, 40 hex digits. */
  head: z.string(),
  /** Each `enhancement.md` that was written, by whom last, and on which UTC day. */
  files: z.array(z.object({ path: z.string(), by: z.string(), on: z.iso.date() })).max(500),
});
export type PushPayload = z.infer<typeof PushPayload>;

/**
 * Throws `MovedError` after three lost races, `TakenError` where somebody else took the branch that is to be written, and
 * whatever the forge throws.
 */
export function followPush(forge: Forge, payload: PushPayload): Promise<StatusOutcome> {
  return racing(() => followOnce(forge, payload));
}

interface Refused {
  path: string;
  refusal: string;
  /** What to do then, a sentence. */
  remedy: string;
}

const CAN_FOLLOW = "Set a status that can follow.";
const ONCE_MORE = "Then edit the header once more.";

async function followOnce(forge: Forge, payload: PushPayload): Promise<StatusOutcome> {
  const backlog = await forge.readBacklog(payload.repository);
  const { config: read } = backlog.repository;
  const refusal = refusePlace(payload, backlog.repository) ?? refuseStatus(backlog);
  if (refusal !== undefined || !read.ok) return { outcome: "refused", moved: 0, reason: refusal ?? "" };
  const { config } = read;
  const acts = new Map(payload.files.map((file) => [file.path, file]));
  const pathOf = ({ name }: { name: string }) => `${config.directory}/${name}/${ENHANCEMENT_MD}`;
  const rolling = viewRolling(backlog, config.follow_up.branch_prefix);
  const items = mergedItems(backlog, rolling).filter((item) => acts.has(pathOf(item)));
  const { changes, refused } = await readEdits(forge, backlog, items, {
    directory: config.directory,
    actOf: (item) => acts.get(pathOf(item)),
  });
  const dates = payload.files.map((file) => file.on).sort();
  const tell = async (all: readonly Refused[]) => {
    if (all.length > 0 && config.check !== "off") await tellRefused(forge, backlog, payload.head, all);
  };
  let where: StatusOutcome["where"];
  try {
    where = await writeStatus(forge, backlog, changes, {
      ...{ config, rolling, on: dates.at(-1) ?? "", takesIn: true },
      message: "docs(enhancements): follow the edited headers",
    });
  } catch (error) {
    if (!(error instanceof TakenError)) throw error;
    const held = changes.map(({ at }) => ({ path: pathOf(at), refusal: error.message, remedy: ONCE_MORE }));
    await tell([...refused, ...held]);
    throw error;
  }
  await tell(refused);
  return changes.length > 0 ? { outcome: "moved", moved: changes.length, where } : { outcome: "unchanged", moved: 0 };
}

/** What the headers on the default branch say otherwise than status.json there, and what it makes of each item. */
async function readEdits(
  forge: Pick<Forge, "readDirectories">,
  backlog: Backlog,
  items: readonly BacklogItem[],
  { directory, actOf }: { directory: string; actOf: (item: BacklogItem) => { by: string; on: string } | undefined },
): Promise<{ changes: StatusChange[]; refused: Refused[] }> {
  const { head } = backlog.repository;
  const onBase = await readItems(
    forge,
    backlog,
    items.map(({ name }) => ({ name, commit: head })),
    directory,
  );
  const pending = await readItems(
    forge,
    backlog,
    items.filter(({ isPending }) => isPending),
    directory,
  );
  const changes: StatusChange[] = [];
  const refused: Refused[] = [];
  for (const at of items) {
    const files = onBase.get(at.name);
    const act = actOf(at);
    const base = parseStatusJson(files?.get(STATUS_JSON) ?? "", STATUS_JSON);
    if (!files || !act || !base.ok) continue;
    const edits = readHeaderEdits(files.get(ENHANCEMENT_MD) ?? "", base.value);
    const before: Item = { status: at.status, files: (at.isPending ? pending.get(at.name) : files) ?? files };
    const after = applyHeaderEdits(before, edits, { by: act.by, on: act.on, base: base.value });
    if ("refusal" in after)
      refused.push({ path: `${directory}/${at.name}/${ENHANCEMENT_MD}`, ...after, remedy: CAN_FOLLOW });
    else if (after !== before) changes.push({ at, before, after });
  }
  return { changes, refused };
}

/** What cannot be followed is told on the pushed commit: there is nobody to answer. */
async function tellRefused(
  forge: Pick<Forge, "ensureCheckRun">,
  { repository: { ref } }: Backlog,
  commit: string,
  refused: readonly Refused[],
): Promise<void> {
  const summary = fitRows(
    refused.map(({ path, refusal, remedy }) => `- ${codeSpan(path)}: ${inlineText(refusal)}. *${remedy}*`),
    { rest: "each is told at its file", room: WHOLE_TEXT },
  );
  const count = countOf(refused.length, "header");
  await forge.ensureCheckRun(ref, {
    ...{ commit, name: CHECK_NAME, externalId: `push:${commit}:${digest(summary)}`, conclusion: "failure", summary },
    title: `${count} cannot be followed`,
    annotations: refused.map(({ path, refusal }) => ({ path, line: 1, level: "failure", message: refusal })),
  });
}
