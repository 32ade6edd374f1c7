/** Tools that write Markdown of no fixed form under a login that many share: known by a line, read like anybody's. */
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
