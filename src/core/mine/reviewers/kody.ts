/** Kody (Kodus): pictures for the category and the weight, then prose. */
import type { Finding } from "../finding.ts";
import { readInline } from "../inline.ts";
import type { Document } from "../markdown.ts";
import { severityOf } from "../severity.ts";
import { visible } from "../visible.ts";
import { remark } from "./remark.ts";
import type { Tool } from "./tool.ts";

export const KODY: Tool = {
  name: "kody",
  logins: ["kody-ai", "kodus-ai", "kodus", "kodus-kody"],
  recognises: (document) => /^\s*!\[kody /i.test(document.text) || isOwnNotice(document),
  read: (document): Finding[] | undefined => {
    const blocks = visible(document);
    const at = blocks.findIndex(({ content }) => /!\[kody /i.test(content));
    if (at === -1) return isOwnNotice(document) ? [] : undefined;
    const badges = blocks.slice(at, at + 4).flatMap(({ content }) => readInline(content).badges);
    const finding = remark(blocks.slice(at));
    const severity = severityOf(badges.join(" ").replace(/severity[ _-]/gi, "severity: "));
    return finding ? [{ ...finding, ...(severity && { severity }) }] : [];
  },
};

/** It says that a review has ended, and how to talk to it, in the language that it was set to. */
function isOwnNotice({ comments, blocks }: Document): boolean {
  return (
    comments.some((comment) => comment.startsWith("kody-codereview")) ||
    blocks.some(({ kind, content }) => kind === "summary" && /\bKody\b/.test(content))
  );
}
