/**
 * What GitHub says in prose alone. Every test of a message's text stands here, so that a change of GitHub's wording
 * is one change of ours; wherever a status, a header or a documented field says the same, that is asked first.
 */

/**
 * Secondary limits have no status or field of their own in GraphQL, and none in REST when `retry-after` is left out. New
 * contents that come too fast are refused like a field that is not valid.
 */
const SECONDARY_LIMIT = /secondary rate limit|abuse detection|\bwas submitted too quickly\b/i;
const SUSPENDED = /installation has been suspended/i;
const ARCHIVED = /archived so is read-only/i;
/** A conversation that maintainers locked: one status stands for that and for a permission that is not granted. */
const LOCKED = /\bissue is locked\b/i;
/** Rulesets and branch protection; `GH006` and `GH013` are what git itself is told. */
const RULE = /rule violations? found|protected branch|\bGH(?:006|013)\b|required status check|push protection/i;
/** Push protection has no status of its own: it answers as other rules do. */
const SECRET = /secrets? (?:was |were )?(?:detected|found)|contain secrets|push protection/i;

export const saysSecondaryLimit = (text: string) => SECONDARY_LIMIT.test(text);
export const saysSuspended = (text: string) => SUSPENDED.test(text);
export const saysArchived = (text: string) => ARCHIVED.test(text);
export const saysLocked = (text: string) => LOCKED.test(text);
export const saysRule = (text: string) => RULE.test(text);
export const saysSecret = (text: string) => SECRET.test(text);
