import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** What one call of `anyOf` in `src/` is written with: forms under their sentences, and what stands around each. */
export interface WrittenForms {
  file: string;
  line: number;
  forms: Record<string, RegExp>;
  frame: Record<string, RegExp>;
}

/** Every call of `anyOf` whose forms are written out in it. Throws where one of those is no expression written out. */
export function writtenForms(): WrittenForms[] {
  const root = path.join(import.meta.dirname, "..", "..", "src");
  return globSync("**/*.ts", { cwd: root }).flatMap((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const found: WrittenForms[] = [];
    const walk = (node: ts.Node): void => {
      const [forms, frame] = isCall(node) ? node.arguments : [];
      if (forms && ts.isObjectLiteralExpression(forms)) {
        const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const place = `${file}:${line}`;
        found.push({ file, line, forms: patternsIn(forms, place), frame: frame ? patternsIn(frame, place) : {} });
      }
      ts.forEachChild(node, walk);
    };
    walk(tree);
    return found;
  });
}

function isCall(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "anyOf";
}

function patternsIn(object: ts.Expression, place: string): Record<string, RegExp> {
  if (!ts.isObjectLiteralExpression(object))
    throw new Error(`what stands around the forms at ${place} is not written there`);
  return Object.fromEntries(
    object.properties.map((property) => {
      const name = property.name && "text" in property.name ? property.name.text : "";
      if (!ts.isPropertyAssignment(property) || !ts.isRegularExpressionLiteral(property.initializer))
        throw new Error(`"${name}" at ${place} holds no expression that is written there`);
      const { text } = property.initializer;
      const end = text.lastIndexOf("/");
      return [name, new RegExp(text.slice(1, end), text.slice(end + 1))];
    }),
  );
}
