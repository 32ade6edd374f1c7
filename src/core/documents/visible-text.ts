/** Characters that a reader cannot see, made visible: bidirectional controls, zero-width and tag characters, and the like. */

// Controls, format characters, everything Unicode lets a renderer ignore, line and paragraph separators, and halves of
// surrogate pairs, which no UTF-8 file can hold. U+FFFD too: in a file it says that bytes were lost. Tab and line feed
// are ordinary white space.
const HIDDEN = /(?![\t\n])[\ufffd\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
// What makes an emoji out of a symbol, or one emoji out of several; anywhere else the same characters hide text.
const EMOJI_PART =
  /(?<=\p{Extended_Pictographic})\ufe0f|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})/gu;

/** A hidden character as `\u{202E}`; text without one comes back as it is. Applying it twice changes nothing more. */
export function showHidden(text: string): string {
  return text.replace(HIDDEN, escapeOf);
}

/** Like `showHidden`, but emoji sequences stay whole. */
export function showHiddenBesidesEmoji(text: string): string {
  let shown = "";
  let from = 0;
  for (const { 0: part, index } of text.matchAll(EMOJI_PART)) {
    shown += showHidden(text.slice(from, index)) + part;
    from = index + part.length;
  }
  return shown + showHidden(text.slice(from));
}

/** One line of text: white space of any kind and length becomes one space, and hidden characters become visible. */
export function oneLine(text: string): string {
  return showHidden(text.replace(/[\t\n\v\f\r \u2028\u2029]+/g, " ")).trim();
}

function escapeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}}`;
}
