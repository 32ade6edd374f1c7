/** A clause of ours as a sentence: it begins with a capital letter and ends with a mark, with one where it has one already. */
export function toSentence(clause: string): string {
  const end = /[.!?]$/.test(clause) ? "" : ".";
  return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}${end}`;
}
