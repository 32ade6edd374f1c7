import { describe, expect, it } from "@jest/globals";
import { findCommandLines, type CommandLine } from "../../src/core/command-lines.ts";
import { cpuTime } from "../helpers/cpu-time.ts";

type Found = [line: number, place: CommandLine["place"]];

describe("a command counts", () => {
  it.each<[name: string, body: string, ...lines: number[]]>([
    ["alone", "/enhance", 1],
    ["in any letter case", "/EnHance help", 1],
    ["with words above and below", "Thanks!\n/enhance\nBye.", 2],
    ["after up to three spaces", "   /enhance", 1],
    ["with Windows line ends", "Thanks!\r\n/enhance\r\n", 2],
    ["with old Macintosh line ends", "Thanks!\r/enhance\r", 2],
    ["twice, in order", "/enhance help\n/enhance", 1, 2],
    ["right under a quote", "> quoted\n/enhance", 2],
    ["right under a nested quote", "> > quoted\n> quoted\n/enhance", 3],
    ["right under a quoted list", "> - quoted\n/enhance", 2],
    ["under quoted code that was not closed", "> ```\n> code\n/enhance", 3],
    ["under a quoted tag that was not closed", "> <pre>\n> code\n\n/enhance", 4],
    ["under a quoted word of code that was not closed", "> a <code> b\n\n/enhance", 3],
    ["right under a list", "- item\n/enhance", 2],
    ["in the text of an item", "- item\n\n  /enhance", 3],
    ["right under a heading", "# Heading\n/enhance", 2],
    ["as a heading with a line under it", "/enhance\n---", 1],
    ["right under a table", "| a |\n|---|\n/enhance", 3],
    ["between emphasis marks", "**bold\n/enhance help\nbold**", 2],
    ["in details", "<details>\n/enhance\n</details>", 2],
    ["in details, as a paragraph", "<details><summary>x</summary>\n\n/enhance\n\n</details>", 3],
    ["after closed code", "```\nx\n```\n/enhance", 4],
    ["after inline code that looks like a fence", "```x```\n/enhance", 2],
    ["between single backticks of two paragraphs", "a ` b\n\n/enhance\n\nc ` d", 3],
    ["after an HTML comment", "<!-- x -->\n/enhance", 2],
    ["after the shortest HTML comment", "a <!-->\n/enhance", 2],
    ["after a closed tag of code", "<pre>\nx\n</pre>\n\n/enhance", 5],
    ["after what is no tag", "a < b\n/enhance\n1 <2", 2],
    ["after a character that marks nothing", "\uE0001\uE000\n/enhance", 2],
  ])("%s", (_name, body, ...lines) => {
    const found = findCommandLines(body).map(({ line, place }): Found => [line, place]);
    expect(found).toEqual(lines.map((line): Found => [line, "text"]));
  });
});

describe("a command in code is an example", () => {
  it.each<[name: string, body: string, line: number]>([
    ["fenced", "```\n/enhance\n```", 2],
    ["fenced with tildes, never closed", "~~~sh\n/enhance", 2],
    ["fenced with a shorter run inside", "````\n```\n/enhance", 3],
    ["fenced with a run and words inside", "```\n```sh\n/enhance", 3],
    ["fenced in a list", "- ```\n  /enhance\n  ```", 2],
    ["fenced and indented", "```\n      /enhance\n```", 2],
    ["indented", "x\n\n    /enhance", 3],
    ["indented by a tab", "x\n\n\t/enhance", 3],
    ["in backticks", "`/enhance help`", 1],
    ["in more backticks", "x\n``/enhance help``  ", 2],
    ["between backticks on other lines", "a `b\n/enhance\nc`", 2],
    ["between backticks under a quote", "> a `b\n/enhance\n> c`", 2],
    ["in pre", "<pre>\n/enhance\n</pre>", 2],
    ["in pre with attributes and blank lines", '<PRE lang="sh">\n\n/enhance\n\n</PRE>', 3],
    ["in pre in a table cell", "<table><tr><td><pre>\n\n/enhance\n\n</pre></td></tr></table>", 3],
    ["in code that an earlier paragraph opens", "see <code> x\n\n/enhance\n\n</code>", 3],
    ["in code", "see <code>\n/enhance\n</code>", 2],
  ])("%s", (_name, body, line) => {
    const found = findCommandLines(body).map((each): Found => [each.line, each.place]);
    expect(found).toEqual([[line, "code"]]);
  });
});

describe("no command stands", () => {
  it.each([
    ["in a quote", "> /enhance"],
    ["in a quote without a space", ">/enhance"],
    ["in a nested quote", "> > /enhance"],
    ["in quoted code", "> ```\n> /enhance\n> ```"],
    ["in an alert", "> [!NOTE]\n> /enhance"],
    ["in an HTML quote", "<blockquote>\n\n/enhance\n\n</blockquote>"],
    ["in an HTML comment", "<!--\n/enhance\n-->"],
    ["in an HTML comment with blank lines", "<!--\n\n/enhance\n\n-->"],
    ["in an HTML comment that never ends", "<!-- x\n\n/enhance"],
    ["in an HTML comment inside a paragraph", "a <!--\n/enhance\n--> b"],
    ["in an HTML comment inside a block", "<div>\n<!--\n/enhance\n-->\n</div>"],
    ["in an HTML comment that a block leaves open", "<div><!--\n\n/enhance\n\n--></div>"],
    ["in an HTML comment under a quote", "> a <!--\n/enhance\n> -->"],
    ["in an attribute", '<a title="\n/enhance\n">x</a>'],
    ["in the title of a link", '[x](https://example.com "\n/enhance\n")'],
    ["in the title of a reference", '[x]: https://example.com "\n/enhance\n"'],
    ["in a picture's description", "![a\n/enhance\nb](https://example.com/x.png)"],
    ["in the middle of a line", "try /enhance"],
    ["in backticks in the middle of a line", "try `/enhance help`"],
    ["after a list mark", "- /enhance"],
    ["after four spaces in an item's text", "- item\n    /enhance"],
    ["after a no-break space", "\u00a0/enhance"],
    ["with a no-break space behind it", "/enhance\u00a0help"],
    ["after a byte-order mark", "\ufeff/enhance"],
    ["with a full-width slash", "／enhance help"],
    ["with full-width letters", "/ｅｎｈａｎｃｅ help"],
    ["with an invisible character in it", "/en\u200bhance help"],
    ["with an entity for its slash", "&#47;enhance help"],
    ["with a backslash", "\\/enhance help"],
    ["after a line separator", "x\u2028/enhance"],
    ["in a longer word", "/enhancement"],
    ["in another longer word", "/enhancer help"],
    ["in a path", "/enhance/help"],
    ["in another tool's command", "/github:pr-reviews 123"],
    ["with a long s", "/enhance\u017f"],
    ["in an empty body", ""],
  ])("%s", (_name, body) => {
    expect(findCommandLines(body)).toEqual([]);
  });
});

it.each(["\n", "\r\n", "\r"])("a command's line stands where it says, with lines that end in %j", (end) => {
  const lines = ["Thanks!", "  /enhance help ", "", "`/enhance`", "/enhance"];
  const body = lines.join(end);
  const found = findCommandLines(body).map(({ from, to }) => body.slice(from, to));
  expect(found).toEqual(["  /enhance help ", "`/enhance`", "/enhance"]);
});

describe("a command's text", () => {
  it.each([
    ["is cut at its slash and its end", "  /enhance  help \t ", "/enhance  help"],
    ["has no backticks around it", "`` /enhance help ``", undefined],
    ["keeps backticks inside", "/enhance reject 1 use `x`", "/enhance reject 1 use `x`"],
    ["keeps characters of nobody's", "/enhance reject 1 \uE000", "/enhance reject 1 \uFFFD"],
  ])("%s", (_name, body, text) => {
    expect(findCommandLines(body)[0]?.text).toBe(text);
  });
});

describe("hostile bodies", () => {
  const LONGEST = 65_536;
  const end = "\n\n/enhance help";
  const rows = [
    "> ",
    "- ",
    "1. ",
    "`",
    "*_",
    "[",
    "![",
    "<",
    "<!--",
    "<a ",
    "<pre>",
    "|",
    "| a |\n|---|\n",
    "\\",
    "&",
    "_a",
    "~~",
    "/enhance\n",
    "/enhance `\n",
    "/enhance <!--\n",
    "> /enhance\n",
    "> x\n/enhance\n",
    "- /enhance\n  ",
    "    /enhance\n",
    '/enhance "',
    "[a](",
    "[a]: ",
    "```\n",
    "<details>\n",
    "</code>",
    "\r",
    "\uE000",
  ];

  it.each(rows)("of repeated %j take less than a second of the processor", (unit) => {
    const body = unit.repeat(Math.floor((LONGEST - end.length) / unit.length)) + end;
    expect(cpuTime(() => void findCommandLines(body))).toBeLessThan(1000);
  });

  it("keep the place of a command in a paragraph that is too long for links", () => {
    const places = (body: string) => findCommandLines(body).map(({ place }) => place);
    const words = "words\n".repeat(2000);
    expect(places(`${words}/enhance\n${words}`)).toEqual(["text"]);
    expect(places(`${words}a \`b\n/enhance\n\`\n${words}`)).toEqual(["code"]);
    expect(places(`${words}a <!--\n/enhance\n-->\n${words}`)).toEqual([]);
  });
});
