/** CodeAnt: inline remarks that open with "Suggestion:" or under "Architect Review", and tables of suggestions and of areas to look at. */
import { severityOf } from "../severity.ts";
import { visible } from "../visible.ts";
import { focusAreas, isGuide } from "./focus-areas.ts";
import { improvements, isImprovements } from "./improvements.ts";
import { remark } from "./remark.ts";
import type { Tool } from "./tool.ts";

/** "**🔴 Architect Review — CRITICAL**": a weight over the words, and no name of what was found. */
const ARCHITECT = /^\W{0,8}Architect Review\W{1,6}(?<weight>[A-Za-z]{3,12})\W{0,4}$/;

export const CODEANT: Tool = {
  name: "codeant",
  logins: ["codeant-ai", "codeant"],
  recognises: ({ text }) => /^\W*CodeAnt AI\b|app\.codeant\.ai\//.test(text),
  read: (document) => {
    const blocks = visible(document);
    if (isImprovements(blocks)) return improvements(document);
    if (isGuide(blocks)) return focusAreas(blocks);
    const [first, ...rest] = blocks;
    const architect = ARCHITECT.exec(first?.content ?? "");
    if (architect) {
      const finding = remark(rest);
      return finding ? [{ ...finding, severity: severityOf(architect.groups?.["weight"] ?? "") }] : [];
    }
    if (!first || !/^\W{0,4}Suggestion:/.test(first.content)) return undefined;
    const finding = remark(blocks);
    const weight = document.blocks.find(({ kind, content }) => kind === "summary" && /severity level/i.test(content));
    const severity = severityOf(weight?.details.at(-1)?.summary ?? "");
    return finding ? [{ ...finding, ...(severity && { severity }) }] : [];
  },
};
