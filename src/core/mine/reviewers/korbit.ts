/** Korbit: a heading, and under a fold what is wrong, why it matters and what to do. */
import { readInline } from "../inline.ts";
import type { Finding } from "../finding.ts";
import { visible } from "../visible.ts";
import { remark } from "./remark.ts";
import type { Tool } from "./tool.ts";

const MARK = "](https://app.korbit.ai/feedback/";

export const KORBIT: Tool = {
  name: "korbit",
  logins: ["korbit-ai", "korbit-ai-mentor"],
  recognises: ({ text }) => text.includes(MARK),
  read: (document, { isOnCode }): Finding[] | undefined => {
    const blocks = visible(document);
    const [title, ...rest] = blocks.filter(({ kind }) => kind !== "summary");
    if (!isOnCode || title?.kind !== "heading") return undefined;
    const end = rest.findIndex(
      ({ kind, content }) => kind === "heading" && /^provide feedback/.test(readInline(content).prose),
    );
    const body = rest.slice(0, end === -1 ? rest.length : end).filter(({ kind }) => kind !== "heading");
    const finding = remark(body, title);
    return finding ? [finding] : [];
  },
};
