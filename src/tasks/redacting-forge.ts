/** A forge whose texts hold no secrets: what people wrote is redacted where it is read, before anything is made of it. */
import type { Feedback, PullRequestFeedback } from "../core/review.ts";
import type { Forge } from "./forge.ts";

/** Takes secrets out of a text. The roots give one in. */
export type Redact = (text: string) => Promise<string>;

export function createRedactingForge(forge: Forge, redact: Redact): Forge {
  return {
    ...forge,
    async readSnapshot(repository, pullNumber) {
      const snapshot = await forge.readSnapshot(repository, pullNumber);
      return { ...snapshot, feedback: await redactFeedback(snapshot.feedback, redact) };
    },
  };
}

/** The title of a pull request and every body on it, redacted. */
export async function redactFeedback(feedback: PullRequestFeedback, redact: Redact): Promise<PullRequestFeedback> {
  const each = (texts: readonly Feedback[]) =>
    Promise.all(texts.map(async (text) => ({ ...text, body: await redact(text.body) })));
  const { pullRequest, reviews, threads, comments } = feedback;
  return {
    ...feedback,
    pullRequest: { ...pullRequest, title: await redact(pullRequest.title) },
    reviews: await each(reviews),
    threads: await Promise.all(threads.map(async (thread) => ({ ...thread, comments: await each(thread.comments) }))),
    comments: await each(comments),
  };
}

/** Every string in a plain value, redacted; keys stay. */
export async function redactStrings<Value>(value: Value, redact: Redact): Promise<Value> {
  if (typeof value === "string") return (await redact(value)) as Value;
  if (Array.isArray(value)) {
    return (await Promise.all(value.map((each: unknown) => redactStrings(each, redact)))) as Value;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(async ([key, each]) => [key, await redactStrings(each as unknown, redact)]);
  return Object.fromEntries(await Promise.all(entries)) as Value;
}
