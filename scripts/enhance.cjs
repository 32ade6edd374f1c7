// `npm run enhance`: the command line from source, by the Node that development runs on, installed first where it is missing.
// It stands where whoever called stands: npm itself goes to the clone's root. Old syntax on purpose, as in what it requires.
require("./ensure-installed.cjs");
const { existsSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const path = require("node:path");

const root = path.join(__dirname, "..");
const own = path.join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const { status } = spawnSync(
  existsSync(own) ? own : process.execPath,
  [path.join(root, "src", "cli.ts"), ...process.argv.slice(2)],
  { cwd: process.env.INIT_CWD || process.cwd(), stdio: "inherit" },
);
process.exitCode = status === null ? 1 : status;
