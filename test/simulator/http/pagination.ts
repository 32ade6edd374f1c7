/** Pages of a list, and the Link header that names the others. */
import type { Answer, Context } from "./route.ts";

const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;

/** One page; `wrap` puts the list where GitHub puts it, `render` is asked for the items shown alone. */
export function paginate<Item>(
  { world, query, path }: Context,
  items: Item[],
  render: (item: Item) => unknown,
  wrap: (page: unknown[], total: number) => unknown = (page) => page,
): Answer {
  const perPage = Math.min(toNumber(query.get("per_page"), DEFAULT_PER_PAGE), MAX_PER_PAGE);
  const page = toNumber(query.get("page"), 1);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const shown = items.slice((page - 1) * perPage, page * perPage).map(render);
  const links = [
    ...(page < last ? [link(page + 1, "next"), link(last, "last")] : []),
    ...(page > 1 ? [link(1, "first"), link(Math.min(page - 1, last), "prev")] : []),
  ];
  const headers: Record<string, string> = links.length > 0 ? { link: links.join(", ") } : {};
  return { status: 200, body: wrap(shown, items.length), headers };

  function link(to: number, rel: string): string {
    const parameters = new URLSearchParams(query);
    parameters.set("page", String(to));
    return `<${world.url}${path}?${parameters.toString()}>; rel="${rel}"`;
  }
}

function toNumber(value: string | null, otherwise: number): number {
  const number = Number(value ?? otherwise);
  return Number.isInteger(number) && number > 0 ? number : otherwise;
}
