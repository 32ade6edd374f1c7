/** A comment in which nothing was found, as one finding: its first paragraph, with the others to explain it. */
import type { Finding } from "./finding.ts";
import type { Document } from "./markdown.ts";
import { readReply } from "./reply.ts";
import { wholeOf } from "./sentence.ts";

/** The first paragraph outside quotes and code; none where there is none, or where whoever wrote it took it back: "Never mind." */
export function firstParagraph({ blocks, text }: Document): Finding[] {
  if (readReply(text, { mayDecide: false, isOfRoot: true })?.says === "retracted") return [];
  const own = blocks.filter(({ kind, quote, details }) => kind === "text" && quote === 0 && details.length === 0);
  const [block] = own;
  if (!block) return [];
  const { plain, prose } = wholeOf(block);
  return [
    {
      ...{ block, from: 0, to: block.content.length, plain, prose, shape: "sentence", section: "", marks: [] },
      context: own.map((one) => wholeOf(one).prose).join(" "),
      explanation: own.map((one) => wholeOf(one).plain),
      ...{ hasSuggestion: false, isClaimed: false },
    },
  ];
}
