/** A person deletes a merged enhancement while the rolling follow-up, made before that, is open: it stays deleted. */
import { expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE, type Source } from "../helpers/source-pull.ts";

const SIZE = "suggestion (non-blocking): Log the size of each upload, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry a broken transfer with exponential backoff, in a follow-up.";
const COUNT = "suggestion (non-blocking): Count the uploads that were refused, in a follow-up.";

let app: AppInProcess;
shareApp((started) => (app = started));

it.each(["pull-request", "rolling"])(
  "does not bring back what was deleted from the default branch: %s mode",
  async (mode) => {
    const { github } = app;
    const repository = `octo/deleted-${mode}`;
    const source = openSource(github, repository, { config: `mode: ${mode}\n` });
    const other = openAnother(github, repository, "download");
    const merge = async ({ pull }: Pick<Source, "pull">) => {
      github.mergePullRequest(repository, pull.number, { as: PEOPLE.author });
      await app.settle();
    };
    const say = async (body: string) => {
      github.comment(repository, other.pull.number, { as: PEOPLE.reviewer, body });
      await app.settle();
    };
    source.review([SIZE, RETRY]);
    await merge(source);
    await merge({ pull: source.followUps()[0] ?? source.pull });
    await say("/enhance approve 002");
    const all = Object.keys(github.readFiles(repository, "main"));
    const own = (id: string) => all.filter((path) => path.includes(`/${id}-`));
    const status = github.readFiles(repository, "main")[own("002").find((path) => path.endsWith("status.json")) ?? ""];
    const files = {
      ...Object.fromEntries(own("001").map((path) => [path, null])),
      // What the rolling branch lacks, so that it takes in the default branch.
      "enhancements/009-by-hand/status.json": (status ?? "").replace(/"uid": "[^"]+"/, '"uid": "enh_byhand000000"'),
    };
    github.commitFiles(repository, { as: PEOPLE.author, branch: "main", files, message: "Done without it" });
    await say("/enhance priority 002 low");

    const followUp = source.followUps().find(({ state }) => state === "open");
    expect(followUp?.body).not.toContain("Log the size");
    await merge({ pull: followUp ?? source.pull });
    expect(source.directories("main").map((name) => name.slice(0, 3))).toEqual(["002", "009"]);

    // Nor is it proposed again.
    other.review([COUNT]);
    await merge(other);
    const open = source.followUps().find(({ state }) => state === "open");
    expect(open?.body).toContain("Count the uploads");
    expect(open?.body).not.toContain("Log the size");
  },
);
