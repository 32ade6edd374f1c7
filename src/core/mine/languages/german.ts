/** German. */
import type { Language } from "./language.ts";

/** A slip of the pen, a name, the look of the code. */
const LOCAL_EDIT =
  /\btippfehler\b|\bschreibfehler\b|\brechtschreib\w{0,30}|\bumbenennen\b|\beinruckung\b|\bleerzeilen?\b|\bleerzeichen\b|\bbenennung\b|\bformatierung\b|\bschreibweise\b/;

export const GERMAN: Language = {
  name: "German",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /\bbitte\b(?! sehr\b)|\bsoll(?:te|ten|test)\b|\bmuss(?:te|ten|en|t)\b|\bmuss (?:noch|hier|auch|man)\b|\bkoe?nnt?en (?:wir|man|sie|du)\b|\bware (?:es )?(?:besser|gut|schon|sinnvoll|hilfreich|einfacher)\b|\bwurde ich\b|\bich wurde\b|\bich schlage vor\b|\bvorschlag\b|\bempfehle\b|\blieber\b|\b(?:es|hier|da) fehl(?:t|en)\b|\bfehl(?:t|en) (?:hier|noch|ein|eine|der|die|das)\b|\bwarum nicht\b|\b(?:kann|konnen|kannst|magst|willst|konntest|wurdest) (?:man|wir|du|das|der|die|den) [^?]{3,200}\?|^(?:\W{0,9})(?:schreib|rufe|prufe|nutze|verwende|entferne|ersetze|verschiebe|erganze|nimm) |\b(?:dokumentation|tests?|doku) um .{3,80} erganzen\b/,
      unless: /\bbitte mich\b|\b(?:um|zum) (?:ein )?(?:erneuten? )?review\b|\blosung einfallen\b/,
      example: "wir sollten hier einen Timeout setzen",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern:
        /\bfehler\b|\bschlagt fehl\b|\bfalsch\b|\bkaputt\b|\bdoppelt\w{0,2}\b|\buberflussig\b|\bunnotig\b|\bfehlt\b|\bfehlende\w?\b|\bknallt\b|\bsturzt ab\b|\bwirft\b|\bnicht (?:thread-?sicher|gepruft|geschlossen|behandelt|definiert|freigegeben)\b|\bwird (?:nie|nicht|ignoriert)\b|\bbleibt (?:\w{1,20} )?offen\b|\bstimmt nicht\b|\bveraltet\b/,
      example: "das schlägt fehl, wenn die Liste leer ist",
    },
    { name: "a slip named", strength: 2, pattern: LOCAL_EDIT, example: "hier ist ein Tippfehler" },
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
  nits: [{ name: "a local edit", strength: 3, pattern: LOCAL_EDIT, example: "Tippfehler in der Überschrift" }],
  settled: [
    {
      name: "done",
      strength: 3,
      pattern:
        /\b(?:schon|bereits|alles) (?:erledigt|behoben|gefixt|angepasst|umgesetzt)\b|\bbehoben in\b|\bist (?:schon |bereits )?(?:erledigt|behoben)\b/,
      example: "das ist bereits behoben",
    },
  ],
  fine: [
    {
      name: "needs nothing",
      strength: 3,
      pattern:
        /\bkann (?:auch |gern )?so bleiben\b|\b(?:ist|passt) (?:fur mich )?so (?:ok|okay|in ordnung)\b|\bkein muss\b|\bnicht zwingend\b/,
      example: "das kann so bleiben",
    },
  ],
  process: [
    {
      name: "about the pull request",
      strength: 3,
      pattern:
        /\bcommit-?(?:nachricht|message)\b|\brebasen\b|\bpr-?(?:titel|beschreibung)\b|\bals reviewer\b|\bmerge-?konflikt\w{0,2}\b|\bsquash(?:en|t)\b|\bissues #\d/,
      example: "bitte den PR-Titel anpassen",
    },
  ],
  checks: [
    {
      name: "asks for information",
      strength: 3,
      pattern:
        /\bwof(?:u|ue)r (?:ist|brauchen|braucht|wird)\b|\bwarum (?:ist|wird|hast|brauchen) [^.!]{3,120}\?|\bkannst du (?:das )?(?:kurz )?erklaren\b/,
      unless: /\bfehlt\b|\bsollte\b/,
      example: "wofür brauchen wir diesen Parameter?",
    },
  ],
  vague: [
    {
      name: "sums up",
      strength: 3,
      pattern:
        /\b(?:bitte|sollte) (?:den code |das )?(?:noch )?(?:aufraumen|verbessern|optimieren)\W{0,3}$|\blesbarkeit (?:erhohen|verbessern)\W{0,3}$/,
      example: "bitte noch aufräumen",
    },
  ],
  defects: [
    {
      name: "a defect named",
      strength: 3,
      pattern:
        /\bnullpointer\w{0,20}|\bsturzt ab\b|\bspeicherleck\w{0,2}\b|\bknallt\b|\bnicht thread-?sicher\b|\bbleibt (?:\w{1,20} )?offen\b|\b(?:nie|nicht) (?:geschlossen|freigegeben|zuruckgerollt)\b|\bsicherheitslucke\b|\bgehen? verloren\b|\bfehlende (?:berechtigung|prufung|validierung)\w{0,20}|\bpruft (?:\w{1,20} ){0,3}nicht\b|\bwird ignoriert\b|\bschlagt (?:\w{1,20} ){0,3}fehl\b/,
      example: "der Stream wird nie geschlossen",
    },
    {
      name: "trouble named",
      strength: 2,
      pattern: /\bfehler\b|\bfalsch\b|\bkaputt\b/,
      example: "die Summe ist falsch",
    },
  ],
  sections: [
    { section: "settled", pattern: /\b(?:erledigt|behoben)\b/, example: "Bereits erledigt" },
    { section: "deferred", pattern: /\bzukunftig\w{0,30}|\bspater\b/, example: "Zukünftige Verbesserungen" },
    { section: "praise", pattern: /\b(?:starken|positives?|gut gelost|gefallt|gelungen)\b/, example: "Stärken" },
    { section: "nits", pattern: /\bkleinigkeiten\b|\bkleinere (?:anmerkungen|punkte)\b/, example: "Kleinigkeiten" },
    {
      section: "issues",
      pattern:
        /\b(?:probleme?|risiken|fehler|kritisch\w{0,30}|mangel|zu beheben|korrekturen|(?:hohe|mittlere|niedrige) prioritat)\b|\bgeandert werden (?:muss|sollte)\b|\bmuss geandert\b/,
      example: "Probleme",
    },
    {
      section: "asks",
      pattern: /\b(?:vorschlage|empfehlungen|verbesserungen|verbesserungsvorschlage|hinweise|anregungen)\b/,
      example: "Verbesserungsvorschläge",
    },
    {
      section: "summary",
      pattern: /\b(?:zusammenfassung|fazit|uberblick|gesamteindruck|gesamtbewertung)\b/,
      example: "Zusammenfassung",
    },
  ],
  chatter: [
    {
      name: "a status",
      pattern:
        /^(?:ist )?(?:erledigt|danke|behoben|gemacht|passt|gute idee|sieht gut aus|viele gru|habe (?:den|das|die|es|ich))\b|\bvon mir aus\b|\beingearbeitet\b|\bubernommen\b|\bes ist alles angepasst\b/,
      unless: /\baber\b|\bnur noch\b/,
      example: "Erledigt, danke",
    },
  ],
  smallWords:
    "der das und nicht wir ein eine einen einem einer wenn ist wird werden auch noch mit für auf außerdem vielleicht sich bei sollte sollten könnte würde hier kann bitte nur oder aber den dem des im zu zum zur",
  asides: [
    {
      pattern: /^(?:auch|außerdem|zudem|vielleicht|evtl\.?|nur)(?:,|(?= (?:sollte|könnte|würde|bitte)))\s?/i,
      example: "Außerdem, den Timeout setzen",
      title: "Den Timeout setzen",
    },
    {
      pattern:
        /^(?:(?:hier|da|daraus|dann) )?(?:sollten|sollte|könnten|könnte|müssen|müsste|können|kann) (?:wir|man|du) (?:hier |noch |auch |besser |lieber ){0,4}(?=\S)/i,
      example: "Hier sollten wir in `readPage` einen Timeout setzen.",
      title: "In readPage einen Timeout setzen",
    },
    {
      pattern: /^(?:(?:hier|da) )?(?:würde ich|ich würde) (?:hier |da |es |eher |lieber ){0,4}(?=\S)/i,
      example: "Ich würde lieber den Puffer einmal anlegen statt je Zeile.",
      title: "Den Puffer einmal anlegen statt je Zeile",
    },
    {
      pattern: /^(?:kannst|könntest|magst|würdest|willst) du (?:hier |da |bitte |dafür |noch |auch ){0,4}(?=\S)/i,
      example: "Könntest du hier noch einen Test ergänzen?",
      title: "Einen Test ergänzen",
    },
    {
      pattern: /^bitte (?:noch |hier |auch ){0,3}(?=\S)/i,
      example: "Bitte noch die Doku ergänzen",
      title: "Die Doku ergänzen",
    },
  ],
  pointers: /\b(?:hier|das hier|diese[rsmn]?|daraus)\b/i,
};
