/** What a text points at: issues, specs, links, files with lines. Only what is written there. */
import { trimEnd } from "./text-end.ts";
import type { References } from "../suggestion.ts";

const ISSUE = /(?<![\w/&])#(?<number>\d{1,9})\b/g;
const SPEC = /(?<![\w./-])specs\/[\w.-]{1,60}(?:\/[\w.-]{1,60}){0,4}/g;
const LINK = /https:\/\/[^\s<>"'`()[\]]{4,300}/g;
const FILE =
  /(?<![\w/.@-])(?:[\w.@-]{1,60}\/){0,12}[\w-][\w.-]{0,60}\.[a-z][a-z0-9]{0,9}(?::\d{1,6}(?:-\d{1,6})?)?(?![\w/])/gi;
const EXTENSION =
  /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|cs|cpp|cc|c|h|hpp|php|swift|scala|sh|bash|ya?ml|json|toml|md|mdx|rst|sql|html|css|scss|vue|svelte|proto|graphql|gradle|xml|txt|cfg|ini|tf|lock|ex|exs|erl|hs|lua|pl|r|dart|zig|nix|jq|in)(?::|$)/i;
const MOST = 20;

/** References in a finding's own text. */
export function referencesIn(text: string): References {
  const links = unique(text.matchAll(LINK), ([link]) => trimEnd(link, ".,;:!?"));
  const prose = text.replace(LINK, " ");
  return {
    issues: unique(prose.matchAll(ISSUE), ({ groups }) => Number(groups?.["number"])).filter((number) => number > 0),
    specs: unique(prose.matchAll(SPEC), ([path]) => path.replace(/\.$/, "")),
    links,
    files: unique(prose.matchAll(FILE), ([path]) => path).filter((path) => EXTENSION.test(path)),
  };
}

function unique<T>(matches: Iterable<RegExpExecArray>, read: (match: RegExpExecArray) => T): T[] {
  const found = new Set<T>();
  for (const match of matches) {
    found.add(read(match));
    if (found.size >= MOST) break;
  }
  return [...found];
}
