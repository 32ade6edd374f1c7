/** What a command, or being raised again, does to one item: pure changes, each with who did it and when. */
import { lastMove } from "./last-move.ts";
import { laterDay } from "./later-day.ts";
import { sectionsOf } from "./documents/sections.ts";
import { editSection } from "./documents/enhancement-md.ts";
import { renderReference } from "./documents/list-items.ts";
import type { AskedIn, StatusFile } from "./documents/status-json.ts";
import { isSafeUrl } from "./documents/url.ts";
import type { IsoDate, Priority, Status } from "./enhancement.ts";
import { editItem, type Item } from "./item.ts";
import { refuseMove } from "./lifecycle.ts";
import { toSighting } from "./sighting.ts";
import type { Suggestion } from "./suggestion.ts";
import { TAKEN_OUT_ON_REQUEST, takeOutQuote } from "./take-out-quote.ts";

export interface Act {
  /** Login of who asked for it. */
  by: string;
  /** UTC day of the comment or event. */
  on: IsoDate;
  /** Our own login: what we said of an item is no decision of a person's. */
  botLogin: string;
  /** The command that asks for it. What a run of it that was stopped has changed already stays as it is. */
  askedIn: AskedIn;
}

/** Whether an earlier run of the same command has changed an item: whatever came after that goes before it. */
export function isDone({ history }: StatusFile, { comment, line }: AskedIn): boolean {
  return history.some(({ askedIn }) => askedIn?.comment === comment && askedIn.line === line);
}

/**
 * Moves an item, or says in a sentence why it cannot be moved. Saying the same again changes nothing, unless it was we who
 * said it before: that may pass, and what a person says stays.
 */
export function withStatus(
  item: Item,
  status: Status,
  { by, on, botLogin, askedIn, reason = null }: Act & { reason?: string | null | undefined },
): Item | { refusal: string } {
  const { status: now } = item;
  if (isDone(now, askedIn)) return item;
  const refusal = refuseMove(now.status, status);
  if (refusal !== undefined) return { refusal };
  const last = lastMove(now);
  const isSaid = now.status === status && last?.by !== botLogin;
  if (isSaid && (reason === null || last?.reason === reason)) return item;
  return editItem(item, {
    ...now,
    status,
    updated: laterDay(now.updated, on),
    history: [...now.history, { status, on, by, reason, askedIn }],
  });
}

/** Gives an item a priority that no review changes any more. */
export function withPriority(item: Item, priority: Priority, { by, on, askedIn }: Act): Item {
  const { status } = item;
  if (isDone(status, askedIn)) return item;
  if (status.priority === priority && status.evidence.priority === "decided") return item;
  const evidence = { ...status.evidence, priority: "decided" as const };
  const change = { status: status.status, on, by, reason: `priority ${priority}`, about: "priority" as const, askedIn };
  return editItem(item, {
    ...status,
    ...{ priority, evidence, updated: laterDay(status.updated, on), history: [...status.history, change] },
  });
}

/** The item raised again. Where somebody else does, one whose weight nobody stated weighs more. */
export function withSighting(item: Item, suggestion: Suggestion): Item {
  const { status } = item;
  const sightings = [...status.sightings, { ...toSighting(suggestion) }];
  const people = new Set([status.source.author?.login, ...sightings.map(({ author }) => author)]);
  const isRaised = status.evidence.priority === "assumed" && status.priority === "medium" && people.size > 1;
  return editItem(item, {
    ...status,
    ...{ sightings, updated: laterDay(status.updated, suggestion.createdAt.slice(0, 10)) },
    ...(isRaised && { priority: "high", evidence: { ...status.evidence, priority: "raised" } }),
  });
}

/** Takes the quoted words out of an item, for good. */
export function redactItem(item: Item, { by, on, askedIn }: Act): Item {
  const { status } = item;
  if (isDone(status, askedIn)) return item;
  const without = takeOutQuote(item, TAKEN_OUT_ON_REQUEST);
  const change = { status: status.status, on, by, reason: "quote taken out", about: "quote" as const, askedIn };
  return editItem(without, {
    ...without.status,
    updated: laterDay(status.updated, on),
    history: [...status.history, change],
  });
}

/** Folds one item into another: what it saw and where it came from become the other's. `folder`: with what people wrote. */
export function foldInto(
  item: Item,
  into: Item,
  { by, on, askedIn, folder }: Act & { folder?: string | undefined },
): Item {
  if (isDone(into.status, askedIn)) return into;
  const { key, source, sightings, created, id, uid } = item.status;
  const own = {
    ...{ key, url: source.url ?? "", author: source.author?.login ?? by, tool: source.tool, on: created },
  };
  const known = new Set([into.status.key, ...into.status.sightings.flatMap((sighting) => sighting.key ?? [])]);
  const added = [own, ...sightings].filter((sighting) => !known.has(sighting.key ?? ""));
  const links = into.status.links;
  const tookIn = { uid, id, ...(folder !== undefined && { folder }) };
  const change = { status: into.status.status, on, by, reason: `took in ${id}`, askedIn, tookIn };
  const next: StatusFile = {
    ...into.status,
    sightings: [...into.status.sightings, ...added],
    links: { ...links, issues: [...new Set([...links.issues, ...item.status.links.issues])] },
    updated: laterDay(into.status.updated, on),
    history: [...into.status.history, change],
  };
  const references = added.flatMap(({ url }) =>
    isSafeUrl(url) ? [{ label: "Comment", text: url, isLink: true as const }] : [],
  );
  return editItem(into, next, (text) =>
    references.length === 0 ? text : appendTo(text, references.map(renderReference)),
  );
}

function appendTo(text: string, lines: readonly string[]): string {
  const section = sectionsOf(text.replaceAll("\r\n", "\n")).find(({ heading }) => heading === "References");
  const present = (section?.lines ?? []).join("\n").trim();
  return editSection(text, "References", [present, ...lines].filter((line) => line !== "").join("\n"));
}
