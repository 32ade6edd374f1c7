/**
 * What GitHub would make live of a text: the judge of everything that we render from outside text. It knows nothing of
 * how the product escapes; it renders with markdown-it, HTML and links on, and looks at what comes out.
 */
import MarkdownIt, { type Token } from "markdown-it";

const parser = new MarkdownIt({ html: true, linkify: true });
// GitHub links addresses that begin with a scheme or www, and e-mail addresses; not every word with a dot in it.
parser.linkify.set({ fuzzyLink: false });

/** Our own marker, and the fold that a follow-up's body has. */
const OWN_HTML = /^\s*(?:<!-- review-miner [\w-]+ -->|<\/?details>|<details><summary>[^<>]*<\/summary>)\s*$/;

/** GitHub's grammars, read widely: what they look at is the text of the rendered HTML, code and links left out. */
const LIVE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["mention", /@[a-z0-9][a-z0-9-]*(?:\/[a-z0-9._-]+)?/gi],
  [
    "closing keyword",
    /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:[\w.-]+\/[\w.-]+)?(?:#\d+|gh-\d+|https?:\S+)/gi,
  ],
  ["reference", /(?:[\w.-]+(?:\/[\w.-]+)?)?#\d+|\bgh-\d+/gi],
  ["commit", /(?<![0-9a-z])(?=[a-f]*\d)[0-9a-f]{7,40}(?![0-9a-z])/gi],
  ["address", /\b(?:https?|ftp):\/\/\S|\bwww\.\S|\b(?:mailto|xmpp):\S/gi],
  ["emoji", /:[a-z0-9_+-]+:/gi],
  ["formula", /\$[^$\s][^$]*\$/g],
  ["advisory", /\b(?:ghsa-[\w-]+|cve-\d+-\d+)/gi],
];

/** Everything in a Markdown text that would act, as `what: text`; empty when it is inert. */
export function findLiveText(markdown: string): string[] {
  const found = findHidden(markdown).map((code) => `hidden character: ${code}`);
  for (const token of parser.parse(markdown, {})) {
    if (token.type === "html_block" && !OWN_HTML.test(token.content)) found.push(`html: ${token.content.trim()}`);
    if (token.type === "inline") found.push(...findInline(token.children ?? []));
  }
  return found;
}

function findInline(tokens: readonly Token[]): string[] {
  const found: string[] = [];
  let text = "";
  let links = 0;
  for (const token of tokens) {
    switch (token.type) {
      case "text":
        text += links === 0 ? token.content : "";
        continue;
      case "softbreak":
      case "hardbreak":
        text += "\n";
        continue;
      case "link_open":
        if (token.markup === "linkify" || token.markup === "autolink")
          found.push(`link: ${token.attrGet("href") ?? ""}`);
        links += 1;
        break;
      case "link_close":
        links -= 1;
        break;
      case "image":
        found.push(`image: ${token.attrGet("src") ?? ""}`);
        break;
      case "html_inline":
        if (!OWN_HTML.test(token.content)) found.push(`html: ${token.content}`);
        break;
    }
    // An element parts the text: GitHub looks at each piece by itself.
    text += "\0";
  }
  for (const [what, pattern] of LIVE) {
    for (const [match] of text.matchAll(pattern)) found.push(`${what}: ${match}`);
  }
  return found;
}

/** Characters that no reader sees, as `U+202E`. */
export function findHidden(text: string): string[] {
  return [...text.matchAll(/(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu)].map(
    ([character]) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
}

/** The words that a reader of the rendered Markdown sees; blocks are parted by an empty line. */
export function readAsRendered(markdown: string): string {
  const blocks: string[] = [];
  for (const token of parser.parse(markdown, {})) {
    if (token.type === "fence" || token.type === "code_block") blocks.push(token.content.replace(/\n$/, ""));
    if (token.type === "inline") {
      blocks.push((token.children ?? []).map((child) => (/break$/.test(child.type) ? "\n" : child.content)).join(""));
    }
  }
  return blocks.join("\n\n");
}
