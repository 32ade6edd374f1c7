/** How the simulator's GraphQL fields are written down: a function for each, by type and name. */
import type { Auth } from "../http/auth.ts";
import type { Repository } from "../model.ts";
import type { Access } from "../model-apps.ts";
import { requireAccess, type Needs } from "../http/access.ts";
import { ApiError } from "../api-error.ts";
import type { World } from "../world.ts";

export interface GraphqlContext {
  world: World;
  auth: Auth;
}

export type Arguments = Record<string, unknown>;

export type Field<Source> = (source: Source, args: Arguments, context: GraphqlContext) => unknown;

/** One GraphQL type: what each field gives. A field that is not here is a violation. */
export type Fields<Source> = Record<string, Field<Source>>;

/** An error with GitHub's own `type`, which stands beside the message. */
export class GraphqlError extends Error {
  override readonly name = "GraphqlError";
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** Throws what GitHub answers where the credential may not; a refusal of REST becomes an error of a field. */
export function requireGrant({ auth }: GraphqlContext, repository: Repository, needs: Needs): void {
  try {
    requireAccess(auth, repository, needs);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new GraphqlError(error.status === 404 ? "NOT_FOUND" : "FORBIDDEN", error.message);
  }
}

/** The same field, open to who holds the permission. */
export function granted<Source>(
  needs: Record<string, Access>,
  repositoryOf: (source: Source) => Repository,
  field: Field<Source>,
): Field<Source> {
  return (source, args, context) => {
    requireGrant(context, repositoryOf(source), [needs]);
    return field(source, args, context);
  };
}

export function textArgument(args: Arguments, name: string): string {
  const value = args[name];
  if (typeof value !== "string") throw new Error(`the argument ${name} is missing`);
  return value;
}
