/** The enhancements already known: their numbers, which are never given twice, and their keys, which are never captured twice. */
import { takenNumber } from "./allocate.ts";
import { parseStatusJson } from "./documents/status-json.ts";
import { parseMarker } from "./marker.ts";
import type { Snapshot } from "./snapshot.ts";

export interface Catalog {
  /** Numbers in use on the default branch, on any branch under our prefix, or burnt by a follow-up of this source. */
  taken: Set<number>;
  /** Keys of captured suggestions, and of those that a person declined. */
  keys: Set<string>;
}

export function readCatalog({ repository, branches, followUps }: Snapshot): Catalog {
  const catalog: Catalog = { taken: new Set(), keys: new Set() };
  for (const { name, statusJson } of [repository.directories, ...branches.map((branch) => branch.directories)].flat()) {
    const number = takenNumber(name);
    if (number !== undefined) catalog.taken.add(number);
    for (const key of statusJson === undefined ? [] : keysOf(statusJson)) catalog.keys.add(key);
  }
  // An item that a follow-up once listed and no branch holds any more was taken out by a person: that is a decision.
  for (const { isOurs, body } of followUps) {
    const marker = isOurs ? parseMarker(body) : undefined;
    for (const { id, key } of marker?.items ?? []) {
      catalog.taken.add(Number(id));
      catalog.keys.add(key);
    }
  }
  return catalog;
}

const KEY = /"key":[ \t]*("(?:[^"\\]|\\.){1,500}")/g;

/** The keys in a `status.json`. A broken file still gives up the key it holds, lest its suggestion be captured again. */
function keysOf(text: string): string[] {
  const parsed = parseStatusJson(text, "status.json");
  if (parsed.ok) return [parsed.value.key];
  return [...text.matchAll(KEY)].flatMap(([, quoted]) => {
    try {
      const key: unknown = JSON.parse(quoted ?? "");
      return typeof key === "string" ? [key] : [];
    } catch {
      return [];
    }
  });
}
