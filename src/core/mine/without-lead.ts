/** Words without the short title that stands before them. */
import { deferralIn } from "./cues.ts";

/** "Testing: check that …". */
const LEAD = /^(?:\W{0,4})(?:[\w`'/()-]{1,24} ){0,4}[\w`'/()-]{1,24} ?: (?=\S)/;

/** The words behind a short title and its colon; all of them where there is none, or where it puts something off. Give it `prose`. */
export function withoutLead(prose: string): string {
  const lead = prose.includes(": ") ? LEAD.exec(prose)?.[0] : undefined;
  return lead === undefined || deferralIn(lead) !== undefined ? prose : prose.slice(lead.length);
}
