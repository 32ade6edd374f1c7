/** A field of a payload that one task needs and another does not: where it cannot be read, the other goes on. */
import { z } from "zod";

/** What is wrong with one field: where it stands, what was expected there and what kind of thing was found; no content. */
export const Fault = z.object({ field: z.string(), message: z.string() });
export type Fault = z.infer<typeof Fault>;

export type Field<Value> = { value: Value } | { faults: Fault[] };

/** Never fails: what does not fit the schema is read as its faults. `path` is where the field stands in the payload. */
export function field<Schema extends z.ZodType>(path: string, schema: Schema) {
  return z
    .unknown()
    .optional()
    .transform((given): Field<z.output<Schema>> => {
      const parsed = schema.safeParse(given);
      return parsed.success ? { value: parsed.data } : { faults: toFaults(parsed.error, path) };
    });
}

/** One fault for each issue; `path` is where the schema stands in the payload, and empty for the whole of it. */
export function toFaults({ issues }: Pick<z.core.$ZodError, "issues">, path = ""): Fault[] {
  return issues.map(({ path: below, message }) => ({
    field: [...(path === "" ? [] : [path]), ...below.map(String)].join("."),
    message,
  }));
}

/** The field with another value; what is wrong stays wrong. */
export function mapField<Value, Other>(from: Field<Value>, map: (value: Value) => Other): Field<Other> {
  return innerField(from, (value) => ({ value: map(value) }));
}

/** A field of what stands in a field. */
export function innerField<Value, Inner>(outer: Field<Value>, pick: (value: Value) => Field<Inner>): Field<Inner> {
  return "faults" in outer ? outer : pick(outer.value);
}

/** One field of many: readable where all are. */
export function allOf<Value>(fields: readonly Field<Value>[]): Field<Value[]> {
  const faults = fields.flatMap((each) => ("faults" in each ? each.faults : []));
  return faults.length > 0 ? { faults } : { value: fields.flatMap((each) => ("value" in each ? [each.value] : [])) };
}

type Values<Fields> = {
  [Name in keyof Fields]: Extract<Fields[Name], { value: unknown }>["value"];
};

/** The values of all fields, or all that is wrong with any of them. */
export function readFields<Fields extends Record<string, Field<unknown>>>(fields: Fields): Field<Values<Fields>> {
  const names = Object.keys(fields);
  return mapField(allOf(Object.values(fields)), (values) => {
    return Object.fromEntries(names.map((name, at) => [name, values[at]])) as Values<Fields>;
  });
}
