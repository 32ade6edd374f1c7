/** A suggestion as another one's sighting. */
import type { Sighting, Suggestion } from "./suggestion.ts";

/** Where and by whom it was said, and the key that it would have alone. */
export function toSighting({ key, source, createdAt }: Suggestion): Sighting {
  return {
    key,
    url: source.url ?? "",
    author: source.author?.login ?? "ghost",
    tool: source.tool,
    on: createdAt.slice(0, 10),
  };
}
