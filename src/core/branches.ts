/** Names of follow-up branches: a fixed prefix and a number, never text from a review. */

/** The branch of the rolling follow-up. */
export function rollingBranch(prefix: string): string {
  return `${prefix}rolling`;
}

/** Whether what stands on a branch is changed on the rolling one: what is merged, and what that proposes itself. */
export function isChangedOnRolling(
  branch: string,
  { defaultBranch, prefix }: { defaultBranch: string; prefix: string },
): boolean {
  return branch === defaultBranch || branch === rollingBranch(prefix);
}

/** How many names a source may use: the plain one, and suffixes for when it is taken. */
const VARIANTS = 4;

/** The branch names that a follow-up for a source pull request may use, first choice first. */
export function followUpBranches(prefix: string, pullNumber: number): string[] {
  const plain = `${prefix}pr-${pullNumber}`;
  return Array.from({ length: VARIANTS }, (_, index) => (index === 0 ? plain : `${plain}-${index + 1}`));
}
