/** What a request costs by GitHub's published rules, read off its method and its route. */

export interface RequestCost {
  /** A read that may be sent again without a thought. */
  isSafe: boolean;
  /** Of the 900 that an installation may spend in a minute. */
  points: number;
  /** Whether it makes something that people are told of. */
  isContent: boolean;
}

/** New pull requests, comments, replies and reviews, as Octokit writes the routes. */
const CONTENT = [
  /\/pulls$/,
  /\/issues$/,
  /\/issues\/[^/]+\/comments$/,
  /\/pulls\/[^/]+\/comments$/,
  /\/pulls\/[^/]+\/comments\/[^/]+\/replies$/,
  /\/pulls\/[^/]+\/reviews$/,
];
const GRAPHQL = /\/graphql$/;
/** Another token does no harm: the one before it stays good. */
const TOKEN = /^\/app\/installations\/[^/]+\/access_tokens$/;
const MUTATION = /^\s*mutation\b/;

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#calculating-points-for-the-secondary-rate-limit */
export function requestCost({ method, url, query }: { method: string; url: string; query?: unknown }): RequestCost {
  if (GRAPHQL.test(url)) {
    const isMutation = typeof query === "string" && MUTATION.test(query);
    return { isSafe: !isMutation, points: isMutation ? 5 : 1, isContent: false };
  }
  const isRead = ["GET", "HEAD", "OPTIONS"].includes(method);
  const isContent = method === "POST" && CONTENT.some((route) => route.test(url));
  return { isSafe: isRead || TOKEN.test(url), points: isRead ? 1 : 5, isContent };
}
