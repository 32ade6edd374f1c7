/** New suggestions that are known from elsewhere: each becomes a sighting of its twin, or was declined with it. */
import { findTwin, type Catalog, type KnownEnhancement } from "./catalog.ts";
import { toDeclined } from "./left-out.ts";
import { mergedItems } from "./merged-items.ts";
import type { Place } from "./place.ts";
import type { Rolling } from "./rolling-place.ts";
import type { Snapshot } from "./snapshot.ts";
import type { LeftOut, Suggestion } from "./suggestion.ts";

type At = NonNullable<KnownEnhancement["at"]>;

/** A suggestion, and where the enhancement stands that it raises again. */
export interface TwinSighting {
  suggestion: Suggestion;
  at: At;
}

/** Gathers the new suggestions that have a twin, as they are taken in. */
export interface Twins {
  /** Takes in a suggestion that has a twin, and says whether it has one. What a person asks for has none. */
  takeIn: (suggestion: Suggestion) => boolean;
  /** Of what was taken in: whose twin stands somewhere. */
  sightings: readonly TwinSighting[];
  /** And whose twin was declined. */
  declined: readonly LeftOut[];
}

interface TwinFacts {
  rolling: Rolling;
  /** A follow-up's own branch, where nothing comes from elsewhere; the rolling one, and the default branch, are everybody's. */
  ownPlace: Place | undefined;
  /** Uids of the items that came from this source. */
  own: ReadonlySet<string>;
}

/** Looks for twins among all that is known, but for what is the source's own. */
export function createTwins(snapshot: Snapshot, { known }: Catalog, { rolling, ownPlace, own }: TwinFacts): Twins {
  const isOwn = ({ at }: KnownEnhancement) =>
    at !== undefined && (own.has(at.status.uid) || at.branch === ownPlace?.name);
  const foreign = known.filter((each) => !isOwn(each));
  const sightings: TwinSighting[] = [];
  const declined: LeftOut[] = [];
  return {
    ...{ sightings, declined },
    takeIn(suggestion) {
      const twin = suggestion.askedBy === undefined ? findTwin(suggestion, foreign) : undefined;
      if (twin?.at) sightings.push({ suggestion, at: asItStands(twin.at, snapshot, rolling) });
      else if (twin?.declinedIn !== undefined) declined.push(toDeclined(suggestion, twin.declinedIn));
      return twin !== undefined;
    },
  };
}

/** A merged enhancement may be changed on the rolling branch already: whatever comes next is added to that. */
function asItStands(at: At, snapshot: Snapshot, rolling: Rolling): At {
  if (at.branch !== snapshot.repository.defaultBranch) return at;
  const pending = mergedItems(snapshot, rolling).find(({ name }) => name === at.name);
  if (!pending?.isPending) return at;
  const { branch, commit, name, from, status } = pending;
  return { branch, commit, name, from, status };
}
