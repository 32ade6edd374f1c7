/** Cubic: inline remarks under P0 to P3; bodies that count and repeat them. */
import type { Finding } from "../finding.ts";
import { severityOf } from "../severity.ts";
import { visible } from "../visible.ts";
import { remark } from "./remark.ts";
import type { Tool } from "./tool.ts";

const COUNTED = /^\W{0,4}(?:\d{1,3}|no) issues? found\b/i;
const HEAD = /^\W{0,4}(?<level>P[0-3])\b/;

export const CUBIC: Tool = {
  name: "cubic",
  logins: ["cubic-dev-ai", "cubic", "mrge-ai", "mrge-io"],
  recognises: ({ text }) => /cubic\.dev\/(?:pr|action)\b/.test(text),
  read: (document): Finding[] | undefined => {
    const blocks = visible(document);
    const [first] = blocks;
    if (!first || COUNTED.test(first.content)) return [];
    const level = HEAD.exec(first.content)?.groups?.["level"];
    if (level === undefined) return undefined;
    const finding = remark(blocks);
    const severity = severityOf(level);
    return finding ? [{ ...finding, ...(severity && { severity }) }] : [];
  },
};
