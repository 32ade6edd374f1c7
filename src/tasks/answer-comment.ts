/**
 * The use case of a command: whoever may is answered once, and what they asked for is done. Commands on enhancements
 * change files; commands that concern capturing are left to the capture, which reads them where they stand.
 */
import { z } from "zod";
import { isWish } from "../core/asked.ts";
import { EnhanceCommand } from "../core/command.ts";
import { mayRun } from "../core/command-permission.ts";
import type { Config } from "../core/config.ts";
import { renderConfigAnswer } from "../core/config-problems.ts";
import { TakenError } from "../core/errors.ts";
import { inlineText } from "../core/documents/markdown-text.ts";
import { fitRows, WHOLE_TEXT } from "../core/fit-rows.ts";
import { answerLooks, isLook } from "../core/list-enhancements.ts";
import { parseMarker } from "../core/marker.ts";
import { refusePlace } from "../core/refuse-place.ts";
import type { CommandResult } from "../core/run-command.ts";
import type { Backlog } from "../core/snapshot.ts";
import type { Incomplete } from "../core/suggestion.ts";
import { toSentence } from "../core/to-sentence.ts";
import { capturePullRequest, type CaptureOptions, type CaptureOutcome } from "./capture-pull-request.ts";
import { describeCapture, describeWish, leftToSource } from "./describe-capture.ts";
import { NoPullRequestError, type CommentTarget, type Forge } from "./forge.ts";
import { runCommands } from "./run-commands.ts";

export const AnswerPayload = z.object({
  installationId: z.int().positive(),
  repository: z.object({ id: z.int().positive(), owner: z.string(), name: z.string() }),
  pullNumber: z.int().positive(),
  isPrivate: z.boolean().optional(),
  comment: z.object({
    kind: z.enum(["issue-comment", "review-comment", "review"]),
    id: z.int().positive(),
    nodeId: z.string(),
    threadId: z.int().positive().optional(),
    writtenAt: z.string(),
    /** When it was edited, if these are the commands that were added then. */
    editedAt: z.string().optional(),
    author: z.object({ id: z.int(), login: z.string(), isBot: z.boolean() }),
  }),
  commands: z.array(z.object({ line: z.int(), command: EnhanceCommand })),
  problems: z.array(z.object({ line: z.int(), message: z.string(), remedy: z.string() })),
  hint: z.string().optional(),
});
export type AnswerPayload = z.infer<typeof AnswerPayload>;

interface AnswerOptions {
  botLogin: string;
  /** User ids of bots that may command, by the operator's word. */
  allowedBots?: readonly number[];
  /** See `capturePullRequest`. */
  onIncomplete?: ((texts: readonly Incomplete[]) => void) | undefined;
}

export interface AnswerOutcome {
  outcome: "answered" | "refused";
  commands: number;
  reason?: string;
}

/** Throws `MovedError` after three lost races, and whatever the forge throws. */
export async function answerComment(
  forge: Forge,
  payload: AnswerPayload,
  options: AnswerOptions,
): Promise<AnswerOutcome> {
  const { repository, pullNumber, comment } = payload;
  const backlog = await forge.readBacklog(repository);
  const { ref, config: read } = backlog.repository;
  const config = read.ok ? read.config : read.meanwhile;
  const reason = refusePlace(payload, backlog.repository) ?? (config.enabled ? undefined : "switched off by config");
  if (reason !== undefined) return { outcome: "refused", commands: 0, reason };
  const allowed = await permit(forge, backlog, payload, { config, allowedBots: options.allowedBots ?? [] });
  if (!allowed.mayAny) {
    // A stranger's comment may still hold suggestions: it is read like any other.
    const source = sourcePullOf(backlog, pullNumber);
    if (source !== undefined) await capturePullRequest(forge, { repository, pullNumber: source }, options);
    return { outcome: "refused", commands: 0, reason: "no permission" };
  }
  const { threadId, editedAt, ...place } = comment;
  const target: CommentTarget = { ...place, pullNumber, ...(threadId !== undefined && { threadId }) };
  await forge.react(ref, target, "eyes");
  const on = (editedAt ?? comment.writtenAt).slice(0, 10);
  const act = { by: comment.author.login, on, botLogin: options.botLogin };
  const asked = [comment.kind, comment.id, ...(editedAt === undefined ? [] : [editedAt])].join(":");
  const { results, changed } = await runCommands(forge, repository, allowed.commands, {
    ...{ act, comment: asked, pullNumber },
  });

  // What was changed on a follow-up's branch is told in its text, and what was asked of us is captured.
  const source = sourcePullOf(backlog, pullNumber);
  const sources = new Set([source, ...changed.map((branch) => sourceAt(backlog, branch))]);
  const captured = new Map<number, CaptureOutcome>();
  for (const each of sources) {
    if (each !== undefined) captured.set(each, await captureOrTell(forge, { repository, pullNumber: each }, options));
  }
  const wishes = await answerWishes(forge, {
    ...{ payload, commands: allowed.commands, options, source },
    here: captured.get(pullNumber),
  });
  // Whoever looks in the same comment wants to see what came of it.
  const looks = allowed.commands.map(({ command }) => command).filter(isLook);
  const now = looks.length === 0 ? backlog : await forge.readBacklog(repository);
  const lines: CommandResult[] = [
    ...[...results, ...wishes, ...answerLooks(looks, now, pullNumber), ...complaints(allowed)],
    ...(read.ok ? [] : [{ line: renderConfigAnswer(read.problems, backlog.repository.url) }]),
  ];
  const isSaid = await forge.ensureReply(ref, target, {
    marker: `<!-- review-miner reply ${comment.nodeId} -->`,
    body: fitRows(
      lines.map(({ line }) => line),
      { rest: "ask for fewer in one comment", between: "\n\n", room: WHOLE_TEXT },
    ),
  });
  await forge.react(ref, target, lines.some(({ failed }) => failed) ? "confused" : "rocket");
  const outcome = { outcome: "answered", commands: allowed.commands.length } as const;
  return isSaid ? outcome : { ...outcome, reason: "the conversation is locked" };
}

/** The source whose capture concerns a pull request: its own, or that of the follow-up it is. */
function sourcePullOf(backlog: Backlog, pullNumber: number): number | undefined {
  const followUp = backlog.generated.find(({ number }) => number === pullNumber);
  return followUp ? parseMarker(followUp.body)?.pull : pullNumber;
}

function sourceAt(backlog: Backlog, branch: string): number | undefined {
  const followUp = backlog.generated.find((each) => each.branch === branch && each.state === "open");
  return followUp && parseMarker(followUp.body)?.pull;
}

/** Nothing can be captured while somebody else's commit is on the branch it goes to: that is told, and all else is done. */
async function captureOrTell(
  forge: Forge,
  source: Pick<AnswerPayload, "repository" | "pullNumber">,
  options: CaptureOptions,
): Promise<CaptureOutcome> {
  try {
    return await capturePullRequest(forge, source, options);
  } catch (error) {
    if (!(error instanceof TakenError)) throw error;
    return { outcome: "refused", added: 0, reason: error.message };
  }
}

interface Allowed {
  mayAny: boolean;
  commands: AnswerPayload["commands"];
  problems: AnswerPayload["problems"];
  hint: string | undefined;
}

/** What of a comment its author may have answered. Problems and hints are for those who may change things. */
async function permit(
  forge: Forge,
  { repository }: Backlog,
  { comment: { author }, commands, problems, hint }: AnswerPayload,
  { config, allowedBots }: { config: Config; allowedBots: readonly number[] },
): Promise<Allowed> {
  const role = author.isBot ? "none" : await forge.readRole(repository.ref, author.login, { isAnew: true });
  const may = (verb: Parameters<typeof mayRun>[0]) =>
    mayRun(verb, {
      ...{ userId: author.id, isBot: author.isBot, role },
      rules: { config: config.commands, isPrivate: repository.isPrivate },
      allowedBots: [...allowedBots, ...config.commands.bots],
    }).may;
  const mayChange = may("status");
  const given = commands.filter(({ command }) => may(command.verb));
  const told = mayChange ? problems : [];
  const said = mayChange ? hint : undefined;
  return { mayAny: given.length + told.length > 0 || said !== undefined, commands: given, problems: told, hint: said };
}

/** Commands that the capture has read where they stand: what came of them. */
async function answerWishes(
  forge: Forge,
  {
    payload: { repository, comment },
    commands,
    options,
    source,
    here,
  }: {
    payload: AnswerPayload;
    commands: Allowed["commands"];
    options: AnswerOptions;
    source: number | undefined;
    /** What was captured from the pull request they stand on; a follow-up is not captured from. */
    here: CaptureOutcome | undefined;
  },
): Promise<CommandResult[]> {
  const results: CommandResult[] = [];
  for (const { command } of commands) {
    const { verb } = command;
    if (isWish(command)) {
      results.push(here ? describeWish(command, here, comment) : leftToSource(verb, source));
    } else if ("fromPull" in command) {
      const asked = { ...options, askedBy: comment.author.login };
      results.push(await captureOther(forge, { repository, pullNumber: command.fromPull }, asked));
    }
  }
  return results;
}

/** A number comes from whoever wrote the command: there may be no such pull request. */
async function captureOther(
  forge: Forge,
  other: Pick<AnswerPayload, "repository" | "pullNumber">,
  asked: AnswerOptions & { askedBy: string },
): Promise<CommandResult> {
  try {
    return describeCapture(await captureOrTell(forge, other, asked));
  } catch (error) {
    if (!(error instanceof NoPullRequestError)) throw error;
    return {
      line: `There is no pull request ${other.pullNumber} in this repository. Check the number; an issue is none.`,
      failed: true,
    };
  }
}

function complaints({ problems, hint }: Allowed): CommandResult[] {
  const told = problems.map(({ line, message, remedy }): CommandResult => ({
    line: inlineText(toSentence(`Line ${line}: ${message}; ${remedy}`)),
    failed: true,
  }));
  return hint === undefined ? told : [...told, { line: inlineText(toSentence(hint)), failed: true }];
}
