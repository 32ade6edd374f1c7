/** Texts that rules ask of, and what is known of each: they ask of the same few texts many times. */
import { indexPatterns, placeOf, possibleIn, type Possible } from "./pattern-index.ts";

const NOT_ASCII = /[^\x00-\x7f]/;
/**
 * Small words, of which a sentence of the other languages has one, and an English one hardly any. Left out where English has
 * the word too ("on", "as", "do", "no", "so", "man", "sin", "pour", "mit", "plus"), however common it is abroad.
 */
const SMALL_WORDS = new RegExp(
  `\\b(?:${[
    "el|los|las|la|una|un|que|por|para|esto|eso|hay|esta|estas|estos|ese|esa|del|al|lo|se|su|sus|pero|otro|otra|muy|cuando|donde|como|falta|mejor|cada|usar|hacer|aqui|prefiero|puedes|cuidado|puede|podemos|podria|deberia|debe|sugiero|propongo|recomiendo|conviene",
    "le|les|des|une|pas|nous|ici|est|il|si|de|en|cette|cet|ces|ce|du|tu|vous|dans|avec|sur|aux|au|qui|sont|mais|faut|peut|cela|comme|donc|sans|vaudrait|mieux|autant|plutot|pensez|veuillez|utilise|ajoute|supprime|devrait|pourrait|serait|faudrait|peux|pouvez",
    "der|die|das|den|dem|und|nicht|wir|hier|ein|eine|einen|einer|einem|bitte|wenn|ist|sind|wird|werden|kann|sollte|sollten|zu|zum|zur|auf|ich|auch|noch|nur|kein|keine|keinen|dass|oder|aber|von|dann|diese|diesen|dieser|dieses|fuer|im|ins|beim|besser|uns|vielleicht|statt|waere",
    "em|da|ao|os|uma|isso|isto|esse|essa|este|duas|dois|dos|nas|pelo|pela|vai|foi|tem|pra|seu|sua|numa|melhor|quando|voce|vamos|eu|nao|deve|devemos|faltou|um|pode|poderia|deveria|precisa|precisamos|sugiro|recomendo|esqueceu",
  ].join("|")})\\b`,
);

/** A text as some tables read it, and which of their patterns may stand in it. */
export interface Reading {
  text: string;
  possible: Possible;
}

export interface Asked extends Reading {
  isAscii: boolean;
  /** Without accents, so that a word's edge is one beside every letter. Made when first needed. */
  plain?: Reading;
  /** It has small words of languages other than English, or letters. Found when first needed. */
  isForeign?: boolean;
  /** What was answered before, by the number of the question. */
  answers: unknown[];
}

const MOST_ASKED = 256;
let asked = new Map<string, Asked>();
let last: Asked | undefined;

/** What is known of a text. */
export function askedOf(text: string): Asked {
  if (last?.text === text) return last;
  last = asked.get(text) ?? remember(text);
  return last;
}

function remember(text: string): Asked {
  // Not cleared: what a map held then stays alive for as long as its old table does, which is long.
  if (asked.size >= MOST_ASKED) asked = new Map();
  const fresh = { text, isAscii: !NOT_ASCII.test(text), possible: possibleIn(text), answers: [] };
  asked.set(text, fresh);
  return fresh;
}

/** How to tell whether a pattern stands in a text that rules ask of, without running it on most. */
export function testerOf(pattern: RegExp): (prose: string) => boolean {
  const patterns = indexPatterns([pattern]);
  return (prose) => placeOf(patterns, prose, askedOf(prose).possible) !== -1;
}

/** The text without accents. */
export function plainOf(asked: Asked): Reading {
  if (asked.isAscii) return asked;
  if (!asked.plain) {
    const text = withoutAccents(asked.text);
    asked.plain = { text, possible: possibleIn(text) };
  }
  return asked.plain;
}

function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

/** A place in a text: from one index up to another. */
interface Place {
  from: number;
  to: number;
}

/** A text without accents, and where each of its characters stands in the text: an accent may be a character of its own. */
export function plainPlacesOf(text: string): { plain: string; places: readonly Place[] } {
  const places: Place[] = [];
  let plain = "";
  for (const { 0: letter, index: from } of text.matchAll(/\P{M}?\p{M}{1,99}|\P{M}/gu)) {
    const bare = withoutAccents(letter);
    plain += bare;
    for (let nth = 0; nth < bare.length; nth++) places.push({ from, to: from + letter.length });
  }
  return { plain, places };
}

/** Whether the text may be in a language other than English. */
export function isForeign(asked: Asked): boolean {
  asked.isForeign ??= !asked.isAscii || SMALL_WORDS.test(asked.text);
  return asked.isForeign;
}
