/** The memory of another process, as Linux counts it. Elsewhere there is none to be read. */
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { WEBHOOK_PATH } from "../src/http/delivery-server.ts";

export const CAN_READ_MEMORY = process.platform === "linux";

/** Resident memory now, in MiB. */
export function readRss(pid: number): number {
  return readStatus(pid, "VmRSS");
}

/** Forgets the most that the process has held so far; `readPeak` then gives the most it holds from now on. */
export function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

/** The most resident memory since `resetPeak`, in MiB. */
export function readPeak(pid: number): number {
  return readStatus(pid, "VmHWM");
}

function readStatus(pid: number, name: string): number {
  const text = readFileSync(`/proc/${pid}/status`, "utf8");
  const kib = new RegExp(`^${name}:\\s+(?<kib>\\d+) kB$`, "m").exec(text)?.groups?.["kib"];
  if (kib === undefined) throw new Error(`there is no ${name} of process ${pid}`);
  return Number(kib) / 1_024;
}

const MIB = 2 ** 20;
/** One mebibyte as a chunk of HTTP. */
const CHUNK = Buffer.concat([Buffer.from(`${MIB.toString(16)}\r\n`), Buffer.alloc(MIB, "x"), Buffer.from("\r\n")]);
const WAIT_MS = 2;
const LONGEST_WAIT_MS = 30_000;

/**
 * Sends a body in chunks whose signature is no one's, as far as the server lets it. Gives the status of the answer and
 * how many MiB were taken until the connection was cut.
 */
export async function sendUnauthenticated(
  port: number,
  { mib }: { mib: number },
): Promise<{ status: number; sent: number }> {
  const socket = connect({ port, host: "127.0.0.1" });
  await once(socket, "connect");
  const answer: Buffer[] = [];
  // It is closed under us: that is what should happen.
  socket.on("data", (chunk: Buffer) => answer.push(chunk)).on("error", () => undefined);
  const head = [
    `POST ${WEBHOOK_PATH} HTTP/1.1`,
    "host: 127.0.0.1",
    "content-type: application/json",
    "x-github-event: pull_request_review",
    `x-github-delivery: ${randomUUID()}`,
    `x-hub-signature-256: sha256=${"0".repeat(64)}`,
    "transfer-encoding: chunked",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  let sent = 0;
  for (let waits = 0; !socket.closed && waits < LONGEST_WAIT_MS / WAIT_MS; waits++) {
    while (sent < mib && socket.writable && !socket.writableNeedDrain) {
      socket.write(CHUNK);
      sent++;
    }
    await sleep(WAIT_MS);
  }
  socket.destroy();
  return { status: Number(Buffer.concat(answer).toString().slice("HTTP/1.1 ".length, "HTTP/1.1 200".length)), sent };
}
