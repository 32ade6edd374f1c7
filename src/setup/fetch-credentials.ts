/** The way back from GitHub: its code becomes credentials on disk, or nothing is left there. */
import { convertCode, ExpiredCodeError, type CreatedApp } from "./convert-code.ts";
import { claimCredentialsFile, credentialsPath, type CredentialsFile } from "./credentials-file.ts";
import { EXPIRED, NO_ANSWER, NO_CODE, noPlace, type SetupFailure } from "./failures.ts";

type Fetched = { ok: true; app: CreatedApp } | { ok: false; failure: SetupFailure };

const CODE = /^[A-Za-z0-9_-]{1,100}$/;

/** The file is made before the code is used, which is good for one use. Throws nothing that is not a bug. */
export async function fetchCredentials(
  code: string,
  { apiUrl, dataDir }: { apiUrl: string; dataDir: string },
): Promise<Fetched> {
  if (!CODE.test(code)) return { ok: false, failure: NO_CODE };
  let file: CredentialsFile;
  try {
    file = claimCredentialsFile(dataDir);
  } catch {
    return { ok: false, failure: noPlace(credentialsPath(dataDir)) };
  }
  try {
    const app = await convertCode(apiUrl, code);
    file.write(toVariables(app, apiUrl));
    return { ok: true, app };
  } catch (error) {
    file.abandon();
    return { ok: false, failure: error instanceof ExpiredCodeError ? EXPIRED : NO_ANSWER };
  }
}

function toVariables({ id, pem, webhook_secret }: CreatedApp, apiUrl: string): Record<string, string> {
  return {
    APP_ID: String(id),
    PRIVATE_KEY: pem,
    WEBHOOK_SECRET: webhook_secret ?? "",
    GITHUB_API_URL: apiUrl,
  };
}
