/** An error whose message is written for the person who made the request: it names the offender and the remedy. */
export class UserError extends Error {
  override readonly name = "UserError";
}
