/** Apps: where they are installed, what opens doors for them, and what they are told. */
import type { Account, Repository } from "./model.ts";

export type Access = "read" | "write";

export interface App {
  type: "App";
  id: number;
  nodeId: string;
  slug: string;
  name: string;
  privateKeyPem: string;
  publicKeyPem: string;
  webhookSecret: string;
  /** Where its webhooks go. */
  webhookUrl: string | undefined;
  bot: Account;
  permissions: Record<string, Access>;
  events: string[];
  createdAt: string;
}

export interface Installation {
  type: "Installation";
  id: number;
  nodeId: string;
  app: App;
  account: Account;
  /** Null: every repository of the account. */
  repositories: Set<Repository> | null;
  permissions: Record<string, Access>;
  createdAt: string;
  suspendedAt: string | null;
  isDeleted: boolean;
}

export type Token =
  | { kind: "user"; value: string; user: Account }
  | {
      kind: "installation";
      value: string;
      installation: Installation;
      expiresAt: string;
      permissions: Record<string, Access>;
      repositories: Set<Repository> | null;
    };

export interface DeliveryAttempt {
  id: number;
  at: string;
  /** 0 when no answer came. */
  status: number;
  isRedelivery: boolean;
  answer: string;
}

export interface Delivery {
  guid: string;
  event: string;
  action: string | null;
  app: App;
  installation: Installation;
  repository: Repository | null;
  payload: Record<string, unknown>;
  /** The bytes that were signed. */
  body: string;
  headers: Record<string, string>;
  attempts: DeliveryAttempt[];
}
