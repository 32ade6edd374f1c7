/** An order by several numbers: the first that differs decides, the smaller one comes first. */
export function byNumbers<Value>(numbersOf: (value: Value) => readonly number[]): (one: Value, other: Value) => number {
  return (one, other) => {
    const [a, b] = [numbersOf(one), numbersOf(other)];
    return a.map((number, index) => number - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  };
}
