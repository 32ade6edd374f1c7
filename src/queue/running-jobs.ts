/** The jobs that run in this process. */
import type { Claim } from "./job-store.ts";

/** A job is one of them from `begin` until its run ends, or until it is let go. */
export class RunningJobs {
  readonly #jobs = new Map<string, { claim: Claim; end: Promise<void> }>();

  get count(): number {
    return this.#jobs.size;
  }

  claims(): Claim[] {
    return [...this.#jobs.values()].map(({ claim }) => claim);
  }

  has({ job }: Claim): boolean {
    return this.#jobs.has(job.id);
  }

  /** `onEnd`: called once its place is free. */
  begin(claim: Claim, run: (claim: Claim) => Promise<void>, onEnd: () => void): void {
    const { id } = claim.job;
    const entry = { claim, end: Promise.resolve() };
    // A run may end, and ask whether it still counts, before it has given its promise.
    this.#jobs.set(id, entry);
    entry.end = run(claim).finally(() => {
      this.#jobs.delete(id);
      onEnd();
    });
  }

  /** Groups that have so many of them, or more. */
  groupsWith(count: number): string[] {
    const counts = new Map<string, number>();
    for (const { job } of this.claims()) counts.set(job.group, (counts.get(job.group) ?? 0) + 1);
    return [...counts].filter(([, running]) => running >= count).map(([group]) => group);
  }

  /** Waits at most so long until all have ended, and then lets go of the others, each with `giveBack`. */
  async end(withinMs: number, giveBack: (claim: Claim) => Promise<void>): Promise<void> {
    const ends = [...this.#jobs.values()].map(({ end }) => end);
    await settledWithin(ends, withinMs);
    // Those that end meanwhile leave the map, and are not given back.
    for (const [id, { claim }] of this.#jobs) {
      this.#jobs.delete(id);
      await giveBack(claim);
    }
  }
}

async function settledWithin(ends: Promise<void>[], ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([Promise.all(ends), late]);
  clearTimeout(timer);
}
