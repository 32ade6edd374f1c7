/** Pages of a list, as GraphQL connections. */
import { GraphqlError, type Arguments } from "./fields.ts";

interface PageItem<Item> {
  item: Item;
  /** Stays the same when the list around it changes. */
  key: string;
}

const MAX_PAGE = 100;

/** Throws as GitHub does without `first` or `last`, and past a hundred. */
export function connection<Item>(name: string, items: Item[], keyOf: (item: Item) => string, args: Arguments) {
  const all = items.map((item): PageItem<Item> => ({ item, key: keyOf(item) }));
  const start = indexAfter(all, args["after"]);
  const end = indexBefore(all, args["before"]);
  const [first, last] = [countOf(name, args, "first"), countOf(name, args, "last")];
  if (first === undefined && last === undefined) {
    throw new GraphqlError(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  const between = all.slice(start, Math.max(start, end));
  const page = first === undefined ? between.slice(-(last ?? 0) || between.length) : between.slice(0, first);
  const from = page[0] ? all.indexOf(page[0]) : start;
  return {
    totalCount: all.length,
    nodes: page.map(({ item }) => item),
    edges: page.map(({ item, key }, index) => ({ node: item, cursor: toCursor(from + index, key) })),
    pageInfo: {
      hasNextPage: from + page.length < all.length && page.length > 0,
      hasPreviousPage: from > 0,
      startCursor: page[0] ? toCursor(from, page[0].key) : null,
      endCursor: cursorOfLast(page, from),
    },
  };
}

function cursorOfLast<Item>(page: PageItem<Item>[], from: number): string | null {
  const last = page.at(-1);
  return last ? toCursor(from + page.length - 1, last.key) : null;
}

function countOf(name: string, args: Arguments, argument: "first" | "last"): number | undefined {
  const value = args[argument];
  if (typeof value !== "number") return undefined;
  if (value > MAX_PAGE) {
    const message = `Requesting ${value} records on the \`${name}\` connection exceeds the \`${argument}\` limit of ${MAX_PAGE} records.`;
    throw new GraphqlError("EXCESSIVE_PAGINATION", message);
  }
  if (value < 0)
    throw new GraphqlError("ARGUMENT_LIMIT", `\`${argument}\` on the \`${name}\` connection cannot be less than zero.`);
  return value;
}

function toCursor(index: number, key: string): string {
  return Buffer.from(`cursor:${index}:${key}`).toString("base64");
}

/** A cursor names its item; when that is gone, the place where it was. */
function indexOf<Item>(all: PageItem<Item>[], cursor: unknown): number | undefined {
  if (typeof cursor !== "string") return undefined;
  const groups = /^cursor:(?<index>\d+):(?<key>.*)$/.exec(Buffer.from(cursor, "base64").toString())?.groups;
  if (!groups)
    throw new GraphqlError("INVALID_CURSOR_ARGUMENTS", `\`${cursor}\` does not appear to be a valid cursor.`);
  const found = all.findIndex(({ key }) => key === groups["key"]);
  return found === -1 ? Number(groups["index"]) - 1 : found;
}

function indexAfter<Item>(all: PageItem<Item>[], cursor: unknown): number {
  const index = indexOf(all, cursor);
  return index === undefined ? 0 : index + 1;
}

function indexBefore<Item>(all: PageItem<Item>[], cursor: unknown): number {
  return indexOf(all, cursor) ?? all.length;
}
