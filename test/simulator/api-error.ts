/** A refusal in GitHub's words: what a REST client gets as JSON, and what a person's action throws. */

/** One entry of a 422's `errors`; GitHub also sends bare strings. */
export type FieldError = string | { resource: string; code: string; field?: string; message?: string };

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly errors: FieldError[] | undefined;

  constructor(status: number, message: string, errors?: FieldError[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export function notFound(): ApiError {
  return new ApiError(404, "Not Found");
}

/** 422 with one entry, as most of GitHub's validations answer. */
export function invalid(resource: string, field: string, message?: string): ApiError {
  const detail =
    message === undefined ? { resource, code: "invalid", field } : { resource, code: "custom", field, message };
  return new ApiError(422, "Validation Failed", [detail]);
}
