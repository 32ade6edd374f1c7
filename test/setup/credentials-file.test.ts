import { describe, expect, it } from "@jest/globals";
import { withCredentials } from "../../src/setup/credentials-file.ts";

const FILE = { APP_ID: "1", PRIVATE_KEY: "key", WEBHOOK_SECRET: "secret" };

describe("the credentials file", () => {
  it.each([
    { when: "the environment is empty", environment: {}, expected: FILE },
    { when: "a variable is empty", environment: { APP_ID: "" }, expected: FILE },
    {
      when: "a secret is rotated by the environment",
      environment: { WEBHOOK_SECRET: "new", WEBHOOK_SECRET_PREVIOUS: "secret" },
      expected: { ...FILE, WEBHOOK_SECRET: "new", WEBHOOK_SECRET_PREVIOUS: "secret" },
    },
    { when: "the same App is named", environment: { APP_ID: "1", PORT: "1" }, expected: { ...FILE, PORT: "1" } },
    { when: "another App is named", environment: { APP_ID: "2" }, expected: { APP_ID: "2" } },
    {
      when: "a key's path is named",
      environment: { PRIVATE_KEY_PATH: "there" },
      expected: { APP_ID: "1", PRIVATE_KEY_PATH: "there", WEBHOOK_SECRET: "secret" },
    },
  ])("stands under the environment when $when", ({ environment, expected }) => {
    expect(withCredentials(environment, FILE)).toEqual(expected);
  });
});
