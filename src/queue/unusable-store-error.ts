/** The store cannot be opened. The message is for the operator: what is wrong, where, and what to do. */
export class UnusableStoreError extends Error {
  override readonly name = "UnusableStoreError";
}
