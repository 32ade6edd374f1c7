/** What is read late, and not twice. */

/** What a reading gives, read once, when it is first asked for. */
export function once<Value>(read: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= read());
}
