/** The finding of a tool whose comment is one remark, in prose or under a title. */
import { askIn } from "../cues.ts";
import type { Finding } from "../finding.ts";
import type { Block } from "../markdown.ts";
import { readUnit } from "../read-unit.ts";

/** Read blocks as one remark; nothing when they say that there is nothing. */
export function remark(body: readonly Block[], title?: Block): Finding | undefined {
  const read = readUnit(
    { shape: "titled", body: [...body], headings: [], section: "issues", ...(title && { title }) },
    { by: "tool", isOnCode: true },
  );
  if (!read) return undefined;
  // "Our parser trips over this:" before code says nothing by itself.
  return /:\W{0,4}$/.test(read.finding.prose) && askIn(read.finding.prose) === undefined ? undefined : read.finding;
}
