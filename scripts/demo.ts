/**
 * The demo: a GitHub on loopback and the real server in a process of its own. A person and a review bot review a pull
 * request; the follow-up is printed and left in `demo-output/`. `--json` prints one object and nothing else.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort, ROOT, serverEnvironment, startServer, waitFor } from "../test/helpers/server-process.ts";
import { startSimulator } from "../test/simulator/simulator.ts";
import { BASE_FILES, CHANGED_FILES, PERSON_REVIEW, TOOL_REVIEW } from "./demo-review.ts";

const REPOSITORY = "octo/api";
const isJson = process.argv.includes("--json");
const say = (text: string) => {
  if (!isJson) process.stdout.write(`${text}\n`);
};

const dataDir = await mkdtemp(path.join(tmpdir(), "review-miner-demo-"));
const simulator = await startSimulator();
try {
  const { github, app } = simulator;
  say(`GitHub on loopback   ${simulator.url}`);
  github.createOrganization("octo");
  for (const login of ["alice", "bob"]) github.createUser(login);
  github.createBot("coderabbitai");
  github.createRepository(REPOSITORY, { files: BASE_FILES });
  for (const login of ["alice", "bob"]) github.setRole(REPOSITORY, login, "write");

  const server = await startServer(serverEnvironment(app, simulator.url, dataDir, await freePort()));
  try {
    say(`Review Miner         ${server.url}`);
    simulator.sendWebhooksTo(server.webhookUrl);
    github.install("octo");
    github.commitFiles(REPOSITORY, { as: "alice", branch: "uploads", files: CHANGED_FILES, message: "Stream uploads" });
    const pull = github.openPullRequest(REPOSITORY, {
      ...{ as: "alice", head: "uploads", title: "Stream uploads to storage" },
      body: "Uploads no longer pass through memory.",
    });
    say(`alice opens          ${REPOSITORY}#${pull.number} "${pull.title}"`);
    github.submitReview(REPOSITORY, pull.number, { as: "coderabbitai[bot]", state: "COMMENTED", ...TOOL_REVIEW });
    say(`a review bot reviews ${TOOL_REVIEW.comments.length} inline comments and a summary`);
    github.submitReview(REPOSITORY, pull.number, { as: "bob", state: "APPROVED", ...PERSON_REVIEW });
    say(`bob approves         ${PERSON_REVIEW.comments.length} inline comments`);
    await simulator.settle();
    // Both reviews stood before the first webhook went out, so one capture has read them both.
    const followUp = await waitFor("the follow-up", () => {
      if (!server.output().includes('"outcome":"captured"')) return undefined;
      return github.pullRequests(REPOSITORY).find(({ number }) => number !== pull.number);
    });

    const branch = followUp.head.ref;
    const before = github.readFiles(REPOSITORY, "main");
    const files = Object.fromEntries(
      Object.entries(github.readFiles(REPOSITORY, branch)).filter(([name]) => !(name in before)),
    );
    const output = path.join(ROOT, "demo-output");
    await rm(output, { recursive: true, force: true });
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(output, name)), { recursive: true });
      await writeFile(path.join(output, name), content);
    }
    await writeFile(path.join(output, "pull-request.md"), `# ${followUp.title}\n\n${followUp.body}`);

    const { number, title, body } = followUp;
    if (isJson) process.stdout.write(`${JSON.stringify({ followUp: { number, branch, title, body }, files })}\n`);
    say(`\nThe follow-up: ${REPOSITORY}#${number}  ${simulator.url}/${REPOSITORY}/pull/${number}\n`);
    say(`${title}\n${"=".repeat(title.length)}\n\n${body}`);
    for (const [name, content] of Object.entries(files)) say(`--- ${name}\n${content}`);
    say('The same is left in demo-output/. Next: README.md, "Install on GitHub".');
  } finally {
    await server.stop();
  }
} finally {
  await simulator.close();
  await rm(dataDir, { recursive: true, force: true });
}
