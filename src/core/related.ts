/** The references of an enhancement.md to what a comment names: issues, specs, files and links. */
import { parseReferences, renderReference, type Reference } from "./documents/list-items.ts";
import type { References } from "./suggestion.ts";

const LABELS = {
  specs: "Related Spec",
  issues: "Related Issues",
  files: "Related File",
  links: "Mentioned Link",
} as const satisfies Record<keyof References, string>;

/** The references to what is named, in the order of the format. */
export function relatedTo({ specs, issues, files, links }: References): Reference[] {
  return [
    ...specs.map((text) => ({ label: LABELS.specs, text })),
    ...(issues.length > 0 ? [relatedIssues(issues)] : []),
    ...files.map((text) => ({ label: LABELS.files, text })),
    ...links.map((text) => ({ label: LABELS.links, text })),
  ];
}

/** What the lines of a section of references name. */
export function referencesUnder(lines: readonly string[]): References {
  const all = parseReferences(lines);
  const under = (name: string) => all.flatMap(({ label, text }) => (label === name ? [text] : []));
  return {
    issues: under(LABELS.issues).flatMap(numbersIn),
    ...{ specs: under(LABELS.specs), files: under(LABELS.files), links: under(LABELS.links) },
  };
}

/** Those lines of a section of references that lead to nothing named; of a line with several issues the others stay. */
export function withoutNamed(lines: readonly string[], named: References): string[] {
  return lines.flatMap((line) => {
    const own = referencesUnder([line]);
    const issues = own.issues.filter((issue) => !named.issues.includes(issue));
    if (issues.length < own.issues.length) return issues.length === 0 ? [] : [renderReference(relatedIssues(issues))];
    const isNamed = (["specs", "files", "links"] as const).some((kind) =>
      own[kind].some((text) => named[kind].includes(text)),
    );
    return isNamed ? [] : [line];
  });
}

function relatedIssues(issues: readonly number[]): Reference {
  return { label: LABELS.issues, text: issues.map((issue) => `#${issue}`).join(", ") };
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/#(\d{1,9})\b/g)].map(([, digits]) => Number(digits));
}
