/** GitHub code scanning: its alerts have a state of their own, and are left there. */
import { titledFinding } from "./titled.ts";
import type { Tool } from "./tool.ts";

export const CODE_SCANNING: Tool = {
  name: "code-scanning",
  logins: ["github-advanced-security", "github-code-scanning"],
  isTrackedElsewhere: true,
  read: (document) => {
    const block = document.blocks.find(({ kind, quote }) => kind === "heading" && quote === 0);
    const rest = document.blocks.filter(({ kind }) => kind === "text");
    return block ? [titledFinding(document, { block, from: 0, to: block.content.length, rest })] : [];
  },
};
