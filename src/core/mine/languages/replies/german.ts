/** German: words of a reply in a thread. */
import type { Replies } from "../language.ts";

export const GERMAN_REPLIES: Replies = {
  done: [
    {
      name: "all of it done",
      strength: 3,
      forms: {
        "alles erledigt":
          /^\W{0,9}(?:ist |sind |jetzt )?(?:alles|alle|beides|beide) (?:ist |sind |jetzt |nun ){0,2}(?:erledigt|behoben|gefixt|umgesetzt|angepasst|geandert|korrigiert|eingebaut)\b/,
      },
      unless: { "alles erledigt ist noch nicht": /\bnicht\b/ },
    },
    {
      name: "done where one can see it",
      strength: 3,
      forms: {
        "Behoben in 1a2b3c4":
          /\b(?:erledigt|behoben|gefixt|umgesetzt|angepasst|geandert|korrigiert|eingebaut|gemacht) (?:in|mit|im) (?:commit |dem |der |letzten |letztem |neuesten ){0,3}(?:[0-9a-f]{7,40}\b|`x`|#\d|https?:|commit|push)/,
        "Fix ist gepusht":
          /\b(?:fix|anderung|korrektur) (?:ist |wurde )?(?:schon |gerade |jetzt )?gepusht\b|^\W{0,9}(?:gerade |eben )?gepusht\b/,
        "im letzten Commit behoben":
          /\bim (?:letzten|neuesten|aktuellen) (?:commit|push) (?:erledigt|behoben|gefixt|umgesetzt|angepasst|geandert|korrigiert|eingebaut|gemacht)\b/,
        "ist schon erledigt":
          /\b(?:schon|bereits) (?:erledigt|behoben|gefixt|umgesetzt|angepasst|geandert|korrigiert|eingebaut|abgedeckt)\b/,
      },
      unless: { "ist noch nicht behoben in 1a2b3c4": /\bnicht\b|\bwird\b/ },
    },
    {
      name: "done",
      strength: 2,
      forms: {
        Erledigt:
          /^\W{0,9}(?:(?:ist|sind|jetzt|nun|habe ich|hab ich|hab|habe|danke|ja|ok|stimmt|so|das ist|wurde) ){0,4}(?:erledigt|behoben|gefixt|umgesetzt|angepasst|geandert|korrigiert|eingebaut|gemacht|entfernt|erganzt|umbenannt|ubernommen|hinzugefugt|verschoben|aktualisiert)\b(?! (?:werden|wird|ist noch|sich))/,
        "habe es angepasst":
          /\b(?:habe?|hab) (?:ich )?(?:es|das|dies|den|die) (?:\w{1,20} ){0,3}(?:erledigt|behoben|gefixt|umgesetzt|angepasst|geandert|korrigiert|eingebaut|entfernt|erganzt|umbenannt)\b/,
      },
      unless: { "habe es noch nicht angepasst": /\bnicht\b/ },
    },
  ],
  declined: [
    {
      name: "will not be done",
      strength: 3,
      forms: {
        "Das ist Absicht": /\b(?:ist|war|ganz)? ?(?:so )?(?:absicht|absichtlich|beabsichtigt|gewollt|so gedacht)\b/,
        "Das bleibt so":
          /\b(?:bleibt|lassen wir|lass ich|lasse ich|lass uns|wurde ich|behalten wir)(?: das| es| hier| lieber){0,3} so(?: lassen| wie es ist)?\W{0,9}$/,
        "Lohnt sich nicht": /\blohnt(?: sich)?(?: \w{1,12}){0,2} nicht\b|\bnicht wert\b/,
        "Mache ich nicht": /\b(?:mache|machen|andere|andern|fixe|fixen) (?:ich|wir)(?: das| es| hier)? nicht\b/,
        "Das ist kein Fehler": /\bkein (?:fehler|bug|problem)\b|\bfalsch-?positiv\b|\bfehlalarm\b/,
        "Sehe ich anders": /\bsehe ich anders\b/,
      },
      unless: {
        "Das war nicht beabsichtigt":
          /\b(?:nicht|keine) (?:beabsichtigt|absicht|gewollt|absichtlich|so gedacht)\b|\bin diesem pr\b/,
      },
    },
    {
      name: "needs nothing",
      strength: 2,
      forms: {
        "Nicht nötig": /\bnicht (?:notig|notwendig|erforderlich)\b|\bbraucht (?:man |es |das )?(?:hier )?nicht\b/,
      },
    },
  ],
  retracted: [
    {
      name: "taken back",
      strength: 3,
      forms: {
        "Vergiss es":
          /\bvergiss (?:es|das|meinen kommentar)\b|\bhat sich erledigt\b|\b(?:ignorier\w{0,2}|ignoriere) (?:das|es|mich|meinen)\b/,
        "Habe mich verlesen":
          /\b(?:verlesen|vertan|geirrt|falsch gelesen|missverstanden|ubersehen, dass)\b|\bmein fehler\b|\bziehe (?:ich )?(?:das |den kommentar |es )?zuruck\b/,
      },
    },
    {
      name: "content",
      strength: 2,
      forms: {
        "OK, passt so": /\b(?:passt|past) (?:so|jetzt|dann|doch)\b|\bvon mir aus\b|\b(?:dann )?lass es so\b|\bach so\b/,
      },
    },
  ],
  promises: [
    {
      name: "promised",
      strength: 3,
      forms: {
        "Mache ich im nächsten":
          /\bim (?:nachsten|folgenden|separaten|eigenen|anderen)(?: (?:pr|sprint|release|schritt|mr|commit der reihe))?\b|\bin (?:einem |einer )(?:anderen|eigenen|separaten|weiteren|spateren|folgenden)\b/,
        "Kommt ins Backlog":
          /\b(?:ins?|im) backlog\b|\b(?:todo-?liste|merkliste)\b|\bauf (?:die|meine|meiner|unsere) (?:\w{1,12}-?)?liste\b/,
        "Ich lege ein Ticket an":
          /\b(?:ticket|issue|aufgabe)\b[^.!?]{0,40}\b(?:angelegt|erstellt|aufgemacht|eroffnet)\b|\b(?:lege|erstelle|eroffne|mache) (?:ich )?(?:dafur |dazu )?(?:ein|eine) (?:\w{1,12} )?(?:ticket|issue|aufgabe)\b/,
        "Nicht in diesem PR": /\bnicht in diesem (?:pr|pull request|mr|release)\b/,
      },
      unless: { "bitte nicht im nächsten": /\bbitte nicht\b/ },
    },
  ],
  leftOver: [
    {
      name: "not put off",
      strength: 3,
      forms: {
        "Bitte nicht auf später verschieben":
          /\bnicht (?:\w{1,20} ){0,3}(?:spater|folge-?pr|nachsten|separaten)\b|\b(?:bitte|lieber|besser) (?:\w{1,20} ){0,2}(?:in diesem pr|vor dem merge)\b/,
      },
    },
    {
      name: "not all of it",
      strength: 2,
      forms: {
        "Noch nicht erledigt": /\bnoch nicht\b|\bnicht (?:erledigt|behoben|gefixt|geandert|angepasst)\b|\bimmer noch\b/,
        "Teilweise erledigt":
          /\b(?:teilweise|zum teil|nur teil\w{0,3}|halb|(?:fast|beinahe) (?:alles|ganz|fertig|uberall))\b|\bder rest\b/,
        "Erledigt, aber der Test ist rot": /\b(?:aber|allerdings|jedoch|bis auf)\b/,
        "Erst einmal so": /\b(?:vorerst|erst ?(?:ein)?mal|furs erste|vorlaufig)\b/,
        "Wird behoben":
          /\b(?:wird|werde|werden) (?:\w{1,20} ){0,4}(?:behoben|gefixt|erledigt|angepasst|geandert|beheben|fixen|anpassen|andern)\b|\bschaue? ich mir\b/,
      },
    },
  ],
};
