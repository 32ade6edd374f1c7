/** The later of two days. `YYYY-MM-DD` sorts like what it stands for. */
export function laterDay(one: string, other: string): string {
  return other > one ? other : one;
}
