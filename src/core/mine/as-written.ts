/** Names in code keep their letters, large and small. */

/** Code on one line, of a length that a title may hold. */
const CODE = /`(?<code>[^`\n]{2,60})`/g;
const MOST = 20;
const READ = 4000;

/**
 * A title with the names in code as a text has them: "`touch` is called without `await`" opens with a small letter.
 * @param content the text, with its backticks
 */
export function asWritten(title: string, content: string): string {
  const text = content.slice(0, READ);
  let kept = title;
  let count = 0;
  for (const { index, 0: span, groups } of text.matchAll(CODE)) {
    const code = groups?.["code"] ?? "";
    kept = code.startsWith(code.slice(0, 1).toLowerCase())
      ? withSmallStart(kept, code, text.slice(index + span.length, index + span.length + 80))
      : withLargeLetter(kept, code, text);
    count += 1;
    if (count >= MOST) break;
  }
  return kept;
}

/** Where the title opens with the code: what follows is the same as well, as a verb may be written like a name. */
function withSmallStart(title: string, code: string, behind: string): string {
  if (!title.startsWith(`${code.slice(0, 1).toUpperCase()}${code.slice(1)}`)) return title;
  const next = /^\S{0,60}(?: \S{1,60})?/.exec(title.slice(code.length))?.[0] ?? "";
  return code.includes(" ") || behind.startsWith(next) ? code + title.slice(code.length) : title;
}

/** Where the title has it inside, in small letters that the text has nowhere. */
function withLargeLetter(title: string, code: string, text: string): string {
  const small = code.slice(0, 1).toLowerCase() + code.slice(1);
  const at = title.indexOf(` ${small}`);
  if (at === -1 || /^\w/.test(title.slice(at + small.length + 1)) || text.includes(small)) return title;
  return `${title.slice(0, at)} ${code}${title.slice(at + code.length + 1)}`;
}
