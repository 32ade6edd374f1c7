/** Committable suggestions that stand alone, without a word that asks. */
import type { Finding } from "./finding.ts";
import type { Document } from "./markdown.ts";
import { wholeOf } from "./sentence.ts";

/** Whether a body has a committable suggestion of its own. */
export function hasSuggestion({ blocks }: Document): boolean {
  return blocks.some(({ kind, info, quote }) => kind === "code" && info === "suggestion" && quote === 0);
}

/** One finding for each suggestion block, quoted by its first line that is not empty. */
export function suggestionBlocks(document: Document): Finding[] {
  const code = document.blocks.filter(
    ({ kind, info, quote, details }) => kind === "code" && info === "suggestion" && quote === 0 && details.length === 0,
  );
  if (code.length === 0) return [];
  const explanation = document.blocks
    .filter(({ kind, quote }) => kind === "text" && quote === 0)
    .map((block) => wholeOf(block).plain);
  return code.map((block) => {
    const { from, line } = firstLine(block.content);
    return {
      block,
      from,
      to: line === "" ? block.place.content.length : from + line.length,
      plain: line.trim(),
      prose: line.trim().toLowerCase(),
      context: explanation.join(" ").toLowerCase(),
      explanation,
      shape: "suggestion-block" as const,
      section: "",
      marks: [],
      hasSuggestion: true,
      isClaimed: true,
    };
  });
}

function firstLine(content: string): { from: number; line: string } {
  let from = 0;
  for (const line of content.split("\n")) {
    if (line.trim() !== "") return { from, line };
    from += line.length + 1;
  }
  return { from: 0, line: "" };
}
