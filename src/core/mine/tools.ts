/** The review tools that have a reader of their own. A new one is a file in `reviewers/` and a line here. */
import type { Author } from "../review.ts";
import { plainLogin } from "../review.ts";
import type { Document } from "./markdown.ts";
import { BUGBOT } from "./reviewers/bugbot.ts";
import { CODE_SCANNING } from "./reviewers/code-scanning.ts";
import { CODERABBIT } from "./reviewers/coderabbit.ts";
import { CODEX } from "./reviewers/codex.ts";
import { COPILOT } from "./reviewers/copilot.ts";
import { GEMINI } from "./reviewers/gemini.ts";
import { SOURCERY } from "./reviewers/sourcery.ts";
import type { Tool } from "./reviewers/tool.ts";

export const TOOLS: readonly Tool[] = [CODERABBIT, COPILOT, GEMINI, CODEX, BUGBOT, SOURCERY, CODE_SCANNING];

/** The tool that writes under a login, if it is its own. */
export function toolOfLogin(login: string): Tool | undefined {
  const plain = plainLogin(login);
  return TOOLS.find(({ logins }) => logins.includes(plain));
}

/** The tool that wrote a text: by its login, else by the text itself. People are never tools. */
export function toolOf(author: Author | null, document: Document): Tool | undefined {
  if (author?.kind !== "bot") return undefined;
  return toolOfLogin(author.login) ?? TOOLS.find(({ recognises }) => recognises?.(document));
}
