import { describe, expect, it } from "@jest/globals";
import { askIn, cueIn, deferralIn, isChatter, LANGUAGES, sectionOf } from "../../../src/core/mine/cues.ts";
import { TABLES, type Row, type SectionKind, type Table } from "../../../src/core/mine/languages/language.ts";
import { mineBody } from "../../../src/core/mine/mine-body.ts";
import { WEIGHINGS } from "../../../src/core/mine/severity-abroad.ts";
import { severityOf } from "../../../src/core/mine/severity.ts";
import { LONGEST_TITLE } from "../../../src/core/mine/text-end.ts";
import { REVIEWER } from "./helpers.ts";
import { toTitleOf } from "./title-of.ts";

/** A sentence as the tables read it. */
function toProse(sentence: string): string {
  return sentence.toLowerCase().replace(/`[^`]+`/g, "`x`");
}

function holds(pattern: RegExp, sentence: string): boolean {
  const prose = toProse(sentence);
  const plain = prose
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
  return pattern.test(prose) || pattern.test(plain);
}

interface Case {
  language: string;
  row: Row;
  sentence: string;
  pattern: RegExp;
  /** What its table makes of the sentence. */
  answer: (prose: string) => unknown;
  /** What it makes of one that the row stands for. */
  expected: unknown;
}

function casesOf(of: "forms" | "unless"): [string, Case][] {
  const all = LANGUAGES.flatMap((language) =>
    [
      ...TABLES.flatMap((table) =>
        (language[table] ?? []).map((row) => ({
          name: `${language.name}, ${table}, ${row.name}`,
          row,
          answer: (prose: string) => (cueIn(table, prose)?.strength ?? 0) >= row.strength,
          expected: true,
        })),
      ),
      ...language.sections.map((row) => ({
        name: `${language.name}, sections`,
        row,
        answer: sectionOf,
        expected: row.section,
      })),
      ...language.chatter.map((row) => ({
        name: `${language.name}, chatter, ${row.name}`,
        row,
        answer: isChatter,
        expected: true,
      })),
    ].map((row) => ({ ...row, language: language.name })),
  );
  return all.flatMap(({ name, ...rest }) =>
    Object.entries(rest.row[of] ?? {}).map(([sentence, pattern]): [string, Case] => [
      `${name}: ${sentence}`,
      { ...rest, sentence, pattern },
    ]),
  );
}

describe("forms of words", () => {
  it.each(casesOf("forms"))("stand in their sentence: %s", (_name, { sentence, pattern, answer, expected }) => {
    expect([sentence, holds(pattern, sentence)]).toEqual([sentence, true]);
    expect(answer(toProse(sentence))).toEqual(expected);
  });

  it.each(casesOf("unless"))("are taken back: %s", (_name, { row, sentence, pattern }) => {
    expect([sentence, holds(pattern, sentence)]).toEqual([sentence, true]);
    expect(Object.values(row.forms).some((form) => holds(form, sentence))).toBe(true);
    const others = Object.values(row.unless ?? {}).filter((other) => other !== pattern && holds(other, sentence));
    expect(others).toEqual([]);
  });
});

/** What a language's own cue says, no other language's cue, and no chatter, may take back. */
describe("one language", () => {
  const asking = LANGUAGES.flatMap(({ name, asks }) =>
    asks
      .filter(({ strength }) => strength === 3)
      .flatMap(({ forms }) => Object.keys(forms).map((sentence): [string, string] => [name, sentence])),
  );

  it.each([
    ...asking,
    ["Spanish", "¿Por qué no usamos el lector de páginas?"],
    ["Portuguese", "Por que não usar o leitor de páginas?"],
    ["French", "Pourquoi ne pas utiliser le lecteur de pages ?"],
    ["German", "Warum nicht den Leser der Seiten nehmen?"],
    ["Korean", "페이지를 캐시하는 게 좋을 것 같습니다"],
    ["Russian", "Может, вынести это в отдельную функцию?"],
    ["Chinese", "建议把超时改成可配置的"],
    ["Japanese", "タイムアウトを設定できるようにした方がいいと思います"],
  ])("keeps an ask an ask: %s, %s", (_name, example) => {
    const prose = example.toLowerCase();
    expect(askIn(prose)?.strength).toBe(3);
    expect(cueIn("checks", prose)).toBeUndefined();
    expect(cueIn("fine", prose)).toBeUndefined();
    expect(deferralIn(prose)).toBeUndefined();
    expect(isChatter(prose)).toBe(false);
  });

  it.each([
    ["Japanese", "ありがとうございます、修正しました"],
    ["Chinese", "好的，已修改"],
    ["Korean", "감사합니다. 반영했습니다"],
    ["Russian", "Спасибо, поправил"],
    ["German", "Danke, ist erledigt"],
    ["French", "Merci, c'est corrigé"],
    ["Spanish", "Gracias, ya está corregido"],
    ["Portuguese", "Obrigado, já corrigi"],
  ])("takes thanks, and work done, for no ask: %s", (_name, said) => {
    const { judged } = mineBody(said, { author: REVIEWER, isOnCode: true, isReply: false });
    expect(judged.filter(({ verdict }) => verdict.isWorthy)).toEqual([]);
  });
});

describe("words that stand in another sense", () => {
  it.each<[Table, string]>([
    ["fine", "The last page isn't handled correctly."],
    ["fine", "Ten seconds isn't acceptable for readers."],
    ["process", "These two loops could be merged."],
    ["process", "Base this on the monotonic clock."],
    ["process", "Add a margin to the title."],
    ["process", "Don't merge this into the default map."],
    ["process", "The lock is left unreleased."],
    ["checks", "Trigger the reload from the hook instead."],
    ["defers", "Loop until there are no rows."],
  ])("are no %s: %s", (table, sentence) => {
    expect(cueIn(table, toProse(sentence))).toBeUndefined();
  });

  it.each([
    "Run the migration in a transaction",
    "Closing the cursor twice panics",
    "Changed rows are never flushed",
    "Added rows are lost",
    "No lock is taken here",
  ])("are no chatter: %s", (sentence) => {
    expect(isChatter(toProse(sentence))).toBe(false);
  });

  it.each(["I agree.", "The plan is: one reader for both."])("are chatter: %s", (sentence) => {
    expect(isChatter(toProse(sentence))).toBe(true);
  });

  it.each([
    "this should be fixed before the release",
    "the sockets leak, they need to be closed",
    "suggest bypassing the cache here",
    "is it possible to merge the two loops?",
    "any way to share one pool?",
  ])("ask: %s", (prose) => {
    expect(askIn(prose)?.strength).toBe(3);
  });

  it.each([
    "I believe this belongs in a separate PR",
    "I'll do that in my own follow-up PR",
    "this was postponed",
    "the second index can be deferred",
  ])("put off: %s", (sentence) => {
    expect(deferralIn(toProse(sentence))?.strength).toBe(3);
  });

  it.each<[string, SectionKind | undefined]>([
    ["must be fixed", undefined],
    ["not verified", undefined],
    ["fixed since the last review", "settled"],
    ["verified by hand", "praise"],
  ])("of a heading: %s opens %s", (heading, section) => {
    expect(sectionOf(heading)).toBe(section);
  });
});

describe("asking, and not asking", () => {
  it.each([
    "could we reuse the parser?",
    "i'm no expert, but can't we close the handle here?",
    "are there tests for the empty list?",
    "this should be a foreach loop",
    "why not use the shared client?",
  ])("asks: %s", (prose) => {
    expect(askIn(prose)?.strength).toBe(3);
  });

  it.each([
    "this should be good to merge.",
    "i still need to look at the other files.",
    "the summary is pretty good.",
    "i consider this the safer choice.",
    "this should fix the build.",
    "could you explain the second pass?",
  ])("does not ask for a change: %s", (prose) => {
    expect(askIn(prose)?.strength ?? 0).toBeLessThan(3);
  });

  it.each([
    "let's do that in a follow-up",
    "i'll open an issue for it",
    "better in a separate pr",
    "let's leave that for later",
    "out of scope here",
  ])("puts off: %s", (prose) => {
    expect(deferralIn(prose)?.strength).toBe(3);
  });

  it.each([
    "this was fixed in a separate pr",
    "the lock goes out of scope here",
    "following up on the comment above",
    "please remove this todo",
    "it is listed again in the next iteration",
  ])("puts nothing off: %s", (prose) => {
    expect(deferralIn(prose)).toBeUndefined();
  });
});

describe("other languages", () => {
  it.each([
    ["Chinese", "建议在 `readPage` 里增加超时处理，否则请求会一直挂起。"],
    ["Japanese", "`readPage` にタイムアウトを追加してください。"],
    ["Spanish", "Deberíamos validar la entrada de `readPage` antes de guardarla."],
    ["German", "Hier sollten wir in `readPage` einen Timeout setzen."],
    ["French", "Il faudrait ajouter un délai dans `readPage`."],
    ["Portuguese", "Deveríamos validar a entrada de `readPage` antes de gravar."],
  ])("an ask in %s is worth keeping", (_name, body) => {
    const { judged } = mineBody(body, { author: REVIEWER, isOnCode: true, isReply: false });
    expect(judged.map(({ verdict }) => verdict.isWorthy)).toEqual([true]);
  });
});

describe("a few words", () => {
  it.each([
    ["페이지별로 별도의 파일로 분리하는 것은 어떤가요?", true],
    ["더 짧게 해주세요", false],
  ])("in Korean: %s", (said, isWorthy) => {
    const { judged } = mineBody(said, { author: REVIEWER, isOnCode: true, isReply: false });
    expect(judged.map(({ verdict }) => verdict.isWorthy)).toEqual([isWorthy]);
  });
});

describe("titles in other languages", () => {
  it.each(
    LANGUAGES.flatMap(({ name, asides = [] }) =>
      asides.map(({ example, title }): [string, string, string] => [name, title, example]),
    ),
  )("go without courtesy in %s: %s", (_name, title, example) => {
    expect(toTitleOf(example.replaceAll("`", ""))).toBe(title);
  });

  it.each([
    ["请求超时没有处理，页面会一直等待", "请求超时没有处理，页面会一直等待"],
    ["这里的锁没有释放，会卡住其他线程", "这里的锁没有释放，会卡住其他线程"],
    ["@sam 你好，请不要在循环里打开连接", "不要在循环里打开连接"],
    ["2. 設定の読み込み（重要度: 高）", "設定の読み込み"],
    ["nits: 末尾の空白を消してください。", "末尾の空白を消す"],
    ["（もしよければ、古い設定から外すのもお願いしたいです！", "古い設定から外す"],
    ["ページを読む処理を使ってください 🙏", "ページを読む処理を使ってください"],
    ["No hay que abrir la conexión dentro del bucle", "No hay que abrir la conexión dentro del bucle"],
    ["¿Por qué no usamos el lector de páginas?", "Por qué no usamos el lector de páginas"],
    ["Il faudrait que les pages soient lues une fois", "Il faudrait que les pages soient lues une fois"],
    ["Тут же падает при пустом списке", "Тут же падает при пустом списке"],
    ['Der Pfad "data wird nie geprüft', "Der Pfad data wird nie geprüft"],
  ])("stand alone: %s", (asked, title) => {
    expect(toTitleOf(asked)).toBe(title);
  });

  it.each([
    [
      "ページの一覧を読むときに接続を毎回開いているようですが、同じ接続を使い回すほうが速くて安全だと思いますし、上限に達することもなくなるのではないかと考えています。",
      /^ページの一覧を読むときに.{10,70}(?:[をにはがでとものへ]…|[^…、。])$/u,
    ],
    [
      "페이지 목록을 읽을 때마다 연결을 새로 열고 있는데, 같은 연결을 다시 쓰는 편이 훨씬 빠르고 안전하며 상한에 걸리는 일도 없어질 것으로 보입니다",
      /^페이지 목록을 .*\S…?$/u,
    ],
    [
      "Beim Lesen der Seiten wird die Verbindung jedes Mal neu geöffnet und danach auch nicht mehr zuverlässig geschlossen",
      /^Beim Lesen der Seiten wird die Verbindung jedes Mal neu geöffnet…$/,
    ],
    [
      "Falta cerrar la conexión (la abre readPage para cada una de las páginas que va a leer) al terminar",
      /^Falta cerrar la conexión al terminar$/,
    ],
  ])("are cut where they may end: %s", (asked, title) => {
    const cut = toTitleOf(asked);
    expect(cut.length).toBeLessThanOrEqual(LONGEST_TITLE);
    expect(cut).toMatch(title);
  });

  it.each([
    ['Rename the label "保存" to say what it stores', 'Rename the label "保存" to say what it stores'],
    ["Please add a test for the naïve reader", "Add a test for the naïve reader"],
  ])("leave English to itself: %s", (asked, title) => {
    expect(toTitleOf(asked)).toBe(title);
  });
});

describe("weights in other languages", () => {
  it.each(
    WEIGHINGS.flatMap(({ name, examples }) =>
      Object.entries(examples).map(([severity, example]): [string, string, string] => [name, severity, example]),
    ),
  )("%s, %s: %s", (_name, severity, example) => {
    expect(severityOf(example)).toBe(severity);
  });

  it.each([
    ["Schweregrad: hoch", "high"],
    ["Gravedad: baja", "low"],
    ["Severidade: baixa", "low"],
    ["[must] fecha a porta", "critical"],
    ["[wichtig] Puffer leeren", "high"],
    ["Kritische Fehler", "critical"],
    ["Kleinere Anmerkungen", "low"],
    ["Problema menor", "low"],
    ["Remarque mineure", "low"],
  ])("%s, without a letter of its own", (words, severity) => {
    expect(severityOf(words)).toBe(severity);
  });

  it.each(["高速な処理に変える", "这个问题不严重", "중요한 설정을 읽습니다", "la media de los valores"])(
    "no label: %s",
    (words) => {
      expect(severityOf(words)).toBeUndefined();
    },
  );

  it("hold for what stands under a heading", () => {
    const body =
      "## 严重问题\n\n- `readPage` 没有关闭连接，应该在 finally 里关闭\n\n## 轻微问题\n\n- `names` 应该排序后再返回";
    const { judged } = mineBody(body, { author: REVIEWER, isOnCode: false, isReply: false });
    expect(judged.map(({ finding }) => finding.severity)).toEqual(["critical", "low"]);
  });
});
