#!/usr/bin/env node
/** The command line `enhance`: the composition root that gives GitHub, the disk and the terminal to the verbs. */
import { Octokit } from "@octokit/rest";
import { Command, CommanderError, Option } from "commander";
import { apiUrlProblem } from "./api-url.ts";
import { check } from "./cli/check.ts";
import { findToken } from "./cli/github-token.ts";
import { mine, type MineFlags, type MineSources } from "./cli/mine.ts";
import { printable, type Output } from "./cli/print.ts";
import type { PullRequestName } from "./cli/pull-request-name.ts";
import { isDirectory } from "./cli/working-copy.ts";
import { UserError } from "./core/errors.ts";
import { createCheckedFetch } from "./github/checked-fetch.ts";
import { classifyFailure, type FailureClass } from "./github/classify-failure.ts";
import { createForgeCaches } from "./github/forge-caches.ts";
import { createOctokitForge } from "./github/octokit-forge.ts";
import { addOperatorCommands, parseCount } from "./operator-commands.ts";
import { parseRestFeedback } from "./github/rest-feedback.ts";
import { redact } from "./redact/redact.ts";
import { VERSION } from "./version.ts";

/** Of 1 the verbs themselves decide: something was found, or is not there. */
const EXIT = { done: 0, impossible: 2 } as const;

const output: Output = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  isTerminal: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
};

const sources: MineSources = {
  readPullRequest: readFromGitHub,
  parseJson: (json, options) => parseRestFeedback(json, { ...options, now: new Date().toISOString() }),
  stdin: process.stdin,
  redact,
};

async function readFromGitHub({ fullName, number, host: site }: PullRequestName) {
  const baseUrl = process.env["GITHUB_API_URL"] || "https://api.github.com";
  if (!URL.canParse(baseUrl)) {
    throw new UserError(`GITHUB_API_URL is "${baseUrl}"; give a URL like https://api.github.com`);
  }
  const url = new URL(baseUrl);
  const problem = apiUrlProblem(url);
  if (problem !== undefined) throw new UserError(`GITHUB_API_URL ${problem}`);
  const host = url.hostname.replace(/^api\./, "");
  if (site !== undefined && site.replace(/^www\./, "") !== host) {
    throw new UserError(`${fullName}#${number} is on ${site}, not ${host}; set GITHUB_API_URL to the API of ${site}`);
  }
  const token = await findToken(process.env, host);
  if (token === undefined) {
    throw new UserError('no token for GitHub; set GITHUB_TOKEN, or log in with the "gh" tool');
  }
  const octokit = new Octokit({
    ...{ auth: token, baseUrl, userAgent: `review-miner/${VERSION}`, log: SILENT },
    request: { fetch: createCheckedFetch({ timeoutMs: 15_000 }) },
  });
  const [owner = "", name = ""] = fullName.split("/");
  if (process.stderr.isTTY) output.err(`reading ${fullName}#${number} ...`);
  const forge = createOctokitForge(octokit, { id: 0, login: "enhance" }, createForgeCaches());
  try {
    const { feedback, repository, branches } = await forge.readSnapshot({ id: 0, owner, name }, number);
    const listings = [repository.directories, ...branches.map(({ directories }) => directories)];
    return { feedback, directories: listings.flat() };
  } catch (cause) {
    const failure = classifyFailure(cause);
    if (failure === undefined) throw cause;
    throw new UserError(`cannot read ${fullName}#${number} on ${host}: ${REMEDIES[failure]}`, { cause });
  }
}

async function readRoot(root: string): Promise<string> {
  if (await isDirectory(root)) return root;
  throw new UserError(`there is no directory "${root}"; -C takes the root of a working copy`);
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

const REMEDIES: Record<FailureClass, string> = {
  network: "it does not answer; check the network and GITHUB_API_URL",
  retryable: "it stumbled; try again in a minute",
  limited: "its limit is reached; try again later",
  unauthorized: "the token is not valid; give another one",
  permission: "the token may not read it; give one that may read pull requests",
  suspended: "the account is suspended",
  gone: "there is no such pull request, or the token may not see it",
  conflict: "it changed meanwhile; try again",
  excessive: "it finds even the smallest question too much; try again in a minute",
  rule: "a rule forbids it",
  permanent: "it refuses the request; check the token and the name",
};

const MINE_SHAPES = `
JSON is what GitHub's API or a webhook gives: one text, a list of them, pages of them, or an object that groups them by
"reviews", "review_comments" and "issue_comments"; or what "gh pr view --json reviews,comments,url" gives.
Each text needs an "id" and a "user". docs/command-line.md has recipes.

  gh api --paginate --slurp repos/octo/api/pulls/123/comments | enhance mine -`;

/** Runs the command line; gives the exit code. */
async function main(argv: string[]): Promise<number> {
  let code: number = EXIT.done;
  const program = new Command("enhance")
    .description("Turns review feedback worth keeping into tracked enhancements.")
    .version(VERSION)
    .option("-C, --directory <path>", "the root of the working copy", ".")
    .exitOverride()
    .showHelpAfterError('(say "enhance --help" for the commands)');

  program
    .command("mine")
    .description("Mine a pull request, a file of JSON from GitHub's API, or standard input.")
    .argument("<target>", "owner/repo#12 or its address, a JSON file, or - for standard input")
    .option("--write", "write the enhancements into the working copy", false)
    .addOption(new Option("--dry-run", "show what would be created (the default)").conflicts("write"))
    .option("--json", "print one JSON object", false)
    .addOption(
      new Option("--jsonl", "the target holds one comment per line; print one result per line")
        .default(false)
        .conflicts(["json", "write", "explain", "pull", "max"]),
    )
    .option("--max <n>", "at most so many enhancements, in place of capture.max_per_pull_request", parseCount)
    .addOption(
      new Option("--explain", "print every finding, what was decided and by which rule").conflicts(["json", "write"]),
    )
    .option("--pull <owner/repo#n>", "the pull request the JSON belongs to, or its address, where it does not say")
    .addHelpText("after", MINE_SHAPES)
    .showHelpAfterError('(say "enhance mine --help" for what it takes)')
    .action(async (target: string, flags: Omit<MineFlags, "root" | "explain"> & { explain?: boolean }) => {
      const root = await readRoot(program.opts<{ directory: string }>().directory);
      code = await mine(target, { ...flags, explain: flags.explain === true, root }, sources, output);
    });

  program
    .command("check")
    .description("Check the config, and every file under the enhancements directory.")
    .argument("[directory]", "the directory to check in place of the config's, relative to the working copy")
    .option("--fix", "bring headers of enhancement.md that fell behind in line with their status.json", false)
    .option("--json", "print one JSON object", false)
    .showHelpAfterError('(say "enhance check --help" for what it takes)')
    .action(async (directory: string | undefined, flags: { fix: boolean; json: boolean }) => {
      const root = await readRoot(program.opts<{ directory: string }>().directory);
      code = await check(directory, { ...flags, root }, output);
    });

  addOperatorCommands(program, output, (given) => {
    code = given;
  });

  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.impossible;
    if (!(error instanceof UserError)) throw error;
    for (const line of error.message.split("\n")) output.err(`enhance: ${printable(line)}`);
    return EXIT.impossible;
  }
}

// Whoever reads has enough, as with "| head".
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT.done);
});
process.exitCode = await main(process.argv);
