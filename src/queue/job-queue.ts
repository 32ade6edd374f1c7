/**
 * The port of the durable queue: deliveries in, jobs out, in the queue's own words. It knows no GitHub and no
 * enhancements. pg-boss is behind it in production, an array in tests; both pass the same contract suite.
 */

/** One delivery, as the sender numbers it. */
export interface Delivery {
  /** The sender's GUID: the same delivery sent again carries the same one. */
  id: string;
  event: string;
  action: string | null;
  /** Whose delivery it is; null where the payload does not say. */
  installationId: number | null;
  repositoryId: number | null;
  /** When it was sent, where it is taken late; else that is now. */
  sentAt?: Date;
}

export interface JobRequest {
  /** The name of the handler. */
  task: string;
  /** JSON, parsed again by the handler's schema when the job runs. Deleted when the job ends. */
  payload: object;
  /** Jobs of one key run one at a time, the oldest first. */
  key: string;
  /** Whose budget the job is run on: groups take turns, and are parked as one. */
  group: string;
  /** While a job of this subject waits, the next one joins it instead of being stored. Absent: never joined. */
  subject?: string;
}

/** What is done about a delivery: a job, or nothing for a reason in words. */
export type Decision = { job: JobRequest } | { ignored: string };

/** `known`: this delivery was accepted before, and nothing was stored now. */
export type Acceptance = "queued" | "known" | "ignored";

export interface Job {
  id: string;
  task: string;
  payload: unknown;
  key: string;
  group: string;
  /** Counted from one. */
  attempt: number;
  /** The delivery that began it. */
  deliveryId: string | null;
}

/** Runs one job. What it throws decides what becomes of the job: see `ParkedError` and `HopelessError`. */
export type JobHandler = (job: Job) => Promise<void>;

/** Thrown by a handler: no job of this group is to run before `until`, and this attempt does not count. */
export class ParkedError extends Error {
  override readonly name = "ParkedError";
  readonly until: Date;

  constructor(message: string, { until, cause }: { until: Date; cause?: unknown }) {
    super(message, { cause });
    this.until = until;
  }
}

/** Thrown by a handler: no further attempt can help. The job becomes a dead letter at once. */
export class HopelessError extends Error {
  override readonly name = "HopelessError";
}

/** `waiting` includes jobs that wait for their next attempt, for their group's end of parking or for their debounce. */
export type JobState = "waiting" | "running" | "dead";

/** A job as an operator sees it. A job that succeeded is gone. */
export interface JobRecord extends Omit<Job, "attempt"> {
  state: JobState;
  /** Attempts begun so far that count. */
  attempts: number;
  queuedAt: Date;
  /** When a waiting job may run, its group's parking aside. */
  runAt: Date;
  /** What the last failed attempt said; null when none has failed. */
  lastError: string | null;
  /** Every delivery that waits for this job, the first and those that joined it. */
  deliveries: string[];
}

export interface QueueStatistics {
  jobs: Record<JobState, number>;
  /** Since the oldest waiting job was queued; zero when none waits. */
  oldestWaitingSeconds: number;
  parkedGroups: number;
}

/** What an operator does with jobs that wait or are dead. Running jobs are let alone. */
export interface JobDesk {
  /** The oldest first; at most `limit` (100 when absent). */
  list(filter?: { state?: JobState; limit?: number }): Promise<JobRecord[]>;
  read(id: string): Promise<JobRecord | undefined>;
  /** Makes a dead job wait again with all its attempts, or a waiting one run now. False when there is no such job. */
  retry(id: string): Promise<boolean>;
  /** Deletes a dead or waiting job; its deliveries stay known, as ignored. False when there is no such job. */
  discard(id: string): Promise<boolean>;
}

/** Who is to be forgotten: one of the two, as deliveries name them. */
export interface Party {
  installationId?: number;
  repositoryId?: number;
}

export interface StartOptions {
  /** Told of each job that this process gives up, once it is stored as dead. What it throws is logged. */
  onDead?: (job: Job, error: unknown) => Promise<void>;
}

/** Short texts that outlive the process, kept beside the jobs. */
export interface Notes {
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
}

export interface JobQueue {
  /**
   * Stores the delivery and, where there is one, its job, in one transaction. A delivery whose job is dead is queued
   * again. Throws when it could not be stored; nothing was stored then.
   */
  accept(delivery: Delivery, decision: Decision): Promise<Acceptance>;
  /** Which of these deliveries were never accepted or, unless they are left out, have a dead job. */
  missing(deliveryIds: readonly string[], options?: { withoutDead?: boolean }): Promise<string[]>;
  /** Begins to run jobs. Handlers are looked up by task; a job without one is hopeless. */
  start(handlers: Readonly<Record<string, JobHandler>>, options?: StartOptions): Promise<void>;
  /** Takes no new job, waits for the running ones at most so long, and gives unfinished ones back. Still accepts. */
  stopJobs(options: { withinMs: number }): Promise<void>;
  /**
   * Deletes the jobs of whoever is named, waiting or dead, and gives how many. A running one ends, but what it was given
   * is gone: it is not tried again. Their deliveries stay known, by id and event alone. With `until`, what was sent
   * later stays, and with it the job that it has joined.
   */
  forget(party: Party, options?: { until?: Date | undefined }): Promise<number>;
  readonly jobs: JobDesk;
  readonly notes: Notes;
  /**
   * Runs `work`, unless another process that shares the store is running work of that name: then nothing happens, and
   * undefined comes back. Ends with the process however that ends.
   */
  alone<Result>(name: string, work: () => Promise<Result>): Promise<Result | undefined>;
  statistics(): Promise<QueueStatistics>;
  /** Whether the store answers. Never throws. */
  isReady(): Promise<boolean>;
  /** Stops the jobs as `stopJobs` does, and closes the store. */
  stop(options: { withinMs: number }): Promise<void>;
}
