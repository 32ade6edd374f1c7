/** Portuguese: words of a reply in a thread. */
import type { Replies } from "../language.ts";

export const PORTUGUESE_REPLIES: Replies = {
  done: [
    {
      name: "all of it done",
      strength: 3,
      forms: {
        "Tudo corrigido":
          /\b(?:tudo|todos|ambos|os dois|as duas)(?: esta| estao| foi| foram)? (?:feit|corrigid|resolvid|ajustad|alterad|arrumad)[oa]s?\b/,
      },
      unless: { "Nem tudo foi corrigido, não": /\b(?:nem|nao)\b/ },
    },
    {
      name: "done where one can see it",
      strength: 3,
      forms: {
        "Corrigido em 1a2b3c4":
          /\b(?:feit|corrigid|resolvid|ajustad|alterad|arrumad|aplicad|atualizad|removid|adicionad)[oa]s? (?:em|com|no|na|pelo) (?:o |este )?(?:[0-9a-f]{7,40}\b|`x`|#\d|https?:|(?:ultimo |novo )?(?:commit|push))/,
        "Subi uma correção":
          /\b(?:subi|pushei|acabei de subir|enviei) (?:um|uma|o|a|as|os) (?:correcao|fix|ajuste|alterac\w{1,4}|commit|mudanca)\b/,
        "Já está feito":
          /\bja (?:esta|estava|foi|ficou) (?:feit|corrigid|resolvid|ajustad|cobert)[oa]\b|\bja (?:corrigi|ajustei|alterei|fiz)\b/,
      },
      unless: { "Não será corrigido no commit": /\b(?:nao|sera|serao|vai ser)\b/ },
    },
    {
      name: "done",
      strength: 2,
      forms: {
        Feito:
          /^\W{0,9}(?:(?:sim|obrigado|obrigada|valeu|ok|pronto|agora|boa|verdade|bem visto) ){0,3}(?:feit|corrigid|resolvid|ajustad|alterad|arrumad|aplicad|atualizad|removid|adicionad|renomead|movid)[oa]s?\b(?! (?:pela metade|que|de|por))/,
        "Pronto!": /^\W{0,9}pronto\W{0,9}$/,
        "Corrigi isso": /^\W{0,9}(?:ja |eu )?(?:corrigi|ajustei|alterei|arrumei|removi|atualizei|mudei)\b/,
      },
      unless: { "Feito não está": /\bnao\b/ },
    },
  ],
  declined: [
    {
      name: "will not be done",
      strength: 3,
      forms: {
        "É intencional":
          /\b(?:e|foi) (?:intencional|proposital|de proposito|o esperado)\b|\bde proposito\b|\bfalso positivo\b|\bpor design\b/,
        "Não vale a pena": /\bnao (?:acho que )?(?:vale|valha|compensa)(?: muito)?(?: a pena)?\b/,
        "Prefiro deixar assim":
          /\b(?:deixar|deixo|deixa|deixamos|manter|mantenho|fica|vamos deixar)(?: \w{1,12}){0,2} (?:assim|como esta|do jeito que esta)\b/,
        "Não vou mudar isso": /\bnao (?:vou|vamos|pretendo) (?:mudar|corrigir|alterar|mexer|fazer)\b/,
        "Não concordo": /\bnao concordo\b|\bdiscordo\b|\bnao e um (?:bug|erro|problema)\b/,
      },
      unless: {
        "Não foi intencional neste PR":
          /\bnao (?:e|foi) (?:intencional|proposital|de proposito|o esperado)\b|\bneste pr\b/,
      },
    },
    { name: "needs nothing", strength: 2, forms: { "Não precisa": /\bnao (?:precisa|e necessario|ha necessidade)\b/ } },
  ],
  retracted: [
    {
      name: "taken back",
      strength: 3,
      forms: {
        Esquece: /\besquec[ea]\b(?! de\b)|\bdeixa pra la\b|\bignor[ea] (?:isso|meu|este|esse)\b/,
        "Li errado":
          /\b(?:li|entendi|vi) errado\b|\bme enganei\b|\b(?:erro|falha|engano) meu\b|\bmeu (?:erro|engano)\b|\bretiro (?:o|meu|o que)\b|\balarme falso\b/,
      },
    },
    {
      name: "content",
      strength: 2,
      forms: {
        "Ok, assim está bom":
          /\b(?:assim )?(?:esta|ta) (?:bom|certo|ok)(?: assim| entao| agora)?\W{0,9}$|\bah (?:ok|entendi|ta|sim)\b|\bfaz sentido assim\b/,
      },
    },
  ],
  promises: [
    {
      name: "promised",
      strength: 3,
      forms: {
        "Faço no próximo":
          /\b(?:no proximo|na proxima|em outr[oa]|num outro|numa outra|em um proximo)\b|\bmais (?:tarde|pra frente|para frente|adiante)\b|\b(?:pra|para) depois\b/,
        "Adicionado ao backlog": /\b(?:ao|no|pro|para o) backlog\b|\b(?:minha|nossa) lista\b/,
        "Abri um ticket":
          /\b(?:abri|abrirei|vou abrir|criei|vou criar|deixei|coloquei) (?:um|uma|o|a) (?:\w{1,12} )?(?:ticket|issue|tarefa|todo|card)\b/,
        "Não neste PR": /\bnao neste (?:pr|mr|sprint)\b|\bfora (?:do|de) escopo\b/,
      },
    },
  ],
  leftOver: [
    {
      name: "not put off",
      strength: 3,
      forms: {
        "Não vamos deixar para depois":
          /\bnao (?:\w{1,12} ){0,3}(?:(?:pra|para) depois|em outro pr|mais tarde)\b|\bem vez de (?:depois|outro pr|mais tarde)\b|\bantes do merge\b/,
      },
    },
    {
      name: "not all of it",
      strength: 2,
      forms: {
        "Ainda não":
          /\bainda (?:nao|falha|esta|ha|tem|falta)\b|\bnao (?:esta|foi) (?:feit|corrigid|resolvid|ajustad)[oa]\b/,
        "Em parte feito": /\b(?:em parte|parcialmente|pela metade|quase|exceto|menos|o resto|falta)\b/,
        "Feito, mas o teste falha": /\b(?:mas|porem|embora)\b/,
        "Por enquanto": /\bpor (?:enquanto|ora)\b/,
        "Vou corrigir": /\b(?:vou|vamos) (?:corrigir|ajustar|alterar|mudar|olhar|ver)\b/,
      },
      unless: { "Não vou corrigir": /\bnao (?:vou|vamos)\b/ },
    },
  ],
};
