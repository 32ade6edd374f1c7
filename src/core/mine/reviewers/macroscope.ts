/** Macroscope: a coloured severity with the place in code, then prose; a mark once it is resolved. */
import type { Finding } from "../finding.ts";
import { cutBlock } from "../outline.ts";
import { severityOf } from "../severity.ts";
import { visible } from "../visible.ts";
import { placeIn } from "./permalink.ts";
import { remark } from "./remark.ts";
import type { Tool } from "./tool.ts";

const HEAD = /^\W{0,6}\*\*(?:Critical|High|Medium|Low)\*\*/;

export const MACROSCOPE: Tool = {
  name: "macroscope",
  logins: ["macroscopeapp", "macroscope", "macroscope-app"],
  recognises: ({ comments }) => comments.some((comment) => /^(?:MURMUR_|macroscope)/i.test(comment)),
  read: (document): Finding[] | undefined => {
    const blocks = visible(document);
    const at = blocks.findIndex(({ kind, content }) => kind === "text" && HEAD.test(content));
    const head = blocks[at];
    if (!head) return undefined;
    const [line = ""] = head.content.split("\n");
    const rest = blocks.slice(at + 1);
    const own =
      head.content.length > line.length ? [cutBlock(head, line.length + 1, head.content.length), ...rest] : rest;
    const finding = remark(own.filter(({ content }) => !/^\W*also found in \d+ other/i.test(content)));
    if (!finding) return [];
    const severity = severityOf(line);
    const isSettled = blocks.some(({ content }) => /^✅ Resolved in\b/.test(content));
    return [
      {
        ...finding,
        ...(severity && { severity }),
        ...placeIn(line),
        marks: isSettled ? ["settled"] : [],
      },
    ];
  },
};
