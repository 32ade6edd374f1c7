/** Macroscope: a coloured severity with the place in code, then prose; a mark once it is resolved. */
import type { Finding } from "../finding.ts";
import type { Block, Document } from "../markdown.ts";
import { cutBlock } from "../outline.ts";
import { severityOf } from "../severity.ts";
import { visible } from "../visible.ts";
import { placeIn } from "./permalink.ts";
import { remark } from "./remark.ts";
import type { Tool } from "./tool.ts";

const HEAD = /^\W{0,6}\*\*(?:Critical|High|Medium|Low)\*\*/;
const ELSEWHERE = /^\W{0,6}also found in \d{1,3} other/i;
const PLACE = /^\s{0,3}(?:[-*] )?`[^`\n]{1,300}`\s{0,3}$/;

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
    const finding = remark(own.filter((block) => !isElsewhere(block) && !ELSEWHERE.test(block.content)));
    const severity = severityOf(line);
    const weight = severity && { severity };
    return [
      ...(finding ? [{ ...finding, ...weight, ...placeIn(line) }] : []),
      ...elsewhere(document).map((other) => ({ ...other, ...weight })),
    ];
  },
};

function isElsewhere({ details }: Block): boolean {
  return details.some(({ summary }) => ELSEWHERE.test(summary));
}

/** "Also found in 1 other location(s)": a place in code, and in a quote what is to be done there. */
function elsewhere({ blocks }: Document): Finding[] {
  const own = blocks.filter((block) => block.kind !== "summary" && block.quote < 2 && isElsewhere(block));
  const starts = own.flatMap(({ quote, content }, index) => (quote === 0 && PLACE.test(content) ? [index] : []));
  return starts.flatMap((index, nth): Finding[] => {
    const finding = remark(own.slice(index + 1, starts[nth + 1]));
    return finding ? [{ ...finding, ...placeIn(own[index]?.content ?? "") }] : [];
  });
}
