/** The store cannot be opened. The message is for the operator: what is wrong, where, and what to do. */
export class UnusableStoreError extends Error {
  override readonly name = "UnusableStoreError";
}

/** One sentence for a person: the message, and the code of its cause where there is one. No stack, no secret. */
export function messageWithCode({ message, cause }: Pick<Error, "message" | "cause">): string {
  const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? ` (${cause.code})` : "";
  return `${message}${code}`;
}
