/** Portuguese. */
import type { Language } from "./language.ts";

export const PORTUGUESE: Language = {
  name: "Portuguese",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /\bpor favor\b|\bdeveria(?:mos|m|s)?\b|\bdevemos\b|\bseria (?:melhor|bom|legal|interessante|ideal|util)\b|\bsugiro\b|\brecomendo\b|\bproponho\b|\bpoderiamos\b|\bpodemos\b|\bque tal\b|\bconsider(?:e|ar)\b|\bprecisamos\b|\be preciso\b|\bfalt(?:a|am|ou|aria) (?:um|uma|o|a|os|as|testes?|\w{2,20}[aei]r)\b|\bnao seria\b|\bpor que nao\b|^(?:\W{0,9})(?:adicionar|usar|mover|validar|remover|evitar|tratar|capturar|extrair|trocar) |[;,] (?:adicionar|usar|mover|validar|remover|evitar|tratar|capturar|extrair|trocar) /,
      example: "deveríamos validar a entrada",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern: /\bquebra\b|\bfalha quando\b|\bincorret[oa]\b|\bduplicad[oa]\b|\bdesnecessari[oa]\b/,
      example: "isso falha quando a lista está vazia",
    },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern:
        /\boutr[oa] (?:pr|pull request|issue|ticket|tarefa)\b|\bmais (?:tarde|para frente)\b|\bno futuro\b|\bfora do escopo\b|\bdepois (?:a gente|fazemos)\b/,
      example: "melhor em outro PR",
    },
  ],
  nits: [
    {
      name: "a local edit",
      strength: 3,
      pattern: /\bortografia\b|\bdigitacao\b|\brenomear\b|\bindentacao\b|\blinha em branco\b/,
      example: "erro de digitação no título",
    },
  ],
  sections: [
    { section: "deferred", pattern: /\bmelhorias futuras\b|\bfuturo\b/, example: "Melhorias futuras" },
    { section: "praise", pattern: /\bpontos (?:fortes|positivos)\b/, example: "Pontos fortes" },
    { section: "issues", pattern: /\b(?:problemas|riscos|erros|pontos de atencao)\b/, example: "Problemas" },
    { section: "asks", pattern: /\b(?:sugestoes|recomendacoes|melhorias)\b/, example: "Sugestões" },
    { section: "summary", pattern: /\b(?:resumo|conclusao)\b/, example: "Resumo" },
  ],
  chatter: [
    { name: "a status", pattern: /^(?:feito|pronto|obrigad[oa]|corrigido|valeu)\b/, example: "Feito, obrigado" },
  ],
};
