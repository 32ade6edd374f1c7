/** Words that opened a sentence, as they stand inside of another. */

/** Names that keep their capital, of those that are a capital and small letters. */
const NAMES = new Set(
  (
    "alpine android angular ansible apache apple azure babel bash bitbucket boost bun celery chrome claude cloudflare copilot cypress datadog debian deno django docker elixir eslint figma firefox flask flink gemini git go gradle grafana google hibernate intel java jenkins jest kafka keycloak kotlin kubernetes linux lua maven microsoft mongo mongoose nginx node numpy oracle pandas perl playwright postgres prettier prisma prometheus pydantic python rails react redis redux ruby rust safari scala sentry slack snowflake spark spring stripe supabase svelte swagger swift tailwind terraform ubuntu unicode unix vim vite vitest vue webpack windows xcode zod zookeeper " +
    "january february april june july august september october november december monday tuesday wednesday thursday friday saturday sunday " +
    "arabic chinese dutch english french german greek hebrew italian japanese korean latin lithuanian polish portuguese russian spanish turkish"
  ).split(" "),
);

const OPENS = /^[A-Z][a-z]{0,30}(?![\w.(/@]|::|-[A-Z])/;

/** Before a name these are no part of it: "The Parser", "Stale Entry", "Missing Header". */
const COMMON =
  /^(?:The|This|That|These|Those|An?|All|Multiple|It|Any|Each|Every|Some|New|No|Tests?|Calls?|Users?|Callers?|Clients?|Errors?|Messages?|Requests?|Broken|Unsafe|Stale|Flaky|Wrong|Dead|Token|Key|[A-Z][a-z]{0,20}(?:ent|ant|ed|ing|ous|ble|ive|al|ate|ary|ect|ure))\b/;

/** A phrase set like a heading, in small letters; else its first word alone, where it is no name. */
export function lowered(phrase: string): string {
  const plain = phrase.match(/(?<![\w.])[A-Za-z][a-z]{1,30}(?![\w.])/g)?.filter((word) => word.length > 3) ?? [];
  if (plain.length > 1 && plain.every((word) => /^[A-Z]/.test(word))) {
    return phrase.replace(/(?<![\w.])[A-Z][a-z]{1,30}(?![\w.(])/g, inSmallLetters);
  }
  const isNameOfTwo = /^[A-Z][a-z]{1,30} [A-Z][a-z]{1,30}\b/.test(phrase) && !COMMON.test(phrase);
  return isNameOfTwo ? phrase : phrase.replace(OPENS, (word) => (word === "I" ? word : inSmallLetters(word)));
}

function inSmallLetters(word: string): string {
  return NAMES.has(word.toLowerCase()) ? word : word.toLowerCase();
}
