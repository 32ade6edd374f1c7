/** Fields of a request's body, read with the types that GitHub expects; wrong ones are 422. */
import { ApiError } from "../api-error.ts";

type Body = Record<string, unknown>;

function wrong(name: string, expected: string): ApiError {
  return new ApiError(422, `Invalid request.\n\n"${name}" is not ${expected}.`);
}

/** Undefined where it is missing or null. */
export function optionalText(body: Body, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw wrong(name, "a string");
  return value;
}

/** Throws 422 when it is missing. */
export function text(body: Body, name: string): string {
  const value = optionalText(body, name);
  if (value === undefined) throw new ApiError(422, `Invalid request.\n\n"${name}" wasn't supplied.`);
  return value;
}

export function optionalNumber(body: Body, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number" || !Number.isInteger(value)) throw wrong(name, "an integer");
  return value;
}

export function flag(body: Body, name: string): boolean {
  const value = body[name];
  if (value === undefined || value === null) return false;
  if (typeof value !== "boolean") throw wrong(name, "a boolean");
  return value;
}

export function optionalChoice<Choice extends string>(
  body: Body,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = optionalText(body, name);
  const choice = choices.find((each) => each === value);
  if (value !== undefined && choice === undefined) throw wrong(name, `one of ${choices.join(", ")}`);
  return choice;
}

export function texts(body: Body, name: string): string[] {
  return list(body, name).map((each) => {
    if (typeof each !== "string") throw wrong(name, "a list of strings");
    return each;
  });
}

export function objects(body: Body, name: string): Body[] {
  return list(body, name).map((each) => {
    if (typeof each !== "object" || each === null) throw wrong(name, "a list of objects");
    return each as Body;
  });
}

export function optionalObject(body: Body, name: string): Body | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object" || Array.isArray(value)) throw wrong(name, "an object");
  return value as Body;
}

function list(body: Body, name: string): unknown[] {
  const value = body[name] ?? [];
  if (!Array.isArray(value)) throw wrong(name, "a list");
  return value;
}
