/** Tools whose Markdown is read like anybody's: they are known by their login or by a line. */
import { readMarkdown } from "../read-markdown.ts";
import type { Tool } from "./tool.ts";

/** ChatGPT-CodeReview: a review per file, in the words of its model. */
export const CHATGPT_CODEREVIEW: Tool = {
  name: "chatgpt-codereview",
  logins: ["cr-gpt", "chatgpt-codereview"],
  read: readMarkdown,
};

/** The first CodeRabbit, which people still run themselves. */
export const AI_PR_REVIEWER: Tool = {
  name: "ai-pr-reviewer",
  logins: ["ai-pr-reviewer", "openai-pr-reviewer"],
  recognises: ({ comments }) =>
    comments.some((comment) => /auto-generated (?:comment|reply).{0,60} by OSS CodeRabbit/.test(comment)),
  read: (document, options) => {
    const isSummary = document.comments.some((comment) => /summarize by OSS CodeRabbit/.test(comment));
    return isSummary ? [] : readMarkdown(document, options);
  },
};

/** Code Review GPT: numbered remarks under a level of risk for each file. */
export const CODE_REVIEW_GPT: Tool = {
  name: "code-review-gpt",
  logins: ["code-review-gpt", "orion"],
  recognises: ({ text }) => /^\W{0,4}Risk Level \d\b|powered by \[?code review gpt/i.test(text),
  read: readMarkdown,
};

/** Graphite: prose and a suggestion on a line. */
export const GRAPHITE: Tool = {
  name: "graphite",
  logins: ["graphite-app"],
  recognises: ({ text }) => text.includes("*Spotted by [Graphite]"),
  read: readMarkdown,
};

/** Kilo: tables of findings by weight, and remarks that open with the weight. */
export const KILO: Tool = {
  name: "kilo",
  logins: ["kilo-code-bot"],
  read: readMarkdown,
};

/** Amazon Q Developer: a kind in bold and prose on a line. */
export const AMAZON_Q: Tool = {
  name: "amazon-q",
  logins: ["amazon-q-developer"],
  read: readMarkdown,
};
