/** Probot's own middleware with a handler that does nothing: what most GitHub Apps are served by. */
import { createServer } from "node:http";
import { createNodeMiddleware, createProbot } from "probot";
import { WEBHOOK_PATH } from "../../src/http/delivery-server.ts";
import { listenForBench } from "./listen.ts";

const { APP_ID: appId = "", PRIVATE_KEY: privateKey = "", WEBHOOK_SECRET: secret = "" } = process.env;
const probot = createProbot({ env: {}, overrides: { appId, privateKey, secret, logLevel: "error" } });
const doNothing = () => undefined;
const middleware = await createNodeMiddleware(
  (app) => {
    app.on("pull_request_review.submitted", doNothing);
  },
  { probot, webhooksPath: WEBHOOK_PATH },
);
const server = createServer((request, response) => void middleware(request, response));
listenForBench(server);
