import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import nock from "nock";
import { createIdentifier } from "../../src/github/identity.ts";

const API = "https://api.github.com";
const octokit = new Octokit({ log: { debug() {}, info() {}, warn() {}, error() {} } });
const identifier = () =>
  createIdentifier({ app: () => Promise.resolve(octokit), installation: () => Promise.resolve(octokit) });
const answerApp = () => nock(API).get("/app").reply(200, { id: 5, slug: "review-miner" });
const answerUser = () =>
  nock(API).get("/users/review-miner%5Bbot%5D").reply(200, { id: 900, login: "review-miner[bot]" });

beforeAll(() => {
  nock.disableNetConnect();
});
afterEach(() => {
  nock.cleanAll();
});
afterAll(() => {
  nock.restore();
});

describe("who we are", () => {
  it("is the bot user of our App, not the App", async () => {
    answerApp();
    answerUser();
    expect(await identifier()(7)).toEqual({ id: 900, login: "review-miner[bot]" });
  });

  it("is asked once, however many ask at the same time and through which installation", async () => {
    answerApp();
    answerUser();
    const identify = identifier();
    const [one, two] = await Promise.all([identify(7), identify(8)]);
    expect(one).toBe(two);
    expect(await identify(9)).toBe(one);
    expect(nock.isDone()).toBe(true);
  });

  it("is asked again after a failure", async () => {
    nock(API).get("/app").reply(503);
    const identify = identifier();
    await expect(identify(7)).rejects.toThrow();
    answerApp();
    answerUser();
    expect((await identify(7)).id).toBe(900);
  });
});
