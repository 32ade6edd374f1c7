/** The list items of an `enhancement.md`: outcomes and criteria, with or without a checkbox, and references. */
import { fileText, inlineText, plainText } from "./markdown-text.ts";

/** A list item; `isDone` is there when it has a checkbox. Plain text of one line. */
export interface ListItem {
  text: string;
  isDone?: boolean;
}

export interface Reference {
  /** Words of ours: `PR`, `Related Issues`. */
  label: string;
  /** Plain text of one line; with `isLink`, an address made by us. */
  text: string;
  isLink?: true;
}

export function renderListItem({ text, isDone }: ListItem): string {
  if (isDone === undefined) return `- ${inlineText(text)}`;
  return `- [${isDone ? "x" : " "}] ${inlineText(text)}`;
}

export function renderReference({ label, text, isLink }: Reference): string {
  return `- ${label}: ${isLink ? `<${text}>` : fileText(text)}`;
}

/** The items of a section, nested ones and lines that go on an item left out. */
export function parseListItems(lines: readonly string[]): ListItem[] {
  return bullets(lines).flatMap((bullet) => {
    const box = /^\[(?<mark>[ xX])\] /.exec(bullet)?.groups?.["mark"];
    const text = plainText(box === undefined ? bullet : bullet.slice(4)).trim();
    if (text === "") return [];
    return [box === undefined ? { text } : { text, isDone: box !== " " }];
  });
}

/** The references of a section; an item without a label has an empty one. */
export function parseReferences(lines: readonly string[]): Reference[] {
  return bullets(lines).map((bullet) => {
    const { label = "", rest = bullet } = /^(?<label>[A-Za-z][A-Za-z ]{0,40}): (?<rest>.*)$/.exec(bullet)?.groups ?? {};
    const link = /^<(?<url>https?:\/\/[^\s<>]+)>$/.exec(rest)?.groups?.["url"];
    return link === undefined ? { label, text: plainText(rest) } : { label, text: link, isLink: true };
  });
}

function bullets(lines: readonly string[]): string[] {
  return lines.filter((line) => /^[-*+] \s*\S/.test(line)).map((line) => line.slice(2).trim());
}
