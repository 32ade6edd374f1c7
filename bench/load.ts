/** Sends deliveries over sockets of its own, which costs the machine little: what is measured is the server. */
import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { WEBHOOK_PATH } from "../src/http/delivery-server.ts";

/** One body, signed: it is sent any number of times, each time as another delivery. */
export interface SignedBody {
  head: string;
  body: Buffer;
}

/** Signs a body as GitHub does. */
export function signBody(secret: string, { event, body: text }: { event: string; body: string }): SignedBody {
  const body = Buffer.from(text);
  const lines = [
    `POST ${WEBHOOK_PATH} HTTP/1.1`,
    "host: 127.0.0.1",
    "content-type: application/json",
    "user-agent: GitHub-Hookshot/0000000",
    `content-length: ${body.length}`,
    `x-github-event: ${event}`,
    `x-hub-signature-256: sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
  ];
  return { head: lines.join("\r\n"), body };
}

export interface Connection {
  /** Sends one delivery under a new id; gives the status of the answer. Throws when the connection breaks. */
  send(signed: SignedBody): Promise<number>;
  /** The server closes what is idle for some seconds. */
  isOpen(): boolean;
  close(): void;
}

/** A connection that is kept open. One delivery at a time. */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await once(socket, "connect");
  let text = "";
  let settle: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;
  const fail = () => {
    settle?.reject(new Error("the server closed the connection"));
  };
  socket.on("error", fail).on("end", fail).on("close", fail);
  socket.setEncoding("latin1").on("data", (chunk: string) => {
    text += chunk;
    if (!isWhole(text)) return;
    const status = Number(text.slice("HTTP/1.1 ".length, "HTTP/1.1 200".length));
    text = "";
    settle?.resolve(status);
  });
  return {
    send({ head, body }) {
      return new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.cork();
        socket.write(`${head}\r\nx-github-delivery: ${randomUUID()}\r\n\r\n`);
        socket.write(body);
        socket.uncork();
      });
    },
    isOpen: () => socket.writable && !socket.readableEnded,
    close: () => void socket.destroy(),
  };
}

/** Whether an answer has arrived to its end, by its length or by its last chunk. */
function isWhole(text: string): boolean {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = /\r\ncontent-length: (?<length>\d+)/i.exec(text.slice(0, end))?.groups?.["length"];
  return length === undefined ? text.endsWith("0\r\n\r\n") : text.length >= end + 4 + Number(length);
}

interface Target {
  port: number;
  bodies: readonly SignedBody[];
}

/** Sends as fast as it is answered, over so many connections for so long; gives deliveries taken a second. */
export async function saturate(
  { port, bodies }: Target,
  { connections, ms }: { connections: number; ms: number },
): Promise<number> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const begun = performance.now();
  let taken = 0;
  await Promise.all(
    open.map(async (connection) => {
      while (performance.now() < begun + ms) {
        expectTaken(await connection.send(bodyOf(bodies, taken)));
        taken++;
      }
      connection.close();
    }),
  );
  return taken / ((performance.now() - begun) / 1_000);
}

/** Sends `total` deliveries at even distances within `ms`, answered or not; gives how long each answer took, in ms. */
export async function pace({ port, bodies }: Target, { total, ms }: { total: number; ms: number }): Promise<number[]> {
  const idle: Connection[] = [];
  const begun = performance.now();
  const send = async (index: number): Promise<number> => {
    const due = begun + (index * ms) / total;
    await sleep(Math.max(0, due - performance.now()));
    const { status, connection } = await sendOn(takeOpen(idle), bodyOf(bodies, index));
    expectTaken(status);
    idle.push(connection);
    // From when it was due: a generator that is late hides nothing.
    return performance.now() - due;
  };
  /** The server may close what was idle at the very moment at which it is used: then there is a new one, as for any client. */
  const sendOn = async (given: Connection | undefined, signed: SignedBody) => {
    const status = await given?.send(signed).catch(() => undefined);
    if (given && status !== undefined) return { status, connection: given };
    const connection = await openConnection(port);
    return { status: await connection.send(signed), connection };
  };
  try {
    return await Promise.all(Array.from({ length: total }, (_, index) => send(index)));
  } finally {
    for (const connection of idle) connection.close();
  }
}

function takeOpen(idle: Connection[]): Connection | undefined {
  for (;;) {
    const connection = idle.pop();
    if (connection?.isOpen() !== false) return connection;
  }
}

function bodyOf(bodies: readonly SignedBody[], index: number): SignedBody {
  const body = bodies[index % bodies.length];
  if (!body) throw new Error("there is nothing to send");
  return body;
}

function expectTaken(status: number): void {
  if (status < 200 || status > 299) throw new Error(`a delivery was answered ${status}`);
}
