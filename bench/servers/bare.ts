/** The least that a server of webhooks can be: it checks the signature and answers. It parses nothing and keeps nothing. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { listenForBench } from "./listen.ts";

const secret = process.env["WEBHOOK_SECRET"] ?? "";

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const ours = `sha256=${createHmac("sha256", secret).update(Buffer.concat(chunks)).digest("hex")}`;
    const theirs = String(request.headers["x-hub-signature-256"]);
    const isValid = ours.length === theirs.length && timingSafeEqual(Buffer.from(ours), Buffer.from(theirs));
    response.writeHead(isValid ? 202 : 401).end();
  });
});
listenForBench(server);
