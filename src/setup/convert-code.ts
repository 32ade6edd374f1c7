/** The last step of GitHub's manifest flow: the code GitHub sent back becomes the App's credentials. */
import { z } from "zod";
import { conversionUrl } from "./github-site.ts";

/** https://docs.github.com/rest/apps/apps#create-a-github-app-from-a-manifest */
const CreatedApp = z.object({
  id: z.int().positive(),
  name: z.string(),
  html_url: z.url({ protocol: /^https?$/ }),
  webhook_secret: z.string().nullable(),
  pem: z.string(),
});
export type CreatedApp = z.infer<typeof CreatedApp>;

const TIMEOUT_MS = 15_000;

/** The code is unknown to GitHub: used before, or older than an hour. */
export class ExpiredCodeError extends Error {
  override readonly name = "ExpiredCodeError";
}

/** Throws `ExpiredCodeError`, or an error whose cause is what went wrong on the way; none repeats what GitHub sent. */
export async function convertCode(apiUrl: string, code: string): Promise<CreatedApp> {
  let response: Response;
  try {
    response = await fetch(conversionUrl(apiUrl, code), {
      method: "POST",
      headers: { accept: "application/vnd.github+json", "user-agent": "review-miner" },
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new Error("GitHub's API cannot be reached", { cause });
  }
  if (response.status === 404 || response.status === 422) throw new ExpiredCodeError("GitHub does not know this code");
  if (response.status !== 201) throw new Error(`GitHub answered ${response.status} to the code`);
  const parsed = CreatedApp.safeParse(await response.json().catch(() => undefined));
  // The issues name keys alone, but a value could stand in a message: say no more than that.
  if (!parsed.success) throw new Error("GitHub's answer to the code has another shape than it is documented to have");
  return parsed.data;
}
