/** Spanish. */
import type { Language } from "./language.ts";

/** A slip of the pen, a name, the look of the code. */
const LOCAL_EDIT =
  /\bortografia\b|\berrata\b|\brenombrar\b|\bindentacion\b|\bsangria\b|\bespacios? (?:en blanco|extra|de mas)\b|\blineas? en blanco\b|\bsobra (?:un|una|est[ea]|el|la)\b|\berror(?:es)? de tip(?:eo|ado)\b|\bmayusculas?\b|\bnombre de (?:la |el )?variable\b/;

export const SPANISH: Language = {
  name: "Spanish",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /\bpor favor\b|\bdeberia(?:mos|s|n)?\b|\bdebiera\w{0,3}\b|\bdebes\b|\bconvendria\b|\b(?:te|nos|les) conviene\b|\bhabria que\b|\bhay que\b|\bseria (?:mejor|bueno|conveniente|util)\b|\bquedaria mejor\b|\bsugiero\b|\brecomiendo\b|\bpropongo\b|\bpodria(?:mos|s)\b|\bconsidera(?:r)?\b|\bfalta(?:n|ria|rian)? (?:un|una|el|la|los|las|manejo|validacion|tests?|pruebas|\w{2,20}[aei]r)\b|\b(?:estaria|vendria) (?:bueno|bien)\b|\bpor que no\b|\brevis(?:a|ar|en)\b|\bacostumbra(?:te)?\b|\bintenta (?:\w{2,20}[aei]r)|^(?:\W{0,9})(?:no (?:anadas|agregues|uses|olvides|dejes|hagas)|agregar|anadir|usar|mover|validar|quitar|eliminar|evitar|manejar|capturar|extraer|cambiar|unificar|reemplazar|separar|centralizar|comprobar|documentar|reutilizar|corregir|anade|agrega|usa|utiliza|mueve|valida|quita|elimina|evita|maneja|captura|extrae|cambia|cierra|devuelve|comprueba|unifica|reemplaza|separa|centraliza) /,
      unless: /\bhay que (?:ver|esperar)\b|\bpara que te acepte\b|\brevisa (?:las|los) instrucciones\b|\ba ver que\b/,
      example: "deberíamos validar la entrada",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern:
        /\berror(?:es)?\b(?= (?:al|cuando|si|en))|\bfalla\b|\bexplota\b|\bse rompe\b|\bincorrect[oa]\b|\bduplicad[oa]\b|\binnecesari[oa]\b|\bdivide por cero\b|\b(?:tira|lanza|arroja) (?:una |un )?(?:excepcion|error|npe)\b|\bno (?:se )?(?:comprueba|valida|verifica|cierra|limpia|maneja|contempla|controla)\b|\bsigue (?:activo|abiert[oa])\b|\bqueda abiert[oa]\b|\bllama la atencion\b|\bse pierden?\b|\bno funciona\b|\bhacen lo mismo\b/,
      example: "falla cuando la lista está vacía",
    },
    { name: "a slip named", strength: 2, pattern: LOCAL_EDIT, example: "hay una errata" },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern:
        /\b(?:otr[oa]|proxim[oa]|futur[oa]|siguiente) (?:pr|pull request|issue|ticket|tarea|sprint)\b|\bmas adelante\b|\ben el futuro\b|\bfuera (?:de|del) alcance\b|\blo (?:vemos|hacemos|dejamos) (?:luego|despues)\b/,
      example: "mejor en otro PR",
    },
  ],
  nits: [{ name: "a local edit", strength: 3, pattern: LOCAL_EDIT, example: "errata en el título" }],
  settled: [
    {
      name: "done",
      strength: 3,
      pattern:
        /\bya (?:esta|quedo|fue|estaba) (?:corregid|arreglad|solucionad|resuelt|hech)\w{1,3}\b|\bya l[oa] (?:corregi|arregle|cambie)\b/,
      example: "ya está corregido",
    },
  ],
  fine: [
    {
      name: "needs nothing",
      strength: 3,
      pattern:
        /\bno es (?:necesario|obligatorio|grave)\b|\bpuedes dejarlo\b|\bes opcional\b|\bpero es correct[oa]\b|\bda igual\b/,
      example: "no es obligatorio, da igual",
    },
  ],
  process: [
    {
      name: "about the pull request",
      strength: 3,
      pattern:
        /\b(?:actualizar|cambiar de|borrar|tu|nueva) (?:la )?rama\b|\bmensajes? (?:de|del) commit\b|\b(?:enviar\w{0,2}|hacer|hagas) (?:un|otro) commit\b|\bpull ?requests?,? no los dejes\b|\bno los dejes vaci[oa]s\b|\btitulo (?:de la|del) pr\b|\bdescripcion (?:de la|del) pr\b|\binstrucciones\b|\bconflictos? (?:de|con)\b/,
      example: "deberías actualizar la rama",
    },
  ],
  checks: [
    {
      name: "asks for information",
      strength: 3,
      pattern: /\bpor que (?!n[ao]o?\b)[^.!]{2,120}\?|\bpara que (?:se usa|sirve|es)\b/,
      example: "¿para qué sirve este campo?",
    },
  ],
  vague: [
    {
      name: "sums up",
      strength: 3,
      pattern: /\bmejorar (?:la legibilidad|la calidad|el codigo)\W{0,3}$/,
      example: "habría que mejorar la legibilidad",
    },
  ],
  defects: [
    {
      name: "a defect named",
      strength: 3,
      pattern:
        /\bdivide por cero\b|\b(?:tira|lanza|arroja) (?:una )?excepcion\b|\bfuga de\b|\bse rompe\b|\bexplota\b|\bno se (?:cierra|limpia|libera)\b|\bqueda abiert[oa]\b|\binyeccion\b|\bcredenciales\b|\bse pierden? datos\b|\bcondicion de carrera\b|\bno (?:comprueba|valida|verifica) que\b|\bfalla\b/,
      example: "la conexión queda abierta",
    },
    {
      name: "trouble named",
      strength: 2,
      pattern: /\berror\b|\bincorrect[oa]\b|\bno funciona\b/,
      example: "el total es incorrecto",
    },
  ],
  sections: [
    { section: "settled", pattern: /\b(?:ya )?(?:corregido|resuelto)s?\b/, example: "Ya corregido" },
    { section: "deferred", pattern: /\bmejoras futuras\b|\bfuturo\b/, example: "Mejoras futuras" },
    {
      section: "praise",
      pattern: /\b(?:puntos (?:fuertes|positivos)|aspectos positivos|fortalezas|lo bueno|aciertos|bien hecho)\b/,
      example: "Puntos fuertes",
    },
    { section: "nits", pattern: /\b(?:detalles|comentarios) menores\b/, example: "Detalles menores" },
    {
      section: "issues",
      pattern:
        /\b(?:problemas?|riesgos?|errores|criticos?|bloqueantes?|cambios (?:necesarios|requeridos|obligatorios)|(?:por|a) corregir|hallazgos|prioridad (?:alta|media|baja)|(?:alta|media|baja) prioridad)\b/,
      example: "Problemas",
    },
    {
      section: "asks",
      pattern: /\b(?:sugerencias?|recomendaciones|mejoras?|opcional(?:es)?)\b/,
      example: "Sugerencias",
    },
    {
      section: "summary",
      pattern: /\b(?:resumen|conclusion|conclusiones|veredicto|cambios realizados)\b/,
      example: "Resumen",
    },
  ],
  chatter: [
    {
      name: "a status",
      pattern:
        /^(?:\W{0,3})(?:hecho|listo|gracias|corregido|actualizado|de acuerdo|perfecto|buen(?:as?|os)?\b|muy buen|muy bien|excelente|todo bien|aprobado|super|genial|hola\b|ya (?:corrijo|lo|quedo)|te dejo|lo veo bien|me parece|por mi parte|con respecto a)\b/,
      unless: /\bpero\b|\baunque\b|\bfalta\w{0,3}\b|\bdeber\w{2,5}\b|\bllama la atencion\b/,
      example: "Hecho, gracias",
    },
  ],
  smallWords:
    "el los las de del una un que por para con esto eso este esta hay no se es en la y o al si cuando deberíamos debería como más pero también está acá aquí lo su sus",
  asides: [
    {
      pattern:
        /^(?:además|también|quizás?|tal vez|igual|creo que|me parece que|por favor|personalmente)(?:,| (?=\S))\s?/i,
      example: "Además, cerrar la conexión al terminar",
      title: "Cerrar la conexión al terminar",
    },
    {
      pattern:
        /^(?:(?:acá|aquí),? )?(?:deberíamos|deberías?|habría que|hay que|conviene|te conviene|nos conviene|convendría|sería (?:mejor|bueno|conveniente|útil)|podríamos|podrías|sugiero|recomiendo|propongo|por qué no|¿por qué no|¿no sería mejor|estaría bueno)(?: (?:mejor|también))? (?=[a-záéíóúñ]{2,20}(?:ar|er|ir|arlo|erlo|irlo|arla|erla|irla)\b)/i,
      example: "Deberíamos validar la entrada de `readPage` antes de guardarla.",
      title: "Validar la entrada de readPage antes de guardarla",
    },
    { pattern: /,? por favor[.!]?$/i, example: "Agrega un test, por favor", title: "Agrega un test" },
  ],
  pointers: /\b(?:esto|eso|este|esta|estos|estas|acá|aquí|lo mismo)\b/i,
};
