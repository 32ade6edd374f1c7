/**
 * `enhance mine --jsonl FILE`: one comment a line in, one result a line out, for measuring. A line has `id` and `body`, and
 * what the App knows of a comment where the export has it: `author_kind`, `event`, `path`, `is_reply`, `is_author`.
 */
import { z } from "zod";
import { DEFAULT_CONFIG } from "../core/config.ts";
import type { Author } from "../core/review.ts";
import { UserError } from "../core/errors.ts";
import type { Kind, Priority } from "../core/enhancement.ts";
import { mineBody, type BodyContext } from "../core/mine/mine-body.ts";
import { titleOf } from "../core/mine/title.ts";
import { TOOLS } from "../core/mine/tools.ts";

const Line = z.looseObject({
  id: z.union([z.string(), z.number()]),
  author_kind: z.string().default("human"),
  event: z.string().default("issue_comment"),
  body: z.string(),
  path: z.string().nullish(),
  /** Whether it answers another comment. */
  is_reply: z.boolean().nullish(),
  /** Whether the pull request's author wrote it. */
  is_author: z.boolean().nullish(),
});

export interface JsonlResult {
  id: string | number;
  suggestions: {
    quote: string;
    /** As the default config would keep it. */
    follow_up_worthy: boolean;
    title: string;
    kind: Kind;
    priority: Priority | null;
    /** Which rule decided, and its code. */
    rule: string;
    code: string;
    confidence: number;
  }[];
}

/** Mine each line. Empty lines are passed over; a line that is not such a comment throws, naming its number. */
export function mineJsonl(lines: Iterable<string>, options: Pick<BodyContext, "without"> = {}): JsonlResult[] {
  const results: JsonlResult[] = [];
  let number = 0;
  for (const line of lines) {
    number += 1;
    if (line.trim() === "") continue;
    results.push(mineLine(parse(line, number), options));
  }
  return results;
}

function parse(line: string, number: number): z.infer<typeof Line> {
  try {
    return Line.parse(JSON.parse(line));
  } catch (cause) {
    throw new UserError(`line ${number} is not a comment in JSON; write one with "id" and "body" on each line`, {
      cause,
    });
  }
}

function mineLine(line: z.infer<typeof Line>, options: Pick<BodyContext, "without">): JsonlResult {
  const { judged } = mineBody(line.body, {
    author: authorOfKind(line.author_kind),
    isOnCode: line.event === "review_comment",
    isReply: line.is_reply ?? false,
    isOwnChange: line.is_author ?? false,
    ...options,
  });
  return {
    id: line.id,
    suggestions: judged.map(({ finding, quote, verdict }) => ({
      quote,
      follow_up_worthy: verdict.isWorthy && verdict.confidence >= DEFAULT_CONFIG.capture.minimum_confidence,
      title: titleOf(finding, line.path ?? finding.path),
      kind: verdict.kind,
      priority: verdict.priority,
      rule: verdict.rule.name,
      code: verdict.code,
      confidence: verdict.confidence,
    })),
  };
}

/** `human`, or `bot:<tool>`: a tool of ours gets its login, any other bot stays unknown and is read by its text. */
export function authorOfKind(kind: string): Author {
  if (!kind.startsWith("bot")) return { login: "somebody", kind: "human" };
  const name = kind.slice("bot:".length);
  const tool = TOOLS.find((known) => known.name === name || known.logins.includes(name));
  return { login: `${tool?.logins[0] ?? "github-actions"}[bot]`, kind: "bot" };
}
