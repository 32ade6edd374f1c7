/** Which of the new suggestions a follow-up takes in, where its source has more than the config lets in. */
import { byNumbers } from "./by-numbers.ts";
import type { StatusFile } from "./documents/status-json.ts";
import { Priority } from "./enhancement.ts";
import type { Suggestion } from "./suggestion.ts";

interface Seats {
  /** Items that are there and count: they stay, however many they are. */
  seated: readonly Pick<StatusFile, "priority">[];
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
 * before, or was put off, leaves none of them out, and they are at most as many as the cap.
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

function isUrgent({ priority }: { priority: Priority | null }): boolean {
  return priority === "critical" || priority === "high";
}

function weightsOf({ isDeferred, promisedBy, priority, confidence }: Suggestion): number[] {
  const isPutOff = isDeferred || promisedBy !== undefined;
  return [isPutOff ? 0 : 1, Priority.options.indexOf(priority ?? "medium"), -confidence];
}
