import { expect, it } from "@jest/globals";
import { maskWords } from "../../src/core/mask-words.ts";

it.each([
  ["a token", "Use zz9-Plural0Z4Alpha7Betelgeuse5 here.", "Use [redacted: word HASH] here."],
  ["base64 with slashes", "key=wJalrXUtnFEMI/K7MDENG/bPxRfiCY", "[redacted: word HASH]"],
  ["letters alone", "An internationalisation of incomprehensibilities.", undefined],
  ["digits alone", "12345678901234567890", undefined],
  ["a short word", "sha256 of v1.2.3", undefined],
])("leaves of %s what cannot be a secret", (_name, text, masked = text) => {
  expect(maskWords(text).replaceAll(/ [0-9a-f]{4}\]/g, " HASH]")).toBe(masked);
});
