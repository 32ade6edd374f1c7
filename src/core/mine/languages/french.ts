/** French. */
import type { Language } from "./language.ts";

/** A slip of the pen, a name, the look of the code. */
const LOCAL_EDIT =
  /\borthographe\b|\bcoquilles?\b|\brenommer\b|\bligne vide\b|\bespace en trop\b|\bfautes? de frappe\b|\bvirgules?\b|\bponctuation\b|\bpinaill\w{1,6}\b|\bnommage\b/;

export const FRENCH: Language = {
  name: "French",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /\bs'il (?:te|vous) plait\b|\b(?:il )?(?:faut|faudrait|faudra)\b|\bdevrai(?:t|s|ent|ons)\b|\bdevriez\b|\bdoi(?:t|vent) etre\b|\bon devrait\b|\bpourrai[ts]?(?:-| )(?:on|tu|vous)\b|\b(?:on|tu) (?:ne )?pourrai[ts]\b|\btu peux\b|\bpeut[- ]on\b|\bserait (?:mieux|bien|utile|preferable|bon)\b|\bje (?:suggere|propose|recommande|prefere)\b|\bj(?:e n)?'?e? ?\w{2,20}erais (?:bien|pas|plutot)\b|\bpourquoi (?:ne )?pas\b|\bplutot\b|\bil manque\b|\ba (?:supprimer|renommer|revoir|corriger|deplacer|traiter|extraire)\b|\bmerci (?:de|d')\s?(?:\w{2,20}(?:er|ir|re)\b)|^(?:\W{0,9})(?:ajouter|extraire|deplacer|supprimer|corriger|utiliser|adapter|eviter|remplacer|verifier|reutiliser|gerer|factoriser|centraliser|ajoutez|extrayez|deplacez|evitez|verifiez|utilisez|remplacez) /,
      unless: /\bfaut pas s'inquieter\b|\bmerci de ton\b|\bje merge\b/,
      example: "il faudrait gérer le cas vide",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern:
        /\berreur\b|\bechoue\b|\bplante\b|\bincorrecte?\b|\binutile\b|\bdupliquee?\b|\bmanque\b|\bn'est (?:jamais|pas|plus)\b|\bne (?:verifie|controle|gere|ferme|valide) \w{2,6}\b|\bfuite\b|\bfaille\b|\bfausse\b|\bcodee?s? en dur\b|\battention dans\b/,
      example: "cela échoue si la liste est vide",
    },
    { name: "a slip named", strength: 2, pattern: LOCAL_EDIT, example: "une coquille" },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern:
        /\bplus tard\b|\ba l'avenir\b|\b(?:autre|prochaine?|future?) (?:pr|pull request|ticket|issue|mr)\b|\bhors (?:du )?(?:scope|perimetre)\b|\bdans un second temps\b/,
      example: "à faire dans une autre PR",
    },
  ],
  nits: [{ name: "a local edit", strength: 3, pattern: LOCAL_EDIT, example: "coquille dans le titre" }],
  settled: [
    {
      name: "done",
      strength: 3,
      pattern: /\bdeja (?:corrige|fait|traite|gere)\w{0,2}\b|\bc'est (?:corrige|fait)\b|\bcorrigee? dans\b/,
      example: "déjà corrigé dans le commit précédent",
    },
  ],
  fine: [
    {
      name: "needs nothing",
      strength: 3,
      pattern:
        /\b(?:ce n'est|c'est) pas (?:tres )?grave\b|\btu peux (?:le |la |les )?laisser\b|\blibre a (?:toi|vous)\b|\bpas obligatoire\b/,
      example: "pas obligatoire, c'est pas grave",
    },
  ],
  process: [
    {
      name: "about the pull request",
      strength: 3,
      pattern:
        /\bmessages? de commit\b|\b(?:merger|fusionner|squasher) (?:ses|tes|vos|les) commits\b|\bsquasher\b|\brebaser\b|\btitre de la (?:pr|mr)\b|\bdescription de la (?:pr|mr)\b|\bconflits? (?:de|git|a resoudre)\b/,
      example: "merci de squasher le tout",
    },
  ],
  checks: [
    {
      name: "asks for information",
      strength: 3,
      pattern: /\bpourquoi\b [^.!]{2,120}\?|\ba quoi (?:ca )?sert\b|\bd'ou vient\b/,
      unless: /\bpourquoi (?:ne )?pas\b/,
      example: "à quoi sert ce paramètre ?",
    },
  ],
  vague: [
    {
      name: "sums up",
      strength: 3,
      pattern: /\b(?:ameliorer|revoir) (?:la lisibilite|la qualite|le code)\W{0,3}$/,
      example: "il faudrait améliorer la lisibilité",
    },
  ],
  defects: [
    {
      name: "a defect named",
      strength: 3,
      pattern:
        /\bfuite (?:memoire|de)\b|\bfaille\b|\bplante\b|\bn'est jamais (?:fermee?|appelee?|liberee?)\b|\bn'echappe pas\b|\bperte de donnees\b|\bil manque un `x`|\bleve une (?:exception|erreur)\b|\bfausse l[ea]\b|\bdivision par zero\b|\bne (?:controle|verifie) (?:pas|que)\b|\bmarques de fusion\b/,
      example: "le flux n'est jamais fermé",
    },
    {
      name: "trouble named",
      strength: 2,
      pattern: /\berreur\b|\bechoue\b|\bincorrecte?\b/,
      example: "le calcul échoue",
    },
  ],
  sections: [
    { section: "settled", pattern: /\b(?:deja corrige|resolu)\w{0,2}\b/, example: "Déjà corrigé" },
    { section: "deferred", pattern: /\bameliorations futures\b|\bplus tard\b/, example: "Améliorations futures" },
    {
      section: "praise",
      pattern: /\bpoints (?:forts|positifs)\b|\bqui est bien\b|\bbonnes pratiques\b/,
      example: "Points forts",
    },
    { section: "nits", pattern: /\bpetits? details?\b|\bpoints? mineurs?\b/, example: "Points mineurs" },
    {
      section: "issues",
      pattern:
        /\b(?:problemes?|risques?|critiques?|bloquante?s?|a corriger|points? (?:a revoir|d'attention)|erreurs|priorite (?:haute|moyenne|basse))\b/,
      example: "Problèmes",
    },
    {
      section: "asks",
      pattern: /\b(?:recommandations?|ameliorations?|propositions?|pour aller plus loin|optionnel\w{0,2})\b/,
      example: "Recommandations",
    },
    { section: "summary", pattern: /\b(?:resume|bilan|synthese|conclusion|vue d'ensemble)\b/, example: "Résumé" },
  ],
  chatter: [
    {
      name: "a status",
      pattern:
        /^(?:fait|corrige|c'est (?:fait|corrige|note)|ok pour moi|bien vu|bravo|beau travail|bon travail|super|tres (?:bien|artistique)|qa ok|merge|vu\W{0,3}$|j'ai (?:change|corrige|merge|fait)|desole|ca m'a l'air|merci(?! d))\b/,
      unless: /\bmais\b|\bil (?:faut|faudrait|manque|y a)\b|\bsauf\b/,
      example: "C'est fait, merci",
    },
  ],
  smallWords:
    "le la les de des une un du est pas que qui dans pour sur avec ce cette il ne et ou si plus être faut faudrait devrait peut tu vous nous je ici ça c'est aussi plutôt sont par au aux la à où",
  asides: [
    {
      pattern:
        /^(?:aussi|également|sinon|par contre|du coup|personnellement|petite remarque|peut-être|à mon avis|enfin)(?:,| :)?\s(?=\S)/i,
      example: "Personnellement, fermer le flux après la boucle",
      title: "Fermer le flux après la boucle",
    },
    {
      pattern:
        /^(?:(?:ici|là),? )?(?:il (?:faut|faudrait|faudra|serait (?:mieux|bien|préférable|utile) (?:de|d'))|(?:on|tu|vous) (?:devrait|devrais|devriez|pourrait|pourrais|pourriez|peux|peut|pouvez)|je (?:suggère|propose|recommande) (?:de|d')|merci (?:de|d')|pense[zs]? à|peut-on|pourrait-on|pourquoi ne pas|est-ce qu'on (?:ne )?(?:pourrait|devrait) (?:pas )?)(?: (?:plutôt|aussi|peut-être|sans doute))?(?: |(?<='))(?=\S)(?!qu)/i,
      example: "Il faudrait ajouter un délai dans `readPage`.",
      title: "Ajouter un délai dans readPage",
    },
    {
      pattern: /,? (?:s'il te plaît|s'il vous plaît|stp|svp|ici) ?[.!?]?$/i,
      example: "Ajouter un test pour la page vide stp",
      title: "Ajouter un test pour la page vide",
    },
  ],
  pointers: /\b(?:ici|ça|ceci|cela|cet|cette|ces|ce)\b/i,
};
