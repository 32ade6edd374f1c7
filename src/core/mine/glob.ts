/** Globs from a config, matched without building a regular expression: `*` within a folder, `**` across, `?`. */

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
      deepFrom = from;
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
      from = deepFrom += 1;
    } else return false;
  }
  return /^\**$/.test(glob.slice(at));
}
