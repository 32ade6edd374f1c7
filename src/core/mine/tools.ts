/** The review tools that have a reader of their own. A new one is a file in `reviewers/` and a line here. */
import type { Author } from "../review.ts";
import { plainLogin } from "../review.ts";
import type { Document } from "./markdown.ts";
import { BITO } from "./reviewers/bito.ts";
import { BUGBOT } from "./reviewers/bugbot.ts";
import { CLAUDE } from "./reviewers/claude.ts";
import { CODACY } from "./reviewers/codacy.ts";
import { CODE_SCANNING } from "./reviewers/code-scanning.ts";
import { CODEANT } from "./reviewers/codeant.ts";
import { CODERABBIT } from "./reviewers/coderabbit.ts";
import { CODEX } from "./reviewers/codex.ts";
import { COPILOT } from "./reviewers/copilot.ts";
import { CUBIC } from "./reviewers/cubic.ts";
import { DEVIN } from "./reviewers/devin.ts";
import { ELLIPSIS } from "./reviewers/ellipsis.ts";
import {
  AI_PR_REVIEWER,
  AMAZON_Q,
  AUGMENT,
  BAZ,
  CHATGPT_CODEREVIEW,
  CODE_REVIEW_GPT,
  ENTELLIGENCE,
  GRAPHITE,
  KILO,
  MESA,
  PROPEL,
} from "./reviewers/free-form.ts";
import { GEMINI } from "./reviewers/gemini.ts";
import { GITAR } from "./reviewers/gitar.ts";
import { GREPTILE } from "./reviewers/greptile.ts";
import { KODY } from "./reviewers/kody.ts";
import { KORBIT } from "./reviewers/korbit.ts";
import { MACROSCOPE } from "./reviewers/macroscope.ts";
import { PR_AGENT } from "./reviewers/pr-agent.ts";
import { QODO } from "./reviewers/qodo.ts";
import { SENTRY } from "./reviewers/sentry.ts";
import { SOURCERY } from "./reviewers/sourcery.ts";
import type { Tool } from "./reviewers/tool.ts";

/** All tools. Where a login is shared, the first that knows the text by its marks wrote it. */
export const TOOLS: readonly Tool[] = [
  CODERABBIT,
  COPILOT,
  GEMINI,
  CODEX,
  BUGBOT,
  GREPTILE,
  SOURCERY,
  QODO,
  PR_AGENT,
  DEVIN,
  ELLIPSIS,
  MACROSCOPE,
  SENTRY,
  CUBIC,
  CODEANT,
  KODY,
  KORBIT,
  GRAPHITE,
  BITO,
  KILO,
  AMAZON_Q,
  AUGMENT,
  BAZ,
  PROPEL,
  MESA,
  ENTELLIGENCE,
  GITAR,
  CODACY,
  AI_PR_REVIEWER,
  CODE_REVIEW_GPT,
  CHATGPT_CODEREVIEW,
  CODE_SCANNING,
  CLAUDE,
];

const BY_LOGIN = new Map(TOOLS.toReversed().flatMap((tool) => tool.logins.map((login) => [login, tool] as const)));

/** The tool whose account this is. The App comes first: a login can be given up, and taken by another. */
function toolOfAccount({ login, appId }: Author): Tool | undefined {
  const plain = plainLogin(login);
  const byApp = appId === undefined ? undefined : TOOLS.find(({ appIds }) => appIds?.includes(appId));
  return byApp ?? BY_LOGIN.get(plain);
}

/** The tool that wrote a text: by its account, else by the text itself. People are never tools. */
export function toolOf(author: Author | null, document: Document): Tool | undefined {
  if (author?.kind !== "bot") return undefined;
  return toolOfAccount(author) ?? TOOLS.find(({ recognises }) => recognises?.(document));
}
