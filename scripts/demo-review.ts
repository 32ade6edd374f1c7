/** The pull request of the demo, and what its reviewers say. */

const UPLOAD = `import { connect } from "../db/client.js";
import { store } from "../storage/bucket.js";

const LIMIT = 50 * 1024 * 1024;

export async function upload(request, response) {
  const user = await currentUser(request);
  let size = 0;
  request.on("data", (chunk) => {
    size += chunk.length;
    if (size > LIMIT) request.destroy();
  });
  const key = await store(request, { owner: user.id });
  await connect().insert("uploads", { key, owner: user.id, size });
  response.writeHead(201).end(JSON.stringify({ key }));
}
`;

const CLIENT = `import { Client } from "pg";

export function connect() {
  const client = new Client(process.env.DATABASE_URL);
  client.connect();
  return client;
}
`;

export const BASE_FILES = {
  "README.md": "# API\n\nUploads and downloads.\n",
  "src/db/client.ts": "export {};\n",
  "src/routes/upload.ts": "export {};\n",
};

export const CHANGED_FILES = { "src/db/client.ts": CLIENT, "src/routes/upload.ts": UPLOAD };

export const PERSON_REVIEW = {
  body: "Nice, the memory graph looks much better. Two things below that don't have to hold this up.",
  comments: [
    {
      path: "src/db/client.ts",
      line: 4,
      body: "suggestion (non-blocking, performance): Use a connection pool instead of one connection per request.\n\nEvery upload opens its own connection, so under load we will run into `max_connections`. A pool with a small upper bound would cap that. Fine to do in a follow-up.",
    },
    {
      path: "src/routes/upload.ts",
      line: 13,
      body: "`store` gives up on the first network error. Retrying with backoff is out of scope here, but let's track it: we lost three uploads to a single dropped connection last month.",
    },
    { path: "src/routes/upload.ts", line: 4, body: "nit: `LIMIT_BYTES` reads better." },
    { path: "src/routes/upload.ts", line: 8, body: "praise: love how small this got 🎉" },
    { path: "src/routes/upload.ts", line: 7, body: "question: is `size` ever read after the stream ends?" },
  ],
};

export const TOOL_REVIEW = {
  body: `**Actionable comments posted: 1**

## Suggestions

- **Add tests for the size limit**: nothing covers a request that passes \`LIMIT\` halfway through the stream.
- Document the 50 MB limit in \`README.md\`, so that clients know it before they send.

## Summary

The change replaces buffering with streaming. Overall this looks good!`,
  comments: [
    {
      path: "src/routes/upload.ts",
      line: 11,
      body: "_⚠️ Potential issue_ | _🟠 Major_\n\n**Answer 413 when the upload exceeds the limit.**\n\n`request.destroy()` drops the connection without an answer, so clients see a reset and retry the same body. Respond with 413 before closing.",
    },
  ],
};
