/** Which addresses of GitHub's API may be given a token. */

/** Why `url` is not one, and what to give instead, as the end of a sentence that begins with its name; nothing when it is. */
export function apiUrlProblem({ protocol, hostname, username, password, search, hash }: URL): string | undefined {
  if (protocol !== "https:" && !(protocol === "http:" && isLoopbackHost(hostname))) {
    return "is not https, and tokens would travel in the clear; give one that begins with https://";
  }
  if (username || password || search || hash) return "has more than a host and a path; leave the rest out";
  if (/^(?:www\.)?github\.com$/.test(hostname)) return "is GitHub's web site; its API is https://api.github.com";
  return undefined;
}

function isLoopbackHost(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d+){3}$/.test(hostname);
}
