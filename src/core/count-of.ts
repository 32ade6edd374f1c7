/** "1 problem", "3 problems": a number with a noun whose plural ends in "s". */
export function countOf(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
