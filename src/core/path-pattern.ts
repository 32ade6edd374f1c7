/** An entry of `capture.ignore_paths`, and why one would match nothing, in words for whoever wrote it. */
import { z } from "zod";

/** A path, a folder, or a glob. What would match nothing is a mistake. */
export const PathPattern = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .superRefine((pattern, context) => {
    const message = patternFault(pattern);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });

/** What to write instead, as an instruction; nothing for a pattern that may match. */
function patternFault(pattern: string): string | undefined {
  if (pattern.startsWith("!")) return 'name only what is to be ignored; "!" takes nothing out again';
  if (pattern.includes("\\")) return `write "/" between folders: ${quote(pattern.replaceAll("\\", "/"))}`;
  if (pattern.includes("{") || pattern.includes("}")) return tellBraces(pattern);
  if (pattern.includes("[") || pattern.includes("]")) return 'write "?" for one character, whichever it is';
  const named = pattern.startsWith("./") ? pattern.slice(2) : pattern;
  const parts = named.split("/");
  // A slash in front or behind says where to begin and that a folder is meant.
  const between = parts.filter((part, index) => part !== "" || (index > 0 && index < parts.length - 1));
  if (between.length === 0) return 'name a file or folder, like "vendor/"; "**" is all of them';
  const isPlain = between.every((part) => part !== "" && part !== "." && part !== "..");
  return isPlain
    ? undefined
    : 'write the path from the root of the repository, like "src/generated/", without "." or ".."';
}

/** Of one group, the entries that say the same. */
function tellBraces(pattern: string): string {
  const [before = "", group = "", ...more] = pattern.split("{");
  const [choices = "", after = "", ...rest] = group.split("}");
  const isOne = more.length === 0 && rest.length === 0 && choices.includes(",") && !before.includes("}");
  if (!isOne) return "write an entry for each path, without braces";
  return `write an entry for each: ${choices
    .split(",")
    .map((choice) => quote(before + choice.trim() + after))
    .join(", ")}`;
}

function quote(pattern: string): string {
  return JSON.stringify(pattern);
}
