/**
 * Bad content as a value. A `Problem` tells a person what is wrong, where, and what to do;
 * bugs are exceptions and never problems.
 */
export interface Problem {
  /** The file, relative to the root of the repository, with `/` between the parts. */
  path: string;
  /** Counted from one; absent when the whole file is meant. */
  line?: number;
  /** `error` makes a check fail; `warning` does not. */
  severity: "error" | "warning";
  /** What was found, naming the offender. Plain text: escape it to render it. */
  message: string;
  /** What to do about it, as an instruction. Plain text. */
  remedy: string;
}

/** One line for a terminal or a log: `path:line: error: message; remedy`. */
export function renderProblem({ path, line, severity, message, remedy }: Problem): string {
  const place = line === undefined ? path : `${path}:${line}`;
  return `${place}: ${severity}: ${message}; ${remedy}`;
}
