/** "Still true?": suggestions against the code as it stands now. What was plainly done is left out; the rest says how it fares. */
import { compareAnchor, isApplied } from "./anchor.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Mined, Suggestion } from "./suggestion.ts";

/** The files to read before `verifySuggestions`: at which commit, and their paths. Often none. */
export function filesToVerify({ feedback }: Snapshot, { suggestions }: Mined): { commit: string; paths: string[] } {
  const { state, mergeCommit, headSha } = feedback.pullRequest;
  const isMerged = state === "merged" && mergeCommit !== undefined;
  const anchored = suggestions.filter(
    ({ anchor }) => anchor && (isMerged || (anchor.isOutdated && anchor.replacement)),
  );
  return {
    commit: isMerged ? mergeCommit : headSha,
    paths: [...new Set(anchored.flatMap(({ anchor }) => anchor?.path ?? []))],
  };
}

/** `files` holds the text of each path that exists at that commit; `paths` are those that were looked for. */
export function verifySuggestions(
  mined: Mined,
  { paths, files, isMerged }: { paths: readonly string[]; files: ReadonlyMap<string, string>; isMerged: boolean },
): Mined {
  const looked = new Set(paths);
  const suggestions: Suggestion[] = [];
  const leftOut = [...mined.leftOut];
  for (const suggestion of mined.suggestions) {
    const { anchor } = suggestion;
    const text = anchor && files.get(anchor.path);
    if (!anchor || !looked.has(anchor.path)) suggestions.push(suggestion);
    else if (text !== undefined && isApplied(anchor, text) && suggestion.askedBy === undefined) {
      const { key, title, quote, source } = suggestion;
      const reason = "the suggested lines stand in the code";
      leftOut.push({ key, author: source.author, title, quote, group: "settled", reason, url: source.url ?? "" });
    } else suggestions.push(isMerged ? { ...suggestion, stillTrue: compareAnchor(anchor, text) } : suggestion);
  }
  return { ...mined, suggestions, leftOut };
}
