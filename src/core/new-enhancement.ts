/** A suggestion becomes an enhancement: its `status.json` and the files of its new directory. */
import { laterDay } from "./later-day.ts";
import { createHash } from "node:crypto";
import { renderEnhancementMd, type EnhancementFile } from "./documents/enhancement-md.ts";
import type { ListItem, Reference } from "./documents/list-items.ts";
import { quotable } from "./documents/quote.ts";
import { renderStatusJson, type StatusFile } from "./documents/status-json.ts";
import { isSafeUrl, toUrlPath } from "./documents/url.ts";
import { oneLine } from "./documents/visible-text.ts";
import { relatedTo } from "./related.ts";
import { pathWithLine } from "./source.ts";
import type { Suggestion } from "./suggestion.ts";

export interface NewEnhancementOptions {
  id: string;
  slug: string;
  /** Our own login, for the history. */
  botLogin: string;
}

const NO_OUTCOME: ListItem = {
  text: "(not stated in the review; add what should be true when this is done)",
  isDone: false,
};
const NO_CRITERION: ListItem = { text: "(not stated in the review; add how to tell that this is done)", isDone: false };

/** Where it is not told any more whether the review stated any. */
const TO_ADD = {
  outcome: { text: "(add what should be true when this is done)", isDone: false },
  criterion: { text: "(add how to tell that this is done)", isDone: false },
} satisfies Record<string, ListItem>;

const ASSUMED_PRIORITY = "The review states no priority; medium is assumed.";

/** What stands in the place of a secret: redaction came before the text did. */
const REDACTED = /\[redacted: [a-z0-9 ]+ [0-9a-f]{4}\]/;

/** Once somebody has decided about the priority, the sentence in enhancement.md that says it was assumed is wrong. */
export function withoutAssumption(text: string): string {
  return text.replace(`\n\n${ASSUMED_PRIORITY}\n`, "\n").replace(`\r\n\r\n${ASSUMED_PRIORITY}\r\n`, "\r\n");
}

/** The status of a new enhancement. Every date is the UTC day on which something was written, never today. */
export function toStatusFile(suggestion: Suggestion, { id, slug, botLogin }: NewEnhancementOptions): StatusFile {
  const { source, key, kind, priority, references, sightings, reasons } = suggestion;
  const created = dayOf(suggestion.createdAt);
  const updated = [created, ...sightings.map(({ on }) => on)].reduce((one, other) => laterDay(one, other));
  return {
    schemaVersion: 1,
    uid: uidOf(source.repository.id, key),
    id,
    slug,
    title: oneLine(suggestion.title) || "Untitled",
    status: "not-started",
    priority: priority ?? "medium",
    kind,
    source,
    key,
    sightings: sightings.map((sighting) => ({ ...sighting })),
    evidence: {
      kept: reasons.map(oneLine),
      priority: priority === null ? "assumed" : "stated",
      snippet: suggestion.anchor ? snippetOf(suggestion.anchor) : null,
      promisedBy: suggestion.promisedBy ?? null,
      stillTrue: suggestion.stillTrue ?? null,
    },
    links: { pullRequests: [], issues: references.issues, spec: references.specs[0] ?? null },
    analysis: null,
    created,
    updated,
    history: [{ status: "not-started", on: created, by: botLogin, reason: reasonOf(source.pullRequest) }],
  };
}

/** The files of the new directory, by their paths from it. */
export function renderNewEnhancement(suggestion: Suggestion, status: StatusFile): { path: string; content: string }[] {
  return [
    { path: "enhancement.md", content: renderEnhancementMd(toEnhancementFile(suggestion, status)) },
    { path: "status.json", content: renderStatusJson(status) },
  ];
}

/** An enhancement.md that holds no word of the comment it came from but its title, and `sentence` in their place. */
export function renderWithoutWords(status: StatusFile, sentence: string): string {
  const { source, sightings } = status;
  const references = { issues: [], specs: [], links: [], files: [] };
  return renderEnhancementMd({
    ...headerOf(status),
    description: sentence,
    outcomes: [TO_ADD.outcome],
    quote: null,
    remarks: [sentence],
    criteria: [TO_ADD.criterion],
    references: referencesOf({ source, sightings, references }),
  });
}

function toEnhancementFile(suggestion: Suggestion, status: StatusFile): EnhancementFile {
  const { outcomes, criteria, quote, replies = [] } = suggestion;
  const remarks = [
    ...replies,
    ...(status.evidence.priority === "assumed" ? [ASSUMED_PRIORITY] : []),
    ...(REDACTED.test(quote) ? ["Secrets in the quote are redacted."] : []),
    ...(quotable(quote) === quote.replace(/\r\n?/g, "\n")
      ? []
      : ["Hidden characters in the quote are shown as escapes."]),
  ];
  return {
    ...headerOf(status),
    description: suggestion.description,
    outcomes: outcomes.length > 0 ? outcomes.map((text) => ({ text, isDone: false })) : [NO_OUTCOME],
    quote: { text: quote, attribution: attributionOf(suggestion) },
    remarks,
    criteria: criteria.length > 0 ? criteria.map((text) => ({ text })) : [NO_CRITERION],
    references: referencesOf(suggestion),
  };
}

function headerOf({ title, id, status, priority, source: { pullRequest }, created, updated }: StatusFile) {
  const source = pullRequest === null ? "Manual" : `PR #${pullRequest} Review Feedback`;
  return { title, id, status, priority, source, created, updated };
}

function snippetOf({ snippet }: { snippet: readonly string[] }): string {
  return `sha256:${createHash("sha256").update(snippet.join("\n")).digest("hex")}`;
}

const WHERE = {
  review: "review",
  "review-comment": "review comment",
  "issue-comment": "comment",
  manual: "note",
} as const;

function attributionOf({ source: { author, kind, pullRequest } }: Suggestion): string {
  const name = `${author?.login ?? "a deleted account"}, ${WHERE[kind]}`;
  return pullRequest === null ? name : `${name}, PR #${pullRequest}`;
}

/** What the review points at, and where it stood: at the commit that was reviewed, for the lines will move. */
function referencesOf({
  source,
  references,
  sightings,
}: Pick<Suggestion, "source" | "references"> & { sightings: readonly { url: string }[] }): Reference[] {
  const code = permalinkOf(source);
  return [
    ...(source.pullRequest === null ? [] : [{ label: "PR", text: `#${source.pullRequest}` }]),
    ...links("Comment", [source.url, ...sightings.map(({ url }) => url)]),
    ...links("Code", [code]),
    ...(source.path !== null && code === null ? [{ label: "Code", text: pathWithLine(source) }] : []),
    ...relatedTo(references),
  ];
}

function links(label: string, urls: readonly (string | null)[]): Reference[] {
  return urls.flatMap((url) => (url !== null && isSafeUrl(url) ? [{ label, text: url, isLink: true as const }] : []));
}

/** The reviewed lines at the reviewed commit, made from the address of the comment. */
function permalinkOf({ url, repository, path, line, commit }: Suggestion["source"]): string | null {
  if (url === null || path === null || commit === null || !URL.canParse(url)) return null;
  const file = toUrlPath(path);
  return `${new URL(url).origin}/${repository.fullName}/blob/${commit}/${file}${line === null ? "" : `#L${line}`}`;
}

/** Sixty bits of a hash of the first source, so that GitHub alone can give it back. */
function uidOf(repositoryId: number, key: string): string {
  const bytes = createHash("sha256").update(`${repositoryId}\n${key}`).digest();
  return `enh_${Array.from(bytes.subarray(0, 12), (byte) => ALPHABET[byte % 32]).join("")}`;
}

/** Crockford's: no letter that is taken for a digit. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

function reasonOf(pullRequest: number | null): string {
  return pullRequest === null ? "created by hand" : `captured from #${pullRequest}`;
}

function dayOf(iso: string): string {
  return new Date(iso).toISOString().slice(0, 10);
}
