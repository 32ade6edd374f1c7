/** Spanish. */
import type { Forms } from "../forms.ts";
import type { Language } from "./language.ts";
import { SPANISH_REPLIES } from "./replies/spanish.ts";

/** A slip of the pen, a name, the look of the code. */
const LOCAL_EDIT: Forms = {
  "hay una errata en el título": /\bortografia\b|\berrata\b|\berror(?:es)? de tip(?:eo|ado)\b|\bmayusculas?\b/,
  "renombrar la constante del límite": /\brenombrar\b|\bnombre de (?:la |el )?variable\b/,
  "la indentación no es la del resto":
    /\bindentacion\b|\bsangria\b|\bespacios? (?:en blanco|extra|de mas)\b|\blineas? en blanco\b/,
  "sobra una coma al final de la lista": /\bsobra (?:un|una|est[ea]|el|la)\b/,
};

export const SPANISH: Language = {
  name: "Spanish",
  ...SPANISH_REPLIES,
  asks: [
    {
      name: "a request",
      strength: 3,
      forms: {
        "un test para la página vacía, por favor": /\bpor favor\b/,
        "deberíamos validar la entrada": /\bdeberia(?:mos|s|n)?\b|\bdebiera\w{0,3}\b|\bdebes\b/,
        "el contador debe empezar en cero":
          /\bdeben? (?!haber|ser (?:por|que)\b)(?:ser|ir|estar|\w{2,20}[aei]r)\b|\bt(?:iene|ienes|ienen|enemos) que (?!ver\b|funcion|pasar|salir)\w/,
        "¿puedes cerrar la conexión al terminar?":
          /\b(?:puedes|podrias) (?!explicar|aclarar|confirmar|decir|revisar|mirar|subir|compartir|aprobar|merge)\w{2,20}[aei]r(?:l[aeo]s?|se)?\b[^?]{0,160}\?/,
        "asegúrate de cerrar el cursor": /\basegur(?:ate|arse|arnos|emonos) (?:de|que)\b/,
        "cuidado con los valores nulos": /\b(?:cuidado|ojo) con\b/,
        "esto se puede simplificar":
          /\bse puede (?:simplificar|extraer|mover|reutilizar|quitar|eliminar|unificar|refactorizar|evitar|borrar|sacar)\b/,
        "usaría un `Map` en lugar de la lista":
          /^(?:\W{0,9})(?:aqui,? )?(?:usaria|cambiaria|moveria|pondria|extraeria|quitaria|separaria|haria|evitaria|sacaria|agregaria|anadiria) /,
        "olvidaste cerrar el cursor": /\b(?:olvidaste|olvido|te falto) (?:de )?\w{2,20}[aei]r(?:l[aeo]s?)?\b/,
        "necesitamos validar el correo antes": /\bnecesita(?:mos|n)? (?:un|una|\w{2,20}[aei]r(?:l[aeo]s?|se)?)\b/,
        "tendría que ir en el repositorio": /\btendria(?:mos|s|n)? que\b/,
        "valdría la pena un índice": /(?<!\bno )\b(?:valdria|vale) la pena\b(?! (?:leer|mirar|ver)\b)|\bconvenga\b/,
        "recuerda cerrar el fichero": /\brecuerda \w{2,20}[aei]r(?:l[aeo]s?)?\b/,
        "usemos una constante":
          /^(?:\W{0,9})(?:usemos|movamos|agreguemos|anadamos|extraigamos|quitemos|evitemos|hagamos|pongamos|validemos|separemos) /,
        "mejor pon una constante": /\bmejor (?:usa|pon|haz|mueve|extrae|crea|quita|devuelve) /,
        "mejor usar un `Set`": /\bmejor (?!lugar|hablar|dejarl|esperar|mirar|ser\b)\w{2,20}[aei]r(?:l[aeo]s?|se)?\b/,
        "yo usaría un `Map` aquí": /\byo (?:no )?(?:l[aeo]s? )?(?!diria|aprob|merge|dejaria)\w{2,20}[aei]ria\b/,
        "prefiero una constante": /\b(?:prefiero|preferiria) (?!dejarl|esperar|no (?:tocar|opinar))/,
        "convendría guardar la fecha en UTC": /\bconvendria\b|\b(?:te|nos|les) conviene\b|\bconviene \w{2,20}[aei]r/,
        "habría que cerrar el cursor al terminar": /\bhabria que\b|\bhay que\b/,
        "sería mejor usar un `Set`":
          /\bseria (?:mejor|bueno|conveniente|util)\b|\bquedaria mejor\b|\b(?:estaria|vendria) (?:bueno|bien)\b/,
        "sugiero separar las dos consultas": /\bsugiero\b|\brecomiendo\b|\bpropongo\b/,
        "podríamos guardar el resultado en la caché": /\bpodria(?:mos|s)\b/,
        "aquí se podría reutilizar el cliente":
          /\b(?:se podria|podria (?!fall|caus|romp|provoc|tard|dar|perd|gener|ocurr|pasar|llegar|haber|produc|lanz|devolv|qued)\w{2,20}[aei]r(?:l[aeo]s?|se)?)\b/,
        "considera un índice para esta columna": /\bconsidera(?:r)?\b/,
        "falta un test para la lista vacía":
          /\bfalta(?:n|ria|rian)? (?:un|una|el|la|los|las|manejo|validacion|tests?|pruebas|\w{2,20}[aei]r)\b/,
        "¿por qué no usamos el cliente compartido?": /\bpor que no\b/,
        "revisa los permisos de esta ruta": /\brevis(?:a|ar|en)\b/,
        "acostúmbrate a cerrar los ficheros que abres": /\bacostumbra(?:te)?\b/,
        "intenta extraer el bucle a un método": /\bintenta (?:no )?\w{2,20}[aei]r/,
        "¡no olvides cerrar la conexión!": /^(?:\W{0,9})no (?:anadas|agregues|uses|olvides|dejes|hagas) /,
        "mover la consulta al repositorio":
          /^(?:\W{0,9})(?:agregar|anadir|ejecutar|implementar|incluir|mejorar|verificar|utilizar|actualizar|crear|refactorizar|usar|mover|validar|quitar|eliminar|evitar|manejar|capturar|extraer|cambiar|unificar|reemplazar|separar|centralizar|comprobar|documentar|reutilizar|corregir) /,
        "mueve la validación a un servicio":
          /^(?:\W{0,9})(?:anade|agrega|usa|utiliza|mueve|valida|quita|elimina|evita|maneja|captura|extrae|cambia|cierra|devuelve|comprueba|unifica|reemplaza|separa|centraliza) /,
      },
      unless: {
        "hay que esperar a que termine el pipeline": /\bhay que (?:ver|esperar)\b/,
        "debes firmar el CLA para que te acepte el bot": /\bpara que te acepte\b/,
        "revisa las instrucciones para contribuir": /\brevisa las instrucciones\b/,
        "hay que lanzar otra vez el pipeline, a ver qué sale": /\ba ver que\b/,
      },
    },
    {
      name: "a defect described",
      strength: 2,
      forms: {
        "falla cuando la lista está vacía":
          /\berror(?:es)?\b(?= (?:al|cuando|si|en))|\bfalla\b|\bexplota\b|\bse rompe\b|\bno funciona\b|\bdivide por cero\b/,
        "lanza una excepción con la cola vacía": /\b(?:tira|lanza|arroja) (?:una |un )?(?:excepcion|error|npe)\b/,
        "el campo está duplicado en las dos tablas":
          /\bincorrect[oa]\b|\bduplicad[oa]\b|\binnecesari[oa]\b|\bhacen lo mismo\b/,
        "el formulario no valida el correo":
          /\bno (?:se )?(?:comprueba|valida|verifica|cierra|limpia|maneja|contempla|controla)\b/,
        "el temporizador sigue activo al cerrar el diálogo":
          /\bsigue (?:activo|abiert[oa])\b|\bqueda abiert[oa]\b|\bse pierden?\b/,
        "me llama la atención este índice sin uso": /\bllama la atencion\b/,
      },
    },
    {
      name: "a slip named",
      strength: 2,
      forms: LOCAL_EDIT,
    },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      forms: {
        "mejor en otro PR":
          /\b(?:otr[oa]|proxim[oa]|futur[oa]|siguiente) (?:pr|pull request|issue|ticket|tarea|sprint)\b/,
        "la paginación la añadimos más adelante":
          /\bmas adelante\b|\ben el futuro\b|\blo (?:vemos|hacemos|dejamos) (?:luego|despues)\b/,
        "queda fuera del alcance de este cambio": /\bfuera (?:de|del) alcance\b/,
      },
    },
  ],
  nits: [
    {
      name: "a local edit",
      strength: 3,
      forms: LOCAL_EDIT,
    },
  ],
  settled: [
    {
      name: "done",
      strength: 3,
      forms: {
        "ya está corregido":
          /\bya (?:esta|quedo|fue|estaba) (?:corregid|arreglad|solucionad|resuelt|hech)\w{1,3}\b|\bya l[oa] (?:corregi|arregle|cambie)\b/,
      },
    },
  ],
  fine: [
    {
      name: "needs nothing",
      strength: 3,
      forms: {
        "no es obligatorio, da igual":
          /\bno es (?:necesario|obligatorio|grave)\b|\bpuedes dejarlo\b|\bes opcional\b|\bpero es correct[oa]\b|\bda igual\b/,
      },
    },
  ],
  process: [
    {
      name: "about the pull request",
      strength: 3,
      forms: {
        "deberías actualizar la rama": /\b(?:actualizar|cambiar de|borrar|tu|nueva) (?:la )?rama\b/,
        "el mensaje de commit no dice qué cambia":
          /\bmensajes? (?:de|del) commit\b|\b(?:enviar\w{0,2}|hacer|hagas) (?:un|otro) commit\b/,
        "los pull requests no los dejes sin descripción":
          /\bpull ?requests?,? no los dejes\b|\bno los dejes vaci[oa]s\b/,
        "el título del PR no dice nada": /\btitulo (?:de la|del) pr\b|\bdescripcion (?:de la|del) pr\b/,
        "sigue las instrucciones para contribuir": /\binstrucciones\b/,
        "hay conflictos con la rama principal": /\bconflictos? (?:de|con)\b/,
      },
    },
  ],
  checks: [
    {
      name: "asks for information",
      strength: 3,
      forms: {
        "¿para qué sirve este campo?": /\bpor que (?!n[ao]o?\b)[^.!]{2,120}\?|\bpara que (?:se usa|sirve|es)\b/,
      },
    },
  ],
  vague: [
    {
      name: "sums up",
      strength: 3,
      forms: {
        "habría que mejorar la legibilidad": /\bmejorar (?:la legibilidad|la calidad|el codigo)\W{0,3}$/,
      },
    },
  ],
  defects: [
    {
      name: "a defect named",
      strength: 3,
      forms: {
        "se rompe si el fichero no existe":
          /\bdivide por cero\b|\b(?:tira|lanza|arroja) (?:una )?excepcion\b|\bse rompe\b|\bexplota\b|\bfalla\b/,
        "la conexión queda abierta": /\bfuga de\b|\bno se (?:cierra|limpia|libera)\b|\bqueda abiert[oa]\b/,
        "esta búsqueda permite una inyección SQL": /\binyeccion\b|\bcredenciales\b/,
        "se pierden datos al reintentar el envío": /\bse pierden? datos\b|\bcondicion de carrera\b/,
        "no comprueba que el usuario exista": /\bno (?:comprueba|valida|verifica) que\b/,
      },
    },
    {
      name: "trouble named",
      strength: 2,
      forms: {
        "el total es incorrecto": /\berror(?:es)? (?:al|cuando|si|en|de)\b|\bincorrect[oa]\b|\bno funciona\b/,
      },
    },
  ],
  sections: [
    {
      section: "settled",
      forms: {
        "Ya corregido": /\b(?:ya )?(?:corregido|resuelto)s?\b/,
      },
    },
    {
      section: "deferred",
      forms: {
        "Mejoras futuras": /\bmejoras futuras\b|\bfuturo\b/,
      },
    },
    {
      section: "praise",
      forms: {
        "Puntos fuertes":
          /\b(?:puntos (?:fuertes|positivos)|aspectos positivos|fortalezas|lo bueno|aciertos|bien hecho)\b/,
      },
    },
    {
      section: "nits",
      forms: {
        "Detalles menores": /\b(?:detalles|comentarios) menores\b/,
      },
    },
    {
      section: "issues",
      forms: {
        Problemas:
          /\b(?:problemas?|riesgos?|errores|criticos?|bloqueantes?|cambios (?:necesarios|requeridos|obligatorios)|(?:por|a) corregir|hallazgos|prioridad (?:alta|media|baja)|(?:alta|media|baja) prioridad)\b/,
      },
    },
    {
      section: "asks",
      forms: {
        Sugerencias: /\b(?:sugerencias?|recomendaciones|mejoras?|opcional(?:es)?)\b/,
      },
    },
    {
      section: "summary",
      forms: {
        Resumen: /\b(?:resumen|conclusion|conclusiones|veredicto|cambios realizados)\b/,
      },
    },
  ],
  chatter: [
    {
      name: "a status",
      forms: {
        "Hecho, gracias":
          /^(?:\W{0,3})(?:hecho|listo|gracias|corregido|actualizado|de acuerdo|perfecto|buen(?:as?|os)?\b|muy buen|muy bien|excelente|todo bien|aprobado|super|genial|hola\b|ya (?:corrijo|lo|quedo)|te dejo|lo veo bien|me parece|por mi parte|con respecto a)\b/,
      },
      unless: {
        "Perfecto, pero la caché nunca se vacía": /\bpero\b|\baunque\b/,
        "Muy bien, solo falta un test": /\bfalta\w{0,3}\b/,
        "Excelente, deberías moverlo al servicio": /\bdeber\w{2,5}\b/,
        "Todo bien, me llama la atención este bucle": /\bllama la atencion\b/,
      },
    },
  ],
  unlikeEnglish:
    "el los las la una un que por para esto eso hay esta estas estos ese esa del al lo se su sus pero otro otra muy cuando donde como falta mejor cada usar hacer aqui prefiero puedes cuidado puede podemos podria deberia debe sugiero propongo recomiendo conviene agregar anadir ejecutar implementar incluir mejorar verificar utilizar actualizar crear validar quitar eliminar evitar extraer cambiar corregir",
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
