/** The labels of our pull requests. */
import type { Config } from "./config.ts";

/** On every pull request of ours, whatever the config says: what was decided stands in them, and by it they are found. */
export const FOLLOW_UP_LABEL = "enhancement-capture";

/** Ours, and those that the config adds. GitHub tells labels apart by their letters, not by their case. */
export function followUpLabels({ follow_up }: Config): string[] {
  return [FOLLOW_UP_LABEL, ...follow_up.labels.filter((label) => label.toLowerCase() !== FOLLOW_UP_LABEL)];
}
