/**
 * The demo: a GitHub on loopback and the real server in a process of its own. A review bot and a person review a pull
 * request; the follow-up is printed and left in `demo-output/`, and then lives on: a command in a thread, a resolved
 * thread, the merge, a decision. `--json` prints one object, the follow-up after the reviews, and nothing else.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import { withoutMarker } from "../src/core/marker.ts";
import { freePort, ROOT, serverEnvironment, startServer, waitFor } from "../test/helpers/server-process.ts";
import { startSimulator, type Simulator } from "../test/simulator/simulator.ts";
import { BASE_FILES, CHANGED_FILES, PERSON_REVIEW, TOOL_REVIEW } from "./demo-review.ts";

const REPOSITORY = "octo/api";
const CAPTURE_WITHIN_MS = 60_000;

type FollowUp = ReturnType<Simulator["github"]["pullRequest"]>;

const { json: isJson = false } = new Command("npm run demo --")
  .description("A GitHub on loopback, the real server, two reviews, and the follow-up that comes of them.")
  .option("--json", "print one object, the follow-up after the reviews with its files, and nothing else")
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse(process.argv.slice(2), { from: "user" })
  .opts<{ json?: boolean }>();
const say = (text: string) => {
  if (!isJson) process.stdout.write(`${text}\n`);
};

const dataDir = await mkdtemp(path.join(tmpdir(), "review-miner-demo-"));
const simulator = await startSimulator();
try {
  say(`GitHub on loopback      ${simulator.url}`);
  const environment = serverEnvironment(simulator.app, simulator.url, dataDir, await freePort());
  const server = await startServer(environment);
  try {
    say(`Review Miner            ${server.url}`);
    simulator.sendWebhooksTo(server.webhookUrl);
    const followUp = await review(simulator);
    await show(followUp, filesOf(simulator, followUp));
    if (!isJson) await live(simulator, followUp);
    say('\nThe follow-up after the reviews is left in demo-output/. Next: README.md, "Install on GitHub".');
  } finally {
    await server.stop();
  }
} finally {
  await simulator.close();
  await rm(dataDir, { recursive: true, force: true });
}

/** Everything that people and the bot do, one after the other; resolves with the follow-up that holds it all. */
async function review(simulated: Simulator): Promise<FollowUp> {
  const { github } = simulated;
  github.createOrganization("octo");
  for (const login of ["alice", "bob"]) github.createUser(login);
  github.createBot("claude");
  github.createRepository(REPOSITORY, { files: BASE_FILES });
  for (const login of ["alice", "bob"]) github.setRole(REPOSITORY, login, "write");
  github.install("octo");
  github.commitFiles(REPOSITORY, { as: "alice", branch: "uploads", files: CHANGED_FILES, message: "Stream uploads" });
  const pull = github.openPullRequest(REPOSITORY, {
    ...{ as: "alice", head: "uploads", title: "Stream uploads to storage" },
    body: "Uploads no longer pass through memory.",
  });
  say(`alice opens             ${REPOSITORY}#${pull.number} "${pull.title}"`);

  github.submitReview(REPOSITORY, pull.number, { as: "claude[bot]", state: "COMMENTED", ...TOOL_REVIEW });
  say(`a review bot reviews    a summary and ${TOOL_REVIEW.comments.length} inline comment`);
  const find = () => github.pullRequests(REPOSITORY).find(({ labels }) => labels.length > 0);
  const followUp = await waitFor("the follow-up", find, CAPTURE_WITHIN_MS);
  const first = followUp.title;
  say(`Review Miner opens      ${REPOSITORY}#${followUp.number} "${first}"`);

  github.submitReview(REPOSITORY, pull.number, { as: "bob", state: "APPROVED", ...PERSON_REVIEW });
  say(`bob approves            a summary and ${PERSON_REVIEW.comments.length} inline comments`);
  const isRenewed = () => (followUp.title === first ? undefined : true);
  await waitFor("the follow-up to grow", isRenewed, CAPTURE_WITHIN_MS);
  await simulated.settle();
  say(`Review Miner updates    ${REPOSITORY}#${followUp.number} "${followUp.title}"`);
  return followUp;
}

/** What the follow-up adds to the default branch. */
function filesOf({ github }: Simulator, followUp: FollowUp): Record<string, string> {
  const before = github.readFiles(REPOSITORY, followUp.base.ref);
  const after = Object.entries(github.readFiles(REPOSITORY, followUp.head.ref));
  return Object.fromEntries(after.filter(([name]) => !(name in before)));
}

async function show({ number, title, body, head }: FollowUp, files: Record<string, string>): Promise<void> {
  const output = path.join(ROOT, "demo-output");
  await rm(output, { recursive: true, force: true });
  for (const [name, content] of Object.entries({ ...files, "pull-request.md": `# ${title}\n\n${body}` })) {
    await mkdir(path.dirname(path.join(output, name)), { recursive: true });
    await writeFile(path.join(output, name), content);
  }
  const followUp = { number, branch: head.ref, title, body };
  if (isJson) process.stdout.write(`${JSON.stringify({ followUp, files })}\n`);
  say(`\nThe follow-up, on the simulated GitHub: https://github.com/${REPOSITORY}/pull/${number}\n`);
  // GitHub does not show the marker below the text either.
  say(`${title}\n${"=".repeat(title.length)}\n\n${withoutMarker(body)}\n`);
  const names = Object.keys(files);
  const shown = names.find((name) => name.endsWith(".md"));
  for (const name of names)
    say(name === shown ? `--- demo-output/${name}\n${files[name] ?? ""}` : `--- demo-output/${name}`);
}

/** What people do next, and the follow-up after each step. */
async function live({ github }: Simulator, followUp: FollowUp): Promise<void> {
  const source = github.pullRequest(REPOSITORY, 1);
  const rootOf = (word: string) => {
    const root = source.threads.map(({ comments }) => comments[0]).find((comment) => comment?.body.includes(word));
    if (!root) throw new Error(`nobody wrote "${word}"`);
    return root.id;
  };
  const step = async (told: string, act: () => unknown, isDone: () => boolean) => {
    act();
    await waitFor(told, () => (isDone() ? true : undefined), CAPTURE_WITHIN_MS);
    say(`\n${told}\n\n${outline(followUp)}`);
  };
  say("\nThe follow-up lives on\n======================");
  await step(
    'bob answers "/enhance" in the thread of his question: it is kept',
    () => github.replyTo(REPOSITORY, rootOf("ever read"), { as: "bob", body: "/enhance" }),
    () => followUp.title.startsWith("Capture 4"),
  );
  const before = followUp.body;
  await step(
    "alice answers 413 now, and resolves that thread: it waits no more",
    () => {
      github.resolveThread(REPOSITORY, rootOf("413"), { as: "alice" });
    },
    () => followUp.body !== before,
  );
  await step(
    `${REPOSITORY}#1 merges: what is still open joins, and the follow-up is ready`,
    () => {
      github.mergePullRequest(REPOSITORY, 1, { as: "alice" });
    },
    () => !followUp.isDraft,
  );
  await step(
    'the maintainer writes "/enhance reject 002 we are leaving this database" on the follow-up',
    () =>
      github.comment(REPOSITORY, followUp.number, {
        as: "bob",
        body: "/enhance reject 002 we are leaving this database",
      }),
    () => followUp.body.includes("(rejected: "),
  );
  const answer = () => followUp.comments.find(({ author }) => author.login === "review-miner[bot]")?.body;
  const said = await waitFor("the answer", answer, CAPTURE_WITHIN_MS);
  say(`\nReview Miner answers    ${said.split("\n").at(-1) ?? ""}`);
}

/** The items of a follow-up, a line each, and what else its text counts. */
function outline({ title, body, isDraft }: FollowUp): string {
  const rows = [
    ...withoutMarker(body).matchAll(
      /^\| (?<id>\d+) \| \[(?<what>.+?)\]\([^)]*\)(?<state>[^|]*)\|.*\| (?<priority>[^|]+) \|$/gm,
    ),
  ];
  const items = rows.map(({ groups }) => {
    const { id = "", what = "", state = "", priority = "" } = groups ?? {};
    return `  ${id}  ${what}${state.trimEnd()}, ${priority}`;
  });
  const folded = [...body.matchAll(/<summary>(?<text>[^<]*)<\/summary>/g)].map(
    ({ groups }) => `  ${groups?.["text"] ?? ""}`,
  );
  return [`${title}${isDraft ? " (draft)" : ""}`, ...items, ...folded].join("\n");
}
