/** German. */
import type { Language } from "./language.ts";

export const GERMAN: Language = {
  name: "German",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /\bbitte\b(?! sehr\b)|\bsoll(?:te|ten|test)\b|\bmuss(?:te|ten|en|t)\b|\bmuss (?:noch|hier|auch|man)\b|\bkoe?nnt?en (?:wir|man|sie|du)\b|\bware (?:es )?(?:besser|gut|schon|sinnvoll|hilfreich|einfacher)\b|\bwurde ich\b|\bich wurde\b|\bich schlage vor\b|\bvorschlag\b|\bempfehle\b|\blieber\b|\b(?:es|hier|da) fehl(?:t|en)\b|\bfehl(?:t|en) (?:hier|noch|ein|eine|der|die|das)\b|\bwarum nicht\b|\b(?:kann|konnen|kannst) (?:man|wir|du|das|der|die|den) [^?]{3,200}\?/,
      example: "wir sollten hier einen Timeout setzen",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern: /\bfehler\b|\bschlagt fehl\b|\bfalsch\b|\bkaputt\b|\bdoppelt\b|\buberflussig\b|\bunnotig\b|\bfehlt\b/,
      example: "das schlägt fehl, wenn die Liste leer ist",
    },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern:
        /\bspater\b|\bin zukunft\b|\b(?:anderen|anderer|separaten|separates|eigenen|eigenes|neuen|neues|weiteren|nachsten) (?:pr|pull request|ticket|issue|commit)\b|\bfolge-?(?:pr|ticket|issue)\b|\baußerhalb des (?:umfangs|scopes?)\b/,
      example: "das machen wir in einem separaten PR",
    },
  ],
  nits: [
    {
      name: "a local edit",
      strength: 3,
      pattern:
        /\btippfehler\b|\bschreibfehler\b|\brechtschreib\w{0,30}|\bumbenennen\b|\beinruckung\b|\bleerzeile\b|\bleerzeichen\b/,
      example: "Tippfehler in der Überschrift",
    },
  ],
  sections: [
    { section: "deferred", pattern: /\bzukunftig\w{0,30}|\bspater\b/, example: "Zukünftige Verbesserungen" },
    { section: "praise", pattern: /\b(?:starken|positives?|gut gelost)\b/, example: "Stärken" },
    { section: "issues", pattern: /\b(?:probleme?|risiken|fehler|kritisch\w{0,30}|mangel)\b/, example: "Probleme" },
    {
      section: "asks",
      pattern: /\b(?:vorschlage|empfehlungen|verbesserungen|verbesserungsvorschlage)\b/,
      example: "Verbesserungsvorschläge",
    },
    { section: "summary", pattern: /\b(?:zusammenfassung|fazit|uberblick)\b/, example: "Zusammenfassung" },
  ],
  chatter: [{ name: "a status", pattern: /^(?:erledigt|danke|behoben|gemacht|passt)\b/, example: "Erledigt, danke" }],
};
