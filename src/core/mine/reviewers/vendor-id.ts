/** Ids that tools keep in HTML comments: the same finding, posted again, carries the same one. */
import type { Finding } from "../finding.ts";
import type { Document } from "../markdown.ts";

/** The first id that a pattern with a group `id` finds in a body's comments. */
export function vendorIdIn({ comments }: Document, pattern: RegExp): Pick<Finding, "vendorId"> {
  for (const comment of comments) {
    const id = pattern.exec(comment)?.groups?.["id"];
    if (id !== undefined) return { vendorId: id };
  }
  return {};
}
