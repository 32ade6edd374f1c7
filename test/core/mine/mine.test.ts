import { describe, expect, it } from "@jest/globals";
import { Config } from "../../../src/core/config.ts";
import { decideFindings, mineSuggestions } from "../../../src/core/mine/mine.ts";
import type { Author } from "../../../src/core/review.ts";
import { AUTHOR, CODERABBIT, inline, OPTIONS, pull, REVIEWER, text, thread } from "./helpers.ts";

const comment = (body: string) => pull({ threads: [thread([inline(body)])] });
const mined = (body: string) => mineSuggestions(comment(body), OPTIONS).suggestions;

describe("mineSuggestions, the author of the pull request", () => {
  const EXPLAINED = "This must run before `init()`, because the plugins read the config at load time.";
  const AGENT: Author = { login: "claude[bot]", kind: "bot" };
  const openedBy = (opener: Author, body: string, author = opener) => {
    const { pullRequest } = pull({});
    const threads = [thread([inline(body, { author })])];
    return mineSuggestions(pull({ threads, pullRequest: { ...pullRequest, author: opener } }), OPTIONS);
  };

  it("explains the change", () => {
    const { suggestions, leftOut } = openedBy(AUTHOR, EXPLAINED);
    expect(suggestions).toEqual([]);
    expect(leftOut).toMatchObject([{ quote: EXPLAINED, group: "informational" }]);
  });

  it("lists what was changed", () => {
    const body = "Pushed:\n\n- Fix the race in `Pool.get`\n- Add a test for the timeout";
    const comments = [text(body, { author: AUTHOR })];
    expect(mineSuggestions(pull({ comments }), OPTIONS).suggestions).toEqual([]);
  });

  it.each([
    ["somebody else's words", AUTHOR, EXPLAINED, REVIEWER],
    ["what it puts off", AUTHOR, "Orders in two currencies fail, I'll handle them in a follow-up.", AUTHOR],
    ["a label", AUTHOR, "todo: handle orders in two currencies", AUTHOR],
    [
      "a tool's review, posted by its runner",
      AUTHOR,
      "## Code review\n\n## Issues\n\n- `parse` never closes the file",
      AUTHOR,
    ],
    ["the review of an agent that opened it", AGENT, "`parse` never closes the file when the header is bad.", AGENT],
  ])("is heard all the same: %s", (_name, opener, body, author) => {
    expect(openedBy(opener, body, author).suggestions).toHaveLength(1);
  });
});

describe("mineSuggestions, people", () => {
  it.each([
    [
      "suggestion (non-blocking)",
      "suggestion (non-blocking): pool the connections instead of opening one per request",
      { kind: "performance", isBlocking: false },
    ],
    ["issue (blocking)", "**issue (blocking):** `close` is never called when parsing fails", { isBlocking: true }],
    [
      "todo with a decoration of its kind",
      "todo (security): validate the redirect URL against the allow-list",
      { kind: "security" },
    ],
    ["an emoji before the label", "💡 suggestion: cache the compiled template between calls", { kind: "performance" }],
    [
      "prose that puts it off",
      "This walks the whole tree on every poll. Let's cache the size in a follow-up.",
      { isDeferred: true, isBlocking: false },
    ],
    ["prose out of scope", "Out of scope here, but the retry loop needs jitter.", { isDeferred: true }],
    [
      "something nice to have",
      "It would be nice to stream the rows instead of loading all of them.",
      { isDeferred: false },
    ],
    ["something to consider", "Consider extracting the retry logic into `withRetry`.", { kind: "refactor" }],
  ])("keeps %s", (_name, body, expected) => {
    const [suggestion, ...more] = mined(body);
    expect(more).toEqual([]);
    expect(suggestion).toMatchObject(expected);
    expect(body).toContain(suggestion?.quote);
  });

  it.each([
    ["praise", "praise: lovely use of the builder"],
    ["a question", "question: why does this need a lock?"],
    ["a note", "note: this mirrors the other client"],
    ["a thank-you", "Thanks, looks great!"],
    ["an approval", "LGTM"],
    ["a question to understand", "What does this flag do?"],
    ["a status", "Done, pushed the change."],
    ["a quote", "> consider extracting the retry logic into `withRetry`"],
    ["code", "```\n// TODO: add a timeout in a follow-up\n```"],
    ["a comment in HTML", "<!-- consider adding a timeout -->"],
    ["a command", "/enhance capture"],
    ["commands", "/enhance status 007 ready\n/enhance defer 003 we should rewrite the `readPage` cache in a follow-up"],
    ["nothing that should hold it up", "A few notes inline; none of them should hold this up."],
    ["what need not hold it up", "Two things below that don't have to hold this up."],
    ["what the code is like", "This mirrors what `FooHandler` does."],
    ["where the code comes from", "Copied from `utils.ts`, no changes."],
    ["what was tried", "Verified with `valgrind`, no leaks reported."],
    ["what it repairs", "This fixes the crash reported in #412."],
    ["what it was read in", "From the docs: `fetch` resolves as soon as the headers are there."],
    ["what the code does", "`Scope.enter` pushes the frame, and `Scope.leave` pops it."],
    ["what stayed", "The query plan is the same before and after."],
    ["a wish to see it merged", "Would be great to have this in 2.0."],
    ["what it is called from", "The `retries` option comes from the user's config file."],
    ["a promise that names nothing", "Done, will do the same in the next PR"],
  ])("gives nothing for %s", (_name, body) => {
    expect(mineSuggestions(comment(body), OPTIONS)).toEqual({ suggestions: [], leftOut: [] });
  });

  it.each([
    ["unlike what it is like", "This mirrors what `FooHandler` does, but without its null check."],
    ["gone where it comes from", "Copied from `utils.ts`, where `null` was handled. Here it crashes."],
    ["found by trying", "Tested on Linux and macOS, on Windows `watch` still misses renames."],
    ["stated to happen too often", "This runs a query per row."],
    ["stated to happen too early", "The lock is released before the write finishes."],
    ["stated to differ", "`timeout` is in seconds here, while the caller passes milliseconds."],
    ["left by what it repairs", "This fixes the crash, but `parse` should also reject negative sizes."],
  ])("keeps what is %s", (_name, body) => {
    expect(mined(body)).toHaveLength(1);
  });

  it.each([
    ["nitpick", "nitpick: rename this to `limit`", "nit"],
    ["typo", "typo", "nit"],
    ["a suggested line", "```suggestion\nconst limit = 10;\n```", "nit"],
    ["the description of the pull request", "Please update the PR description accordingly.", "process"],
    ["when to merge", "Please wait for @octocat before merging.", "process"],
    ["a remark without a change", "Please ensure proper error handling.", "vague"],
  ])("leaves out %s and says why", (_name, body, group) => {
    const { suggestions, leftOut } = mineSuggestions(comment(body), OPTIONS);
    expect(suggestions).toEqual([]);
    expect(leftOut).toMatchObject([{ group }]);
  });
});

describe("mineSuggestions, threads", () => {
  const root = () => inline("Consider extracting the retry logic into `withRetry`.");

  it("captures the first comment when the author promises a follow-up", () => {
    const first = root();
    const reply = inline("Good point, I'll do that in a follow-up PR.", { author: AUTHOR });
    const { suggestions } = mineSuggestions(pull({ threads: [thread([first, reply], { isResolved: true })] }), OPTIONS);
    expect(suggestions).toMatchObject([
      { isDeferred: true, quote: first.body, source: { commentId: first.databaseId } },
    ]);
  });

  it("captures a nit, and even a remark, when it is promised", () => {
    const reply = inline("Let's do this in a follow-up.", { author: AUTHOR });
    const nit = mineSuggestions(pull({ threads: [thread([inline("nit: rename `a` to `limit`"), reply])] }), OPTIONS);
    expect(nit.suggestions).toHaveLength(1);
  });

  it.each([
    ["resolved", [], true],
    ["answered with a fix", [inline("Fixed in 0a1b2c3d", { author: AUTHOR })], false],
    ["declined", [inline("This is intentional, see the RFC.", { author: AUTHOR })], false],
  ])("settles a thread that is %s", (_name, replies, isResolved) => {
    const { suggestions, leftOut } = mineSuggestions(
      pull({ threads: [thread([root(), ...replies], { isResolved })] }),
      OPTIONS,
    );
    expect(suggestions).toEqual([]);
    expect(leftOut).toMatchObject([{ group: "settled" }]);
  });

  it("captures what a promise refers to, though no words of it ask", () => {
    const first = inline("If the pricing service times out we fall through to price 0. That's a free order.");
    const reply = inline("I'll add a proper fallback in the next PR, ticket is SHOP-812, see #46.", { author: AUTHOR });
    const { suggestions, leftOut } = mineSuggestions(pull({ threads: [thread([first, reply])] }), OPTIONS);
    expect(leftOut).toEqual([]);
    expect(suggestions).toMatchObject([
      { isDeferred: true, quote: first.body, promisedBy: "sam", references: { issues: [46] } },
    ]);
    expect(suggestions[0]?.reasons).toEqual(["its thread puts it off until later"]);
  });

  it.each([
    ["says that it is fine", "Optional: consider dropping the second lookup, the current approach is fine."],
    ["asks what it does", "What does this flag do?"],
    ["only says how it is", "The handle is closed by the garbage collector alone."],
  ])("captures what is promised where the comment %s", (_name, body) => {
    const reply = inline("Next PR.", { author: AUTHOR });
    const { suggestions } = mineSuggestions(pull({ threads: [thread([inline(body), reply])] }), OPTIONS);
    expect(suggestions).toMatchObject([{ isDeferred: true, quote: body }]);
  });

  it("captures nothing where whoever wrote the comment has put words in it that take it back", () => {
    const reply = inline("Next PR.", { author: AUTHOR });
    const mined = mineSuggestions(pull({ threads: [thread([inline("Never mind."), reply])] }), OPTIONS);
    expect(mined).toMatchObject({ suggestions: [] });
  });

  it("says that it was declined", () => {
    const reply = inline("Not worth it.", { author: AUTHOR });
    const { leftOut } = mineSuggestions(pull({ threads: [thread([root(), reply])] }), OPTIONS);
    expect(leftOut).toMatchObject([{ group: "settled", reason: "it was declined in its thread" }]);
  });

  it("believes a tool that takes its own comment back", () => {
    const tool = (body: string) => inline(body, { author: CODERABBIT });
    const finding = tool(
      "_⚠️ Potential issue_ | _🟠 Major_\n\n**Close the file handle.**\n\nThe handle leaks when parsing fails.",
    );
    const { suggestions, leftOut } = mineSuggestions(
      pull({ threads: [thread([finding, tool("You're right. I'm withdrawing this comment.")])] }),
      OPTIONS,
    );
    expect(suggestions).toEqual([]);
    expect(leftOut).toMatchObject([{ reason: "whoever wrote it took it back in its thread" }]);
  });

  it.each([
    ["spam", "it was hidden as spam"],
    ["off-topic", "it was hidden as off-topic"],
    ["", "it was hidden"],
    ["<b>odd</b>", "it was hidden"],
  ])("reads nothing that is hidden (%s)", (hidden, unread) => {
    const feedback = pull({
      threads: [thread([inline("Consider extracting the retry logic into `withRetry`.", { hidden })])],
    });
    expect(mineSuggestions(feedback, OPTIONS)).toMatchObject({ suggestions: [], leftOut: [] });
    expect(decideFindings(feedback, OPTIONS).texts).toMatchObject([{ unread, decisions: [] }]);
  });

  it("does not take a stranger's promise", () => {
    const reply = inline("Let's do this in a follow-up.", { author: { login: "stranger", kind: "human" } });
    const feedback = pull({ threads: [thread([root(), reply], { isResolved: true })] });
    const { suggestions } = mineSuggestions(feedback, { ...OPTIONS, mayBeMined: ({ login }) => login === "robin" });
    expect(suggestions).toEqual([]);
  });
});

describe("mineSuggestions, review bots", () => {
  const summary = [
    "## Review",
    "",
    "### Strengths",
    "",
    "- Good use of the builder",
    "",
    "### Suggestions",
    "",
    "1. **Connection pooling**: Pool database connections in `src/db/client.ts:42`",
    "2. Retry uploads with backoff",
    "",
    "### Future improvements",
    "",
    "- Shard the queue by repository",
    "",
    "### Verdict",
    "",
    "Approve.",
  ].join("\n");

  it("reads list items under headings", () => {
    const { suggestions } = mineSuggestions(
      pull({ reviews: [text(summary, { kind: "review", author: CODERABBIT })] }),
      OPTIONS,
    );
    expect(suggestions.map(({ title, isDeferred }) => [title, isDeferred])).toEqual([
      ["Pool database connections in src/db/client.ts:42", false],
      ["Retry uploads with backoff", false],
      ["Shard the queue by repository", true],
    ]);
    expect(suggestions[0]).toMatchObject({
      source: { tool: "coderabbit" },
      references: { files: ["src/db/client.ts:42"] },
    });
  });

  it("quotes exactly in a body with CRLF", () => {
    const body = summary.replaceAll("\n", "\r\n");
    const { suggestions } = mineSuggestions(
      pull({ reviews: [text(body, { kind: "review", author: CODERABBIT })] }),
      OPTIONS,
    );
    expect(suggestions).toHaveLength(3);
    for (const { quote } of suggestions) expect(body).toContain(quote);
  });

  it("leaves out a bot that is not a known tool, unless the config names it", () => {
    const review = text(summary, { kind: "review", author: { login: "acme-helper[bot]", kind: "bot" } });
    expect(mineSuggestions(pull({ reviews: [review] }), OPTIONS).suggestions).toEqual([]);
    const config = Config.parse({ capture: { from: { tools: ["acme-helper"] } } });
    expect(mineSuggestions(pull({ reviews: [review] }), { ...OPTIONS, config }).suggestions).toHaveLength(3);
  });

  it("takes a tool by any login it ever had", () => {
    const review = text(summary, { kind: "review", author: { login: "claude[bot]", kind: "bot" } });
    const named = (tools: string[]) => ({ ...OPTIONS, config: Config.parse({ capture: { from: { tools } } }) });
    const of = (tools: string[]) => mineSuggestions(pull({ reviews: [review] }), named(tools)).suggestions.length;
    expect(of(["claude-code"])).toBe(of(["claude"]));
    expect(of(["claude-code"])).toBeGreaterThan(0);
    expect(of(["gemini"])).toBe(0);
  });

  it("never mines our own words", () => {
    const review = text(summary, { kind: "review", author: { login: "review-miner", kind: "bot" } });
    const config = Config.parse({ capture: { from: { tools: ["review-miner"] } } });
    expect(mineSuggestions(pull({ reviews: [review] }), { ...OPTIONS, config }).suggestions).toEqual([]);
  });
});

describe("mineSuggestions, newer reviews", () => {
  const CLAUDE: Author = { login: "claude[bot]", kind: "bot" };
  const review = (...items: string[]) =>
    ["## Code review", "", "### Issues", "", ...items.map((item) => `- ${item}`)].join("\n");
  const LEAK = "**Leaked handle**: close the handle in `read.ts` when parsing fails";
  const RETRY = "**Missing backoff**: the retry loop in `upload.ts` should back off";
  const LATER = "**Sharding**: shard the queue by repository in a follow-up PR";

  it.each([
    ["leaves out what the newer one no longer raises", CLAUDE, review(RETRY), ["Add the missing backoff"]],
    [
      "keeps what it raises again, once",
      CLAUDE,
      review(LEAK, RETRY),
      ["Close the handle in read.ts when parsing fails", "Add the missing backoff"],
    ],
    [
      "keeps all beside an answer that is no review",
      CLAUDE,
      "I pushed a commit.",
      ["Close the handle in read.ts when parsing fails", "Add the missing backoff"],
    ],
    [
      "keeps all of a tool that looks at new commits only",
      CODERABBIT,
      review(RETRY),
      ["Close the handle in read.ts when parsing fails", "Add the missing backoff"],
    ],
  ])("%s", (_name, author, newer, titles) => {
    const comments = [review(LEAK, RETRY), newer].map((body) => text(body, { author }));
    expect(mineSuggestions(pull({ comments }), OPTIONS).suggestions.map(({ title }) => title)).toEqual(titles);
  });

  it("say why, and spare what is put off", () => {
    const comments = [review(LEAK, LATER), review(RETRY)].map((body) => text(body, { author: CLAUDE }));
    const { suggestions, leftOut } = mineSuggestions(pull({ comments }), OPTIONS);
    expect(suggestions.map(({ isDeferred }) => isDeferred)).toEqual([true, false]);
    expect(leftOut).toMatchObject([
      { group: "settled", reason: "a newer review by claude no longer raises it", quote: LEAK },
    ]);
  });
});

describe("mineSuggestions, one thing once", () => {
  it("keeps two changes near each other apart, though both are put off", () => {
    const one = inline("Let's cache the compiled template in a follow-up.");
    const two = inline("Let's log the timeout in a follow-up.", { author: CODERABBIT, line: 43 });
    const { suggestions } = mineSuggestions(pull({ threads: [thread([one]), thread([two])] }), OPTIONS);
    expect(suggestions).toHaveLength(2);
  });

  it("takes two asks of one paragraph for two", () => {
    const said = "Please add a timeout to `fetchAll`. Also, the retry loop should back off between attempts.";
    expect(mined(said).map(({ quote }) => quote)).toEqual([
      "Please add a timeout to `fetchAll`.",
      "Also, the retry loop should back off between attempts.",
    ]);
  });

  it("takes requests on lines of their own for as many, and none of lines that an editor broke", () => {
    const lines = ["Please drop the flag `old`.", "Please read `offset` from the query.", "Thanks a lot!"];
    expect(mined(lines.join("\n")).map(({ quote }) => quote)).toEqual(lines.slice(0, 2));
    const wrapped = "Please read `offset`\nfrom the query. Use\nthe pager for that.";
    expect(mined(wrapped)).toHaveLength(1);
    const putOff = [...lines.slice(0, 2), "Both can be done in a follow-up."].join("\n");
    expect(mined(putOff).map(({ quote, isDeferred }) => [quote, isDeferred])).toEqual([[lines[0], true]]);
  });

  it("quotes what explains the ask in its paragraph", () => {
    const said = "Consider extracting this into `withRetry`. It is repeated in three handlers.";
    expect(mined(`${said}\n\nThanks for the fix!`)).toMatchObject([{ quote: said }]);
  });

  it("makes a sighting of the same words at the same line by another reviewer", () => {
    const one = inline("Consider extracting the retry logic into `withRetry`.");
    const two = inline("Please extract the retry logic into a helper like `withRetry`.", { author: CODERABBIT });
    const { suggestions } = mineSuggestions(pull({ threads: [thread([one]), thread([two])] }), OPTIONS);
    expect(suggestions).toMatchObject([{ sightings: [{ url: two.url, author: "coderabbitai[bot]" }] }]);
    expect(suggestions[0]?.reasons).toContain("raised by 2 reviewers");
  });
});

describe("mineSuggestions, the same words about other code", () => {
  it.each([
    ["`open`", "`close`", 2],
    ["`open`", "`open`", 1],
    ["`open`", "it", 1],
  ])("about %s and about %s are %d", (one, other, count) => {
    const asked = (what: string) => `Please add a test for ${what} when the disk of the build machine is full.`;
    const threads = [thread([inline(asked(one))]), thread([inline(asked(other), { line: 90, author: CODERABBIT })])];
    expect(mineSuggestions(pull({ threads }), OPTIONS).suggestions).toHaveLength(count);
  });
});

describe("mineSuggestions, a summary that says again what stands on a line", () => {
  const GREPTILE = { login: "greptile-apps[bot]", kind: "bot" } as const;
  const remark = inline(
    "**Retries**: Consider extracting the retry logic of `upload` and `download` into one helper with a limit.",
    { author: GREPTILE },
  );
  const titlesOf = (summary: string, given: { login: string; kind: "bot" } = GREPTILE) => {
    const said = text(`## Recommendations\n\n1. ${summary}`, { author: given });
    const { suggestions } = mineSuggestions(pull({ threads: [thread([remark])], comments: [said] }), OPTIONS);
    return suggestions.map(({ sightings }) => sightings.length);
  };

  it("is a sighting of it, where one tool says both", () => {
    expect(titlesOf("**Share the waits**: One retry helper of `upload`, with a limit")).toEqual([1]);
  });

  it("is a suggestion of its own, where it names other code, or is of another kind", () => {
    expect(titlesOf("**Share it**: Extract the retry logic of `compress` into one helper, with a limit")).toEqual([
      0, 0,
    ]);
    expect(titlesOf("**Test the waits**: Add tests of the retry helper of `upload`, and of its limit")).toEqual([0, 0]);
  });

  it("is a suggestion of its own, where it asks for something else", () => {
    expect(titlesOf("**Document the limits**: List the sizes that `upload` takes in the README")).toEqual([0, 0]);
    expect(titlesOf("**Download limit**: Refuse files over a gigabyte in `download`")).toEqual([0, 0]);
  });

  it("is a suggestion of its own, where another tool says it in few words of the other's explanation", () => {
    const another = { login: "claude[bot]", kind: "bot" } as const;
    expect(titlesOf("**Retry helper**: Share it between uploads and downloads", another)).toEqual([0, 0]);
  });
});

describe("mineSuggestions, config", () => {
  const body = "Consider extracting the retry logic into `withRetry`.";

  it.each([
    ["an ignored path", { capture: { ignore_paths: ["src/db/**"] } }, 0],
    ["another ignored path", { capture: { ignore_paths: ["src/*.ts"] } }, 1],
    ["a kind left out", { capture: { kinds: ["bug"] } }, 0],
    ["nobody's words", { capture: { from: { people: "none" } } }, 0],
    ["a high bar", { capture: { minimum_confidence: 0.99 } }, 0],
  ])("respects %s", (_name, config, count) => {
    const options = { ...OPTIONS, config: Config.parse(config) };
    expect(mineSuggestions(comment(body), options).suggestions).toHaveLength(count);
  });

  const withConfig = (capture: object, ...bodies: string[]) =>
    mineSuggestions(pull({ threads: bodies.map((said, line) => thread([inline(said, { line: 10 * line })])) }), {
      ...OPTIONS,
      config: Config.parse({ capture }),
    });
  const NITS = ["nit: sort these imports", "Please rename this variable to `limit`.", body];

  it("leaves small edits out unless told otherwise", () => {
    expect(withConfig({}, ...NITS).suggestions).toHaveLength(1);
  });

  it("keeps small edits one by one", () => {
    expect(withConfig({ nits: "each" }, ...NITS).suggestions.map(({ title }) => title)).toEqual([
      "Sort these imports (client.ts)",
      "Rename this variable to limit (client.ts)",
      "Extract the retry logic into withRetry",
    ]);
  });

  it("bundles small edits into one item that lists them, after the others", () => {
    const { suggestions, leftOut } = withConfig({ nits: "bundle" }, ...NITS);
    expect(leftOut).toEqual([]);
    expect(suggestions).toMatchObject([
      { title: "Extract the retry logic into withRetry" },
      {
        key: expect.stringMatching(/:nits$/),
        title: "Tidy up: 2 small edits",
        description:
          "Sort these imports (client.ts) (src/db/client.ts:0)\n\nRename this variable to limit (client.ts) (src/db/client.ts:10)",
        kind: "style",
        priority: "low",
        isBlocking: false,
        sightings: [{ author: "robin" }],
      },
    ]);
  });

  it("keeps a single small edit as itself", () => {
    expect(withConfig({ nits: "bundle" }, "nit: sort these imports").suggestions).toMatchObject([
      { title: "Sort these imports (client.ts)" },
    ]);
  });

  it("takes the repository's own words for a deferral", () => {
    const said = "Parking lot: the loading of all these tables.";
    expect(withConfig({}, said).suggestions).toEqual([]);
    expect(withConfig({ words: { defer: ["parking lot"] } }, said).suggestions).toMatchObject([
      { isDeferred: true, reasons: ['deferred by its reviewer: "parking lot"'] },
    ]);
  });

  it("leaves out what the repository's own words say to ignore", () => {
    const { suggestions, leftOut } = withConfig(
      { words: { ignore: ["withRetry", "no-capture"] } },
      `${body} No-capture.`,
    );
    expect(suggestions).toEqual([]);
    expect(leftOut).toMatchObject([{ group: "ignored by config", reason: 'the config ignores "no-capture"' }]);
  });

  it.each([
    ["a label before it", "[P0] Please close the `handle` when parsing fails.", "critical"],
    ["a label of a tool", "**sev-3** `parse` leaks its handle, please close it", "low"],
    ["no label of the config", "Please close the `handle` when parsing fails.", null],
  ])("gives the priority of %s", (_name, said, priority) => {
    expect(withConfig({ priorities: { p0: "critical", "sev-3": "low" } }, said).suggestions).toMatchObject([
      { priority },
    ]);
  });

  it("gives the key, the source and the exact quote", () => {
    const said = inline(body, { author: REVIEWER });
    expect(mineSuggestions(pull({ threads: [thread([said])] }), OPTIONS).suggestions).toMatchObject([
      {
        key: `comment:${said.nodeId}:0`,
        quote: body,
        source: {
          kind: "review-comment",
          path: "src/db/client.ts",
          line: 42,
          reviewId: 7,
          commentId: said.databaseId,
          tool: null,
        },
      },
    ]);
  });
});
