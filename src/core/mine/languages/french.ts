/** French. */
import type { Language } from "./language.ts";
import { FRENCH_REPLIES } from "./replies/french.ts";

/** A slip of the pen, a name, the look of the code. */
const LOCAL_EDIT =
  /\borthographe\b|\bcoquilles?\b|\brenommer\b|\bligne vide\b|\bespace en trop\b|\bfautes? de frappe\b|\bvirgules?\b|\bponctuation\b|\bpinaill\w{1,6}\b|\bnommage\b/;

export const FRENCH: Language = {
  name: "French",
  ...FRENCH_REPLIES,
  asks: [
    {
      name: "a request",
      strength: 3,
      forms: {
        "un test pour la page vide, s'il te plaît": /\bs'il (?:te|vous) plait\b/,
        "il faudrait gérer le cas vide": /\b(?:il )?(?:faut|faudrait|faudra)\b/,
        "le cache devrait expirer avec la session": /\bdevrai(?:t|s|ent|ons)\b|\bdevriez\b|\bdoi(?:t|vent) etre\b/,
        "on pourrait extraire la boucle dans une méthode":
          /\bpourrai[ts]?(?:-| )(?:on|tu|vous)\b|\b(?:on|tu) (?:ne )?pourrai[ts]\b|\btu peux\b|\bpeut[- ]on\b/,
        "une `Map` serait préférable ici": /\bserait (?:mieux|bien|utile|preferable|bon)\b/,
        "je propose de séparer les deux requêtes": /\bje (?:suggere|propose|recommande|prefere)\b/,
        "j'aimerais bien un test de la file vide": /\bj(?:e n)?'?e? ?\w{2,20}erais (?:bien|pas|plutot)\b/,
        "pourquoi ne pas mettre le résultat en cache ?": /\bpourquoi (?:ne )?pas\b/,
        "une énumération plutôt qu'une chaîne":
          /\bplutot (?:que|un|une|le|la|les|de|du|des|en|dans|sur|avec|vers)\b|\bplutot (?:qu'|l'|d'|`x`)/,
        "on va plutôt mettre le résultat en cache":
          /\bplutot (?!leger|cher\b|entier)(?:\w{2,20}er|faire|mettre|prendre)\b/,
        "un `Set` plutôt ?": /\bplutot ?(?:[?.!,;)]|$)/,
        "il vaudrait mieux un seul appel": /\b(?:vaudrait|vaut) mieux\b|\bmieux vaut\b/,
        "autant réutiliser le client partagé": /\bautant (?:le |la |les )?(?:\w{2,20}(?:er|ir)|faire|mettre|prendre)\b/,
        "veuillez fermer le flux": /\bveuillez (?!trouver|agreer|noter|patienter)/,
        "pensez à fermer le flux":
          /(?<!\bje )\bpense[rsz]? a (?:l(?:e|a|es) )?(?:\w{2,20}(?:er|ir|re)\b|bien\b)|\bn'oublie[rsz]? pas\b/,
        "je mettrais cela dans une constante":
          /\bje (?:mettrais|ferais|verrais|utiliserais|deplacerais|supprimerais|renommerais|sortirais)\b|\bj'(?:utiliserais|extrairais|ajouterais(?! que)|enleverais|eviterais)\b/,
        "attention à bien fermer le flux": /\battention (?:a|au|aux)\b|\battention,? `x`/,
        "cela mériterait un test": /\bmeriterait\b/,
        "est-ce qu'on ne peut pas réutiliser le client ?": /\best-ce qu'on (?:ne )?(?:peut|pourrait|devrait)\b/,
        "peux-tu ajouter un test ?":
          /\b(?:peux-tu|pouvez-vous|pourriez-vous) (?!expliquer|m'|me |preciser|confirmer|relire|regarder|verifier)\w/,
        "tu as oublié de fermer le flux": /\b(?:tu as|vous avez) oublie (?:de|d'|le|la|les|un|une)\b/,
        "utilisons une constante":
          /^(?:\W{0,9})(?:utilisons|deplacons|ajoutons|extrayons|evitons|supprimons|renommons) /,
        "on peut supprimer ce paramètre":
          /\b(?:on peut|vous pouvez) (?!voir|dire|imagin|avoir|consid|constat|en |s'|se |not|lire|consult|trouv|pass)(?:\w{2,12} )?\w{2,20}(?:er|ir|re)\b/,
        "il manque un index sur cette colonne": /\bil manque\b/,
        "cette méthode est à renommer": /\ba (?:supprimer|renommer|revoir|corriger|deplacer|traiter|extraire)\b/,
        "merci de fermer le flux après la lecture": /\bmerci (?:de|d')\s?(?:\w{2,20}(?:er|ir|re)\b)/,
        "extraire ce bloc dans une méthode":
          /^(?:\W{0,9})(?:ajouter|executer|implementer|inclure|ameliorer|mettre|creer|refactoriser|extraire|deplacer|supprimer|corriger|utiliser|adapter|eviter|remplacer|verifier|reutiliser|gerer|factoriser|centraliser|renommer|preferer|privilegier|simplifier|veiller) /,
        "utilise une constante ici":
          /^(?:\W{0,9})(?:utilise|mets|ajoute|supprime|enleve|remplace|deplace|extrais|renomme|evite)s? (?:plutot|aussi|donc|ici|un|une|le|la|les|des|du|ce|cet|cette|ces|`x`|l')/,
        "évitez les requêtes dans la boucle":
          /^(?:\W{0,9})(?:ajoutez|extrayez|deplacez|evitez|verifiez|utilisez|remplacez|supprimez|renommez) /,
      },
      unless: {
        "faut pas s'inquiéter, la CI repasse cette nuit": /\bfaut pas s'inquieter\b/,
        "merci de ton retour, on devrait livrer demain": /\bmerci de ton\b/,
        "on pourrait chipoter, mais je merge": /\bje merge\b/,
        "tu peux merger":
          /\b(?:peux|peut|pouvez) (?:\w{2,12} )?(?:merger|fusionner|livrer|approuver|valider|regarder|relire|ignorer|laisser|y aller)\b/,
        "tu peux m'expliquer ce calcul ?":
          /\b(?:peux|pourrais|pouvez|pourriez) (?:m'expliquer|me dire|expliquer|preciser|confirmer)\b/,
      },
    },
    {
      name: "a defect described",
      strength: 2,
      forms: {
        "cela échoue si la liste est vide": /\berreur\b|\bechoue\b|\bplante\b|\bincorrecte?\b|\bfausse\b/,
        "cette requête est dupliquée dans le service": /\binutile\b|\bdupliquee?\b|\bcodee?s? en dur\b/,
        "le verrou n'est pas libéré":
          /\bmanque\b|\bn'est (?:jamais|pas|plus)\b|\bne (?:verifie|controle|gere|ferme|valide) \w{2,6}\b/,
        "une fuite dans le pool de connexions": /\bfuite\b|\bfaille\b/,
        "attention dans la migration, la table est grande": /\battention dans\b/,
      },
    },
    {
      name: "a slip named",
      strength: 2,
      forms: {
        "une coquille": LOCAL_EDIT,
      },
    },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      forms: {
        "à faire dans une autre PR":
          /\bplus tard\b|\ba l'avenir\b|\b(?:autre|prochaine?|future?) (?:pr|pull request|ticket|issue|mr)\b|\bhors (?:du )?(?:scope|perimetre)\b|\bdans un second temps\b/,
      },
    },
  ],
  nits: [
    {
      name: "a local edit",
      strength: 3,
      forms: {
        "coquille dans le titre": LOCAL_EDIT,
      },
    },
  ],
  settled: [
    {
      name: "done",
      strength: 3,
      forms: {
        "déjà corrigé dans le commit précédent":
          /\bdeja (?:corrige|fait|traite|gere)\w{0,2}\b|\bc'est (?:corrige|fait)\b|\bcorrigee? dans\b/,
      },
    },
  ],
  fine: [
    {
      name: "needs nothing",
      strength: 3,
      forms: {
        "pas obligatoire, c'est pas grave":
          /\b(?:ce n'est|c'est) pas (?:tres )?grave\b|\btu peux (?:le |la |les )?laisser\b|\blibre a (?:toi|vous)\b|\bpas obligatoire\b/,
      },
    },
  ],
  process: [
    {
      name: "about the pull request",
      strength: 3,
      forms: {
        "le message de commit est trop vague": /\bmessages? de commit\b/,
        "merci de squasher le tout": /\b(?:merger|fusionner) (?:ses|tes|vos|les) commits\b|\bsquasher\b|\brebaser\b/,
        "le titre de la PR ne dit rien du correctif": /\btitre de la (?:pr|mr)\b|\bdescription de la (?:pr|mr)\b/,
        "il y a des conflits à résoudre": /\bconflits? (?:de|git|a resoudre)\b/,
      },
    },
  ],
  checks: [
    {
      name: "asks for information",
      strength: 3,
      forms: {
        "à quoi sert ce paramètre ?": /\bpourquoi\b [^.!]{2,120}\?|\ba quoi (?:ca )?sert\b|\bd'ou vient\b/,
      },
      unless: {
        "pourquoi ne pas utiliser le client partagé ?": /\bpourquoi (?:ne )?pas\b/,
      },
    },
  ],
  vague: [
    {
      name: "sums up",
      strength: 3,
      forms: {
        "il faudrait améliorer la lisibilité": /\b(?:ameliorer|revoir) (?:la lisibilite|la qualite|le code)\W{0,3}$/,
      },
    },
  ],
  defects: [
    {
      name: "a defect named",
      strength: 3,
      forms: {
        "le cache a une fuite mémoire": /\bfuite (?:memoire|de)\b|\bfaille\b/,
        "l'import plante sur un fichier vide": /\bplante\b|\bleve une (?:exception|erreur)\b|\bdivision par zero\b/,
        "le flux n'est jamais fermé": /\bn'est jamais (?:fermee?|appelee?|liberee?)\b/,
        "la route ne vérifie pas le rôle": /\bne (?:controle|verifie) (?:pas|que)\b|\bn'echappe pas\b/,
        "une reprise entraîne une perte de données": /\bperte de donnees\b|\bfausse l[ea]\b/,
        "il manque un `await` dans la boucle": /\bil manque un `x`/,
        "il reste des marques de fusion dans le fichier": /\bmarques de fusion\b/,
      },
    },
    {
      name: "trouble named",
      strength: 2,
      forms: {
        "le calcul échoue": /\berreur\b|\bechoue\b|\bincorrecte?\b/,
      },
    },
  ],
  sections: [
    {
      section: "settled",
      forms: {
        "Déjà corrigé": /\b(?:deja corrige|resolu)\w{0,2}\b/,
      },
    },
    {
      section: "deferred",
      forms: {
        "Améliorations futures": /\bameliorations futures\b|\bplus tard\b/,
      },
    },
    {
      section: "praise",
      forms: {
        "Points forts": /\bpoints (?:forts|positifs)\b|\bqui est bien\b|\bbonnes pratiques\b/,
      },
    },
    {
      section: "nits",
      forms: {
        "Points mineurs": /\bpetits? details?\b|\bpoints? mineurs?\b/,
      },
    },
    {
      section: "issues",
      forms: {
        Problèmes:
          /\b(?:problemes?|risques?|critiques?|bloquante?s?|a corriger|points? (?:a revoir|d'attention)|erreurs|priorite (?:haute|moyenne|basse))\b/,
      },
    },
    {
      section: "asks",
      forms: {
        Recommandations: /\b(?:recommandations?|ameliorations?|propositions?|pour aller plus loin|optionnel\w{0,2})\b/,
      },
    },
    {
      section: "summary",
      forms: {
        Résumé: /\b(?:resume|bilan|synthese|conclusion|vue d'ensemble)\b/,
      },
    },
  ],
  chatter: [
    {
      name: "a status",
      forms: {
        "C'est fait, merci":
          /^(?:fait|corrige|c'est (?:fait|corrige|note)|ok pour moi|bien vu|bravo|beau travail|bon travail|super|tres (?:bien|artistique)|qa ok|merge|vu\W{0,3}$|j'ai (?:change|corrige|merge|fait)|desole|ca m'a l'air|merci(?! d))\b/,
      },
      unless: {
        "Bien vu, mais la file reste bloquée": /\bmais\b|\bsauf\b/,
        "Super, il manque juste un test": /\bil (?:faut|faudrait|manque|y a)\b/,
      },
    },
  ],
  unlikeEnglish:
    "le les une pas nous ici est il si de en cette cet ces ce du tu vous dans avec sur aux au qui sont mais faut peut cela comme donc sans vaudrait mieux autant plutot pensez veuillez utilise ajoute supprime devrait pourrait serait faudrait peux pouvez ajouter extraire supprimer utiliser eviter remplacer verifier gerer renommer ameliorer mettre creer",
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
