/**
 * Which enhancements a pull request says that it carries out, or takes back. Read from its title, its body and its
 * head branch; commit messages are not read, because every squash and rebase rewrites them.
 */
import { findLines, type LineCandidate } from "./command-lines.ts";
import { toReference, type EnhancementReference } from "./reference.ts";

export interface PullRequestWords {
  title: string;
  body: string;
  /** Short name of the head branch, in whatever repository it is. */
  headRef: string;
}

/** A pull request names no more than so many: what comes after is left out. */
const MOST = 20;

const TRAILER = /^Enhancements?:[ \t]{0,9}(?<rest>\S.{0,500})$/i;
const SENTENCE = /^Implements[ \t]{1,9}enhancements?[ \t:]{1,9}(?<rest>\S.{0,500})$/i;
/** The type of a conventional commit may stand before the sentence in a title. */
const TYPE = /^[a-z]{1,20}(?:\([^()]{0,40}\))?!?:[ \t]{0,9}/i;
const BRANCH = /^enhancement\/(?<id>\d{3,15})-/;
const REVERTS = /^Reverts (?<repository>[\w.-]{1,100}\/[\w.-]{1,100})#(?<number>[1-9]\d{0,9})[.]?$/i;

/**
 * The enhancements that are named, each once: by a trailer `Enhancement: 007` of the body, a line `Implements
 * enhancement 007` of the title or the body, or a branch `enhancement/007-*`. Lines in quotes, code and HTML comments do
 * not count, nor does a line that goes on with other words. One that reverts another names none.
 */
export function readImplemented({ title, body, headRef }: PullRequestWords): EnhancementReference[] {
  if (findLines(body, (source) => candidate(source, REVERTS)).some(({ place }) => place === "text")) return [];
  const branch = BRANCH.exec(headRef)?.groups?.["id"];
  const lines = findLines(body, (source) => candidate(source, TRAILER) ?? candidate(source, SENTENCE));
  const named = [
    ...(branch === undefined ? [] : [toReference(branch)]),
    ...readList(SENTENCE.exec(title.trim().replace(TYPE, ""))),
    ...lines.flatMap(({ place, text }) =>
      place === "text" ? readList(TRAILER.exec(text) ?? SENTENCE.exec(text)) : [],
    ),
  ];
  return [...new Set(named.filter((reference) => reference !== undefined))].slice(0, MOST);
}

/** Numbers of the pull requests of the same repository that this one reverts, as GitHub's own button words it. */
export function readReverted(body: string, repository: { owner: string; name: string }): number[] {
  const own = `${repository.owner}/${repository.name}`.toLowerCase();
  const numbers = findLines(body, (source) => candidate(source, REVERTS)).flatMap(({ place, text }) => {
    const groups = REVERTS.exec(text)?.groups;
    return place === "text" && groups?.["repository"]?.toLowerCase() === own ? [Number(groups["number"])] : [];
  });
  return [...new Set(numbers)].slice(0, MOST);
}

/** A line of ordinary text: no deeper than Markdown lets a paragraph stand. */
function candidate(source: string, pattern: RegExp): LineCandidate | undefined {
  const at = source.length - source.trimStart().length;
  const text = source.trim();
  return at <= 3 && !source.startsWith("\t") && pattern.test(text) ? { at, text, mayRun: true } : undefined;
}

/** `007`, `007 and 8`, `007, 008.`: a list and nothing else, else the words meant something different. */
function readList(found: RegExpExecArray | null): EnhancementReference[] {
  const rest = found?.groups?.["rest"] ?? "";
  const words = rest
    .replace(/[.;]$/, "")
    .split(/[ \t]{0,9},[ \t]{0,9}(?:and[ \t]{1,9})?|[ \t]{1,9}and[ \t]{1,9}|[ \t]{1,9}/);
  const references = words.map((word) => toReference(word));
  return references.every((reference) => reference !== undefined) ? references : [];
}
