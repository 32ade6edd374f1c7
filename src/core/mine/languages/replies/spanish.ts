/** Spanish: words of a reply in a thread. */
import type { Replies } from "../language.ts";

export const SPANISH_REPLIES: Replies = {
  done: [
    {
      name: "all of it done",
      strength: 3,
      forms: {
        "Todo corregido":
          /\b(?:todo|todos|ambos|las dos|los dos)(?: esta| estan| fue| quedo)? (?:hech|corregid|arreglad|resuelt|solucionad|cambiad)[oa]s?\b/,
      },
      unless: { "No está todo hecho": /\bno\b/ },
    },
    {
      name: "done where one can see it",
      strength: 3,
      forms: {
        "Corregido en 1a2b3c4":
          /\b(?:hech|corregid|arreglad|resuelt|solucionad|cambiad|aplicad|actualizad|eliminad|agregad)[oa]s? (?:en|con|por) (?:el |la |mi |este )?(?:[0-9a-f]{7,40}\b|`x`|#\d|https?:|(?:ultimo |nuevo )?(?:commit|push))/,
        "Subí un arreglo":
          /\b(?:subi|pushee|acabo de subir) (?:un|el|la|una|los) (?:arreglo|fix|cambios?|correccion|commit)\b/,
        "Ya está hecho":
          /\bya (?:esta|estaba|quedo|fue|se) (?:hech|corregid|arreglad|resuelt|solucionad|cubiert)[oa]\b|\bya l[oa] (?:corregi|arregle|cambie|hice)\b/,
      },
      unless: { "No quedará corregido en el commit": /\b(?:no|sera|seran|quedara|va a)\b/ },
    },
    {
      name: "done",
      strength: 2,
      forms: {
        Hecho:
          /^\W{0,9}(?:(?:si|gracias|ok|listo|ya|esta|ahora|cierto|buena|tienes razon) ){0,3}(?:hech|corregid|arreglad|resuelt|solucionad|cambiad|aplicad|actualizad|eliminad|agregad|anadid|renombrad|movid)[oa]s?\b(?! (?:a medias|que|de|por))/,
        "¡Listo!": /^\W{0,9}(?:ya )?listo\W{0,9}$/,
        "Lo corregí":
          /\b(?:lo|la) (?:he )?(?:corregi|arregle|cambie|quite|elimine|actualice|corregido|cambiado|arreglado)\b/,
      },
      unless: { "No lo he corregido": /\bno (?:lo|la)\b/ },
    },
  ],
  declined: [
    {
      name: "will not be done",
      strength: 3,
      forms: {
        "Es intencional":
          /\b(?:es|fue) (?:intencional|a proposito|adrede|intencionado|asi a proposito|lo esperado)\b|\bfalso positivo\b|\bpor diseno\b/,
        "No vale la pena": /\bno (?:creo que )?(?:vale|valga|merece|merezca)(?: mucho)? la pena\b/,
        "Prefiero dejarlo así":
          /\b(?:dejarl[oa]|dejem\w{1,4}|dejo|dejamos|mantenerl[oa]|mantener|queda|se queda)(?: \w{1,12}){0,2} (?:asi|como esta|tal cual)\b/,
        "No lo voy a cambiar":
          /\bno (?:lo |la |l[oa]s )?(?:voy a|vamos a|pienso|pensamos) (?:cambiar|corregir|arreglar|tocar|hacer)(?:lo|la)?\b/,
        "No estoy de acuerdo": /\bno estoy de acuerdo\b|\bno es un (?:bug|error|problema|fallo)\b/,
      },
      unless: {
        "No es intencional en este PR": /\bno (?:es|fue) (?:intencional|a proposito|lo esperado)\b|\ben este pr\b/,
      },
    },
    {
      name: "needs nothing",
      strength: 2,
      forms: { "No hace falta": /\bno (?:hace falta|es necesario|se necesita)\b/ },
    },
  ],
  retracted: [
    {
      name: "taken back",
      strength: 3,
      forms: {
        Olvídalo: /\bolvidal[oa]\b|\bolvida (?:lo|mi|esto)\b|\bignora (?:esto|mi|lo|este)\b|\bno importa\b/,
        "Leí mal":
          /\b(?:lei|entendi|mire) mal\b|\bme equivoque\b|\bmi error\b|\berror mio\b|\bretiro (?:mi|lo|el)\b|\bfalsa alarma\b/,
      },
    },
    {
      name: "content",
      strength: 2,
      forms: {
        "Ok, así está bien":
          /\b(?:asi )?esta bien(?: asi| entonces| ahora)?\W{0,9}$|\bah (?:ok|vale|entiendo|ya veo)\b|\bme parece bien asi\b/,
      },
    },
  ],
  promises: [
    {
      name: "promised",
      strength: 3,
      forms: {
        "Lo haré en el próximo":
          /\ben (?:el proximo|la proxima|otr[oa] (?:pr|ticket|issue|momento|rama)|el siguiente|la siguiente|un futuro)\b|\bmas (?:adelante|tarde)\b|\bpara (?:despues|la proxima|el proximo)\b/,
        "Agregado al backlog":
          /\b(?:al|en el|el) backlog\b|\b(?:mi|la) lista de (?:pendientes|tareas)\b|\bqueda pendiente\b/,
        "Abrí un ticket":
          /\b(?:abri|abrire|abro|cree|creare|creo|hice|puse|dejo|deje|he abierto|he creado) (?:un|una|el) (?:\w{1,12} )?(?:ticket|issue|tarea|todo|tarjeta)\b/,
        "No en este PR": /\bno en este (?:pr|mr|sprint)\b|\bfuera (?:de|del) alcance\b/,
      },
    },
  ],
  leftOver: [
    {
      name: "not put off",
      strength: 3,
      forms: {
        "No lo dejemos para después":
          /\bno (?:\w{1,12} ){0,3}(?:para (?:despues|luego|mas tarde)|en otro pr|mas adelante)\b|\ben (?:vez|lugar) de (?:despues|mas tarde|otro pr)\b|\bantes (?:del merge|de mergear)\b/,
      },
    },
    {
      name: "not all of it",
      strength: 2,
      forms: {
        "Todavía no está":
          /\b(?:todavia|aun) (?:no|falla|esta|hay|queda)\b|\bno (?:esta|ha sido|fue) (?:hech|corregid|arreglad|resuelt)[oa]\b/,
        "En parte hecho": /\b(?:en parte|parcialmente|a medias|casi|excepto|salvo|el resto|lo demas|falta)\b/,
        "Hecho, pero falla el test": /\b(?:pero|aunque|sin embargo)\b/,
        "Por ahora": /\bpor (?:ahora|el momento)\b/,
        "Lo voy a corregir":
          /\b(?:voy a|vamos a|lo) (?:corregir|arreglar|cambiar|mirar|revisar)(?:lo|la|e)?\b|\b(?:corregire|arreglare|cambiare)\b/,
      },
      unless: { "No lo voy a arreglar": /\bno (?:lo |la )?(?:voy|vamos)\b/ },
    },
  ],
};
