import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export interface RegexLiteral {
  file: string;
  line: number;
  source: string;
  flags: string;
}

/** Every regular expression written out in `src/`. */
export function regexLiterals(): RegexLiteral[] {
  const root = path.join(import.meta.dirname, "..", "..", "src");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files.flatMap((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const found: RegexLiteral[] = [];
    const walk = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        found.push({ file, line, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      }
      ts.forEachChild(node, walk);
    };
    walk(tree);
    return found;
  });
}

/** Each character of a pattern that stands for itself or for what the syntax makes of it: none escaped, none in a class. */
function* syntaxOf(source: string): Generator<{ at: number; character: string }> {
  for (let at = 0, inClass = false; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === "\\") at += 1;
    else if (character === "[") inClass = true;
    else if (character === "]") inClass = false;
    else if (!inClass) yield { at, character };
  }
}

/** It may take more than a constant number of steps at one place of the text. */
export function isUnbounded(source: string): boolean {
  for (const { at, character } of syntaxOf(source)) {
    if (character === "*" || character === "+" || /^\{\d+,\}/.test(source.slice(at))) return true;
  }
  return false;
}

/** The alternatives of a pattern: tried one after the other, so that each may be judged by itself. */
export function topAlternatives(source: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (const { at, character } of syntaxOf(source)) {
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (character === "|" && depth === 0) {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, source.slice(from)];
}
