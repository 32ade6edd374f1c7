/** Portuguese. */
import type { Language } from "./language.ts";

/** A slip of the pen, a name, the look of the code. */
const LOCAL_EDIT =
  /\bortografia\b|\bdigitacao\b|\brenomear\b|\bindentacao\b|\blinhas? em branco\b|\bespacos?\b|\bvirgulas?\b|\bnome (?:da|do) (?:variavel|funcao|metodo)\b/;

export const PORTUGUESE: Language = {
  name: "Portuguese",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /\bpor favor\b|\bdeveria(?:mos|m|s)?\b|\bdevemos\b|\bseria (?:melhor|bom|legal|interessante|ideal|util)\b|\bsugiro\b|\brecomendo\b|\bproponho\b|\bpoderia(?:mos)?\b|\bpodemos\b|\bda (?:pra|para) (?:usar|\w{2,20}[aei]r)\b|\bvale a pena\b|\bque tal\b|\bconsider(?:e|ar)\b|\bprecisa(?:mos|m)?\b|\be preciso\b|\bfalt(?:a|am|ou|aria) (?:um|uma|o|a|os|as|testes?|\w{2,20}[aei]r)\b|\bnao seria\b|\bpor que nao\b|\bacho (?:que )?(?:e|eh) melhor\b|^(?:\W{0,9})(?:adicionar|usar|mover|validar|remover|evitar|tratar|capturar|extrair|trocar|reaproveitar|centralizar|separar|criar|documentar|corrigir|unificar|substituir|adicione|use|mova|valide|remova|evite|trate|extraia|troque|centralize|feche|verifique|reaproveite|separe) |[;,] (?:adicionar|usar|mover|validar|remover|evitar|tratar|capturar|extrair|trocar) /,
      unless: /\bpodemos (?:mergear|aprovar|seguir)\b/,
      example: "deveríamos validar a entrada",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern:
        /\bquebra\b|\bfalha quando\b|\bincorret[oa]\b|\bduplicad[oa]\b|\bdesnecessari[oa]\b|\bnao (?:verifica|valida|trata|fecha|limpa|define)\b|\bnunca (?:define|fecha|e chamad[oa])\b|\besconde\b|\bconcatena\b|\btexto puro\b|\bfica(?:r)? lent[oa]\b|\bda erro\b|\bestoura\b|\bvaza\w{0,5}\b|\bsem (?:validacao|expiracao|tratamento|verificacao)\b/,
      example: "isso falha quando a lista está vazia",
    },
    { name: "a slip named", strength: 2, pattern: LOCAL_EDIT, example: "erro de digitação" },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern:
        /\b(?:outr[oa]|proxim[oa]|futur[oa]) (?:pr|pull request|issue|ticket|tarefa)\b|\bmais (?:tarde|para frente|pra frente)\b|\bno futuro\b|\bfora do escopo\b|\bdepois (?:a gente|fazemos|em outr[oa])\b|\bfica (?:pra|para) (?:depois|um|uma|outr[oa])\b/,
      example: "melhor em outro PR",
    },
  ],
  nits: [{ name: "a local edit", strength: 3, pattern: LOCAL_EDIT, example: "erro de digitação no título" }],
  settled: [
    {
      name: "done",
      strength: 3,
      pattern: /\bja (?:corrigi|ajustei|foi (?:corrigid|resolvid|ajustad)[oa]|esta (?:corrigid|resolvid)[oa])\b/,
      example: "isso já foi corrigido",
    },
  ],
  fine: [
    {
      name: "needs nothing",
      strength: 3,
      pattern:
        /\bpode (?:deixar|ficar) assim\b|\be opcional\b|\bnao precisa (?:mudar|alterar|mexer)\b|\bvou deixar aprovado\b/,
      example: "isso pode deixar assim",
    },
  ],
  process: [
    {
      name: "about the pull request",
      strength: 3,
      pattern:
        /\bmensage(?:m|ns) (?:de|do) commit\b|\bseparar em \w{1,8} prs?\b|\btitulo (?:da|do) pr\b|\bdescricao (?:da|do) pr\b|\bconflitos? (?:de|com|no)\b|\brebase da\b/,
      example: "melhor separar em dois PRs",
    },
  ],
  checks: [
    {
      name: "asks for information",
      strength: 3,
      pattern: /\bpor que (?!n[ao]o?\b)[^.!]{2,120}\?|\bpra que serve\b|\bpara que serve\b/,
      example: "para que serve esse campo?",
    },
  ],
  vague: [
    {
      name: "sums up",
      strength: 3,
      pattern: /\bmelhorar (?:a legibilidade|a qualidade|o codigo|algumas coisas)\W{0,3}$/,
      example: "aqui precisa melhorar a legibilidade",
    },
  ],
  defects: [
    {
      name: "a defect named",
      strength: 3,
      pattern:
        /\binjecao\b|\bvazamento\b|\bcondicao de corrida\b|\bquebra\b|\bestoura\b|\bsem expiracao\b|\btexto puro\b|\bnao (?:verifica|valida) se\b|\besconde os? erros?\b|\blanca (?:uma )?excecao\b|\bdivisao por zero\b|\bdireto no sql\b|\bnunca (?:fecha|define)\b/,
      example: "se a lista vier vazia isso quebra",
    },
    {
      name: "trouble named",
      strength: 2,
      pattern: /\bincorret[oa]\b|\bfalha\b|\bnao funciona\b/,
      example: "o total está incorreto",
    },
  ],
  sections: [
    { section: "settled", pattern: /\b(?:corrigid|resolvid)[oa]s?\b/, example: "Já corrigidos" },
    { section: "deferred", pattern: /\bmelhorias futuras\b|\bfuturo\b/, example: "Melhorias futuras" },
    {
      section: "praise",
      pattern: /\bpontos (?:fortes|positivos)\b|\besta bom\b|\bbem feito\b/,
      example: "Pontos fortes",
    },
    { section: "nits", pattern: /\bdetalhes menores\b|\bpequenos detalhes\b/, example: "Pequenos detalhes" },
    {
      section: "issues",
      pattern:
        /\b(?:problemas?|riscos?|erros|pontos de atencao|criticos?|bloqueantes?|precisa mudar|mudancas necessarias|a corrigir|prioridade (?:alta|media|baixa)|(?:alta|media|baixa) prioridade)\b/,
      example: "Problemas",
    },
    {
      section: "asks",
      pattern: /\b(?:sugest(?:oes|ao)|recomendacoes|melhorias?|opciona(?:l|is))\b/,
      example: "Sugestões",
    },
    { section: "summary", pattern: /\b(?:resumo|conclusao|visao geral)\b/, example: "Resumo" },
  ],
  chatter: [
    {
      name: "a status",
      pattern:
        /^(?:\W{0,3})(?:feito|pronto|obrigad[oa]|corrigido|ajustad[oa]|valeu|boa\b|beleza|show|perfeito|parabens|aprovad[oa]|ficou (?:otim[oa]|muito bom|bom|legal)|vou (?:ajustar|corrigir|alterar)|top\b)\b/,
      unless: /\bmas\b|\bso (?:falta|faltou)\b/,
      example: "Feito, obrigado",
    },
  ],
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
