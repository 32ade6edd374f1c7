/** Portuguese. */
import type { Language } from "./language.ts";
import { PORTUGUESE_REPLIES } from "./replies/portuguese.ts";

/** A slip of the pen, a name, the look of the code. */
const LOCAL_EDIT =
  /\bortografia\b|\bdigitacao\b|\brenomear\b|\bindentacao\b|\blinhas? em branco\b|\bespacos?\b|\bvirgulas?\b|\bnome (?:da|do) (?:variavel|funcao|metodo)\b/;

export const PORTUGUESE: Language = {
  name: "Portuguese",
  ...PORTUGUESE_REPLIES,
  asks: [
    {
      name: "a request",
      strength: 3,
      forms: {
        "um teste para a página vazia, por favor": /\bpor favor\b/,
        "deveríamos validar a entrada": /\bdeveria(?:mos|m|s)?\b|\bdevemos\b/,
        "seria melhor usar um `Set` aqui":
          /\bseria (?:melhor|bom|legal|interessante|ideal|util)\b|\bnao seria\b|\bacho (?:que )?(?:e|eh) melhor\b/,
        "sugiro separar a consulta em duas": /\bsugiro\b|\brecomendo\b|\bproponho\b/,
        "poderíamos guardar o resultado em cache": /\bpoderia(?:mos)?\b|\bpodemos\b/,
        "dá pra reaproveitar o parser da fila": /\bda (?:pra|para) (?:usar|\w{2,20}[aei]r)\b/,
        "que tal um índice para essa coluna?": /\bvale a pena\b|\bque tal\b/,
        "considere uma consulta com paginação": /\bconsider(?:e|ar)\b/,
        "a migração precisa de um valor padrão": /(?<!\bnao )\bprecisa(?:mos|m)?\b|(?<!\bnao )\be preciso\b/,
        "não precisa desse laço": /\bnao precisa(?:mos)? (?:dess[ea]|dest[ea])s?\b/,
        "o contador deve começar em zero":
          /\bdevem? (?:ser \w{2,20}[ai]d[oa]s?\b|(?!ser\b|estar\b|funcion|resolv|bast|dar\b|ajud|pass|haver|ter sido)\w{2,20}[aei]r\b)|\bte(?:m|mos) que (?!ver\b)\w/,
        "você pode extrair essa consulta?":
          /\bvoces? (?:pode|podem|poderia) (?!ver\b|ignorar|merge|explicar|conferir|aprovar|seguir|confirmar|deixar)\w{2,20}[aei]r\b/,
        "pode extrair para um método?":
          /^(?:\W{0,9})(?:aqui |tambem )?pode (?!ver\b|deixar|ficar|ser\b|merge|aprov|explic|confirm|ignor|seguir|dar\b|causar|gerar|falhar|quebrar|acontecer|ocorrer|haver)\w{2,20}[aei]r\b/,
        "usaria um `Map` em vez da lista":
          /^(?:\W{0,9})(?:usaria|mudaria|moveria|trocaria|extrairia|colocaria|removeria|separaria|faria|evitaria|criaria) /,
        "essa coluna pode ser removida":
          /\bpodem? ser (?:removid|simplificad|extraid|substituid|reaproveitad|movid|unificad|trocad)[oa]s?\b(?! depois)/,
        "esqueceu de fechar o cursor": /\besqueceu (?:de )?\w{2,20}[aei]r\b/,
        "o ideal seria guardar em cache": /\bo ideal (?:seria|e)\b|\bdeve-se\b/,
        "lembre de fechar o arquivo": /\blembr(?:e|ar)(?:-se)? de\b(?! me\b)/,
        "coloca isso numa constante":
          /^(?:\W{0,9})(?:coloca|coloque|tira|tire|extrai|mude|crie|garanta|renomeie|troca) (?:isso|ess[ea]s?|est[ea]s?|uma?|os?|as?|que|aqui|`x`) ?/,
        "certifique-se de fechar a conexão": /\bcertifique-se\b/,
        "não esqueça de fechar a conexão": /\bnao (?:se )?esquec(?:a|er)\b/,
        "cuidado com valores nulos aqui": /\bcuidado com\b/,
        "melhor usar um `Set` aqui": /\bmelhor (?!lugar|falar|conversar|deixar|esperar|ser\b)\w{2,20}[aei]r\b/,
        "eu usaria um `Map` aqui": /\beu (?:nao )?(?!diria|aprov|deixaria|merge)\w{2,20}[aei]ria\b/,
        "vamos extrair essa consulta":
          /\bvamos (?!ver\b|merge|seguir|aguardar|esperar|deixar|aprovar|conversar|precisar|fazer (?:o merge|isso depois))\w{2,20}[aei]r\b/,
        "falta um teste para a lista vazia": /\bfalt(?:a|am|ou|aria) (?:um|uma|o|a|os|as|testes?|\w{2,20}[aei]r)\b/,
        "por que não usamos o cliente compartilhado?": /\bpor que nao\b/,
        "mover a consulta para o repositório":
          /^(?:\W{0,9})(?:adicionar|executar|implementar|incluir|melhorar|garantir|utilizar|atualizar|padronizar|renomear|refatorar|usar|mover|validar|remover|evitar|tratar|capturar|extrair|trocar|reaproveitar|centralizar|separar|criar|documentar|corrigir|unificar|substituir) /,
        "evite consultas dentro do laço":
          /^(?:\W{0,9})(?:adicione|use|mova|valide|remova|evite|trate|extraia|troque|centralize|feche|verifique|reaproveite|separe) /,
        "o método está longo, extrair a leitura do arquivo":
          /[;,] (?:adicionar|usar|mover|validar|remover|evitar|tratar|capturar|extrair|trocar) /,
      },
      unless: {
        "podemos mergear quando o CI passar": /\bpodemos (?:mergear|aprovar|seguir)\b/,
      },
    },
    {
      name: "a defect described",
      strength: 2,
      forms: {
        "isso falha quando a lista está vazia": /\bquebra\b|\bfalha quando\b|\bda erro\b|\bestoura\b|\bvaza\w{0,5}\b/,
        "o campo está duplicado nas duas tabelas": /\bincorret[oa]\b|\bduplicad[oa]\b|\bdesnecessari[oa]\b/,
        "o formulário não valida o e-mail":
          /\bnao (?:verifica|valida|trata|fecha|limpa|define)\b|\bnunca (?:define|fecha|e chamad[oa])\b|\bsem (?:validacao|expiracao|tratamento|verificacao)\b/,
        "o `catch` esconde a causa da falha": /\besconde\b/,
        "a busca concatena o nome do usuário": /\bconcatena\b|\btexto puro\b/,
        "o diálogo fica lento com muitos itens": /\bfica(?:r)? lent[oa]\b/,
      },
    },
    {
      name: "a slip named",
      strength: 2,
      forms: {
        "erro de digitação": LOCAL_EDIT,
      },
    },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      forms: {
        "melhor em outro PR": /\b(?:outr[oa]|proxim[oa]|futur[oa]) (?:pr|pull request|issue|ticket|tarefa)\b/,
        "a paginação fica para depois":
          /\bmais (?:tarde|para frente|pra frente)\b|\bno futuro\b|\bdepois (?:a gente|fazemos|em outr[oa])\b|\bfica (?:pra|para) (?:depois|um|uma|outr[oa])\b/,
        "o cache está fora do escopo daqui": /\bfora do escopo\b/,
      },
    },
  ],
  nits: [
    {
      name: "a local edit",
      strength: 3,
      forms: {
        "erro de digitação no título": LOCAL_EDIT,
      },
    },
  ],
  settled: [
    {
      name: "done",
      strength: 3,
      forms: {
        "isso já foi corrigido":
          /\bja (?:corrigi|ajustei|foi (?:corrigid|resolvid|ajustad)[oa]|esta (?:corrigid|resolvid)[oa])\b/,
      },
    },
  ],
  fine: [
    {
      name: "needs nothing",
      strength: 3,
      forms: {
        "isso pode deixar assim":
          /\bpode (?:deixar|ficar) assim\b|\be opcional\b|\bnao precisa (?:mudar|alterar|mexer)\b|\bvou deixar aprovado\b/,
      },
    },
  ],
  process: [
    {
      name: "about the pull request",
      strength: 3,
      forms: {
        "melhor fazer commits menores": /\bfazer (?:os )?commits?\b|\bcommits? (?:atomicos?|intermediarios?|menores)\b/,
        "melhor separar em dois PRs":
          /\bmensage(?:m|ns) (?:de|do) commit\b|\bseparar em \w{1,8} prs?\b|\btitulo (?:da|do) pr\b|\bdescricao (?:da|do) pr\b|\bconflitos? (?:de|com|no)\b|\brebase da\b/,
      },
    },
  ],
  checks: [
    {
      name: "asks for information",
      strength: 3,
      forms: {
        "para que serve esse campo?": /\bpor que (?!n[ao]o?\b)[^.!]{2,120}\?|\bpra que serve\b|\bpara que serve\b/,
      },
    },
  ],
  vague: [
    {
      name: "sums up",
      strength: 3,
      forms: {
        "aqui precisa melhorar a legibilidade":
          /\bmelhorar (?:a legibilidade|a qualidade|o codigo|algumas coisas)\W{0,3}$/,
      },
    },
  ],
  defects: [
    {
      name: "a defect named",
      strength: 3,
      forms: {
        "se a lista vier vazia isso quebra": /\bquebra\b|\bestoura\b|\blanca (?:uma )?excecao\b|\bdivisao por zero\b/,
        "essa busca permite injeção de SQL": /\binjecao\b|\bdireto no sql\b|\btexto puro\b|\bsem expiracao\b/,
        "há um vazamento de conexões no pool": /\bvazamento\b|\bnunca (?:fecha|define)\b/,
        "há uma condição de corrida no contador": /\bcondicao de corrida\b/,
        "não verifica se o usuário existe": /\bnao (?:verifica|valida) se\b/,
        "o `catch` esconde o erro da fila": /\besconde os? erros?\b/,
      },
    },
    {
      name: "trouble named",
      strength: 2,
      forms: {
        "o total está incorreto": /\bincorret[oa]\b|\bfalha\b|\bnao funciona\b/,
      },
    },
  ],
  sections: [
    {
      section: "settled",
      forms: {
        "Já corrigidos": /\b(?:corrigid|resolvid)[oa]s?\b/,
      },
    },
    {
      section: "deferred",
      forms: {
        "Melhorias futuras": /\bmelhorias futuras\b|\bfuturo\b/,
      },
    },
    {
      section: "praise",
      forms: {
        "Pontos fortes": /\bpontos (?:fortes|positivos)\b|\besta bom\b|\bbem feito\b/,
      },
    },
    {
      section: "nits",
      forms: {
        "Pequenos detalhes": /\bdetalhes menores\b|\bpequenos detalhes\b/,
      },
    },
    {
      section: "issues",
      forms: {
        Problemas:
          /\b(?:problemas?|riscos?|erros|pontos de atencao|criticos?|bloqueantes?|precisa mudar|mudancas necessarias|a corrigir|prioridade (?:alta|media|baixa)|(?:alta|media|baixa) prioridade)\b/,
      },
    },
    {
      section: "asks",
      forms: {
        Sugestões: /\b(?:sugest(?:oes|ao)|recomendacoes|melhorias?|opciona(?:l|is))\b/,
      },
    },
    {
      section: "summary",
      forms: {
        Resumo: /\b(?:resumo|conclusao|visao geral)\b/,
      },
    },
  ],
  chatter: [
    {
      name: "a status",
      forms: {
        "Feito, obrigado":
          /^(?:\W{0,3})(?:feito|pronto|obrigad[oa]|corrigido|ajustad[oa]|valeu|boa\b|beleza|show|perfeito|parabens|aprovad[oa]|ficou (?:otim[oa]|muito bom|bom|legal)|vou (?:ajustar|corrigir|alterar)|top\b)\b/,
      },
      unless: {
        "Perfeito, mas o cache nunca expira": /\bmas\b/,
        "Ficou ótimo, só falta um teste": /\bso (?:falta|faltou)\b/,
      },
    },
  ],
  unlikeEnglish:
    "seria da ao os uma isso isto esse essa este duas dois nas pelo pela vai foi tem pra seu sua numa melhor quando voce vamos eu nao deve devemos faltou um pode poderia deveria precisa precisamos sugiro recomendo esqueceu adicionar executar implementar incluir melhorar garantir utilizar atualizar renomear validar evitar tratar extrair criar documentar corrigir",
  smallWords:
    "o a os uma de além antes um que por para pra com isso esse essa aqui não se é em da do das dos na no e ou ao quando deveria como mais mas também está tem vai ser ele ela são nem",
  asides: [
    {
      pattern: /^(?:também|além disso|talvez|acho que|por favor|pessoalmente)(?:,| (?=\S))\s?/i,
      example: "Além disso, fechar a conexão no fim",
      title: "Fechar a conexão no fim",
    },
    {
      pattern:
        /^(?:aqui,? )?(?:deveríamos|deveria|seria (?:melhor|bom|legal|interessante|ideal)|é melhor|poderíamos|poderia|podemos|precisamos|precisa|sugiro|recomendo|vale a pena|dá pra|dá para|que tal|por que não|não seria (?:melhor|bom))(?: (?:também|de))? (?=[a-záéíóúãõç]{2,20}(?:ar|er|ir)\b)/i,
      example: "Deveríamos validar a entrada de `readPage` antes de gravar.",
      title: "Validar a entrada de readPage antes de gravar",
    },
    { pattern: /,? por favor[.!]?$/i, example: "Adicione um teste, por favor", title: "Adicione um teste" },
  ],
  pointers: /\b(?:isso|isto|esse|essa|este|esta|aqui)\b/i,
};
