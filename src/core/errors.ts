/** An error whose message is written for the person who made the request: it names the offender and the remedy. */
export class UserError extends Error {
  override readonly name: string = "UserError";
}

/** What is to be written stands on a branch name of ours that somebody else took: they alone can give it back. */
export class TakenError extends UserError {
  override readonly name = "TakenError";
  /** Short names of branches; one of them given back is enough. */
  readonly branches: readonly string[];

  constructor(message: string, branches: readonly string[]) {
    super(message);
    this.branches = branches;
  }
}
