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
  recognises: ({ text }) => text.includes("*Spotted by [Graphite"),
  read: readMarkdown,
};

/** Kilo: tables of findings by weight, and remarks that open with the weight. */
export const KILO: Tool = {
  name: "kilo",
  logins: ["kilo-code-bot", "kiloconnect"],
  recognises: ({ comments }) => comments.includes("kilo-review"),
  read: readMarkdown,
};

/** Amazon Q Developer: a kind in bold and prose on a line. */
export const AMAZON_Q: Tool = {
  name: "amazon-q",
  logins: ["amazon-q-developer"],
  read: readMarkdown,
};

/** Augment: prose on a line, and a summary of what the pull request does. */
export const AUGMENT: Tool = {
  name: "augment",
  logins: ["augmentcode", "augment-code"],
  recognises: ({ text, comments }) =>
    comments.includes("augment-pr-summary") || text.includes("public.augment-assets.com/"),
  read: (document, options) =>
    document.comments.includes("augment-pr-summary") ? [] : readMarkdown(document, options),
};

/** Baz: a question that asks for the change on a line, and what sort of finding it is. */
export const BAZ: Tool = {
  name: "baz",
  logins: ["baz-reviewer"],
  recognises: ({ text }) => /^_Finding types?:_ `/m.test(text),
  read: readMarkdown,
};

/** Propel: a picture for the weight, a kind in brackets and prose on a line. */
export const PROPEL: Tool = {
  name: "propel",
  logins: ["propel-code-bot", "propelcode"],
  recognises: ({ text }) => /^\s{0,9}!\[\w{1,20}\]\(https:\/\/app\.propelcode\.ai\//.test(text),
  read: readMarkdown,
};

/** Mesa: a picture for the weight and prose on a line. */
export const MESA: Tool = {
  name: "mesa",
  logins: ["mesa-dot-dev"],
  recognises: ({ text }) => /^\s{0,9}!\[\w{1,20}\]\(https:\/\/mesa-[^)\s]{1,200}\/commentLabels\//.test(text),
  read: readMarkdown,
};

/** Entelligence: a kind in bold and prose on a line, and a walkthrough. */
export const ENTELLIGENCE: Tool = {
  name: "entelligence",
  logins: ["entelligence-ai-pr-reviews", "entelligence-ai", "entelligenceai-pr-review-alpha"],
  recognises: ({ comments }) => comments.includes("ai_prompt_start"),
  read: readMarkdown,
};
