/** What a tool's paragraph opens with, in bold: the name of a finding, or how heavy it is. */
import { sectionOf } from "./cues.ts";
import type { Severity } from "./finding.ts";
import { isCategory } from "./heading.ts";
import { readInline } from "./inline.ts";
import { NOTHING } from "./empty-words.ts";
import { isPartLabel } from "./labels.ts";
import type { SectionKind } from "./languages/language.ts";
import type { Block } from "./markdown.ts";
import { cutBlock } from "./outline.ts";
import { severityOf } from "./severity.ts";

const LEAD =
  /^\s{0,9}(?:[^\p{L}\p{N}*\s]{1,4}\s{0,2})?\*\*(?<title>[^*\n]{6,160})\*\*(?=\s*(?:$|[\n(:.,;–—`-])|(?<=[:.]\*\*))/u;

/** "**Close the handle**: it leaks" opens a finding of its own; "**Impact:**" and "**Security**" do not. */
export function leadTitle(block: Block, section: SectionKind | undefined): Block | undefined {
  if (section === "praise" || section === "summary" || section === "settled" || section === "process") return undefined;
  const match = LEAD.exec(block.content);
  if (!match) return undefined;
  const { prose } = readInline(match.groups?.["title"] ?? "");
  const own = /^\W{0,12}\d{1,2}[.)]/.test(prose) ? undefined : sectionOf(prose);
  if (own === "praise" || own === "summary" || own === "settled" || own === "process") return undefined;
  if (!prose.includes(" ") || isPartLabel(prose) || isCategory(prose) || NOTHING.test(prose)) return undefined;
  return cutBlock(block, 0, match[0].length);
}

const BOLD_LEAD = /^(?:\s|[^\p{L}\p{N}*]|:\w{1,30}:){0,9}\*\*(?<label>[^*\n]{3,30})\*\*/u;

/** "**Should fix** the session is not rotated": a weight in bold opens a finding. */
export function weightOf(block: Block): Severity | undefined {
  const label = BOLD_LEAD.exec(block.content)?.groups?.["label"]?.toLowerCase();
  return label !== undefined && isCategory(label) && !isPartLabel(label) ? severityOf(label) : undefined;
}
