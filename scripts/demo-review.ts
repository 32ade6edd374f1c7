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
  body: "Nice, the memory graph looks much better. A few notes inline, nothing that blocks the merge.",
  comments: [
    {
      path: "src/db/client.ts",
      line: 4,
      body: "suggestion (non-blocking, performance): Use a connection pool instead of one connection per request.\n\nEvery upload opens its own connection, so under load we will run into `max_connections`. A pool with a small upper bound would cap that. Fine to do in a follow-up.",
    },
    {
      path: "src/routes/upload.ts",
      line: 12,
      body: "We should retry the upload with backoff when the network fails: `store` gives up on the first error, and we lost three uploads to a single dropped connection last month. Out of scope here, but let's track it.",
    },
    { path: "src/routes/upload.ts", line: 4, body: "nit: `LIMIT_BYTES` reads better." },
    { path: "src/routes/upload.ts", line: 8, body: "praise: love how small this got 🎉" },
    { path: "src/routes/upload.ts", line: 7, body: "question: is `size` ever read after the stream ends?" },
  ],
};

export const TOOL_REVIEW = {
  body: `## Code review

The change streams uploads instead of buffering them. The code is short and easy to follow.

### Strengths

- Memory use no longer grows with the size of an upload
- The limit is checked while the data arrives

### Suggestions

1. **Add tests for the size limit**: nothing covers an upload that passes \`LIMIT\` halfway through the stream, so a change to \`src/routes/upload.ts\` could break it unnoticed.
2. **Document the 50 MB limit in the API reference**, so that clients can check a file before they send it.

### Verdict

Approve with suggestions.`,
  comments: [
    {
      path: "src/routes/upload.ts",
      line: 11,
      body: "**Bug:** `request.destroy()` drops the connection without an answer when the limit is passed, so clients see a reset and send the same body again. Answer 413 before closing.",
    },
  ],
};
