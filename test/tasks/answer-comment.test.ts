/** What is answered to a command, by the pull request that it stands on. */
import { expect, it } from "@jest/globals";
import { parseCommands } from "../../src/core/command.ts";
import { Config } from "../../src/core/config.ts";
import { parseConfigs, type ParsedConfig } from "../../src/core/parse-config.ts";
import { renderStatusJson } from "../../src/core/documents/status-json.ts";
import { withMarker } from "../../src/core/marker.ts";
import type { Backlog, FollowUp, Snapshot } from "../../src/core/snapshot.ts";
import { answerComment, type AnswerPayload } from "../../src/tasks/answer-comment.ts";
import type { Forge } from "../../src/tasks/forge.ts";
import { pull } from "../core/mine/helpers.ts";
import { octoRepository } from "../helpers/octo-repository.ts";
import { statusFile } from "../helpers/status-file.ts";

const FOLLOW_UP: FollowUp = {
  ...{ number: 13, nodeId: "PR_13", url: "https://github.com/octo/api/pull/13", title: "Capture 1 suggestion" },
  ...{ branch: "enhance/pr-123", state: "open", closedAt: null, isOurs: true, isDraft: true, labels: [] },
  ...{ body: withMarker("Hello.", { pull: 123, items: [] }), headSha: "c".repeat(40) },
};
const ROLLING = { ...FOLLOW_UP, number: 14, branch: "enhance/rolling", body: withMarker("Hello.", { items: [] }) };
const directoryOf = (id: string, slug: string, uid: string) => ({
  name: `${id}-${slug}`,
  statusJson: renderStatusJson(statusFile({ id, slug, uid, title: slug, key: `comment:${uid}:0` })),
});
const BACKLOG: Backlog = {
  repository: {
    ...octoRepository(Config.parse({})),
    directories: [directoryOf("001", "pool", "enh_aaaaaaaaaaaa"), directoryOf("001", "retry", "enh_bbbbbbbbbbbb")],
  },
  branches: [],
  generated: [FOLLOW_UP, ROLLING],
};

function payloadOf(line: string, pullNumber: number): AnswerPayload {
  return {
    installationId: 5,
    repository: BACKLOG.repository.ref,
    pullNumber,
    comment: {
      ...{ kind: "issue-comment", id: 90, nodeId: "C_90", writtenAt: "2026-11-24T10:00:00Z" },
      author: { id: 5, login: "robin", isBot: false },
    },
    ...parseCommands(line),
  };
}

/** The reply to a command of somebody who may write, and the reactions. */
async function answerTo(
  line: string,
  pullNumber: number,
  config: ParsedConfig = BACKLOG.repository.config,
): Promise<{ reply: string; reactions: string[] }> {
  const backlog = { ...BACKLOG, repository: { ...BACKLOG.repository, config } };
  const snapshot: Snapshot = { ...backlog, feedback: pull({}), followUps: [] };
  snapshot.feedback.pullRequest.state = "closed";
  const reactions: string[] = [];
  let reply = "";
  const forge: Partial<Forge> = {
    readBacklog: () => Promise.resolve(backlog),
    ensureCheckRun: () => Promise.resolve(),
    readSnapshot: () => Promise.resolve(snapshot),
    readDirectories: () => Promise.resolve(new Map()),
    readFiles: () => Promise.resolve(new Map()),
    readRole: () => Promise.resolve("write"),
    react: (_ref, _target, reaction) => Promise.resolve(void reactions.push(reaction)),
    ensureReply: (_ref, _target, { body }) => {
      reply = body;
      return Promise.resolve(true);
    },
  };
  await answerComment(forge as Forge, payloadOf(line, pullNumber), { botLogin: "review-miner[bot]" });
  return { reply, reactions };
}

it.each([
  [
    "/enhance show 001",
    "001 names more than one: 001-pool (enh_aaaaaaaaaaaa), 001-retry (enh_bbbbbbbbbbbb); give the uid.",
  ],
  ["/enhance show 7", 'There is no enhancement 007; "/enhance list" shows those there are.'],
])("%s says why nothing is shown", async (line, reply) => {
  const plain = (text: string) => text.replaceAll("\\", "");
  const shown = await answerTo(line, 123);
  expect({ ...shown, reply: plain(shown.reply) }).toEqual({ reply, reactions: ["eyes", "confused"] });
  expect(plain((await answerTo(line.replace("show", "defer"), 123)).reply)).toBe(reply);
});

it("/enhance show of a uid shows the one", async () => {
  const { reply, reactions } = await answerTo("/enhance show enh_bbbbbbbbbbbb", 123);
  expect(reply).toContain("**001: retry**");
  expect(reactions).toEqual(["eyes", "rocket"]);
});

it.each([
  ["/enhance ignore", "Nothing more is captured from this pull request."],
  ["/enhance unignore", "This pull request is captured from again."],
])("%s on a source is done", async (line, reply) => {
  expect(await answerTo(line, 123)).toEqual({ reply, reactions: ["eyes", "rocket"] });
});

it.each([
  ["/enhance ignore", "ignore", 13, "its source, #123"],
  ["/enhance unignore", "unignore", 13, "its source, #123"],
  ["/enhance", "capture", 13, "its source, #123"],
  ['/enhance create "Shard the queue"', "create", 13, "its source, #123"],
  ["/enhance ignore", "ignore", 14, "the pull request that was reviewed"],
])("%s on a follow-up says where to write %s: #%i", async (line, verb, pullNumber, place) => {
  expect(await answerTo(line, pullNumber)).toEqual({
    reply: `Nothing is captured from a follow-up itself: write \`/enhance ${verb}\` on ${place}.`,
    reactions: ["eyes", "confused"],
  });
});

const URL = "https://github.com";

it.each([
  [
    "the repository",
    [".github/enhance.yml", "enabled: true\nmode: pull-requests\nlables: [a]\n"],
    [
      `- [\`.github/enhance.yml\`, line 2](${URL}/octo/api/blob/HEAD/.github/enhance.yml#L2): mode: "pull-requests" is not known here; write "pull-request"`,
      `- [\`.github/enhance.yml\`, line 3](${URL}/octo/api/blob/HEAD/.github/enhance.yml#L3): unknown key "lables"; `,
    ],
  ],
  [
    "its owner",
    ["octo/.github/.github/enhance.yml", "mode: fast\n"],
    [
      `- [\`octo/.github/.github/enhance.yml\`, line 1](${URL}/octo/.github/blob/HEAD/.github/enhance.yml#L1): mode: "fast" is not known here; `,
    ],
  ],
  [
    "the repository, under another name",
    [".github/enhance.yaml", "enabled: true\n"],
    [
      `- [\`.github/enhance.yaml\`](${URL}/octo/api/blob/HEAD/.github/enhance.yaml): a config of this name is not read; rename it`,
    ],
  ],
])("under an invalid config of %s says where the mistakes are", async (_name, [path = "", text = ""], lines) => {
  const config = parseConfigs([{ path, text }]);
  const captured = await answerTo("/enhance", 123, config);
  expect(captured.reactions).toEqual(["eyes", "confused"]);
  expect(captured.reply).toMatch(/^Nothing was captured: the config is invalid\.\n\nThe config is not valid\. /);
  const listed = await answerTo("/enhance list", 123, config);
  for (const line of lines) {
    expect(captured.reply.replaceAll("\\", "")).toContain(`\n${line}`);
    expect(listed.reply.replaceAll("\\", "")).toContain(`\n${line}`);
  }
});

it.each([
  ["a role that they ask for more than", "commands: { write: admin, roles: { list: admin } }\nx: 1\n"],
  ["that we are off", "enabled: false\nx: 1\n"],
])("under an invalid config that says %s is silent", async (_name, text) => {
  const config = parseConfigs([{ path: ".github/enhance.yml", text }]);
  for (const line of ["/enhance list", "/enhance reject enh_aaaaaaaaaaaa", "/enhance"]) {
    expect(await answerTo(line, 123, config)).toEqual({ reply: "", reactions: [] });
  }
});

it("under an invalid config changes nothing, and says what to do", async () => {
  const config = parseConfigs([{ path: ".github/enhance.yml", text: "x: 1\n" }]);
  const { reply, reactions } = await answerTo("/enhance reject enh_aaaaaaaaaaaa", 123, config);
  expect(reply).toMatch(
    /^Nothing is changed while the config is invalid\. Mend it on the default branch, and write the/,
  );
  expect(reactions).toEqual(["eyes", "confused"]);
});
