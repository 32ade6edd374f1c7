import { describe, expect, it } from "@jest/globals";
import { RequestError } from "@octokit/request-error";
import { createLog, toLoggedError } from "../src/log.ts";

const TOKEN = "ghs_0123456789abcdefghijklmnopqrstuvwxyz";

function lines(write: (log: ReturnType<typeof createLog>) => void): string[] {
  const written: string[] = [];
  write(createLog("debug", { write: (line: string) => void written.push(line) }));
  return written;
}

describe("the log", () => {
  it("is one JSON object a line, with the level's name and the time", () => {
    const [line = ""] = lines((log) => {
      log.info({ repo: "octo/api" }, "job");
    });
    expect(JSON.parse(line)).toEqual({
      level: "info",
      time: expect.any(String) as unknown,
      repo: "octo/api",
      msg: "job",
    });
  });

  it.each([
    ["a token", { token: TOKEN }],
    ["a header", { request: { headers: { authorization: `token ${TOKEN}` } } }],
    ["a header of an object", { headers: { authorization: TOKEN } }],
    ["a key", { app: { privateKey: TOKEN } }],
  ])("does not show %s", (_, fields) => {
    const [line = ""] = lines((log) => {
      log.error(fields, "oops");
    });
    expect(line).not.toContain(TOKEN);
    expect(line).toContain("[redacted]");
  });

  it("shows of an HTTP client's error neither its request nor its response", () => {
    const error = new RequestError("Validation Failed", 422, {
      request: {
        method: "POST",
        url: "https://api.github.com/x",
        headers: { authorization: `token ${TOKEN}` },
        body: "SENT",
      },
      response: { status: 422, url: "", headers: {}, data: { message: "RECEIVED" } },
    });
    const [first = "", second = ""] = lines((log) => {
      log.error({ err: error }, "oops");
      log.error(error);
    });
    for (const line of [first, second]) {
      expect(line).toContain("Validation Failed");
      expect(line).not.toMatch(/SENT|RECEIVED|ghs_/);
    }
  });

  it("shows of a webhook library's error no payload", () => {
    const error = Object.assign(new AggregateError([new Error("inner")], "outer"), {
      event: { payload: { body: "TEXT" } },
    });
    const [line = ""] = lines((log) => {
      log.error(error);
    });
    expect(line).toContain("inner");
    expect(line).not.toContain("TEXT");
  });

  it("keeps a line end, and an escape for a terminal, inside its line", () => {
    const written = lines((log) => {
      log.warn({ err: new Error('one\n{"level":"fatal"}\u001b[31m') }, "oops");
    });
    expect(written).toHaveLength(1);
    expect(written[0]?.trimEnd()).not.toMatch(/[\n\u001b]/);
  });
});

describe("a logged error", () => {
  it("keeps its causes, to a depth, and cuts what is long", () => {
    const deep = Array.from({ length: 20 }).reduce<Error>(
      (cause) => new Error("x".repeat(2_000), { cause }),
      new Error("root"),
    );
    const text = JSON.stringify(toLoggedError(deep));
    expect(text.match(/"cause"/g)).toHaveLength(5);
    expect(toLoggedError(deep).message.length).toBeLessThan(600);
  });

  it.each([
    ["a text", "boom", { type: "string", message: "boom" }],
    ["nothing", undefined, { type: "undefined", message: "undefined" }],
  ])("may be %s", (_, thrown, expected) => {
    expect(toLoggedError(thrown)).toEqual(expected);
  });
});
