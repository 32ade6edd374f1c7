import { describe, expect, it } from "@jest/globals";
import { toSiteUrl } from "../../src/setup/github-site.ts";

describe("GitHub's site", () => {
  it.each([
    ["https://api.github.com", "https://github.com"],
    ["https://api.octo.ghe.com", "https://octo.ghe.com"],
    ["https://ghe.example.com/api/v3", "https://ghe.example.com"],
    ["https://ghe.example.com/api/v3/", "https://ghe.example.com"],
    ["https://api.ghe.example.com/api/v3", "https://api.ghe.example.com"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
  ])("of the API at %s is %s", (apiUrl, siteUrl) => {
    expect(toSiteUrl(apiUrl)).toBe(siteUrl);
  });
});
