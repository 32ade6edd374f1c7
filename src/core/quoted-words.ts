/** Tells what was made of a quote from what people wrote beside it. */

const DENSE = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]`;
/** Fewer letters than this are no sentence of anybody's. */
const A_SENTENCE = new RegExp(`.{4}|${DENSE}{2}`, "u");
/** Fewer letters than this, from within a sentence, say nothing of whose words they are. */
const A_PART = new RegExp(`.{8}|${DENSE}{4}`, "u");
const SENTENCE_END = /(?<![.!?:;])[.!?:;]{1,999}(?=\s|$)|[。！？：；…]|\n/u;

/** Asks of plain text whether it says again what `quote` says: a sentence of it, a longer part, or the whole. */
export function isMadeOf(quote: string): (text: string) => boolean {
  const whole = lettersOf(quote);
  const sentences = new Set(sentencesOf(quote));
  return (text) => {
    const letters = lettersOf(text);
    if (letters === "") return false;
    if (letters === whole || (A_PART.test(letters) && whole.includes(letters))) return true;
    return sentencesOf(text).some((sentence) => sentences.has(sentence));
  };
}

function sentencesOf(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .map(lettersOf)
    .filter((letters) => A_SENTENCE.test(letters));
}

/** Markup, case and spacing differ between a comment and what was made of it. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
