/** `.github/enhance.yml`: its schema and its defaults. */
import { z } from "zod";
import { CommandsConfig } from "./command-permission.ts";
import { misspeltOf, respeltOf } from "./did-you-mean.ts";
import { Kind, Priority } from "./enhancement.ts";
import { TOOLS } from "./mine/tools.ts";
import { PathPattern } from "./path-pattern.ts";

export const CONFIG_PATH = ".github/enhance.yml";
/** Where people put it as well, and where nobody reads it. */
export const MISNAMED_CONFIG_PATH = ".github/enhance.yaml";

/** Words as they stand in a comment, in any case; never a pattern. */
const Words = z.array(z.string().trim().min(2).max(60)).max(50).default([]);

/** A folder of the repository: no leading slash, no `..`, nothing hidden, so that no workflow or git file can be meant. */
const Directory = z
  .string()
  .max(100)
  .regex(
    /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/,
    'a directory is a relative path like "enhancements" or "docs/enhancements"',
  )
  .refine((path) => path.split("/").every((part) => !part.endsWith(".")), "no part of a directory ends with a dot");

const BranchPrefix = z
  .string()
  .max(50)
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]*(?:\/[A-Za-z0-9][A-Za-z0-9_-]*)*\/$/,
    'a branch prefix is letters, digits, "-" and "_" and ends with "/", like "enhance/"',
  );

/** A review tool's name or login, or the login of any other bot. A name of ours with a letter amiss, or with words around it, is a mistake. */
const ToolName = z
  .string()
  .min(1)
  .max(50)
  .superRefine((name, context) => {
    const known = TOOLS.flatMap((tool) => [tool.name, ...tool.logins]);
    const meant = name.endsWith("[bot]") ? undefined : (misspeltOf(name, known) ?? respeltOf(name, known));
    if (meant === undefined) return;
    context.addIssue({
      code: "custom",
      message: `write "${meant}"; if a bot has that very login, write "${name}[bot]"`,
    });
  });

export const Config = z.strictObject({
  directory: Directory.default("enhancements").describe("Where the enhancements live."),
  enabled: z.boolean().default(true).describe("false stops everything."),
  mode: z
    .enum(["pull-request", "rolling", "commit", "preview"])
    .default("pull-request")
    .describe(
      "pull-request opens one follow-up per source pull request, rolling one for all of them; commit writes to the default branch; preview writes nothing and shows in a check run what would be captured.",
    ),
  capture: z
    .strictObject({
      on: z
        .enum(["review", "merge", "command"])
        .default("review")
        .describe(
          "review: as reviews are posted; merge: everything waits until the pull request merges; command: nothing before somebody writes /enhance.",
        ),
      from: z
        .strictObject({
          people: z
            .enum(["triage", "anyone", "none"])
            .default("triage")
            .describe("Whose words count: people with triage permission or above, anyone, or nobody."),
          tools: z
            .union([z.enum(["known", "none"]), z.array(ToolName).max(50)])
            .default("known")
            .describe("Review tools that count: all known ones, none, or a list of names."),
        })
        .prefault({}),
      bot_pull_requests: z.boolean().default(false).describe("Mine pull requests that bots opened, unasked."),
      minimum_confidence: z.number().min(0).max(1).default(0.6).describe("Below it a suggestion is left out."),
      kinds: z
        .array(Kind)
        .default(Kind.options.filter((kind) => kind !== "style"))
        .describe("Kinds of suggestion to keep."),
      blocking: z
        .enum(["if-open-at-merge", "always", "never"])
        .default("if-open-at-merge")
        .describe(
          "What happens to an item that is meant for the pull request itself: kept if it is still open at the merge, kept at once, or never kept.",
        ),
      max_per_pull_request: z
        .int()
        .min(1)
        .max(50)
        .default(8)
        .describe(
          "At most so many items per pull request; critical and high ones go beyond it where lesser ones came first. What people ask for by /enhance, or reject, does not count.",
        ),
      nits: z
        .enum(["drop", "bundle", "each"])
        .default("drop")
        .describe(
          "What happens to small local edits: left out, kept together as one item that lists them, or kept one by one.",
        ),
      words: z
        .strictObject({
          defer: Words.describe(
            "Your own words that put something off: what a reviewer says beside them is for later.",
          ),
          ignore: Words.describe("Your own words that leave a suggestion out."),
        })
        .prefault({}),
      priorities: z
        .record(z.string().trim().min(1).max(40), Priority)
        .default({})
        .describe('The priority that a label of your reviewers or tools stands for, such as `"p0": critical`.'),
      ignore_paths: z
        .array(PathPattern)
        .max(100)
        .default([])
        .describe("Paths, folders and glob patterns; comments on matching files are not mined."),
    })
    .prefault({}),
  follow_up: z
    .strictObject({
      labels: z
        .array(z.string().min(1).max(50))
        .max(10)
        .default([])
        .describe("Labels on our pull requests beside `enhancement-capture`, by which they are found again."),
      branch_prefix: BranchPrefix.default("enhance/").describe("Follow-up branches are named <prefix>pr-<number>."),
      draft_until_merged: z.boolean().default(true).describe("Keep the follow-up a draft while its source is open."),
      keep_when_closed: z
        .boolean()
        .default(false)
        .describe("Leave the follow-up open when its source is closed without being merged."),
      comment_on_source: z
        .boolean()
        .default(false)
        .describe("Post one summary comment on the source pull request and keep it current."),
    })
    .prefault({}),
  commands: CommandsConfig.prefault({}),
  status: z
    .strictObject({
      commit_to: z
        .enum(["rolling", "base"])
        .default("rolling")
        .describe(
          "Where the status of merged enhancements is written as pull requests carry them out: to the rolling follow-up, or to the default branch, which falls back to the follow-up where a rule refuses.",
        ),
    })
    .prefault({}),
  check: z
    .enum(["touched", "always", "off"])
    .default("touched")
    .describe("The check run on pull requests: on those that touch the enhancements or this file, on all, or on none."),
});
export type Config = z.infer<typeof Config>;

export const DEFAULT_CONFIG: Config = Config.parse({});
