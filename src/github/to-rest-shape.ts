/**
 * JSON as the `gh` tool prints it, in the shapes of GitHub's REST API: the pages of `gh api --slurp` become one list, and
 * what `gh pr view --json` gives gets REST's names. Whatever else it is given stays as it is.
 */
import { TOOLS } from "../core/mine/tools.ts";
import { plainLogin } from "../core/review.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The keys under which texts stand in groups. */
export const LISTS = ["reviews", "comments", "review_comments", "issue_comments"];

/** Pure, and never throws. Values keep their types: what is wrong with them is told where they are parsed. */
export function toRestShape(json: unknown): unknown {
  if (Array.isArray(json)) return { comments: toTexts(json) };
  if (!isFields(json)) return json;
  const lists = LISTS.flatMap((name) => (Array.isArray(json[name]) ? [[name, toTexts(json[name])]] : []));
  const pull = json["pull_request"] === undefined && lists.length > 0 ? toPull(json) : undefined;
  return { ...toText(json), ...Object.fromEntries(lists), ...(pull && { pull_request: pull }) };
}

function toTexts(list: readonly unknown[]): unknown[] {
  return list.flat().map((text) => (isFields(text) ? toText(text) : text));
}

/** The number that a URL of a review or comment ends with. */
const NUMBER = /#(?:issuecomment-|discussion_r|pullrequestreview-)(?<number>[1-9]\d{0,15})$/;

function toText(text: Fields): Fields {
  const { id, author, url, html_url, submittedAt, createdAt, commit, isMinimized, minimizedReason } = text;
  if (typeof id !== "string" && (author === undefined || "user" in text)) return text;
  const place = html_url ?? url;
  const number = typeof place === "string" ? NUMBER.exec(place)?.groups?.["number"] : undefined;
  return {
    ...text,
    ...(typeof id === "string" && { node_id: id, id: number === undefined ? undefined : Number(number) }),
    ...(author !== undefined && { user: toUser(author) }),
    ...(place !== undefined && { html_url: place }),
    ...(submittedAt !== undefined && { submitted_at: submittedAt }),
    ...(createdAt !== undefined && { created_at: createdAt }),
    ...(isMinimized === true && { hidden: typeof minimizedReason === "string" ? minimizedReason.toLowerCase() : "" }),
    ...(isFields(commit) && { commit_id: commit["oid"] }),
  };
}

/** GraphQL writes the login of a bot as that of a person; those of review tools are known. */
function toUser(author: unknown): unknown {
  if (!isFields(author)) return author;
  const { login } = author;
  if (typeof login !== "string") return author;
  if (login === "") return null;
  const isTool = TOOLS.some(({ logins }) => logins.includes(plainLogin(login)));
  return { login, ...((author["is_bot"] === true || isTool) && { type: "Bot" }) };
}

function toPull(json: Fields): Fields | undefined {
  const { url, author, title, state, mergedAt, isDraft, createdAt, baseRefName, headRefName, headRefOid } = json;
  const told = typeof url === "string" ? /\/pull\/(?<number>[1-9]\d*)$/.exec(url)?.groups?.["number"] : undefined;
  const number = json["number"] ?? (told === undefined ? undefined : Number(told));
  if (number === undefined) return undefined;
  return {
    ...{ number, title, html_url: url, draft: isDraft, created_at: createdAt, merged_at: mergedAt },
    ...(author !== undefined && { user: toUser(author) }),
    ...(typeof state === "string" && { state: state.toLowerCase(), merged: state === "MERGED" }),
    ...(baseRefName !== undefined && { base: { ref: baseRefName } }),
    ...(headRefName !== undefined && headRefOid !== undefined && { head: { ref: headRefName, sha: headRefOid } }),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
