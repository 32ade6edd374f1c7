/** Of all that a history tells, what concerns the status. */
import type { StatusFile } from "./documents/status-json.ts";

type Change = StatusFile["history"][number];

/** Without what says nothing of the status: a priority, a quote that was taken out, another enhancement taken in. */
export function movesOf({ history }: Pick<StatusFile, "history">): Change[] {
  return history.filter(({ about, tookIn }) => about === undefined && tookIn === undefined);
}

/** What made the status what it is. */
export function lastMove(status: Pick<StatusFile, "history">): Change | undefined {
  return movesOf(status).at(-1);
}
