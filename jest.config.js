/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  testSequencer: "<rootDir>/scripts/longest-first.cjs",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist", "<rootDir>/demo-output"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: { parser: { syntax: "typescript" }, target: "es2022" },
        module: { type: "es6" },
        sourceMaps: "inline",
      },
    ],
  },
  collectCoverageFrom: ["src/**/*.ts"],
  coverageProvider: "v8",
  // A bound for what hangs, with room for a machine that is busy with other work.
  testTimeout: 120_000,
  // Each test file leaves compiled modules behind, the more where coverage is measured: a worker that has grown is
  // replaced, or the run would end at the heap's limit.
  maxWorkers: 2,
  workerIdleMemoryLimit: "1GB",
  // A worker that has grown takes longer to end than jest's own half a second where the machine is busy. One that a test
  // keeps from ending is told of all the same.
  workerGracefulExitTimeout: 10_000,
};
