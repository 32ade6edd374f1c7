/** A Markdown text as its sections: what stands under each `## ` heading, code fences passed over. */

export interface Section {
  /** The words of the heading. */
  heading: string;
  /** Of the heading, counted from zero. */
  line: number;
  /** Lines after the heading, up to the next one. */
  lines: string[];
}

const HEADING = /^##[ \t]+/;
const FENCE = /^ {0,3}(?<marks>`{3,}(?=[^`]*$)|~{3,})/;

/** The sections of a text whose line ends are `\n`; what stands before the first heading belongs to none. */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  let fence: string | undefined;
  for (const [line, words] of text.split("\n").entries()) {
    const marks = FENCE.exec(words)?.groups?.["marks"];
    if (fence === undefined && marks === undefined) {
      const before = HEADING.exec(words)?.[0];
      if (before !== undefined) {
        sections.push({ heading: words.slice(before.length).trim(), line, lines: [] });
        continue;
      }
    } else if (fence === undefined) fence = marks;
    else if (marks?.startsWith(fence) && words.trim() === marks) fence = undefined;
    sections.at(-1)?.lines.push(words);
  }
  return sections;
}

/** The text with one section's body replaced, or the section added at the end; every other byte stays. */
export function replaceSection(text: string, heading: string, body: string): string {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split("\n");
  const sections = sectionsOf(lines.map((line) => line.replace(/\r$/, "")).join("\n"));
  const written = ["", ...body.split("\n"), ""].map((line) => (newline === "\r\n" ? `${line}\r` : line));
  const at = sections.findIndex((section) => section.heading === heading);
  const section = sections[at];
  if (section) {
    const from = section.line + 1;
    const end = sections[at + 1]?.line;
    const rest = end === undefined ? [""] : lines.slice(end);
    return [...lines.slice(0, from), ...(end === undefined ? written.slice(0, -1) : written), ...rest].join("\n");
  }
  const gap = text.endsWith("\n") ? newline : `${newline}${newline}`;
  return `${text}${gap}## ${heading}${newline}${newline}${body.split("\n").join(newline)}${newline}`;
}
