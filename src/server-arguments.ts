/** What may stand behind `review-miner` on the command line: it is configured by its environment alone. */
import { Command } from "commander";
import { VERSION } from "./version.ts";

const ENVIRONMENT = `
It is configured by its environment; docs/operating.md in this package explains each variable.

  App       APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH, WEBHOOK_SECRET, WEBHOOK_SECRET_PREVIOUS
  GitHub    GITHUB_API_URL
  Network   HOST, PORT
  Store     DATA_DIR, DATABASE_URL
  Work      ROLE, JOB_DEBOUNCE_MS, ALLOWED_BOTS
  Watching  LOG_LEVEL, METRICS_TOKEN

Without an App it begins with a guided set-up. "enhance" is the command for everything else.`;

/**
 * Ends the process after `--help` and `--version`, which it prints, and with exit code 2 and a sentence on standard error
 * when anything else is given.
 */
export function readServerArguments(argv: readonly string[]): void {
  new Command("review-miner")
    .description("The Review Miner server: takes GitHub's webhooks and works on them.")
    .version(VERSION)
    .allowExcessArguments(false)
    .addHelpText("after", ENVIRONMENT)
    .showHelpAfterError("See review-miner --help: the server is configured by its environment.")
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .parse([...argv], { from: "user" });
}
