/**
 * What was started and not ended ends all the same, as when a test fails on the way: with the test where it was started
 * in one, or before each; else with the file. Outside of jest everything is left to whoever starts it.
 */

type End = () => unknown;

/** Takes a way to end something, which does nothing where that has ended. */
export type EndLater = (end: End) => void;

const ofFile: End[] = [];
let current = ofFile;

/** What is given to it ends when what is started now ends, however much later it is given. */
export function endLater(): EndLater {
  const scope = current;
  return (end) => scope.push(end);
}

async function endAll(scope: End[]): Promise<void> {
  await Promise.all(scope.splice(0).map((end) => end()));
}

interface Hooks {
  beforeEach(hook: () => void): void;
  afterEach(hook: () => Promise<void>): void;
  afterAll(hook: () => Promise<void>): void;
}

// The package of these globals cannot be imported where jest does not run, and the demo runs by itself.
const { beforeEach, afterEach, afterAll } = globalThis as Partial<Hooks>;
beforeEach?.(() => {
  current = [];
});
afterEach?.(async () => {
  const scope = current;
  current = ofFile;
  await endAll(scope);
});
afterAll?.(() => endAll(ofFile));
