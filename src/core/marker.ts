/**
 * The hidden marker at the end of a follow-up's body: which suggestions it carries or carried, so that GitHub alone can
 * give back what was proposed and decided, and a checksum that tells whether a person edited the text above it.
 */
import { z } from "zod";
import { digest } from "./digest.ts";
import { EnhancementId } from "./enhancement.ts";

const MarkedItem = z.object({
  id: EnhancementId,
  key: z.string(),
  title: z.string().default(""),
  path: z.string().nullable().default(null),
  /** The source pull request, where the marker is of several. */
  pull: z.int().positive().optional(),
  /** Its quote was taken out, and stays out where the item comes back. */
  redacted: z.literal(true).optional(),
  /** It left the follow-up: a person took it out, which is a decision, or we did, for a reason. */
  gone: z.object({ by: z.enum(["person", "us"]), why: z.string() }).optional(),
});
export type MarkedItem = z.infer<typeof MarkedItem>;

const Marker = z.object({
  v: z.literal(1),
  /** The source pull request; absent on the rolling follow-up. */
  pull: z.int().positive().optional(),
  items: z.array(MarkedItem),
  /** We closed it ourselves: where its branch stood, to restore it from. */
  closed: z.object({ head: z.string().regex(/^[0-9a-f]{40}$/), why: z.enum(["source closed", "empty"]) }).optional(),
  /** First 16 hex digits of the SHA-256 of the text above the marker, as we wrote it. */
  sum: z.string(),
  /** A person rewrote the text above; it is theirs from then on. */
  edited: z.literal(true).optional(),
});
export type Marker = z.infer<typeof Marker>;

/** What GitHub takes as the body of a pull request, in characters. */
const MAX_BODY = 65_536;
/** More than a marker without items. */
const BARE_MARKER = 500;

const MARKER = /^<!-- review-miner (?<code>[A-Za-z0-9_-]+) -->$/;

/**
 * Appends a marker to a body's text. Base64url keeps keys from ending the HTML comment early. Where the body would be too
 * long for GitHub, the oldest items lose their words, and then their place; at last a text that leaves no room is cut.
 */
export function withMarker(whole: string, facts: Omit<Marker, "v" | "sum">): string {
  const text = whole.slice(0, MAX_BODY - BARE_MARKER).toWellFormed();
  const sum = digest(normalise(text).trim());
  const write = (items: readonly Partial<MarkedItem>[]) => {
    const code = Buffer.from(JSON.stringify({ v: 1, ...facts, items, sum })).toString("base64url");
    return `${text}\n\n<!-- review-miner ${code} -->\n`;
  };
  const { items } = facts;
  for (let full = items.length, kept = items.length; ;) {
    const bare = items
      .slice(items.length - kept, items.length - full)
      .map(({ id, key, redacted, gone }) => ({ id, key, redacted, gone }));
    const body = write([...bare, ...items.slice(items.length - full)]);
    if (body.length <= MAX_BODY || kept === 0) return body;
    if (full > 0) full = Math.floor(full * 0.8);
    else kept = Math.floor(kept * 0.8);
  }
}

/** The marker of a body, or nothing when there is none or it is damaged. */
export function parseMarker(body: string): Marker | undefined {
  const { code } = splitBody(body);
  if (code === undefined) return undefined;
  try {
    return Marker.safeParse(JSON.parse(Buffer.from(code, "base64url").toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

/** A body without its text: the marker as it stands, or nothing when there is none. Holds on to no memory of the text. */
export function markerAlone(body: string): string {
  const { code } = splitBody(body);
  if (code === undefined) return "";
  // A piece of a string keeps the whole of it in memory.
  return `<!-- review-miner ${Buffer.from(code, "base64url").toString("base64url")} -->`;
}

/** Whether a person changed the text since we wrote it; a body without a sound marker counts as changed. */
export function isBodyEditedByPerson(body: string): boolean {
  const marker = parseMarker(body);
  return marker?.edited === true || marker?.sum !== digest(normalise(withoutMarker(body)).trim());
}

/** The body without its marker: what stands above it, and what a person wrote below. */
export function withoutMarker(body: string): string {
  return splitBody(body).text;
}

/** The last line that looks like a marker is it. */
function splitBody(body: string): { text: string; code?: string | undefined } {
  const lines = normalise(body).split("\n");
  const last = lines.findLastIndex((line) => MARKER.test(line.trim()));
  if (last === -1) return { text: lines.join("\n") };
  const above = lines
    .slice(0, last)
    .join("\n")
    .replace(/(?<!\n)\n{1,9}$/, "");
  const below = lines
    .slice(last + 1)
    .join("\n")
    .trim();
  const text = [above, below].filter((part) => part !== "").join("\n\n");
  return { text, code: MARKER.exec(lines[last]?.trim() ?? "")?.groups?.["code"] };
}

/** GitHub's web editor saves CRLF. */
function normalise(body: string): string {
  return body.replaceAll("\r\n", "\n");
}
