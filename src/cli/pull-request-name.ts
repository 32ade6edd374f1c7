/** How people name a pull request: `owner/repo#12`, or its address in the browser. */

export interface PullRequestName {
  fullName: string;
  number: number;
  /** The site that an address names. */
  host?: string;
}

const SHORT = /^(?<fullName>[\w.-]+\/[\w.-]+)#(?<number>[1-9]\d{0,9})$/;
/** The path of an address, whatever it goes on with: "/files", "/commits". */
const PATH = /^\/(?<fullName>[\w.-]{1,100}\/[\w.-]{1,100})\/pull\/(?<number>[1-9]\d{0,9})(?=\/|$)/;

/** Nothing for text that names no pull request. */
export function parsePullRequestName(text: string): PullRequestName | undefined {
  const url = /^https?:/.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  const groups = (url ? PATH.exec(url.pathname) : SHORT.exec(text))?.groups;
  if (!groups) return undefined;
  const { fullName = "", number } = groups;
  return { fullName, number: Number(number), ...(url && { host: url.host }) };
}
