/** Letters of other alphabets in ASCII, simply: enough for a readable slug, no more. */

/** Letters that do not come apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", œ: "oe", ø: "o", å: "a", ð: "d", þ: "th", đ: "d", ħ: "h", ı: "i" },
  ...{ ł: "l", ŋ: "n", ŧ: "t", ĳ: "ij", ŉ: "n", ſ: "s" },
  ...{ а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "yo", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l" },
  ...{ м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh" },
  ...{ щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya", є: "ye", і: "i", ї: "yi", ґ: "g", ђ: "dj", ј: "j" },
  ...{ љ: "lj", њ: "nj", ћ: "c", џ: "dz", ў: "u", ѓ: "gj", ќ: "kj", ѕ: "dz" },
  ...{ α: "a", β: "v", γ: "g", δ: "d", ε: "e", ζ: "z", η: "i", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n" },
  ...{ ξ: "x", ο: "o", π: "p", ρ: "r", σ: "s", ς: "s", τ: "t", υ: "y", φ: "f", χ: "ch", ψ: "ps", ω: "o" },
};

/**
 * Lower case, and ASCII as far as the tables go; what they do not know stays as it is.
 * Symbols, and apostrophes within words, are left out.
 */
export function transliterate(text: string): string {
  const letters = Array.from(text.toWellFormed().normalize("NFC").toLowerCase(), (letter) => LETTERS[letter] ?? letter);
  const plain = letters.join("").replace(/\p{S}/gu, " ").normalize("NFKD").replace(/\p{M}/gu, "");
  return Array.from(plain.toLowerCase(), (letter) => LETTERS[letter] ?? letter)
    .join("")
    .replace(/(?<=[a-z])['’](?=[a-z])/g, "")
    .replaceAll("&", " and ");
}
