/** The small edits of one pull request as one item. */
import { toSighting } from "../sighting.ts";
import type { Suggestion } from "../suggestion.ts";

/** One suggestion that lists them, in their order; a single one stays itself. Nothing for none. */
export function bundleNits(nits: readonly Suggestion[]): Suggestion[] {
  const [first, ...others] = nits;
  if (!first || others.length === 0) return [...nits];
  return [
    {
      ...first,
      key: `${first.key}:nits`,
      title: `Tidy up: ${nits.length} small edits`,
      description: nits.map(({ title, source }) => `${title}${placeOf(source)}`).join("\n\n"),
      kind: "style",
      priority: "low",
      reasons: [`${nits.length} small edits, kept together as the config says`],
      confidence: Math.max(...nits.map(({ confidence }) => confidence)),
      isBlocking: false,
      outcomes: [],
      criteria: [],
      sightings: [...first.sightings, ...others.flatMap((nit) => [toSighting(nit), ...nit.sightings])],
    },
  ];
}

function placeOf({ path, line }: Suggestion["source"]): string {
  if (path === null) return "";
  return line === null ? ` (${path})` : ` (${path}:${line})`;
}
