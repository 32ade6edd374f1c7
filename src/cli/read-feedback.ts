/** What `enhance mine` is pointed at: a pull request on GitHub, a file, or standard input. */
import { readFile } from "node:fs/promises";
import { text as readStream } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { UserError } from "../core/errors.ts";
import type { PullRequestFeedback } from "../core/review.ts";
import type { DirectoryListing } from "../core/snapshot.ts";
import { parsePullRequestName, type PullRequestName } from "./pull-request-name.ts";

export interface FeedbackSources {
  /** All that stands on GitHub about a pull request. Throws `UserError` without a token. */
  readPullRequest: (
    name: PullRequestName,
  ) => Promise<{ feedback: PullRequestFeedback; directories: DirectoryListing[] }>;
  /** `from`: what messages call the JSON. Throws `UserError` for JSON of another shape. */
  parseJson: (json: unknown, options: { name: PullRequestName | undefined; from: string }) => PullRequestFeedback;
  stdin: Readable;
}

/** What was written, and the enhancements that stand on GitHub. Throws `UserError` for what cannot be read. */
export async function readFeedback(
  target: string,
  pull: string | undefined,
  { readPullRequest, parseJson, stdin }: FeedbackSources,
): Promise<{ feedback: PullRequestFeedback; directories: DirectoryListing[] }> {
  const name = parsePullRequestName(target);
  if (name) return readPullRequest(name);
  const named = pull === undefined ? undefined : parsePullRequestName(pull);
  if (pull !== undefined && !named)
    throw new UserError(`--pull "${pull}" is not a pull request; write owner/repo#12, or its address`);
  const text = await readTarget(target, stdin);
  const from = target === "-" ? "standard input" : `"${target}"`;
  return { feedback: parseJson(parseJsonText(text, from), { name: named, from }), directories: [] };
}

/** The text of a file, or of standard input for "-". Throws `UserError` when it cannot be read. */
export async function readTarget(target: string, stdin: Readable): Promise<string> {
  if (target === "-") return readStream(stdin);
  try {
    return await readFile(target, "utf8");
  } catch (error) {
    const remedy = 'give a pull request as owner/repo#12 or its address, a JSON file, or "-" for standard input';
    throw new UserError(`cannot read "${target}"; ${remedy}`, { cause: error });
  }
}

function parseJsonText(text: string, from: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UserError(`${from} is not JSON; give a review or comment as the GitHub API returns it`, {
      cause: error,
    });
  }
}
