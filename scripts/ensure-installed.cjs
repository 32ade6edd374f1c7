// Installs the dependencies when they are missing, so that one command is enough on a fresh clone.
// CommonJS and old syntax on purpose: it runs on whatever Node the machine has, before ours is there.
const { existsSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const path = require("node:path");

const root = path.join(__dirname, "..");
if (!existsSync(path.join(root, "node_modules", ".package-lock.json"))) {
  console.error("installing dependencies (once) ...");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("npm ci failed; see above");
    process.exit(1);
  }
}
