/** The thin skin of sockets around the simulator. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { trickle } from "./trickle.ts";
import type { ApiRequest, ApiResponse } from "./handle.ts";

export interface Listening {
  url: string;
  /** Stops listening and cuts open connections. */
  close(): Promise<void>;
}

type Serve = (request: ApiRequest) => Promise<ApiResponse | undefined>;

/** On the loopback interface. An error of the simulator itself is answered 500 and printed: a bug, never GitHub's doing. */
export async function listen(serve: Serve, port: number): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(serve, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end(JSON.stringify({ message: String(error) }));
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, "close");
    },
  };
}

async function answer(serve: Serve, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const body = Buffer.concat(chunks).toString();
  const given = await serve({ method: request.method ?? "GET", path: request.url ?? "/", headers, body });
  if (!given) {
    request.socket.destroy();
    return;
  }
  response.writeHead(given.status, given.headers);
  if (given.trickleMs === undefined) response.end(given.body);
  else Readable.fromWeb(trickle(given.body, given.trickleMs)).pipe(response);
}
