/** What is to be known of a text beside its outline, to cut it into units. */

/** Who wrote it, and where. */
export interface UnitOptions {
  /** People's prose is trusted less without a word of asking. */
  by: "person" | "tool";
  /** It stands on a line of code, and opens its thread. */
  isOnCode: boolean;
  /** Words of the repository's own that put something off. */
  deferWords?: readonly string[];
}
