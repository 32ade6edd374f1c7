/** Where a suggestion came from, as `status.json` records it. */
import { z } from "zod";

export const Source = z.looseObject({
  kind: z.enum(["review", "review-comment", "issue-comment", "manual"]),
  repository: z.looseObject({ id: z.int().nonnegative(), fullName: z.string() }),
  pullRequest: z.int().positive().nullable(),
  reviewId: z.int().positive().nullable(),
  commentId: z.int().positive().nullable(),
  url: z.string().nullable(),
  author: z.looseObject({ login: z.string(), kind: z.enum(["human", "bot"]) }).nullable(),
  /** The review tool's name in our own table of tools, like `coderabbit`; null for people. */
  tool: z.string().nullable().default(null),
  path: z.string().nullable(),
  line: z.int().positive().nullable(),
  commit: z
    .string()
    .regex(/^[0-9a-f]{40}$/, "a commit is 40 hex digits")
    .nullable(),
});
export type Source = z.infer<typeof Source>;

/** The place in the code that it names, as `path:line` as far as it is known; empty where no file is. */
export function pathWithLine({ path, line }: Pick<Source, "path" | "line">): string {
  if (path === null) return "";
  return line === null ? path : `${path}:${line}`;
}
