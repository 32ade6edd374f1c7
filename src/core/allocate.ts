/** Numbers, slugs and directory names: `enhancements/NNN-slug/`. */
import { transliterate } from "./transliterate.ts";
import { EnhancementId } from "./enhancement.ts";

export const LONGEST_SLUG = 60;

const DIRECTORY = /^(?<id>\d{3,15})-(?<slug>[a-z0-9]+(?:-[a-z0-9]+)*)$/;
/** Names that Windows keeps for devices, with or without an extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** The id after the highest number taken. Gaps stay gaps: an id once cited is never given again. */
export function nextId(taken: ReadonlySet<number>): string {
  let highest = 0;
  for (const number of taken) highest = Math.max(highest, number);
  return toId(highest + 1);
}

/** A number as an id: three digits or more. */
export function toId(number: number): string {
  return String(number).padStart(3, "0");
}

/**
 * The number that a directory holds, whoever made it: `007-cache`, but also `7-foo`, `007` and `1000x`. Numbers too
 * large to count on from are nobody's.
 */
export function takenNumber(name: string): number | undefined {
  const digits = /^\d{1,15}(?!\d)/.exec(name)?.[0];
  const number = Number(digits ?? 0);
  return number > 0 && number < LARGEST ? number : undefined;
}

/** A directory named after a date or a hash is no reason to go on counting from there. */
const LARGEST = 1_000_000;

/** `Use Redis™ for Caching!` becomes `use-redis-for-caching`; what leaves nothing usable becomes `untitled`. */
export function slugify(title: string): string {
  const words = transliterate(title)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, LONGEST_SLUG) : `${slug}-${word}`;
    if (longer.length > LONGEST_SLUG) break;
    slug = longer;
  }
  if (slug === "") return "untitled";
  return RESERVED.test(slug) ? `${slug}-item` : slug;
}

export function directoryName(id: string, slug: string): string {
  return `${id}-${slug}`;
}

/** The inverse of `directoryName`, or `undefined` for a directory that is not ours. */
export function parseDirectoryName(name: string): { id: EnhancementId; slug: string } | undefined {
  const groups = DIRECTORY.exec(name)?.groups;
  const id = EnhancementId.safeParse(groups?.["id"]);
  const slug = groups?.["slug"];
  return slug !== undefined && id.success ? { id: id.data, slug } : undefined;
}
