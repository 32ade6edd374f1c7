import type { Server } from "node:http";

/** Listens on the port that the benchmark chose, and ends with it. */
export function listenForBench(server: Server): void {
  server.listen(Number(process.env["PORT"]), "127.0.0.1");
  process.once("disconnect", () => process.exit());
}
