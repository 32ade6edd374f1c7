/** German. */
import type { Language } from "./language.ts";
import { GERMAN_REPLIES } from "./replies/german.ts";

/** A slip of the pen, a name, the look of the code. */
const LOCAL_EDIT =
  /\btippfehler\b|\bschreibfehler\b|\brechtschreib\w{0,30}|\bumbenennen\b|\beinruckung\b|\bleerzeilen?\b|\bleerzeichen\b|\bbenennung\b|\bformatierung\b|\bschreibweise\b/;

export const GERMAN: Language = {
  name: "German",
  ...GERMAN_REPLIES,
  asks: [
    {
      name: "a request",
      strength: 3,
      forms: {
        "bitte den Timeout aus der Konfiguration lesen": /\bbitte\b(?! sehr\b)/,
        "wir sollten hier einen Timeout setzen": /\bsoll(?:te|ten|test)\b/,
        "das Feld müsste auch in die Migration":
          /\bmuss(?:te|ten|en|t)\b|\bmuess(?:te|ten|en|t)\b|\bmuss (?:noch|hier|auch|man)\b/,
        "hier könnten wir den Puffer wiederverwenden": /\bkoe?nnt?en (?:wir|man|sie|du)\b/,
        "das könnte man in eine Methode ziehen":
          /\bkoe?nnte (?:man|hier)\b|\bman koe?nnte\b|\bkann man (?!(?:das |es |auch )?so\b|sehen|sagen|machen|davon|mergen)/,
        "es wäre besser, die Abfragen zu bündeln":
          /\b(?:ware|waere) (?:es )?(?:besser|gut|schon|schoen|sinnvoll|hilfreich|einfacher)\b/,
        "ein Enum wäre hier schöner":
          /\b(?:ware|waere) [^.,!?]{1,60} (?:besser|schoner|sinnvoller|lesbarer|klarer|einfacher|sinnvoll)\b/,
        "würde hier eher ein `Set` nehmen": /^(?:\W{0,9})(?:wurde|wuerde) (?:hier|da|das|es|eher|lieber|den|die|ein) /,
        "die Id darf nicht leer sein": /\b(?:darf|durfen|duerfen) (?:hier |so )?(?:nicht(?! wahr)|nie|keine?)\b/,
        "nicht vergessen, den Stream zu schließen":
          /(?<!\b(?:habe|hab|wurde) )\bnicht vergessen,|\bvergiss nicht\b|\bvergesst nicht\b/,
        "lass uns das in eine Klasse ziehen": /\blasst? uns (?!merge|reden|sprechen|warten|(?:das )?spater|morgen)/,
        "die Abfrage lässt sich vereinfachen":
          /\b(?:lasst|laesst) sich (?!nicht\b)(?:\w{1,20} ){0,3}(?:vereinfachen|zusammenfassen|auslagern|kurzen|vermeiden|ersetzen|wiederverwenden|einsparen)\b/,
        "hier muss ein Lock hin": /\b(?:hier|da) muss (?!ich\b|gar|nichts)\w/,
        "wir brauchen hier einen Index":
          /\bwir brauchen (?:hier|noch|da|einen?|eine)\b(?! (?:ein )?(?:approval|review))|\bbevorzuge\b/,
        "die Abfrage in eine Methode auslagern":
          /^(?![^.!?]{0,160}\b(?:ich|werden?|wird|um|zu|konnen|koennen|wurden?|wollen)\b)[^.!?]{3,160} (?:auslagern|umbenennen|extrahieren|verschieben|entfernen|verwenden|ersetzen|zusammenfassen|aufteilen|erganzen|vereinfachen)\W{0,3}$/,
        "ich würde den Retry in den Client ziehen": /\bwurde ich\b|\bich wurde\b|\bwuerde ich\b|\bich wuerde\b/,
        "hier bräuchte es einen Index":
          /\b(?:brauchten?|braeuchten?) (?:es|man|wir|noch|hier)\b|\bes (?:brauchte|braeuchte)\b/,
        "denk dran, den Stream zu schließen": /(?<!\bich )\bdenkt? (?:bitte |auch |noch )?(?:dran|daran)\b/,
        "achte darauf, dass der Puffer leer ist": /(?<!\bich )\bachtet? (?:bitte |auch |hier )?(?:darauf|drauf|auf)\b/,
        "am besten gleich ein `Set` nehmen": /(?<!mir |uns )\bam besten (?!gefall|gelung)/,
        "besser eine Konstante dafür anlegen":
          /(?:^|[,;:–] )(?:vielleicht |evtl\.? )?besser (?!als (?:vorher|der|die|das|es|fruher)\b|kann\b|geht\b|so\b|spat\b)/,
        "eine Konstante fände ich besser":
          /\b(?:fande|faende) ich\b|\bich (?:fande|faende) [^.!?]{0,80}\b(?:besser|schoner|klarer|lesbarer|einfacher|gut)\b/,
        "der Import kann weg":
          /\b(?:kann|konnen|koennen) (?:dann |hier |auch |ja |eigentlich |wohl ){0,2}(?:weg|raus|entfallen|entfernt werden)\b/,
        "die Prüfung gehört in den Service":
          /\bgehoe?r(?:t|en) (?:eher |besser |eigentlich |doch )?(?:in|ins|nach|hinter|unter)\b/,
        "ich schlage vor, die Klasse zu teilen": /\bich schlage vor\b|\bvorschlag\b|\bempfehle\b/,
        "lieber ein Enum als einen String": /\blieber\b/,
        "hier fehlt ein Test für die leere Liste":
          /\b(?:es|hier|da) fehl(?:t|en)\b|\bfehl(?:t|en) (?:hier|noch|ein|eine|der|die|das)\b/,
        "warum nicht den gemeinsamen Parser nehmen?": /\bwarum nicht\b/,
        "kannst du den Puffer nach dem Lesen leeren?":
          /\b(?:kann|konnen|kannst|magst|willst|konntest|wurdest) (?:man|wir|du|das|der|die|den) [^?]{3,200}\?/,
        "verwende hier den gemeinsamen Client":
          /^(?:\W{0,9})(?:schreib|rufe|prufe|pruefe|nutze|verwende|entferne|ersetze|verschiebe|erganze|nimm) /,
        "die Tests um den leeren Fall ergänzen": /\b(?:dokumentation|tests?|doku) um .{3,80} erganzen\b/,
      },
      unless: {
        "bitte mich kurz anpingen, wenn der Build grün ist": /\bbitte mich\b/,
        "ich bitte noch um ein Review der Queue": /\b(?:um|zum) (?:ein )?(?:(?:erneut|weiter)e[ns]? )?review\b/,
        "hier muss man nichts ändern": /\bnichts (?:mehr )?(?:andern|tun|machen|geandert)\b/,
        "das kann weg, habe ich entfernt":
          /\bhabe? ich (?:\w{1,20} )?(?:entfernt|geloscht|angepasst|gemacht|geandert)\b/,
        "ich würde es so lassen, mir will keine bessere Lösung einfallen": /\blosung einfallen\b/,
      },
    },
    {
      name: "a defect described",
      strength: 2,
      forms: {
        "das schlägt fehl, wenn die Liste leer ist":
          /\bfehler\b|\bschlagt fehl\b|\bfalsch\b|\bkaputt\b|\bschlaegt fehl\b|\bknallt\b|\bsturzt ab\b|\bstuerzt ab\b|\bwirft\b|\bstimmt nicht\b/,
        "die Abfrage steht hier doppelt": /\bdoppelt\w{0,2}\b|\buberflussig\b|\bunnotig\b|\bveraltet\b/,
        "fehlende Prüfung der Länge im Parser": /\bfehlt\b|\bfehlende\w?\b/,
        "der Rückgabewert wird nicht geprüft":
          /\bnicht (?:thread-?sicher|gepruft|geschlossen|behandelt|definiert|freigegeben)\b|\bwird (?:nie|nicht|ignoriert)\b/,
        "der Dialog bleibt offen, wenn man abbricht": /\bbleibt (?:\w{1,20} )?offen\b/,
      },
    },
    {
      name: "a slip named",
      strength: 2,
      forms: {
        "hier ist ein Tippfehler": LOCAL_EDIT,
      },
    },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      forms: {
        "die Paginierung bauen wir später ein": /\bspater\b|\bspaeter\b|\bin zukunft\b/,
        "das machen wir in einem separaten PR":
          /\b(?:andere[nmrs]|separate[nmrs]|eigene[nmrs]|neue[nmrs]|weitere[nmrs]|nachste[nmrs]) (?:pr|pull request|ticket|issue|commit)\b|\bfolge-?(?:pr|ticket|issue)\b/,
        "das liegt außerhalb des Scopes": /\baußerhalb des (?:umfangs|scopes?)\b/,
      },
    },
  ],
  nits: [
    {
      name: "a local edit",
      strength: 3,
      forms: {
        "Tippfehler in der Überschrift": LOCAL_EDIT,
      },
    },
  ],
  settled: [
    {
      name: "done",
      strength: 3,
      forms: {
        "das ist bereits behoben":
          /\b(?:schon|bereits|alles) (?:erledigt|behoben|gefixt|angepasst|umgesetzt)\b|\bbehoben in\b|\bist (?:schon |bereits )?(?:erledigt|behoben)\b/,
      },
    },
  ],
  fine: [
    {
      name: "needs nothing",
      strength: 3,
      forms: {
        "das kann so bleiben":
          /\bkann (?:auch |gern )?so bleiben\b|\b(?:ist|passt) (?:(?:fur|fuer) mich )?so (?:ok|okay|in ordnung)\b|\bkein muss\b|\bnicht zwingend\b/,
      },
    },
  ],
  process: [
    {
      name: "about the pull request",
      strength: 3,
      forms: {
        "bitte den PR-Titel anpassen":
          /\bcommit-?(?:nachricht|message)\b|\brebasen\b|\bpr-?(?:titel|beschreibung)\b|\bals reviewer\b|\bmerge-?konflikt\w{0,2}\b|\bsquash(?:en|t)\b|\bissues #\d/,
      },
    },
  ],
  checks: [
    {
      name: "asks for information",
      strength: 3,
      forms: {
        "wofür brauchen wir diesen Parameter?":
          /\bwof(?:u|ue)r (?:ist|brauchen|braucht|wird)\b|\bwarum (?:ist|wird|hast|brauchen) [^.!]{3,120}\?|\bkannst du (?:das )?(?:kurz )?erklaren\b/,
      },
      unless: {
        "warum ist das Feld leer? Im Parser fehlt die Prüfung": /\bfehlt\b/,
        "warum wird hier sortiert? Das sollte die Abfrage tun": /\bsollte\b/,
      },
    },
  ],
  vague: [
    {
      name: "sums up",
      strength: 3,
      forms: {
        "bitte noch aufräumen":
          /\b(?:bitte|sollte) (?:den code |das )?(?:noch )?(?:aufraumen|verbessern|optimieren)\W{0,3}$|\blesbarkeit (?:erhohen|verbessern)\W{0,3}$/,
      },
    },
  ],
  defects: [
    {
      name: "a defect named",
      strength: 3,
      forms: {
        "der Import stürzt ab, wenn die Datei leer ist":
          /\bnullpointer\w{0,20}|\bsturzt ab\b|\bknallt\b|\bschlagt (?:\w{1,20} ){0,3}fehl\b/,
        "der Cache ist nicht threadsicher": /\bnicht thread-?sicher\b/,
        "der Stream wird nie geschlossen":
          /\b(?:nie|nicht) (?:geschlossen|freigegeben|zuruckgerollt)\b|\bbleibt (?:\w{1,20} )?offen\b|\bspeicherleck\w{0,2}\b/,
        "das ist eine Sicherheitslücke im Login":
          /\bsicherheitslucke\b|\bfehlende (?:berechtigung|prufung|validierung)\w{0,20}|\bprue?ft (?:\w{1,20} ){0,3}nicht\b/,
        "Nachrichten gehen verloren, wenn die Queue voll ist": /\bgehen? verloren\b|\bwird ignoriert\b/,
      },
    },
    {
      name: "trouble named",
      strength: 2,
      forms: {
        "die Summe ist falsch": /\bfehler\b|\bfalsch\b|\bkaputt\b/,
      },
    },
  ],
  sections: [
    {
      section: "settled",
      forms: {
        "Bereits erledigt": /\b(?:erledigt|behoben)\b/,
      },
    },
    {
      section: "deferred",
      forms: {
        "Zukünftige Verbesserungen": /\bzukunftig\w{0,30}|\bspater\b/,
      },
    },
    {
      section: "praise",
      forms: {
        Stärken: /\b(?:starken|positives?|gut gelost|gefallt|gelungen)\b/,
      },
    },
    {
      section: "nits",
      forms: {
        Kleinigkeiten: /\bkleinigkeiten\b|\bkleinere (?:anmerkungen|punkte)\b/,
      },
    },
    {
      section: "issues",
      forms: {
        Probleme:
          /\b(?:probleme?|risiken|fehler|kritisch\w{0,30}|mangel|zu beheben|korrekturen|(?:hohe|mittlere|niedrige) prioritat)\b/,
        "Was geändert werden muss": /\bgeandert werden (?:muss|sollte)\b|\bmuss geandert\b/,
      },
    },
    {
      section: "asks",
      forms: {
        Verbesserungsvorschläge:
          /\b(?:vorschlage|empfehlungen|verbesserungen|verbesserungsvorschlage|hinweise|anregungen)\b/,
      },
    },
    {
      section: "summary",
      forms: {
        Zusammenfassung: /\b(?:zusammenfassung|fazit|uberblick|gesamteindruck|gesamtbewertung)\b/,
      },
    },
  ],
  chatter: [
    {
      name: "a status",
      forms: {
        "Erledigt, danke":
          /^(?:ist )?(?:erledigt|danke|behoben|gemacht|passt|gute idee|sieht gut aus|viele gru|habe (?:den|das|die|es|ich))\b/,
        "von mir aus kann das rein": /\bvon mir aus\b/,
        "die Anmerkungen sind eingearbeitet": /\beingearbeitet\b|\bubernommen\b|\bes ist alles angepasst\b/,
      },
      unless: {
        "Passt, aber der Timeout ist zu kurz": /\baber\b/,
        "Sieht gut aus, nur noch den Import entfernen": /\bnur noch\b/,
      },
    },
  ],
  unlikeEnglish:
    "der das den dem und nicht wir hier ein eine einen einer einem bitte wenn ist sind wird werden kann sollte sollten zu zum zur auf ich auch noch nur kein keine keinen dass oder aber von dann diese diesen dieser dieses fuer ins beim besser uns vielleicht statt waere",
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
