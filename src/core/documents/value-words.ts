/** What zod finds wrong with a value, in words for whoever wrote the file, where a schema has none of its own. */
import type { z } from "zod";
import { TYPE_WORDS } from "../type-words.ts";

/** A sentence, or nothing where zod's own has to do. */
export function wordsOfIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return "it is missing";
  if (issue.code === "invalid_type") return `${TYPE_WORDS[issue.expected] ?? issue.expected} is needed here`;
  if (issue.code === "invalid_value") return `it is none of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "too_small" && issue.origin === "string") return "it is empty";
  if (issue.code === "too_small") return `it is below ${issue.inclusive ? issue.minimum : Number(issue.minimum) + 1}`;
  return undefined;
}
