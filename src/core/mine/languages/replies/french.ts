/** French: words of a reply in a thread. */
import type { Replies } from "../language.ts";

export const FRENCH_REPLIES: Replies = {
  done: [
    {
      name: "all of it done",
      strength: 3,
      forms: {
        "Tout est corrigé":
          /\b(?:tout|tous|toutes|les deux)(?: est| sont| a ete| ont ete)? (?:fait|corrige|regle|traite|modifie|change|resolu)(?:e?s)?\b/,
      },
    },
    {
      name: "done where one can see it",
      strength: 3,
      forms: {
        "Corrigé dans 1a2b3c4":
          /\b(?:fait|corrige|regle|traite|modifie|change|resolu|ajoute|supprime)(?:e?s)? (?:dans|avec|par|en) (?:le |la |ce |mon )?(?:[0-9a-f]{7,40}\b|`x`|#\d|https?:|(?:dernier |nouveau )?(?:commit|push))/,
        "J'ai poussé un correctif": /\bpousse (?:un|le|une|la) (?:correctif|correction|fix|commit|modif\w{0,9})\b/,
        "C'est déjà fait": /\bdeja (?:fait|corrige|regle|traite|gere|couvert)(?:e?s)?\b/,
      },
      unless: { "Ce sera corrigé dans le commit": /\b(?:sera|seront|serait|pas|va|vais)\b/ },
    },
    {
      name: "done",
      strength: 2,
      forms: {
        Fait: /^\W{0,9}(?:(?:c'est|c est|oui|merci|ok|bien vu|j'ai|je l'ai|voila|maintenant|effectivement) ){0,3}(?:fait|corrige|regle|traite|modifie|change|resolu|supprime|ajoute|renomme|deplace|adapte|mis a jour)(?:e?s)?\b(?! (?:que|un |une |des |le |la |les |partie|expres))/,
        "C'est bon maintenant": /\bc'est (?:bon|mieux|ok|corrige) maintenant\b/,
      },
      unless: { "Fait pas encore": /\bpas\b/ },
    },
  ],
  declined: [
    {
      name: "will not be done",
      strength: 3,
      forms: {
        "C'est voulu":
          /\bc'est (?:voulu|volontaire|fait expres|normal|intentionnel|attendu)\b|\bvolontairement\b|\bfaux[- ]positif\b/,
        "Ça ne vaut pas le coup": /\b(?:vaut|vaudrait|vaille) pas (?:le coup|la peine)\b/,
        "Je préfère laisser comme ça":
          /\b(?:laisser?|garder?|laisse|garde|laissons|gardons)(?: \w{1,12}){0,2} (?:comme (?:ca|cela|c'est)|tel quel|telle quelle|ainsi)\b/,
        "Je ne vais pas le changer":
          /\b(?:vais|va|allons|compte|souhaite|veux) pas (?:le |la |les |l'|y )?(?:changer|corriger|modifier|faire|toucher)\b/,
        "Je ne suis pas d'accord": /\bpas d'accord\b|\bpas un (?:probleme|bug)\b/,
      },
      unless: {
        "C'est volontairement laissé de côté dans cette PR": /\bdans cette pr\b/,
      },
    },
    {
      name: "needs nothing",
      strength: 2,
      forms: { "Pas nécessaire": /\bpas (?:necessaire|besoin|utile)\b|\binutile\b/ },
    },
  ],
  retracted: [
    {
      name: "taken back",
      strength: 3,
      forms: {
        "Laisse tomber": /\blaiss(?:e|ez) tomber\b|\boubli(?:e|ez) (?:ca|ce que|mon)\b|\bignor(?:e|ez) (?:ca|mon|ce)\b/,
        "J'ai mal lu":
          /\bj'ai mal (?:lu|compris|vu)\b|\bje me suis trompe\w?\b|\bau temps pour moi\b|\bautant pour moi\b|\bmon erreur\b|\bje retire (?:mon|ma|ce)\b/,
      },
    },
    {
      name: "content",
      strength: 2,
      forms: {
        "Ok, ça marche comme ça":
          /\b(?:ca|c'est) (?:me va|marche|va|bon) (?:comme ca|ainsi|pour moi|alors|finalement)\b|\bah d'accord\b/,
      },
    },
  ],
  promises: [
    {
      name: "promised",
      strength: 3,
      forms: {
        "Je le ferai dans la prochaine":
          /\bdans (?:la prochaine|le prochain|une (?:autre|prochaine|future)|un (?:autre|prochain|futur))\b|\bplus tard\b|\bprochaine (?:pr|version|iteration)\b/,
        "Ajouté au backlog": /\b(?:au|dans le|le) backlog\b|\bma (?:todo|liste)\b/,
        "J'ai ouvert un ticket":
          /\b(?:ouvr\w{1,4}|ouvert|cree\w{0,2}|creer\w{0,2}|fait|mis|note) (?:un|une|le) (?:\w{1,12} )?(?:ticket|issue|tache|todo|carte)\b/,
        "Pas dans cette PR": /\bpas dans cette (?:pr|mr|version)\b|\bhors (?:du )?(?:perimetre|scope|sujet)\b/,
      },
    },
  ],
  leftOver: [
    {
      name: "not put off",
      strength: 3,
      forms: {
        "Pas plus tard, s'il te plaît":
          /\bpas (?:\w{1,12} ){0,3}(?:plus tard|dans (?:une autre|un autre|la prochaine|le prochain))\b|\b(?:plutot que|au lieu d'?e?) ?plus tard\b|\bavant (?:le merge|de merger)\b/,
      },
    },
    {
      name: "not all of it",
      strength: 2,
      forms: {
        "Pas encore corrigé": /\bpas (?:encore|tout a fait|corrige|fait|regle)\b|\btoujours (?:pas|le|la|un)\b/,
        "En partie corrigé": /\b(?:en partie|partiellement|a moitie|presque|sauf|il reste|le reste)\b/,
        "Fait, mais le test échoue": /\b(?:mais|cependant|toutefois)\b/,
        "Pour l'instant": /\bpour (?:l'instant|le moment)\b/,
        "Je vais corriger":
          /\b(?:je vais|on va|sera|seront|faut) (?:le |la |les )?(?:corriger|faire|modifier|changer|regarder|corrige|fait|modifie)\w{0,2}\b/,
      },
    },
  ],
};
