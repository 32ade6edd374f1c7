/** The header of a Markdown file of ours: its title and `**Field**: value` lines, above the first `---`. */

interface HeaderField {
  name: string;
  value: string;
  /** Counted from zero. */
  line: number;
}

export interface MetadataBlock {
  /** The text of the `# ` heading, as it stands. */
  heading: { text: string; line: number } | undefined;
  /** In the order they stand; a name may come twice. */
  fields: HeaderField[];
  /** The line of the `---`, counted from zero; undefined when there is none, and then the whole text was the header. */
  end: number | undefined;
}

const FIELD = /^\*\*(?<name>[A-Za-z][A-Za-z ]{0,40})\*\*:[ \t]*/;
const HEADING = /^#[ \t]+/;
const RULE = /^-{3,}[ \t]*\r?$/;

/** Read the header. Nothing below the first `---` is looked at: a quote may hold whatever it likes. */
export function parseMetadataBlock(text: string): MetadataBlock {
  const block: MetadataBlock = { heading: undefined, fields: [], end: undefined };
  for (const [line, words] of text.split("\n").entries()) {
    if (RULE.test(words)) {
      block.end = line;
      break;
    }
    const field = FIELD.exec(words);
    const heading = HEADING.exec(words)?.[0];
    if (field) {
      block.fields.push({ name: field.groups?.["name"] ?? "", value: words.slice(field[0].length).trimEnd(), line });
    } else if (heading !== undefined) {
      block.heading ??= { text: words.slice(heading.length).trimEnd(), line };
    }
  }
  return block;
}

/**
 * The text with the values of some fields changed, the first of each name; every other byte stays. A field that is not
 * there is written after the last one. `heading` replaces the words of the heading.
 */
export function editMetadataBlock(text: string, changes: Readonly<Record<string, string>>, heading?: string): string {
  const lines = text.split("\n");
  const block = parseMetadataBlock(text);
  const replace = (line: number, pattern: RegExp, value: string) => {
    const words = lines[line] ?? "";
    const before = pattern.exec(words)?.[0] ?? "";
    const after = words.slice(Math.max(before.length, words.trimEnd().length));
    lines[line] = `${before.replace(/:$/, ": ")}${value}${after}`;
  };
  if (heading !== undefined && block.heading) replace(block.heading.line, HEADING, heading);
  const added: string[] = [];
  for (const [name, value] of Object.entries(changes)) {
    const field = block.fields.find((each) => each.name === name);
    if (!field) added.push(`**${name}**: ${value}`);
    else if (field.value !== value) replace(field.line, FIELD, value);
  }
  const last = block.fields.at(-1)?.line ?? block.heading?.line;
  if (added.length === 0 || last === undefined) return lines.join("\n");
  const end = (lines[last] ?? "").endsWith("\r") ? "\r" : "";
  const gap = block.fields.length === 0 ? [end] : [];
  lines.splice(last + 1, 0, ...gap, ...added.map((line) => `${line}${end}`));
  return lines.join("\n");
}
