/** What goes wrong with text files whatever they hold: encodings, line ends, conflicts left in. */
import type { Problem } from "../problem.ts";

/** The problems of a file as text. Linear; never throws. */
export function textFaults(text: string, path: string): Problem[] {
  const problems: Problem[] = [];
  const report = (severity: Problem["severity"], at: number, message: string, remedy: string) =>
    problems.push({ path, line: text.slice(0, at).split("\n").length, severity, message, remedy });

  if (text.startsWith("\uFEFF"))
    report("warning", 0, "the file begins with a byte-order mark", "save it as UTF-8 without one");
  const conflict = /^(?:<{7} .*|>{7} .*)$/m.exec(text);
  if (conflict) report("error", conflict.index, "a merge conflict is left in the file", "resolve it");
  const nul = text.indexOf("\0");
  if (nul !== -1) report("error", nul, "the file holds a NUL character", "save it as UTF-8 text");
  const garbled = MOJIBAKE.exec(text);
  if (garbled) {
    const shown = `"${garbled[0]}" was probably one character once`;
    report("warning", garbled.index, `UTF-8 was encoded twice: ${shown}`, "restore the text from its source");
  }
  const bare = /(?<!\r)\n/.exec(text);
  if (bare && text.includes("\r\n")) {
    report("warning", bare.index, "line ends are mixed", "save the file with one kind of line end");
  }
  return problems;
}

// UTF-8 bytes that were read as Windows-1252: a lead byte of a multi-byte character, then as many trail bytes as it asks for.
const TRAIL =
  "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]";
const MOJIBAKE = new RegExp(
  `[\u00c2\u00c3]${TRAIL}|(?:[\u00d0\u00d1]${TRAIL}){2}|[\u00e0-\u00ef]${TRAIL}{2}|[\u00f0-\u00f4]${TRAIL}{3}`,
);
