/** Spanish. */
import type { Language } from "./language.ts";

export const SPANISH: Language = {
  name: "Spanish",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /\bpor favor\b|\bdeberia(?:mos|s|n)?\b|\bconvendria\b|\bhabria que\b|\bhay que\b|\bseria (?:mejor|bueno|conveniente|util)\b|\bsugiero\b|\brecomiendo\b|\bpropongo\b|\bpodria(?:mos|s)\b|\bconsidera(?:r)?\b|\bfalta(?:n|ria)? (?:un|una|el|la|los|las|manejo|validacion|tests?|pruebas|\w{2,20}[aei]r)\b|\b(?:estaria|vendria) (?:bueno|bien)\b|\bpor que no\b|^(?:\W{0,9})(?:agregar|anadir|usar|mover|validar|quitar|eliminar|evitar|manejar|capturar|extraer|cambiar) /,
      example: "deberíamos validar la entrada",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern:
        /\berror(?:es)?\b(?= (?:al|cuando|si|en))|\bfalla\b|\bexplota\b|\bse rompe\b|\bincorrect[oa]\b|\bduplicad[oa]\b|\binnecesari[oa]\b/,
      example: "falla cuando la lista está vacía",
    },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern:
        /\botr[oa] (?:pr|pull request|issue|ticket|tarea)\b|\bmas adelante\b|\ben el futuro\b|\bfuera (?:de|del) alcance\b/,
      example: "mejor en otro PR",
    },
  ],
  nits: [
    {
      name: "a local edit",
      strength: 3,
      pattern: /\bortografia\b|\berrata\b|\brenombrar\b|\bindentacion\b|\bsangria\b|\bespacios? (?:en blanco|extra)\b/,
      example: "errata en el título",
    },
  ],
  sections: [
    { section: "deferred", pattern: /\bmejoras futuras\b|\bfuturo\b/, example: "Mejoras futuras" },
    { section: "praise", pattern: /\b(?:puntos fuertes|aspectos positivos|fortalezas)\b/, example: "Puntos fuertes" },
    { section: "issues", pattern: /\b(?:problemas|riesgos|errores|criticos?)\b/, example: "Problemas" },
    { section: "asks", pattern: /\b(?:sugerencias|recomendaciones|mejoras)\b/, example: "Sugerencias" },
    { section: "summary", pattern: /\b(?:resumen|conclusion)\b/, example: "Resumen" },
  ],
  chatter: [
    {
      name: "a status",
      pattern: /^(?:hecho|listo|gracias|corregido|actualizado|de acuerdo)\b/,
      example: "Hecho, gracias",
    },
  ],
};
