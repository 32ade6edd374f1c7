/** How heavy a finding is by labels and headings in other languages than English. */
import type { Severity } from "./finding.ts";

interface Weighing {
  name: string;
  /** Read in lower case; its groups are named for what they say. Linear, held by a test. */
  pattern: RegExp;
  examples: Partial<Record<Severity, string>>;
}

/** Words that say a weight is told of, as the alternatives of a pattern. */
export const WORDS_FOR_WEIGHT =
  "重要度|優先度|深刻度|优先级|優先級|严重(?:程度|性|级别)|심각도|중요도|우선 ?순위|приоритет|критичность|priorität|schweregrad|priorité|gravité|sévérité|prioridade?|gravedad|gravidade|severidade?";

/** The words of each weight as alternatives, in a group that is named for it. */
function oneOf(words: Partial<Record<Severity, string>>): string {
  return `(?:${Object.entries(words)
    .map(([severity, choice]) => `(?<${severity}>${choice})`)
    .join("|")})`;
}

const HOW_MUCH = oneOf({
  critical: "致命|緊急|紧急|严重|嚴重|重大|最高|치명|심각|긴급|критич|kritisch|critique|bloquant|cr[íi]tic",
  high: "高|높|высок|hoch|haute|élevée|alta",
  medium: "中|중간|보통|средн|mittel|moyenne|media|média",
  low: "低|낮|низк|niedrig|gering|basse|faible|baja|baixa",
});

const SO_MUCH = oneOf({
  high: "高|높은 |высокий |hohe[rs]? |haute |alta ",
  medium: "中(?:等)?|средний |mittlere[rs]? |moyenne |media |média ",
  low: "低|낮은 |низкий |niedrige[rs]? |geringe[rs]? |basse |faible |baja |baixa ",
});

const LABEL = oneOf({
  critical:
    "必須|必须|必須対応|致命的?|重大|严重|嚴重|필수|치명|критично|kritisch|bloquant|crítico|obligatorio|obrigatório|must",
  high: "重要|중요|важно|wichtig",
  low: "任意|可选|可選|提案|建议|建議|선택|제안|imo|opcional|facultatif",
  nit: "些細|細かい|小问题|사소|мелочь|kleinigkeit",
});

const HEADING = oneOf({
  critical: [
    "(?:严重|嚴重|致命|重大)(?:的|な)?(?:问题|問題|バグ|缺陷|错误|不具合)",
    "심각한 문제|치명적인? (?:문제|버그)",
    "критическ[а-яё]{2,3} (?:проблем|ошибк|замечани)",
    "kritische[rs]? (?:problem|fehler)",
    "problèmes? (?:critique|bloquant)|problemas? crítico",
  ].join("|"),
  low: [
    "(?:軽微|轻微|輕微)(?:的|な)?(?:问题|問題|指摘|点)",
    "경미한 (?:문제|사항)",
    "незначительн[а-яё]{2,3} (?:проблем|замечани)",
    "kleinere (?:probleme|anmerkungen)",
    "problèmes? mineur|remarques? mineure|problemas? menor",
  ].join("|"),
});

export const WEIGHINGS: readonly Weighing[] = [
  {
    name: "a word for weight, and how much",
    pattern: new RegExp(String.raw`(?:${WORDS_FOR_WEIGHT})(?:\*\*)? ?[:：=]? ?${HOW_MUCH}`),
    examples: {
      critical: "严重程度：致命",
      high: "通知の取りこぼし（重要度: 高）",
      medium: "우선순위: 중간",
      low: "Priorité : basse",
    },
  },
  {
    name: "how much, and a word for weight",
    pattern: new RegExp(`${SO_MUCH}(?:${WORDS_FOR_WEIGHT})`),
    examples: { high: "Hohe Priorität", medium: "中优先级", low: "Низкий приоритет" },
  },
  {
    name: "a label in brackets",
    pattern: new RegExp(String.raw`[【[［]${LABEL}[】\]］]`),
    examples: {
      critical: "【必須】接続を閉じてください",
      high: "[중요] 연결을 닫아야 합니다",
      low: "[imo] 定数にしたいです",
      nit: "[мелочь] лишняя переменная",
    },
  },
  {
    name: "a heading over heavy or light ones",
    pattern: new RegExp(String.raw`^[^\p{L}]{0,12}${HEADING}`, "u"),
    examples: { critical: "Критические проблемы", low: "軽微な指摘" },
  },
];

/** Letters and words without which none of these stands in a text: most have none. */
export const MAY_WEIGH =
  /[\u00c0-\u024f\u0400-\u04ff\u3000-\ud7ff\uff3b]|schweregrad|prioridad|gravedad|gravidad|severidad|kritische|kleinere|problemas?|remarques?|\[(?:must|imo|kritisch|wichtig|kleinigkeit|bloquant|facultatif|obligatorio|opcional)/;

const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low", "nit"];

/** The severity that a label or heading in another language states, or nothing. Give it lower case. */
export function severityAbroad(lower: string): Severity | undefined {
  for (const { pattern } of WEIGHINGS) {
    const groups = pattern.exec(lower)?.groups;
    if (groups) return SEVERITIES.find((severity) => groups[severity] !== undefined);
  }
  return undefined;
}
