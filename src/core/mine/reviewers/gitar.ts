/** Gitar: findings folded away under their kind and name; why checks failed is told beside them, and is no finding. */
import type { Finding } from "../finding.ts";
import type { Document } from "../markdown.ts";
import { remark } from "./remark.ts";
import { titledFinding } from "./titled.ts";
import type { Tool } from "./tool.ts";

/** "⚠️ <b>Kind:</b> name", or the same with a tick where it is settled. */
const NAME = /^\s{0,9}(?<mark>\S{1,4} )?<b>[\p{L} ]{3,30}:<\/b>\s{0,9}(?=\S)/u;
const PLACE = /📄 <a [^>]{0,400}>(?<path>[^<:\s]{1,300})(?::(?<line>\d{1,7}))?/u;
const ON_CODE = /^\s{0,9}(?:\S{1,4} )?\*\*[\p{L} ]{3,30}:\*\* \S/u;

export const GITAR: Tool = {
  name: "gitar",
  restates: true,
  logins: ["gitar-bot"],
  recognises: ({ text }) => /^\s*<kbd><img [^>]{0,200}gitar-spin|<summary><b>Code Review<\/b> <kbd>/.test(text),
  read: (document) => {
    const [first] = document.blocks;
    if (first && ON_CODE.test(first.content)) {
      const finding = remark(document.blocks.filter(({ kind, quote }) => kind !== "summary" && quote === 0));
      return finding ? [finding] : [];
    }
    return folded(document);
  },
};

function folded(document: Document): Finding[] {
  const { blocks } = document;
  return blocks.flatMap((block): Finding[] => {
    const match = block.kind === "summary" && block.quote === 0 ? NAME.exec(block.content) : null;
    if (!match) return [];
    const id = block.details.at(-1)?.id;
    const own = blocks.filter((one) => one !== block && one.details.at(-1)?.id === id);
    const words = own.filter(({ content, kind }) => kind !== "summary" && !PLACE.test(content));
    const finding = titledFinding(document, { block, from: match[0].length, to: block.content.length, rest: words });
    const place = PLACE.exec(own.map(({ content }) => content).join("\n"))?.groups;
    return [
      {
        ...finding,
        ...(place && { path: place["path"], ...(place["line"] !== undefined && { line: Number(place["line"]) }) }),
        ...(match.groups?.["mark"]?.startsWith("✅") && { marks: ["settled" as const] }),
      },
    ];
  });
}
