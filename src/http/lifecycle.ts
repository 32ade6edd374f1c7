/** How a server begins and ends. */
import { once } from "node:events";
import type { Server } from "node:http";

/** The server cannot listen where it was told to. The message is for the operator. */
export class UnusableAddressError extends Error {
  override readonly name = "UnusableAddressError";
}

/** Resolves with the server's URL once it accepts connections; throws `UnusableAddressError` when the address is taken or not ours. */
export async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<string> {
  server.listen({ host, port });
  try {
    await once(server, "listening");
  } catch (cause) {
    const remedy = "end what listens there, or give another HOST or PORT";
    throw new UnusableAddressError(`cannot listen on ${host} port ${port}; ${remedy}`, { cause });
  }
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  return `http://${host.includes(":") ? `[${host}]` : host}:${actual}`;
}

/** Takes no new connection, lets requests under way end for at most `withinMs`, then cuts the rest. */
export async function closeServer(server: Server, { withinMs }: { withinMs: number }): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), withinMs);
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  clearTimeout(cut);
}

/** Resolves with the first of these signals that asks this process to end. */
export async function untilSignal(signals: readonly NodeJS.Signals[]): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of signals)
      process.once(signal, () => {
        resolve(signal);
      });
  });
}
