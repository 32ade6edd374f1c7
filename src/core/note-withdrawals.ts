/** What leaves a follow-up by our hand is written down before it leaves. */
import { isBodyEditedByPerson, parseMarker, withoutMarker, withMarker, type MarkedItem } from "./marker.ts";

/**
 * The body of a follow-up with the same text, and a marker that knows what is about to leave; nothing where nothing is. A
 * run that is stopped after it plans the same commit again; stopped between the commit and the whole text, it would take
 * what left for a person's decision. Whatever is to be added must not be told before it is there, for the same reason.
 */
export function noteWithdrawals(body: string, marked: readonly MarkedItem[]): string | undefined {
  const marker = parseMarker(body);
  if (!marker) return undefined;
  const leaving = new Map(marked.flatMap((item) => (item.gone?.by === "us" ? [[item.key, item]] : [])));
  const isNews = marker.items.some(({ key, gone }) => !gone && leaving.has(key));
  if (!isNews) return undefined;
  const { pull, closed } = marker;
  return withMarker(withoutMarker(body), {
    ...(pull !== undefined && { pull }),
    items: marker.items.map((item) => leaving.get(item.key) ?? item),
    ...(closed && { closed }),
    ...(isBodyEditedByPerson(body) && { edited: true as const }),
  });
}
