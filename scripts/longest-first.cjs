/**
 * The order of the test files: those that take minutes first, or the last of them would run alone at the end. How long each
 * takes jest knows only where it ran before; a fresh clone has this list.
 */
const { default: TestSequencer } = require("@jest/test-sequencer");

/** Files by the end of their path, the longest first. The others follow, in jest's own order. */
const LONGEST = [
  "test/faults/schedules.test.ts",
  "test/faults/kill.test.ts",
  "test/faults/crowds.test.ts",
  "test/faults/decisions.test.ts",
  "test/e2e/order.test.ts",
  "test/e2e/server.test.ts",
  "test/cli/operator.test.ts",
  "test/faults/captures.test.ts",
  "test/e2e/roles.test.ts",
  "test/server.test.ts",
  "test/e2e/package.test.ts",
  "test/queue/crash.test.ts",
  "test/queue/pglite-queue.test.ts",
  "test/queue/postgres-queue.test.ts",
  "test/scripts/demo.test.ts",
  "test/cli/mine.test.ts",
  "test/faults/processes.test.ts",
];

/** @param {{ path: string }} test */
function placeOf({ path }) {
  const place = LONGEST.findIndex((file) => path.endsWith(file));
  return place < 0 ? LONGEST.length : place;
}

module.exports = class LongestFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other));
  }
};
