/** The labelled comments that accuracy is measured on. They stand outside the repository and are never copied into it. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Labelled } from "./score.ts";

/** Where it stands: beside the repository, or where `ACCURACY_CORPUS` says. */
export const CORPUS =
  process.env["ACCURACY_CORPUS"] ?? path.join(import.meta.dirname, "..", "..", "..", "shared", "corpus");

const Review = z.looseObject({
  id: z.string(),
  repo: z.string(),
  author_kind: z.string(),
  event: z.string(),
  body: z.string(),
});

const Labels = z.object({
  id: z.string(),
  suggestions: z.array(
    z.object({
      quote: z.string(),
      alt_quotes: z.array(z.string()).optional(),
      follow_up_worthy: z.boolean(),
      why_code: z.string(),
      kind: z.string(),
    }),
  ),
  ignore_spans: z.array(z.tuple([z.number(), z.number()], z.unknown())),
});

export interface Comment {
  id: string;
  repo: string;
  /** `human`, or `bot:<tool>`. */
  by: string;
  /** It stands on a line of code. */
  isOnCode: boolean;
  body: string;
  /** As it stands in the file: what mining is given. */
  line: string;
  labelled: Labelled;
}

/** The comments of a corpus in the order of its file, or nothing where there is none. */
export function readCorpus(directory: string): Comment[] | undefined {
  const [reviews, labels] = ["reviews.jsonl", "labels.jsonl"].map((name) => path.join(directory, name));
  if (!reviews || !labels || !existsSync(reviews) || !existsSync(labels)) return undefined;
  const labelled = new Map(
    linesOf(labels)
      .map((line) => Labels.parse(JSON.parse(line)))
      .map((entry) => [entry.id, entry]),
  );
  return linesOf(reviews).flatMap((line) => {
    const { id, repo, author_kind: by, event, body } = Review.parse(JSON.parse(line));
    const entry = labelled.get(id);
    return entry ? [{ id, repo, by, isOnCode: event === "review_comment", body, line, labelled: entry }] : [];
  });
}

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
}
