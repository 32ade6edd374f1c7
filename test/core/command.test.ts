import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { GRAMMAR, Verb } from "../../src/core/command-grammar.ts";
import {
  EnhanceCommand,
  MOST_COMMANDS,
  newCommands,
  parseCommands,
  renderCommand,
  type ParsedComment,
} from "../../src/core/command.ts";
import { Priority, Status } from "../../src/core/enhancement.ts";
import { toReference } from "../../src/core/reference.ts";
import { cpuTime } from "../helpers/cpu-time.ts";

const commandsOf = ({ commands }: ParsedComment) => commands.map(({ command }) => command);

describe("a command line", () => {
  it.each<[line: string, command: EnhanceCommand]>([
    ["/enhance", { verb: "capture" }],
    ["/enhance capture", { verb: "capture" }],
    ["/enhance capture high", { verb: "capture", priority: "high" }],
    ['/enhance create "Pool connections"', { verb: "create", title: "Pool connections" }],
    ['/enhance create "Pool it" --priority low', { verb: "create", title: "Pool it", priority: "low" }],
    ['/enhance create --priority=low "Pool it"', { verb: "create", title: "Pool it", priority: "low" }],
    ["/enhance create “Pool it” —priority low", { verb: "create", title: "Pool it", priority: "low" }],
    ["/enhance create „Pool it“", { verb: "create", title: "Pool it" }],
    ["/enhance create «Pool it»", { verb: "create", title: "Pool it" }],
    ['/enhance create "Say \\"hello\\" first"', { verb: "create", title: 'Say "hello" first' }],
    ['/enhance create "Say "hello" first"', { verb: "create", title: 'Say "hello" first' }],
    ['/enhance create "Say \\"hello\\" --now"', { verb: "create", title: 'Say "hello" --now' }],
    ['/enhance create "  Pool  it "', { verb: "create", title: "Pool  it" }],
    ['/enhance create "Read C:\\temp"', { verb: "create", title: "Read C:\\temp" }],
    ['/enhance create "--from-pr 123"', { verb: "create", title: "--from-pr 123" }],
    ["/enhance create --from-pr 123", { verb: "create", fromPull: 123 }],
    ["/enhance create --from-pr=#123", { verb: "create", fromPull: 123 }],
    ["/enhance list", { verb: "list" }],
    ["/enhance list --priority high --status ready", { verb: "list", priority: "high", status: "ready" }],
    ["/enhance show 1", { verb: "show", id: "001" }],
    ["/enhance show #0042", { verb: "show", id: "042" }],
    ["/enhance show 1000", { verb: "show", id: "1000" }],
    ["/enhance show 7-Pool-Connections", { verb: "show", id: "007-pool-connections" }],
    ["/enhance show enh_5k3q9w2m7x1c", { verb: "show", id: "enh_5k3q9w2m7x1c" }],
    ["/enhance status 1 ready", { verb: "status", id: "001", status: "ready" }],
    ["/enhance status 1 Blocked by  #12", { verb: "status", id: "001", status: "blocked", reason: "by  #12" }],
    ["/enhance priority 1 CRITICAL", { verb: "priority", id: "001", priority: "critical" }],
    ["/enhance reject 3", { verb: "reject", id: "003" }],
    ["/enhance reject 3 it's “done” --really", { verb: "reject", id: "003", reason: "it's “done” --really" }],
    ["/enhance reject 3 2 reviewers disagree", { verb: "reject", id: "003", reason: "2 reviewers disagree" }],
    ["/enhance defer 3 later", { verb: "defer", id: "003", reason: "later" }],
    ["/enhance approve 3", { verb: "approve", id: "003" }],
    ["/enhance merge 4 INTO 3", { verb: "merge", id: "004", into: "003" }],
    ["/enhance start 7", { verb: "start", id: "007" }],
    ["/enhance start --tag 7", { verb: "start", id: "007", tag: true }],
    ["/enhance redact 7", { verb: "redact", id: "007" }],
    ["/enhance ignore", { verb: "ignore" }],
    ["/enhance unignore", { verb: "unignore" }],
    ["/enhance help", { verb: "help" }],
    ["/enhance help Merge", { verb: "help", about: "merge" }],
    ['/enhancement:create "Pool it"', { verb: "create", title: "Pool it" }],
    ["/enhancement:create --from-pr 123", { verb: "create", fromPull: 123 }],
    ["/enhancement:status 001 ready", { verb: "status", id: "001", status: "ready" }],
    ["/enhancement:list --status=ready --priority=high", { verb: "list", status: "ready", priority: "high" }],
    ["/github:pr-review 123", { verb: "create", fromPull: 123 }],
    ["/enhance:help", { verb: "help" }],
    ["/Enhance\tHELP \t", { verb: "help" }],
  ])("%s", (line, command) => {
    expect(parseCommands(line)).toEqual({ commands: [{ line: 1, command }], problems: [] });
  });

  it.each<[line: string, message: string, remedy: string]>([
    ["/enhance fly", 'unknown command "fly"', 'try "/enhance help"'],
    ["/enhance crate", 'unknown command "crate"', 'did you mean "/enhance create"?'],
    ["/enhance aprove 3", 'unknown command "aprove"', 'did you mean "/enhance approve"?'],
    ["/enhance constructor", 'unknown command "constructor"', 'try "/enhance help"'],
    ["/enhance analyze 001", 'unknown command "analyze"', 'try "/enhance help"'],
    ["/enhancement:plan 001", 'unknown command "plan"', 'try "/enhance help"'],
    ["/enhancement:promote 001", 'unknown command "promote"', 'try "/enhance help"'],
    ["/enhancement:", "no command is named", 'try "/enhance help"'],
    ["/enhance help\u00a0me", 'unknown command "help\u00a0me"', 'try "/enhance help"'],
    ["/enhance help crate", '"crate" is not a command', 'did you mean "create"?'],
    ["/enhance help me now", '"me" is not a command', 'did you mean "merge"?'],
    ["/enhance ignore it", 'unexpected word "it" after "ignore"', "write /enhance ignore"],
    ["/enhance capture urgent", '"urgent" is not a priority', "use one of critical, high, medium, low"],
    ["/enhance status", "the <id> is missing", "write /enhance status <id> <status> [<reason>]"],
    ["/enhance status 1", "the <status> is missing", "write /enhance status <id> <status> [<reason>]"],
    ["/enhance status 1 in progress", '"in" is not a status', 'did you mean "in-progress"?'],
    ["/enhance status 1 raedy", '"raedy" is not a status', 'did you mean "ready"?'],
    ["/enhance priority 1 hihg", '"hihg" is not a priority', 'did you mean "high"?'],
    ["/enhance show 0", '"0" names no enhancement', "give its number, like 001; one in each command"],
    ["/enhance show 1.5", '"1.5" names no enhancement', "give its number, like 001; one in each command"],
    ["/enhance show ../1", '"../1" names no enhancement', "give its number, like 001; one in each command"],
    ["/enhance reject 3, 4", '"3," names no enhancement', "give its number, like 001; one in each command"],
    ["/enhance reject 3 4 and 5", '"4 and 5" looks like more enhancements', "write one command for each"],
    ["/enhance merge 4 3", '"3" stands where "into" is expected', "write /enhance merge <id> into <id>"],
    ["/enhance merge 4 into", 'the "into" <id> is missing', "write /enhance merge <id> into <id>"],
    ["/enhance merge 4", 'the "into" <id> is missing', "write /enhance merge <id> into <id>"],
    ["/enhance merge 4 into #004", "an enhancement cannot be merged into itself", "name two different ones"],
    ["/enhance start 7 --tga", 'unknown flag "--tga"', 'did you mean "--tag"?'],
    ["/enhance start 7 --tag=x", 'unexpected word "x" after "start"', "write /enhance start <id> [--tag]"],
    ["/enhance list --status", "the <status> is missing", usage("list")],
    ["/enhance list --status=", '"" is not a status', `use one of ${Status.options.join(", ")}`],
    ["/enhance list --status ready --status ready", "--status is given twice", "keep one"],
    ["/enhance list --owner me", 'unknown flag "--owner"', usage("list")],
    ["/enhance create", "the <title> is missing", 'write /enhance create "<title>" [--priority <priority>]'],
    ['/enhance create ""', "the title is empty", "say something, in up to 200 characters"],
    ['/enhance create "Pool', 'the quotation ""Pool" is not closed', 'put a " after it'],
    ['/enhance create "A"b', 'the quotation ""A"b" is not closed', 'put a " after it'],
    ['/enhance create "A" b', 'unexpected word "b" after "create"', usage("create")],
    [
      "/enhance create Pool it --priority low",
      "the title stands without quotation marks",
      'write /enhance create "Pool it"',
    ],
    ["/enhance create --from-pr", "the <number> is missing", "write /enhance create --from-pr <number>"],
    ["/enhance create --from-pr 0", '"0" is not a pull request', "give its number, like 123"],
    [
      '/enhance create "A" --from-pr 1',
      'unexpected word "A" after "create"',
      "write /enhance create --from-pr <number>",
    ],
    ["/github:pr-review", "the <number> is missing", "write /enhance create --from-pr <number>"],
    [`/enhance create "${"x".repeat(201)}"`, "the title is 201 characters long", "keep it under 201"],
    [`/enhance reject 1 ${"x".repeat(1001)}`, "the reason is 1001 characters long", "keep it under 1001"],
    [`/enhance ${"é".repeat(99)}`, `unknown command "${"é".repeat(40)}…"`, 'try "/enhance help"'],
  ])("%s is not understood", (line, message, remedy) => {
    expect(parseCommands(`hello\n\n${line}`)).toEqual({
      commands: [],
      problems: [{ line: 3, text: line, message, remedy }],
    });
  });

  function usage(verb: "list" | "create"): string {
    const words = { list: "list [--status <status>]", create: 'create "<title>"' };
    return `write /enhance ${words[verb]} [--priority <priority>]`;
  }
});

describe("the grammar", () => {
  it("has one row for each verb", () => {
    expect(GRAMMAR.map(({ verb }) => verb)).toEqual(Verb.options);
  });

  it.each(GRAMMAR.flatMap(({ verb, examples }) => examples.map((example) => ({ verb, example }))))(
    "reads its example $example",
    ({ verb, example }) => {
      const parsed = parseCommands(example);
      expect(parsed).toEqual({ commands: [{ line: 1, command: expect.objectContaining({ verb }) }], problems: [] });
      const [command] = commandsOf(parsed);
      expect(commandsOf(parseCommands(command ? renderCommand(command) : ""))).toEqual([command]);
    },
  );

  it("has an example of every parameter", () => {
    for (const { examples, forms } of GRAMMAR) {
      const keys = examples.flatMap((example) => commandsOf(parseCommands(example)).flatMap(Object.keys));
      expect(keys).toEqual(expect.arrayContaining(forms.flat().map(({ key }) => key)));
    }
  });
});

/** Text of one line that a reader sees ends of, as a title or a reason is. */
const words = fc
  .string({
    unit: fc.oneof(fc.constantFrom('"', "\\", "`", "<!--", "“", "--", " ", "💡"), fc.string({ unit: "binary" })),
  })
  .map((text) => text.replace(/[\r\n]/g, " ").trim())
  .filter((text) => text !== "" && text.length <= 200);
const reason = words.filter((text) =>
  text.split(/[\s,]+/).some((word) => toReference(word) === undefined && !/^(and|&)?$/i.test(word)),
);
const id = fc.oneof(
  fc.integer({ min: 1, max: 99_999 }).map((number) => String(number).padStart(3, "0")),
  fc.constantFrom("007-pool-connections", "enh_5k3q9w2m7x1c"),
);
const priority = fc.constantFrom(...Priority.options);
const status = fc.constantFrom(...Status.options);
const verb = <V extends EnhanceCommand["verb"]>(name: V) => fc.constant(name);
const maybe = (...keys: string[]) => ({ requiredKeys: keys }) as { requiredKeys: never[] };

const command: fc.Arbitrary<EnhanceCommand> = fc
  .oneof(
    fc.record({ verb: verb("capture"), priority }, maybe("verb")),
    fc.record({ verb: verb("create"), title: words, priority }, maybe("verb", "title")),
    fc.record({ verb: verb("create"), fromPull: fc.integer({ min: 1, max: 1e9 }) }),
    fc.record({ verb: verb("list"), status, priority }, maybe("verb")),
    fc.record({ verb: fc.constantFrom("show", "redact"), id }),
    fc.record({ verb: verb("status"), id, status, reason }, maybe("verb", "id", "status")),
    fc.record({ verb: verb("priority"), id, priority }),
    fc.record({ verb: fc.constantFrom("reject", "defer", "approve"), id, reason }, maybe("verb", "id")),
    fc.record({ verb: verb("merge"), id, into: fc.constant("100000") }),
    fc.record({ verb: verb("start"), id, tag: fc.constant(true) }, maybe("verb", "id")),
    fc.record({ verb: fc.constantFrom("ignore", "unignore") }),
    fc.record({ verb: verb("help"), about: fc.constantFrom(...Verb.options) }, maybe("verb")),
  )
  .map((given) => EnhanceCommand.parse(given));
const commands = fc.array(command, { maxLength: MOST_COMMANDS });
const write = (given: readonly EnhanceCommand[]) => given.map(renderCommand).join("\n\n");

describe("parseCommands", () => {
  it("reads back every command it is given, with its line", () => {
    fc.assert(
      fc.property(commands, (given) => {
        expect(parseCommands(write(given))).toEqual({
          commands: given.map((each, index) => ({ line: 1 + 2 * index, command: each })),
          problems: [],
        });
      }),
    );
  });

  it("finds nothing in a quoted comment", () => {
    fc.assert(
      fc.property(commands, fc.string(), (given, noise) => {
        const quoted = [write(given), noise].join("\n").replace(/^/gm, "> ");
        expect(parseCommands(quoted)).toEqual({ commands: [], problems: [] });
      }),
    );
  });

  it("finds no command in fenced code, and says that one stands there", () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: MOST_COMMANDS }), (given) => {
        const parsed = parseCommands(`${"`".repeat(999)}\n${write(given)}`);
        expect(parsed).toEqual({
          commands: [],
          problems: [],
          hint: expect.stringMatching(/^"\/enhance .* on line 2 /s),
        });
      }),
    );
  });

  it.each<[name: string, body: string, hint: RegExp | undefined]>([
    ["an example that is no command", "```\n/enhance fly\n```", undefined],
    ["the first that is one", "```\n/enhance fly\n/enhance list\n/enhance help\n```", /^"\/enhance list" on line 3 /],
    ["an example beside a command", "`/enhance list`\n\n/enhance help", undefined],
    ["an example beside a mistake", "`/enhance list`\n\n/enhance fly", undefined],
  ])("hints at code: %s", (_name, body, hint) => {
    expect(parseCommands(body).hint).toEqual(hint && expect.stringMatching(hint));
  });

  it("finds nothing in an HTML comment", () => {
    const harmless = commands.filter((given) => !write(given).includes("-->"));
    fc.assert(
      fc.property(harmless, (given) => {
        expect(parseCommands(`<!--\n${write(given)}\n-->`)).toEqual({ commands: [], problems: [] });
      }),
    );
  });

  it("never throws", () => {
    const unit = fc.constantFrom(
      ...["/enhance", "/enhancement:", "/github:pr-review", " ", "\n", "\r\n", "\r", "```", "~~~", "`", "<!--", "-->"],
      ...[
        "<pre>",
        "</code>",
        "> ",
        "- ",
        "    ",
        "\t",
        '"',
        "“",
        "\\",
        "--status",
        "=",
        "create",
        "status",
        "merge",
        "1",
      ],
      ...["into", "__proto__", "\uE000", "\uE0000\uE000", "💡", "\ud83d", "\0", "\u2028"],
    );
    const body = fc.oneof(fc.string({ unit, maxLength: 60 }), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(body, (text) => void parseCommands(text)),
      { numRuns: 500 },
    );
  });

  it.each([
    ["blanks before a word", `/enhance reject 1 ${" ".repeat(65_536)}x`, 1],
    ["blanks behind a command", `/enhance help${" ".repeat(65_536)}`, 1],
    ["quotation marks", `/enhance create ${'"'.repeat(65_536)}`, 0],
    ["quotation marks and blanks", `/enhance create ${'" '.repeat(32_768)}`, 0],
    ["backslashes", `/enhance create "${"\\".repeat(65_536)}`, 0],
    ["enhancements", `/enhance reject 1 ${"2, ".repeat(21_000)}`, 0],
    ["one word", `/enhance ${"x".repeat(65_536)}`, 0],
  ])("reads a long line of %s in less than a second of the processor", (_name, body, count) => {
    expect(cpuTime(() => void parseCommands(body))).toBeLessThan(1000);
    expect(parseCommands(body).commands).toHaveLength(count);
  });

  it("reads a limited number of commands, and says so once", () => {
    const parsed = parseCommands("/enhance help\n".repeat(5000));
    expect(parsed.commands).toHaveLength(MOST_COMMANDS);
    expect(parsed.problems).toEqual([
      {
        line: MOST_COMMANDS + 1,
        text: "/enhance help",
        message: "a comment may hold 20 commands",
        remedy: "write the others in another comment",
      },
    ]);
  });
});

describe("newCommands", () => {
  it.each<[name: string, before: string, after: string, added: string[]]>([
    ["nothing changed", "/enhance help", "/enhance help", []],
    ["a command added", "hello", "hello\n/enhance help", ["/enhance help"]],
    ["a command added above", "/enhance help", "/enhance list\n/enhance help", ["/enhance list"]],
    ["the same command once more", "/enhance help", "/enhance help\n/enhance help", ["/enhance help"]],
    ["a command moved", "/enhance help\n\n/enhance list", "/enhance list\n\nand\n\n/enhance help", []],
    ["another spelling of the same", "/enhance show 7", "/enhancement:show  #007", []],
    ["a value changed", "/enhance show 7", "/enhance show 8", ["/enhance show 008"]],
    ["the letter case of a title changed", '/enhance create "a"', '/enhance create "A"', ['/enhance create "A"']],
    ["a command taken out of a quote", "> /enhance help", "/enhance help", ["/enhance help"]],
    ["a command taken out of code", "`/enhance help`", "/enhance help", ["/enhance help"]],
    ["a mistake mended", "/enhance hlep", "/enhance help", ["/enhance help"]],
    ["a command taken away", "/enhance help", "never mind", []],
  ])("%s", (_name, before, after, added) => {
    expect(commandsOf(newCommands(before, after)).map(renderCommand)).toEqual(added);
  });

  it("gives a problem or a hint once", () => {
    expect(newCommands("/enhance  fly", "/enhance fly\n/enhance fly").problems).toMatchObject([{ line: 2 }]);
    expect(newCommands("", "`/enhance`").hint).toMatch(/line 1/);
    expect(newCommands("`/enhance`", "`/enhance list`")).toEqual({ commands: [], problems: [] });
  });

  it("finds nothing new in the same commands, in whatever order", () => {
    const shuffled = commands.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length })),
    );
    fc.assert(
      fc.property(shuffled, ([before, after]) => {
        expect(newCommands(write(before), write(after))).toEqual({ commands: [], problems: [] });
      }),
    );
  });

  it("finds all that was added, with its lines", () => {
    const few = fc.array(command, { maxLength: MOST_COMMANDS / 2 });
    fc.assert(
      fc.property(few, few, (before, added) => {
        const after = parseCommands(write([...before, ...added]));
        expect(newCommands(write(before), write([...before, ...added])).commands).toHaveLength(added.length);
        expect(newCommands("", write([...before, ...added]))).toEqual(after);
      }),
    );
  });
});
