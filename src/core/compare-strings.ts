/** The order of two strings for `sort`, by their code units whatever the locale: of paths, of dates in ISO 8601. */
export function compareStrings(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
