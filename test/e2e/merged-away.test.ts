/** `/enhance merge` of what waits in a follow-up: what people wrote in its directory goes on in the one that stays. */
import { describe, expect, it } from "@jest/globals";
import type { AppInProcess } from "../helpers/app-in-process.ts";
import { statusOf } from "../helpers/enhancement-files.ts";
import { shareApp } from "../helpers/shared-app.ts";
import { openAnother, openSource, PEOPLE, type Source } from "../helpers/source-pull.ts";
import type { PullRequest } from "../simulator/model.ts";

const POOL = "suggestion (non-blocking): Use a connection pool instead of one connection per request, in a follow-up.";
const RETRY = "suggestion (non-blocking): Retry uploads with backoff instead of giving up, in a follow-up.";
const SIZE = "suggestion (non-blocking): Log the size of each upload, in a follow-up.";
const BOB = { as: PEOPLE.reviewer };
const THEIRS = {
  "notes.md": "Ask the storage team.\n",
  "analysis.md": "# What was measured\n",
  "measure.sh": { bytes: Buffer.from("#!/bin/sh\n"), mode: "100755" as const },
  latest: { bytes: Buffer.from("figures/deep/sizes.bin"), mode: "120000" as const },
  "figures/deep/sizes.bin": { bytes: Uint8Array.from([0, 1, 2, 0xff]) },
};
const NAMES = Object.keys(THEIRS).toSorted();

let app: AppInProcess;
let count = 0;
shareApp((started) => (app = started));

/** A repository whose first source has 001 and 002, or more, in a follow-up or merged. */
async function prepare({ isMerged = false, comments = [POOL, RETRY] } = {}) {
  count += 1;
  const source = openSource(app.github, `octo/merged-away-${count}`, { config: "enabled: true\n" });
  source.review(comments);
  await app.settle();
  if (isMerged) {
    const { number } = followUpOn(source, "enhance/pr-1");
    app.github.markReady(source.repository, number, BOB);
    app.github.mergePullRequest(source.repository, number, BOB);
    await app.settle();
  }
  return source;
}

const openFollowUps = (source: Source) => source.followUps().filter(({ state }) => state === "open");

function followUpOn(source: Source, branch: string): PullRequest {
  const found = openFollowUps(source).find(({ head }) => head.ref === branch);
  if (!found) throw new Error(`there is no follow-up on ${branch}`);
  return found;
}

function directoryOf(source: Source, branch: string, id: string): string {
  const name = source.directories(branch).find((each) => each.startsWith(`${id}-`));
  if (name === undefined) throw new Error(`there is no ${id} on ${branch}`);
  return `enhancements/${name}`;
}

function put(source: Source, branch: string, directory: string, files: Partial<typeof THEIRS>): void {
  const within = Object.fromEntries(Object.entries(files).map(([path, file]) => [`${directory}/${path}`, file]));
  app.github.commitFiles(source.repository, { ...BOB, branch, files: within, message: "By hand" });
}

/** What stands in a directory, by the path in it. */
function standing(source: Source, branch: string, directory: string) {
  const found = Object.entries(app.github.readEntries(source.repository, branch)).flatMap(([path, entry]) =>
    path.startsWith(`${directory}/`) ? [[path.slice(directory.length + 1), entry] as const] : [],
  );
  return Object.fromEntries(found);
}

function theirs(source: Source, branch: string, directory: string) {
  const ours = ["enhancement.md", "status.json"];
  const all = Object.entries(standing(source, branch, directory));
  return Object.fromEntries(all.filter(([path]) => !ours.includes(path)));
}

async function say(source: Source, pull: PullRequest, body: string): Promise<string> {
  app.github.comment(source.repository, pull.number, { ...BOB, body });
  await app.settle();
  return pull.comments.at(-1)?.body.split("\n").slice(1).join("\n") ?? "";
}

const nameIn = (directory: string) => directory.split("/")[1] ?? "";

describe("what people put beside what is merged away", () => {
  it("goes into a folder of the directory that stays, as it is", async () => {
    const source = await prepare();
    const branch = "enhance/pr-1";
    const [into, gone] = [directoryOf(source, branch, "001"), directoryOf(source, branch, "002")];
    put(source, branch, gone, THEIRS);
    put(source, branch, into, { "notes.md": "Mine.\n" });
    const before = theirs(source, branch, gone);
    const answer = await say(source, followUpOn(source, branch), "/enhance merge 002 into 001");
    expect(answer).toContain(`What people wrote in it is in \`${nameIn(into)}/${nameIn(gone)}/\`.`);
    expect(source.directories(branch)).toEqual([nameIn(into)]);
    expect(standing(source, branch, `${into}/${nameIn(gone)}`)).toEqual(before);
    expect(Object.keys(before).toSorted()).toEqual(NAMES);
    const files = app.github.readFiles(source.repository, branch);
    expect(files[`${into}/notes.md`]).toBe("Mine.\n");
    expect(statusOf(files, "001").history.at(-1)).toMatchObject({ tookIn: { id: "002", folder: nameIn(gone) } });
  });

  it("is nothing where there are our two files alone", async () => {
    const source = await prepare();
    const branch = "enhance/pr-1";
    const answer = await say(source, followUpOn(source, branch), "/enhance merge 002 into 001");
    expect(answer).toMatch(/^002 is merged into 001 \([^)]*\)\.\n*$/);
    expect(Object.keys(standing(source, branch, directoryOf(source, branch, "001"))).toSorted()).toEqual([
      "enhancement.md",
      "status.json",
    ]);
  });

  it("is the text that they edited, too, without the quote", async () => {
    const source = await prepare();
    const branch = "enhance/pr-1";
    const gone = directoryOf(source, branch, "002");
    const text = app.github.readFiles(source.repository, branch)[`${gone}/enhancement.md`] ?? "";
    const edited = `${text}\n## Thoughts\n\nThree attempts are enough.\n`;
    const files = { [`${gone}/enhancement.md`]: edited };
    app.github.commitFiles(source.repository, { ...BOB, branch, files, message: "Thoughts" });
    await say(source, followUpOn(source, branch), "/enhance merge 002 into 001");
    const folder = `${directoryOf(source, branch, "001")}/${nameIn(gone)}`;
    expect(Object.keys(standing(source, branch, folder))).toEqual(["enhancement.md"]);
    const kept = app.github.readFiles(source.repository, branch)[`${folder}/enhancement.md`];
    expect(kept).toContain("Three attempts are enough.");
    expect(text).toContain("instead of giving up, in a follow-up.");
    expect(kept).not.toContain("instead of giving up, in a follow-up.");
  });

  it("is a folder alone", async () => {
    const source = await prepare();
    const branch = "enhance/pr-1";
    const gone = directoryOf(source, branch, "002");
    put(source, branch, gone, { "figures/deep/sizes.bin": THEIRS["figures/deep/sizes.bin"] });
    await say(source, followUpOn(source, branch), "/enhance merge 002 into 001");
    expect(source.directories(branch)).toHaveLength(1);
    const folder = `${directoryOf(source, branch, "001")}/${nameIn(gone)}`;
    expect(Object.keys(standing(source, branch, folder))).toEqual(["figures/deep/sizes.bin"]);
  });

  it("goes to the branch of what stays, where that is merged", async () => {
    const source = await prepare({ isMerged: true });
    const second = openAnother(app.github, source.repository, "second");
    second.review([SIZE]);
    await app.settle();
    const branch = openFollowUps(source)[0]?.head.ref ?? "";
    const gone = directoryOf(source, branch, "003");
    put(source, branch, gone, THEIRS);
    const before = theirs(source, branch, gone);
    await say(source, followUpOn(source, branch), "/enhance merge 003 into 001");
    const folder = `${directoryOf(source, "main", "001")}/${nameIn(gone)}`;
    expect(standing(source, "enhance/rolling", folder)).toEqual(before);
    expect(openFollowUps(source).map(({ head }) => head.ref)).toEqual(["enhance/rolling"]);
    app.github.mergePullRequest(source.repository, followUpOn(source, "enhance/rolling").number, BOB);
    await app.settle();
    expect(standing(source, "main", folder)).toEqual(before);
  });

  it("goes along where several are merged one into the other, from follow-up to follow-up", async () => {
    const source = await prepare({ isMerged: true });
    const second = openAnother(app.github, source.repository, "second");
    second.review([SIZE]);
    source.review(["suggestion (non-blocking): Name the bucket in each message that fails, in a follow-up."]);
    await app.settle();
    const branches = openFollowUps(source).map(({ head }) => head.ref);
    expect(branches).toHaveLength(2);
    const [one = "", other = ""] = branches;
    const idOn = (branch: string) => source.directories(branch).at(-1)?.slice(0, 3) ?? "";
    const [third, fourth] = [idOn(one), idOn(other)];
    const [thirdIn, fourthIn] = [directoryOf(source, one, third), directoryOf(source, other, fourth)];
    put(source, one, thirdIn, { "notes.md": "Of the third.\n" });
    put(source, other, fourthIn, { "notes.md": "Of the fourth.\n", "measure.sh": THEIRS["measure.sh"] });
    await say(source, source.pull, `/enhance merge ${fourth} into ${third}\n/enhance merge ${third} into 001`);
    const into = `${directoryOf(source, "main", "001")}/${nameIn(thirdIn)}`;
    const files = app.github.readFiles(source.repository, "enhance/rolling");
    expect(files[`${into}/notes.md`]).toBe("Of the third.\n");
    expect(files[`${into}/${nameIn(fourthIn)}/notes.md`]).toBe("Of the fourth.\n");
    expect(standing(source, "enhance/rolling", into)[`${nameIn(fourthIn)}/measure.sh`]?.mode).toBe("100755");
  });

  it.each<[name: string, meanwhile: Partial<typeof THEIRS>, commits: number]>([
    ["", {}, 1],
    [", and what they wrote meanwhile", { "analysis.md": "Written meanwhile.\n" }, 2],
  ])("is there once the run goes on that was stopped between the two branches%s", async (_name, meanwhile, commits) => {
    const source = await prepare({ isMerged: true });
    source.review([SIZE]);
    await app.settle();
    const [waiting] = openFollowUps(source);
    if (!waiting) throw new Error("there is no follow-up");
    const branch = waiting.head.ref;
    const gone = directoryOf(source, branch, "003");
    put(source, branch, gone, THEIRS);
    const before = theirs(source, branch, gone);
    const off = app.simulator.onRequest({
      async after({ method, path, body }) {
        const isRolling = path.endsWith("/git/refs") && body.includes("refs/heads/enhance/rolling");
        if (method !== "POST" || !isRolling) return undefined;
        off();
        await app.kill();
        if (commits > 1) put(source, branch, gone, meanwhile);
        return { drop: true };
      },
    });
    const answer = await say(source, waiting, "/enhance merge 003 into 001");
    const folder = `${directoryOf(source, "main", "001")}/${nameIn(gone)}`;
    expect(answer).toContain(`is in \`${folder.slice("enhancements/".length)}/\`.`);
    const kept = standing(source, "enhance/rolling", folder);
    expect(Object.keys(kept)).toEqual(Object.keys(before));
    const files = app.github.readFiles(source.repository, "enhance/rolling");
    expect(files[`${folder}/analysis.md`]).toBe({ ...THEIRS, ...meanwhile }["analysis.md"]);
    const log = (on: string) => app.github.log(source.repository, on);
    expect(log("enhance/rolling")).toHaveLength(log("main").length + commits);
    expect(waiting.state).toBe("closed");
  });
});

describe("one merged into another that is merged away itself", () => {
  const branch = "enhance/pr-1";
  const CHAIN = ["/enhance merge 003 into 002", "/enhance merge 002 into 001"];

  it.each([
    ["in one comment", [CHAIN.join("\n")]],
    ["in two comments", CHAIN],
  ])("leaves nothing where nobody wrote anything, %s", async (_name, comments) => {
    const source = await prepare({ comments: [POOL, RETRY, SIZE] });
    const answers: string[] = [];
    for (const body of comments) answers.push(await say(source, followUpOn(source, branch), body));
    expect(answers.join("\n")).toContain("002 is merged into 001");
    expect(answers.join("\n")).not.toContain("people wrote");
    const left = Object.keys(standing(source, branch, directoryOf(source, branch, "001")));
    expect(left.toSorted()).toEqual(["enhancement.md", "status.json"]);
  });

  it.each([
    ["in one comment", [CHAIN.join("\n")]],
    ["in two comments", CHAIN],
  ])("says where what people wrote in the first stands in the end, %s", async (_name, comments) => {
    const source = await prepare({ comments: [POOL, RETRY, SIZE] });
    const [into, second, third] = ["001", "002", "003"].map((id) => directoryOf(source, branch, id));
    put(source, branch, third ?? "", { "notes.md": THEIRS["notes.md"] });
    let answer = "";
    for (const body of comments) answer = await say(source, followUpOn(source, branch), body);
    const folder = `${nameIn(into ?? "")}/${nameIn(second ?? "")}/`;
    expect(answer).toContain(`002 is merged into 001 (Use a connection pool instead of one connection per request).`);
    expect(answer).toContain(`What people wrote in it is in \`${folder}\`.`);
    expect(Object.keys(standing(source, branch, `enhancements/${folder}${nameIn(third ?? "")}`))).toEqual(["notes.md"]);
  });
});

it("an item that took in another stays, and so does what it took in", async () => {
  const source = await prepare();
  const branch = "enhance/pr-1";
  await say(source, followUpOn(source, branch), "/enhance merge 002 into 001");
  const [pool, retry] = source.pull.threads.map(({ comments }) => comments[0]);
  const body = "suggestion (non-blocking): Use a connection pool of at most ten connections, in a follow-up.";
  app.github.editReviewComment(source.repository, pool?.id ?? 0, { ...BOB, body });
  await app.settle();
  const text = () =>
    app.github.readFiles(source.repository, branch)[`${directoryOf(source, branch, "001")}/enhancement.md`];
  expect(text()).toContain("of at most ten connections");
  expect(text()).toContain(`#discussion_r${retry?.id ?? 0}`);
  app.github.resolveThread(source.repository, pool?.id ?? 0, BOB);
  await app.settle();
  expect(text()).toContain(`#discussion_r${retry?.id ?? 0}`);
});

describe("one that took in another", () => {
  const quoteOf = (source: Source, id: string) => {
    const text = app.github.readFiles(source.repository, "enhance/pr-1")[
      `${directoryOf(source, "enhance/pr-1", id)}/enhancement.md`
    ];
    return /^> (?!—).+$/m.exec(text ?? "")?.[0];
  };
  // What is put off in words is not settled with its thread.
  const [FIRST, SECOND] = [POOL, RETRY].map((text) => text.replace(", in a follow-up", "")) as [string, string];
  const rootOf = (source: Source, index: number) => source.pull.threads[index]?.comments[0]?.id ?? 0;

  it.each<[name: string, end: (source: Source) => unknown, quote: string | undefined]>([
    ["its thread is resolved", (source) => app.github.resolveThread(source.repository, rootOf(source, 1), BOB), SECOND],
    [
      "its comment says something else",
      (source) => app.github.editReviewComment(source.repository, rootOf(source, 1), { ...BOB, body: SIZE }),
      SIZE,
    ],
    [
      "its comment is deleted",
      (source) => app.github.deleteReviewComment(source.repository, rootOf(source, 1), BOB),
      undefined,
    ],
  ])("stays, and takes none of the other's words, when %s", async (_name, end, quote) => {
    const source = await prepare({ comments: [FIRST, SECOND] });
    await say(source, source.pull, '/enhance create "Shard the queue"');
    await say(source, followUpOn(source, "enhance/pr-1"), "/enhance merge 003 into 002\n/enhance merge 001 into 002");
    end(source);
    await app.settle();
    expect(source.directories("enhance/pr-1").map((name) => name.slice(0, 3))).toEqual(["002"]);
    const said = quote?.replace("suggestion (non-blocking): ", "> ");
    expect(quoteOf(source, "002")).toBe(said);
  });
});
