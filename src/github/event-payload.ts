/** The fields of webhook payloads that we use; everything else, and every other event, is let pass. */
import { z } from "zod";

const User = z.object({ id: z.int(), login: z.string().default(""), type: z.string().optional() }).nullish();

const Text = z.object({
  id: z.int(),
  node_id: z.string().default(""),
  user: User,
  body: z.string().nullish(),
  created_at: z.string().optional(),
  submitted_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  path: z.string().optional(),
  in_reply_to_id: z.int().optional(),
});

export const EventPayload = z.object({
  action: z.string().optional(),
  installation: z.object({ id: z.int() }).optional(),
  repository: z
    .object({
      id: z.int(),
      name: z.string(),
      owner: z.object({ login: z.string() }),
      archived: z.boolean().optional(),
      private: z.boolean().optional(),
    })
    .optional(),
  sender: User,
  pull_request: z
    .object({
      number: z.int(),
      user: User,
      merged: z.boolean().nullish(),
      review_comments: z.int().optional(),
      head: z.object({ repo: z.object({ id: z.int() }).nullish() }).optional(),
    })
    .optional(),
  issue: z.object({ number: z.int(), user: User, pull_request: z.object({}).optional() }).optional(),
  review: Text.optional(),
  comment: Text.optional(),
  changes: z.object({ body: z.object({ from: z.string() }).optional() }).optional(),
});
