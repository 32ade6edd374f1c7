/** German. */
import type { Language } from "./language.ts";

export const GERMAN: Language = {
  name: "German",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /\bbitte\b(?! sehr\b)|\bsoll(?:te|ten|test)\b|\bmüss(?:te|ten|en|t)\b|\bmuss (?:noch|hier|auch|man)\b|\bk(?:ö|oe)nnt?en (?:wir|man|sie|du)\b|\bwäre (?:es )?(?:besser|gut|schön|sinnvoll|hilfreich|einfacher)\b|\bwürde ich\b|\bich würde\b|\bich schlage vor\b|\bvorschlag\b|\bempfehle\b|\blieber\b|\bes fehlt\b|\bwarum nicht\b/,
      example: "wir sollten hier einen Timeout setzen",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern: /\bfehler\b|\bschlägt fehl\b|\bfalsch\b|\bkaputt\b|\bdoppelt\b|\büberflüssig\b|\bunnötig\b|\bfehlt\b/,
      example: "das schlägt fehl, wenn die Liste leer ist",
    },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern:
        /\bspäter\b|\bin zukunft\b|\b(?:anderen|anderer|separaten|separates|eigenen|eigenes|neuen|neues|weiteren) (?:pr|pull request|ticket|issue|commit)\b|\baußerhalb des (?:umfangs|scopes?)\b/,
      example: "das machen wir in einem separaten PR",
    },
  ],
  nits: [
    {
      name: "a local edit",
      strength: 3,
      pattern:
        /\btippfehler\b|\bschreibfehler\b|\brechtschreib\w{0,30}|\bumbenennen\b|\beinrückung\b|\bleerzeile\b|\bleerzeichen\b/,
      example: "Tippfehler in der Überschrift",
    },
  ],
  sections: [
    { section: "deferred", pattern: /\bzukünftig\w{0,30}|\bspäter\b/, example: "Zukünftige Verbesserungen" },
    { section: "praise", pattern: /\b(?:stärken|positives?|gut gelöst)\b/, example: "Stärken" },
    { section: "issues", pattern: /\b(?:probleme?|risiken|fehler|kritisch\w{0,30}|mängel)\b/, example: "Probleme" },
    {
      section: "asks",
      pattern: /\b(?:vorschläge|empfehlungen|verbesserungen|verbesserungsvorschläge)\b/,
      example: "Verbesserungsvorschläge",
    },
    { section: "summary", pattern: /\b(?:zusammenfassung|fazit|überblick)\b/, example: "Zusammenfassung" },
  ],
  chatter: [{ name: "a status", pattern: /^(?:erledigt|danke|behoben|gemacht|passt)\b/, example: "Erledigt, danke" }],
};
