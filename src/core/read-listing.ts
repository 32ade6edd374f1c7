/** An enhancement as a listing of directories shows it. */
import { parseDirectoryName } from "./allocate.ts";
import { parseStatusJson, type StatusFile } from "./documents/status-json.ts";
import { STATUS_JSON } from "./item.ts";
import type { DirectoryListing } from "./snapshot.ts";

/**
 * What a directory's `status.json` says; nothing where it cannot be read. The number and the slug are those of the
 * directory's name: people rename directories, and whatever is written next has to go where the files are.
 */
export function readListing({ name, statusJson }: DirectoryListing): StatusFile | undefined {
  const parsed = statusJson === undefined ? undefined : parseStatusJson(statusJson, STATUS_JSON);
  return parsed?.ok ? { ...parsed.value, ...parseDirectoryName(name) } : undefined;
}
