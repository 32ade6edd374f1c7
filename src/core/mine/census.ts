/** Counts what looks like a finding, without the readers: when they find fewer, a format has changed under us. */
import type { MinedBody } from "./mine-body.ts";
import { foldedNoise } from "./noise.ts";
import { TOOL_SIGNALS } from "./signals.ts";

export interface Census {
  /** How many findings the text seems to hold. */
  counted: number;
  found: number;
  /** The signal that counted the most. */
  signal: string;
}

/** Count the signals of a body that was mined. */
export function censusOf({ document, judged, tool }: MinedBody): Census {
  const text = document.blocks
    .filter(
      ({ kind, quote, details }) =>
        kind !== "code" && quote === 0 && !details.some(({ summary }) => foldedNoise(summary) !== undefined),
    )
    .map(({ content }) => content)
    .join("\n");
  let counted = 0;
  let signal = "nothing";
  for (const { name, tools, count } of TOOL_SIGNALS) {
    if (!tools.includes(tool?.name ?? "")) continue;
    const number = count(text, document);
    if (number <= counted) continue;
    counted = number;
    signal = name;
  }
  return { counted, found: judged.length, signal };
}
