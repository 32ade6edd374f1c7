/** The words of an enhancement, as its files and `/enhance` have them; docs/user-guide.md tells of the statuses. */
import { z } from "zod";

export const Status = z.enum([
  "not-started",
  "analyzed",
  "ready",
  "in-progress",
  "blocked",
  "completed",
  "rejected",
  "deferred",
]);
export type Status = z.infer<typeof Status>;

export const Priority = z.enum(["critical", "high", "medium", "low"]);
export type Priority = z.infer<typeof Priority>;

/** What sort of change an enhancement asks for. */
export const Kind = z.enum(["bug", "security", "performance", "design", "refactor", "test", "docs", "style", "other"]);
export type Kind = z.infer<typeof Kind>;

/** `001`, `042`, `1000`: three digits or more, never all zeros, no leading zero past three digits. */
export const EnhancementId = z
  .string("an enhancement id is needed, like 001")
  .regex(/^(?:(?!000)\d{3}|[1-9]\d{3,14})$/, "an enhancement id is three digits or more, like 001");
export type EnhancementId = z.infer<typeof EnhancementId>;

/** A calendar day in UTC, `2025-10-13`. */
export const IsoDate = z.iso.date("a date is written YYYY-MM-DD, like 2025-10-13");
export type IsoDate = z.infer<typeof IsoDate>;
