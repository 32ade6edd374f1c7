/** Messages of commits that change what is on file: fixed words and numbers, for no text of a review stands in one. */

/** One change: `withdraw` and `003`, or `merge` and `008 into 001`. */
export interface Deed {
  verb: string;
  of: string;
}

const TYPE = "docs(enhancements): ";
/** What a subject may be long, in characters: git and GitHub cut it there. */
const LONGEST_SUBJECT = 72;

/**
 * Says what is done, and behind it `why`, which begins with what parts the two. Where that is too long for a subject, this
 * counts the changes, and each stands in a line below.
 */
export function renderCommitMessage(deeds: readonly Deed[], why: string): string {
  const all = [...new Set(deeds.map(({ verb, of }) => `${verb} ${of}`))];
  if (all.length === 0) return `${TYPE}bring the files up to date${why}`;
  const byVerb = [...Map.groupBy(deeds, ({ verb }) => verb)].map(
    ([verb, some]) => `${verb} ${list([...new Set(some.map(({ of }) => of))])}`,
  );
  const subject = `${TYPE}${list(byVerb)}${why}`;
  if (subject.length <= LONGEST_SUBJECT) return subject;
  const count = all.length === 1 ? "make a change" : `make ${all.length} changes`;
  return [`${TYPE}${count}${why}`, "", ...all.map((deed) => `- ${deed}`)].join("\n");
}

function list(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(", "), ...parts.slice(-1)].filter((part) => part !== "").join(" and ");
}
