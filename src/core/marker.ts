/**
 * The hidden marker at the end of a follow-up's body: which suggestions it carries, so that GitHub alone can give back
 * what was proposed and what was declined, and a checksum that tells whether a person edited the text above it.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { EnhancementId } from "./enhancement.ts";

const Marker = z.object({
  v: z.literal(1),
  pull: z.int().positive(),
  items: z.array(z.object({ id: EnhancementId, key: z.string() })),
  /** First 16 hex digits of the SHA-256 of the text above the marker, as we wrote it. */
  sum: z.string(),
  /** A person rewrote the text above; it is theirs from then on. */
  edited: z.literal(true).optional(),
});
export type Marker = z.infer<typeof Marker>;

const MARKER = /\n*<!-- review-miner (?<code>[A-Za-z0-9_-]+) -->\s*$/;

/** Appends a marker to a body's text. Base64url keeps keys from ending the HTML comment early. */
export function withMarker(text: string, { pull, items, edited }: Pick<Marker, "pull" | "items" | "edited">): string {
  const marker: Marker = { v: 1, pull, items, sum: checksum(text), ...(edited && { edited }) };
  return `${text}\n\n<!-- review-miner ${Buffer.from(JSON.stringify(marker)).toString("base64url")} -->\n`;
}

/** The marker of a body, or nothing when there is none or it is damaged. */
export function parseMarker(body: string): Marker | undefined {
  const code = MARKER.exec(normalise(body))?.groups?.["code"];
  if (code === undefined) return undefined;
  try {
    return Marker.safeParse(JSON.parse(Buffer.from(code, "base64url").toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

/** Whether a person changed the text since we wrote it; a body without a sound marker counts as changed. */
export function isEditedByPerson(body: string): boolean {
  const marker = parseMarker(body);
  return marker?.edited === true || marker?.sum !== checksum(textAbove(body));
}

/** The body without its marker. */
export function textAbove(body: string): string {
  return normalise(body).replace(MARKER, "");
}

function checksum(text: string): string {
  return createHash("sha256").update(normalise(text).trim()).digest("hex").slice(0, 16);
}

/** GitHub's web editor saves CRLF. */
function normalise(body: string): string {
  return body.replaceAll("\r\n", "\n");
}
