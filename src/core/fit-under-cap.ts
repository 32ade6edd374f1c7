/** Which of the new suggestions a follow-up takes in, where its source has more than the config lets in. */
import { byNumbers } from "./by-numbers.ts";
import { Priority } from "./enhancement.ts";
import type { Suggestion } from "./suggestion.ts";

/** See `Suggestion`. */
interface Weighty {
  priority: Priority | null;
  ownPriority?: Priority | null | undefined;
}

interface Seats {
  /** Items that are there and count: they stay, however many they are. */
  seated: readonly Weighty[];
  cap: number;
}

interface Fit {
  /** In the order given. */
  added: Suggestion[];
  /** The weightiest first. */
  overCap: Suggestion[];
}

/**
 * What people ask for is added whatever there is. The others fill the seats that are left: what was put off in words first,
 * then by priority, then what is surer. Critical and high ones count among themselves alone: what weighs less and was there
 * before, or was put off, leaves none of them out, and they are at most as many as the cap. A priority that was given to the
 * whole pull request says nothing of one among its others.
 */
export function fitUnderCap(wanted: readonly Suggestion[], { seated, cap }: Seats): Fit {
  const others = wanted.filter((suggestion) => !isAsked(suggestion)).toSorted(byNumbers(weightsOf));
  const free = Math.max(0, cap - seated.length);
  const fitting = others.slice(0, free);
  const urgentSeats = Math.max(0, cap - [...seated, ...fitting].filter(isUrgent).length);
  const urgent = others.slice(free).filter(isUrgent).slice(0, urgentSeats);
  const isIn = new Set([...wanted.filter(isAsked), ...fitting, ...urgent]);
  return {
    added: wanted.filter((suggestion) => isIn.has(suggestion)),
    overCap: others.filter((suggestion) => !isIn.has(suggestion)),
  };
}

/** A person decided by command that it is wanted. */
export function isAsked({ askedBy }: Pick<Suggestion, "askedBy">): boolean {
  return askedBy !== undefined;
}

function isUrgent(one: Weighty): boolean {
  const weight = weightOf(one);
  return weight === "critical" || weight === "high";
}

function weightOf({ priority, ownPriority = priority }: Weighty): Priority {
  return ownPriority ?? "medium";
}

function weightsOf(suggestion: Suggestion): number[] {
  const { isDeferred, promisedBy, confidence } = suggestion;
  const isPutOff = isDeferred || promisedBy !== undefined;
  return [isPutOff ? 0 : 1, Priority.options.indexOf(weightOf(suggestion)), -confidence];
}
