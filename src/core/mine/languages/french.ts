/** French. */
import type { Language } from "./language.ts";

export const FRENCH: Language = {
  name: "French",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /\bs'il (?:te|vous) plait\b|\b(?:il )?(?:faut|faudrait)\b|\bdevrai(?:t|s|ent|ons)\b|\bon devrait\b|\bpourrai[ts]?(?:-| )(?:on|tu|vous)\b|\b(?:on|tu) pourrai[ts]\b|\bpeut[- ]on\b|\bserait (?:mieux|bien|utile|preferable|bon)\b|\bje (?:suggere|propose|recommande|prefere)\b|\bpourquoi (?:ne )?pas\b|\bplutot\b|\bil manque\b|\bpourquoi on\b|\ba (?:supprimer|renommer|revoir|corriger|deplacer)\b/,
      example: "il faudrait gérer le cas vide",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern: /\berreur\b|\bechoue\b|\bplante\b|\bincorrecte?\b|\binutile\b|\bdupliquee?\b|\bmanque\b/,
      example: "cela échoue si la liste est vide",
    },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern:
        /\bplus tard\b|\ba l'avenir\b|\b(?:autre|prochaine?) (?:pr|pull request|ticket|issue|mr)\b|\bhors (?:du )?(?:scope|perimetre)\b|\bdans un second temps\b/,
      example: "à faire dans une autre PR",
    },
  ],
  nits: [
    {
      name: "a local edit",
      strength: 3,
      pattern:
        /\borthographe\b|\bcoquille\b|\brenommer\b|\bindentation\b|\bligne vide\b|\bespace en trop\b|\bfaute de frappe\b/,
      example: "coquille dans le titre",
    },
  ],
  sections: [
    { section: "deferred", pattern: /\bameliorations futures\b|\bplus tard\b/, example: "Améliorations futures" },
    { section: "praise", pattern: /\bpoints (?:forts|positifs)\b/, example: "Points forts" },
    { section: "issues", pattern: /\b(?:problemes?|risques?|critiques?|bloquants?)\b/, example: "Problèmes" },
    {
      section: "asks",
      pattern: /\b(?:recommandations?|ameliorations?|propositions?)\b/,
      example: "Recommandations",
    },
    { section: "summary", pattern: /\b(?:resume|bilan)\b/, example: "Résumé" },
  ],
  chatter: [
    { name: "a status", pattern: /^(?:fait|corrige|merci|c'est fait|ok pour moi)\b/, example: "C'est fait, merci" },
  ],
};
