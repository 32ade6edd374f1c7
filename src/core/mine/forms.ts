/** Forms of words: small expressions, each beside a sentence that holds it, and one pattern of all of them. */

/**
 * Forms of words that say one thing, each under a sentence that holds it. Read against `prose`: lower case, one line, code
 * as `x` in backticks. Linear, held by a test.
 */
export type Forms = Readonly<Record<string, RegExp>>;

/** What stands around each of some forms, where all share it. No choice at its top. */
export interface Frame {
  before?: RegExp;
  after?: RegExp;
}

/** One pattern that matches what any of the forms does, in their order. Throws where they differ in their flags. */
export function anyOf(forms: Forms, { before, after }: Frame = {}): RegExp {
  const all = Object.values(forms);
  const flags = new Set([before, ...all, after].flatMap((part) => (part ? [part.flags] : [])));
  if (flags.size > 1) throw new Error(`forms with the flags ${[...flags].join(" and ")} make no one pattern`);
  const choice = all.map(({ source }) => source).join("|");
  const isFramed = before !== undefined || after !== undefined;
  return new RegExp(isFramed ? `${before?.source ?? ""}(?:${choice})${after?.source ?? ""}` : choice, [...flags][0]);
}
