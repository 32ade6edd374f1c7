/**
 * Globs from a config, matched without building a regular expression: `*` within a folder, `**` across, `?`. What
 * follows `**` and a slash begins the name of a file or folder.
 */

/**
 * Whether a path is one that a pattern of the config means: from the root of the repository, with a slash or `./` in front or
 * not. What ends with a slash is a folder, what ends with a plain name a file or a folder; all below a folder is meant.
 */
export function isMeant(path: string, pattern: string): boolean {
  const glob = pattern.slice(["./", "/"].find((start) => pattern.startsWith(start))?.length ?? 0);
  if (glob.endsWith("/")) return matchesGlob(path, `${glob}**`);
  const isName = !["*", "?"].some((sign) => glob.slice(glob.lastIndexOf("/") + 1).includes(sign));
  return matchesGlob(path, glob) || (isName && matchesGlob(path, `${glob}/**`));
}

/** Whether a path matches a glob. At most quadratic in their lengths, which the config bounds. */
export function matchesGlob(path: string, glob: string): boolean {
  let from = 0;
  let at = 0;
  let star = -1;
  let starFrom = 0;
  let deep = -1;
  let deepFrom = 0;
  while (from < path.length) {
    if (glob.startsWith("**", at)) {
      deep = at += glob.startsWith("**/", at) ? 3 : 2;
      from = deepFrom = placeFor(path, from, glob[at - 1]);
      star = -1;
    } else if (glob[at] === "*") {
      star = at += 1;
      starFrom = from;
    } else if (at < glob.length && (glob[at] === path[from] || (glob[at] === "?" && path[from] !== "/"))) {
      at += 1;
      from += 1;
    } else if (star !== -1 && path[starFrom] !== "/") {
      at = star;
      from = starFrom += 1;
    } else if (deep !== -1) {
      at = deep;
      star = -1;
      from = deepFrom = placeFor(path, deepFrom + 1, glob[deep - 1]);
    } else return false;
  }
  return from === path.length && /^\**$/.test(glob.slice(at));
}

/** The first place from `from` on where what follows `**` may stand; behind the path where a name is asked for in vain. */
function placeFor(path: string, from: number, last: string | undefined): number {
  if (last !== "/" || from === 0 || path[from - 1] === "/") return from;
  const slash = path.indexOf("/", from);
  return slash === -1 ? path.length + 1 : slash + 1;
}
