/** Places in code as tools write them: permalinks at a commit, and `path:line`. */
import type { Finding } from "../finding.ts";

const PERMALINK = /\/blob\/[0-9a-f]{7,40}\/(?<path>[^#\s)"'>]{1,300})#L(?<line>\d{1,7})/;
const ANCHOR = /(?<path>[\w@.-][\w@./-]{0,200}\.\w{1,10})(?::| ?\[|#L|, lines? )L?(?<line>\d{1,7})/;

/** The place that a text points at, if it points at one. */
export function placeIn(text: string): Pick<Finding, "path" | "line"> {
  const groups = (PERMALINK.exec(text) ?? ANCHOR.exec(text))?.groups;
  if (!groups) return {};
  return { path: groups["path"] ?? "", line: Number(groups["line"]) };
}
