/**
 * What was sent while nobody listened, or was lost after it was taken, is found in GitHub's log of deliveries and taken
 * now. What is older than that log is found by looking at every pull request that changed since.
 */
import { z } from "zod";
import { toJobRequest } from "./app.ts";
import { classifyFailure } from "./github/classify-failure.ts";
import type { DeliveryLog, LoggedDelivery } from "./github/delivery-log.ts";
import { mayBegin } from "./github/handled-events.ts";
import type { UpdatedPull } from "./github/updated-pulls.ts";
import type { SignedDelivery } from "./http/delivery-server.ts";
import type { Acceptance, JobQueue } from "./queue/job-queue.ts";

export interface CatchUpServices {
  deliveries: DeliveryLog;
  /** Pull requests that changed since a time, in milliseconds since 1970. */
  updatedPulls: (since: number) => AsyncIterable<UpdatedPull>;
  /** Takes a delivery as if GitHub had sent it now. */
  receive: (delivery: SignedDelivery) => Promise<Acceptance>;
  /** Told of each delivery that could not be taken. */
  onFailed: (deliveryId: string, error: unknown) => void;
  queue: Pick<JobQueue, "accept" | "missing" | "notes" | "alone" | "isReady">;
  /** Milliseconds since 1970. */
  now: () => number;
}

export interface CatchUpOptions {
  /** Tells what is missing, and takes nothing. */
  isDryRun?: boolean;
  /** Looks at every pull request that changed since then, whatever was known before. Milliseconds since 1970. */
  since?: number | undefined;
  /** Nothing is done when another process, or this one, has caught up so lately. */
  unlessWithinMs?: number;
  signal?: AbortSignal;
}

export interface CatchUpReport {
  /** Attempts listed. */
  listed: number;
  /** Deliveries that were never taken, or whose job is dead. */
  missing: number;
  /** Of these: taken now, with a job. In a dry run: those that would be read. */
  queued: number;
  /** Of these: nothing is done for them. */
  ignored: number;
  /** Of these: GitHub has forgotten what they said. */
  gone: number;
  /** Of these: could not be taken, and are tried again by each run until GitHub forgets them. */
  failed: number;
  /** From when on pull requests were looked at; null where the log of deliveries reached far enough. */
  sweptSince: number | null;
  /** Pull requests for which a capture was queued, or in a dry run would be. */
  swept: number;
}

const NOTE = "deliveries";
/** The number of an attempt. */
const Digits = z.string().regex(/^\d+$/);
const Note = z.object({
  /** The newest attempt that was listed. */
  newest: Digits,
  /** Older ones that could not be taken. */
  failed: z.array(Digits).default([]),
  /** When the last run began that ended well. */
  checkedAt: z.number(),
});
type Note = z.infer<typeof Note>;

const HOUR = 3_600_000;
/** GitHub keeps its log for three days. An hour less, so that nothing falls between. */
const LOG_REACHES_MS = 71 * HOUR;
/** What GitHub may take to show an attempt in its log, or a change in a list. */
const LAG_MS = 10 * 60_000;

/**
 * Costs one request for each hundred attempts listed, back to the last one known, and one for each that is missing and
 * that something may be done about. Undefined when another process is at it, or was a moment ago. Throws where the log
 * cannot be listed, GitHub names a limit or the store is away; what was found until then is taken, and the next run
 * begins where the last whole one ended.
 */
export async function catchUp(
  services: CatchUpServices,
  options: CatchUpOptions = {},
): Promise<CatchUpReport | undefined> {
  return services.queue.alone("catch-up", async () => {
    const began = services.now();
    const note = await readNote(services);
    const { unlessWithinMs } = options;
    if (note && unlessWithinMs !== undefined && began - note.checkedAt < unlessWithinMs) return undefined;
    const report = { listed: 0, missing: 0, queued: 0, ignored: 0, gone: 0, failed: 0, sweptSince: null, swept: 0 };
    const { newest, failed } = await walk(services, toKnown(note), options, report);
    const since = options.since ?? (note && began - note.checkedAt > LOG_REACHES_MS ? note.checkedAt - LAG_MS : null);
    const swept = since === null ? 0 : await sweep(services, since, options);
    if (!options.isDryRun) {
      const next: Note = { newest: String(newest), failed: [...failed].map(String), checkedAt: began };
      await services.queue.notes.write(NOTE, JSON.stringify(next));
    }
    return { ...report, sweptSince: since, swept };
  });
}

async function readNote({ queue }: CatchUpServices): Promise<Note | undefined> {
  const text = await queue.notes.read(NOTE);
  return text === undefined ? undefined : Note.parse(JSON.parse(text));
}

/** How far the log is known: to the newest attempt, but for those that could not be taken. */
interface Known {
  newest: bigint;
  failed: ReadonlySet<bigint>;
}

function toKnown(note: Note | undefined): Known {
  return { newest: BigInt(note?.newest ?? 0), failed: new Set(note?.failed.map(BigInt)) };
}

type Tally = Pick<CatchUpReport, "listed" | "missing" | "queued" | "ignored" | "gone" | "failed">;

/** Takes what is missing, in the order it was sent; gives how far the log is known then. */
async function walk(
  services: CatchUpServices,
  known: Known,
  { isDryRun = false, signal }: CatchUpOptions,
  tally: Tally,
): Promise<Known> {
  const { missing, newest, failure } = await listMissing(services, known, tally);
  const failed = new Set<bigint>();
  for (const delivery of [...missing.values()].toReversed()) {
    signal?.throwIfAborted();
    tally.missing++;
    const outcome = await takeIfAble(services, delivery, isDryRun);
    tally[outcome]++;
    if (outcome === "failed") failed.add(delivery.id);
  }
  if (failure) throw failure.error;
  return { newest, failed };
}

interface Listed {
  /** By GUID, the newest first. */
  missing: Map<string, LoggedDelivery>;
  newest: bigint;
  /** What ended the list early: what stands before it is missing all the same. */
  failure?: { error: unknown };
}

/** Reads the log from its newest end until a page holds nothing new, and nothing older is left to try again. */
async function listMissing(services: CatchUpServices, known: Known, tally: Tally): Promise<Listed> {
  const missing = new Map<string, LoggedDelivery>();
  let { newest } = known;
  const reach = [...known.failed].reduce((least, id) => (id < least ? id : least), known.newest);
  try {
    for await (const page of services.deliveries.pages()) {
      tally.listed += page.length;
      for (const { id } of page) if (id > newest) newest = id;
      const found = await findMissing(services, page, known);
      for (const each of found) {
        // Its newest attempt is read; it was sent with its oldest.
        missing.set(each.guid, { ...(missing.get(each.guid) ?? each), sentAt: each.sentAt });
      }
      if (found.length === 0 && page.every(({ id }) => id <= reach)) break;
    }
    return { missing, newest };
  } catch (error) {
    return { missing, newest, failure: { error } };
  }
}

/** A dead job is queued again once: the next run finds its delivery among the old ones, and lets it rest. */
async function findMissing(
  { queue }: CatchUpServices,
  page: readonly LoggedDelivery[],
  { newest, failed }: Known,
): Promise<LoggedDelivery[]> {
  const guids = (deliveries: readonly LoggedDelivery[]) => deliveries.map(({ guid }) => guid);
  const isFresh = ({ id }: LoggedDelivery) => id > newest || failed.has(id);
  const fresh = page.filter(isFresh);
  const old = page.filter((delivery) => !isFresh(delivery));
  const missing = new Set([
    ...(await queue.missing(guids(fresh))),
    ...(await queue.missing(guids(old), { withoutDead: true })),
  ]);
  return page.filter(({ guid }) => missing.has(guid));
}

/** What stops one delivery keeps no other from being taken, unless it stops all of them. */
async function takeIfAble(
  services: CatchUpServices,
  delivery: LoggedDelivery,
  isDryRun: boolean,
): Promise<Exclude<keyof Tally, "listed" | "missing">> {
  try {
    return await take(services, delivery, isDryRun);
  } catch (error) {
    if (classifyFailure(error) === "limited" || !(await services.queue.isReady())) throw error;
    services.onFailed(delivery.guid, error);
    return "failed";
  }
}

async function take(
  { deliveries, receive, queue }: CatchUpServices,
  { id, guid, event, action, installationId, repositoryId, sentAt }: LoggedDelivery,
  isDryRun: boolean,
): Promise<"queued" | "ignored" | "gone"> {
  if (mayBegin(event, action).length === 0) {
    const delivery = { id: guid, event, action, installationId, repositoryId, sentAt };
    if (!isDryRun) await queue.accept(delivery, { ignored: "nothing is done for this event" });
    return "ignored";
  }
  if (isDryRun) return "queued";
  const payload = await deliveries.readPayload(id);
  if (payload === "gone") return "gone";
  const outcome = await receive({ id: guid, name: event, payload, sentAt });
  return outcome === "ignored" ? "ignored" : "queued";
}

/** One capture for each pull request that changed; a pull request that did not change since is not queued again. */
async function sweep(
  { updatedPulls, queue }: CatchUpServices,
  since: number,
  { isDryRun = false, signal }: CatchUpOptions,
): Promise<number> {
  let swept = 0;
  for await (const { decision, updatedAt } of updatedPulls(since)) {
    signal?.throwIfAborted();
    swept++;
    if (isDryRun) continue;
    const { installationId, repository, pullNumber } = decision.payload;
    const id = `sweep:${repository.id}:${pullNumber}:${updatedAt}`;
    const delivery = { id, event: "sweep", action: null, installationId, repositoryId: repository.id };
    await queue.accept(delivery, { job: toJobRequest(decision) });
  }
  return swept;
}
