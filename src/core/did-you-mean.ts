/** What somebody may have meant: the nearest of a few known words. */

/** Longer words are no typing mistakes of ours, and comparing them would cost time. */
const LONGEST = 24;

/**
 * The one known word that a mistyped one is nearest to, or nothing when none is near or two are equally near. Near is
 * one mistake in a word of up to four letters and two in a longer one; swapped neighbours count as one. A beginning that
 * fits one known word alone is near, too.
 */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const given = word.toLowerCase();
  if (given.length < 2 || given.length > LONGEST) return undefined;

  const begins = known.filter((candidate) => candidate.startsWith(given));
  if (begins.length === 1) return begins[0];

  const allowed = given.length <= 4 ? 1 : 2;
  const near = known
    .map((candidate) => ({ candidate, mistakes: countMistakes(given, candidate) }))
    .filter(({ mistakes }) => mistakes <= allowed)
    .sort((one, other) => one.mistakes - other.mistakes);
  const [first, second] = near;
  return first && first.mistakes !== second?.mistakes ? first.candidate : undefined;
}

/** The known word that differs from a word of six letters or more, whatever their case, by one mistake; nothing for one that is known. */
export function misspeltOf(word: string, known: readonly string[]): string | undefined {
  const given = word.toLowerCase();
  if (given.length < 6 || given.length > LONGEST || known.includes(given)) return undefined;
  return known.find((candidate) => countMistakes(given, candidate) === 1);
}

/**
 * The known word that another one is but for its hyphens, or that is one of its parts, such as `coderabbit` for `code-rabbit`
 * and `coderabbit-ai`; nothing for one that is known, and for parts of less than five letters, which may mean anything.
 */
export function respeltOf(word: string, known: readonly string[]): string | undefined {
  const given = word.toLowerCase();
  if (known.includes(given)) return undefined;
  const joined = given.replaceAll(/[^a-z0-9]/g, "");
  const parts = given.split(/[^a-z0-9]/).filter((part) => part.length >= 5);
  return known.find((candidate) => candidate.replaceAll("-", "") === joined || parts.includes(candidate));
}

/** Letters to add, leave out, change, or swap with their neighbour: the optimal string alignment distance. */
function countMistakes(given: string, candidate: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: candidate.length + 1 }, (_, column) => column);
  for (let row = 1; row <= given.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= candidate.length; column += 1) {
      const isSame = given[row - 1] === candidate[column - 1];
      const isSwapped = given[row - 1] === candidate[column - 2] && given[row - 2] === candidate[column - 1];
      const counts = [
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (isSame ? 0 : 1),
        ...(isSwapped ? [at(older, column - 2) + 1] : []),
      ];
      current.push(Math.min(...counts));
    }
    older = previous;
    previous = current;
  }
  return at(previous, candidate.length);
}

function at(counts: readonly number[], index: number): number {
  return counts[index] ?? Number.POSITIVE_INFINITY;
}
