/** The small edits of one pull request as one item. */
import { toSighting } from "../sighting.ts";
import { pathWithLine } from "../source.ts";
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
      description: nits.map(toLine).join("\n\n"),
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

function toLine({ title, source }: Suggestion): string {
  const place = pathWithLine(source);
  return place === "" ? title : `${title} (${place})`;
}
