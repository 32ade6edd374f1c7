/** The tasks that a job may be of. */
import { TELL_FAILURE } from "./dead-letters.ts";
import { EVENT_TASKS } from "./github/handled-events.ts";
import { UNREADABLE } from "./unreadable-delivery.ts";

export const TASKS = [...EVENT_TASKS, TELL_FAILURE, UNREADABLE] as const;
export type TaskName = (typeof TASKS)[number];
