/** How people name a pull request: `owner/repo#12`, or its address in the browser. */

export interface PullRequestName {
  fullName: string;
  number: number;
  /** The site that an address names. */
  host?: string;
}

const SHORT = /^(?<fullName>[\w.-]+\/[\w.-]+)#(?<number>[1-9]\d{0,9})$/;
const ADDRESS =
  /^https?:\/\/(?<host>[\w.-]+(?::\d+)?)\/(?<fullName>[\w.-]+\/[\w.-]+)\/pull\/(?<number>[1-9]\d{0,9})(?:[/?#]\S*)?$/;

/** Nothing for text that names no pull request. */
export function parsePullRequestName(text: string): PullRequestName | undefined {
  const groups = (SHORT.exec(text) ?? ADDRESS.exec(text))?.groups;
  if (!groups) return undefined;
  const { fullName = "", number, host } = groups;
  return { fullName, number: Number(number), ...(host !== undefined && { host }) };
}
