/** Work that mostly waits, as for a dead process's jobs to be taken over, done side by side. */

const SIDE_BY_SIDE = 4;

/**
 * Runs each of some things, a few at a time, and resolves with what they gave, in their order. Once all have ended it
 * throws what failed first, if anything did.
 */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: Error[] = [];
  const waiting = items.entries();
  const lanes = Array.from({ length: Math.min(SIDE_BY_SIDE, items.length) }, async () => {
    for (const [nth, item] of waiting) {
      try {
        results[nth] = await run(item);
      } catch (cause) {
        failures.push(new Error(`failed: ${JSON.stringify(item).slice(0, 200)}`, { cause }));
      }
    }
  });
  await Promise.all(lanes);
  if (failures[0]) throw failures[0];
  return results;
}
