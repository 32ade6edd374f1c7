/** How people name an enhancement: by its number, its directory, or its uid. */
import { z } from "zod";

/** `001`, `001-pool-connections` or `enh_5k3q9w2m7x1c`: what `toReference` makes of the ways people write them. */
export const EnhancementReference = z
  .string()
  .max(120)
  .regex(
    /^(?:(?:(?!000)\d{3}|[1-9]\d{3,14})(?:-[a-z0-9][a-z0-9._-]*)?|enh_[a-z0-9]{6,40})$/,
    "an enhancement is named by its number, like 001, its directory or its uid",
  );
export type EnhancementReference = z.infer<typeof EnhancementReference>;

const NUMBERED = /^#?0*(?<number>[1-9]\d{0,14})(?<slug>-[a-z0-9][a-z0-9._-]*)?$/;

/** Reads `1`, `001`, `#001`, `001-slug` and `enh_…`, in any letter case; anything else gives nothing. */
export function toReference(word: string): EnhancementReference | undefined {
  const given = word.toLowerCase();
  const groups = NUMBERED.exec(given)?.groups;
  const written = groups ? `${(groups["number"] ?? "").padStart(3, "0")}${groups["slug"] ?? ""}` : given;
  const result = EnhancementReference.safeParse(written);
  return result.success ? result.data : undefined;
}

/**
 * Whether a reference names this enhancement. A directory's name must fit whole: a number that now belongs to another
 * slug is not what was meant.
 */
export function refersTo(
  reference: EnhancementReference,
  { id, slug, uid }: { id: string; slug: string; uid: string },
): boolean {
  return reference === id || reference === uid || reference === `${id}-${slug}`.toLowerCase();
}
