import { titleOf } from "../../../src/core/mine/title.ts";

/** The title of a finding that is this text and nothing else. */
export function toTitleOf(plain: string): string {
  return titleOf({
    block: { kind: "text", content: plain } as Parameters<typeof titleOf>[0]["block"],
    from: 0,
    to: plain.length,
    plain,
    prose: plain.toLowerCase(),
    context: plain.toLowerCase(),
    explanation: [],
    shape: "sentence",
    section: "",
    marks: [],
    hasSuggestion: false,
    isClaimed: false,
  });
}
