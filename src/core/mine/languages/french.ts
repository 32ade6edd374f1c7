/** French. */
import type { Language } from "./language.ts";

export const FRENCH: Language = {
  name: "French",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /\bs'il (?:te|vous) pla[iî]t\b|\b(?:il )?(?:faut|faudrait)\b|\bdevrai(?:t|s|ent|ons)\b|\bon devrait\b|\bpourrai[ts]?(?:-| )(?:on|tu|vous)\b|\b(?:on|tu) pourrai[ts]\b|\bpeut[- ]on\b|\bserait (?:mieux|bien|utile|pr[ée]f[ée]rable|bon)\b|\bje (?:sugg[èe]re|propose|recommande|pr[ée]f[èe]re)\b|\bpourquoi (?:ne )?pas\b|\bplut[ôo]t\b|\bil manque\b|\b[àa] (?:supprimer|renommer|revoir|corriger|d[ée]placer)\b/,
      example: "il faudrait gérer le cas vide",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern: /\berreur\b|\b[ée]choue\b|\bincorrecte?\b|\binutile\b|\bdupliqu[ée]e?\b|\bmanque\b/,
      example: "cela échoue si la liste est vide",
    },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern:
        /\bplus tard\b|\b[àa] l'avenir\b|\b(?:autre|prochaine?) (?:pr|pull request|ticket|issue|mr)\b|\bhors (?:du )?(?:scope|p[ée]rim[èe]tre)\b|\bdans un second temps\b/,
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
    { section: "deferred", pattern: /\bam[ée]liorations futures\b|\bplus tard\b/, example: "Améliorations futures" },
    { section: "praise", pattern: /\bpoints (?:forts|positifs)\b/, example: "Points forts" },
    { section: "issues", pattern: /\b(?:probl[èe]mes?|risques?|critiques?|bloquants?)\b/, example: "Problèmes" },
    {
      section: "asks",
      pattern: /\b(?:recommandations?|am[ée]liorations?|propositions?)\b/,
      example: "Recommandations",
    },
    { section: "summary", pattern: /\b(?:r[ée]sum[ée]|bilan)\b/, example: "Résumé" },
  ],
  chatter: [
    { name: "a status", pattern: /^(?:fait|corrig[ée]|merci|c'est fait|ok pour moi)\b/, example: "C'est fait, merci" },
  ],
};
