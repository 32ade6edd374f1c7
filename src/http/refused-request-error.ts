/** A request that is not a delivery, with the status that says why. The message is for the sender: no internals. */
export class RefusedRequestError extends Error {
  override readonly name = "RefusedRequestError";
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}
