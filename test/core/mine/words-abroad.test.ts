import { describe, expect, it } from "@jest/globals";
import { isForeign, knownText, plainPlacesOf } from "../../../src/core/mine/known-text.ts";
import { askIn, cueIn, deferralIn, isChatter, LANGUAGES, matchOf, wordsOfCue } from "../../../src/core/mine/cues.ts";
import { deferringWords } from "../../../src/core/mine/deferral.ts";
import { requiredText } from "../../../src/core/mine/required-text.ts";

/** The letters as some systems write them: the accent a character of its own. */
const apart = (text: string): string => text.normalize("NFD");

describe("words as they stand in a text", () => {
  it.each([
    ["das machen wir später", "später"],
    ["das bauen wir spaeter ein", "spaeter"],
    ["la paginación la añadimos más adelante", "más adelante"],
    ["esto en el próximo pr", "próximo pr"],
    ["à l'avenir on pourra trier", "à l'avenir"],
    ["das ist ein eigener pr", "eigener pr"],
    ["это сделаем позже", "позже"],
    ["这个后续再优化", "后续再"],
  ])("put off: %s", (prose, words) => {
    expect(deferringWords(prose)).toBe(words);
  });

  it.each(["das machen wir später", "la paginación la añadimos más adelante", "à l'avenir on pourra trier"])(
    "whether an accent is a character of its own or not: %s",
    (prose) => {
      expect(deferringWords(apart(prose))).toBe(apart(deferringWords(prose) ?? ""));
    },
  );

  it.each([
    ["defects", "l'éditeur à côté : fuite mémoire", "fuite mémoire"],
    ["defects", "aquí esta búsqueda permite una inyección sql", "inyección"],
    ["defects", "também não verifica se o usuário existe", "não verifica se"],
    ["asks", "hier wäre besser ein enum", "wäre besser"],
    ["asks", "convendría guardar la fecha", "convendría"],
    ["defects", "这里并发下会死锁", "死锁"],
    ["defects", "naïvely it leaks memory", "leaks"],
  ] as const)("say why, by %s: %s", (table, prose, words) => {
    for (const text of [prose, apart(prose)]) {
      const cue = cueIn(table, text);
      expect(cue && wordsOfCue(cue, text)).toBe(text === prose ? words : apart(words));
    }
  });

  it("begin where they begin", () => {
    for (const prose of ["é é más adelante", apart("é é más adelante")]) {
      const cue = deferralIn(prose);
      const match = cue && matchOf(cue, prose);
      expect(match && prose.slice(match.index)).toBe(match?.[0]);
    }
  });
});

describe("plainPlacesOf", () => {
  it.each(["", "abc", "más", apart("más"), "й ё", "が", "\u0301a", "각", "\u2126", "😀é"])("of %j", (text) => {
    const { plain, places } = plainPlacesOf(text);
    expect(places).toHaveLength(plain.length);
    expect(places.map(({ from }) => from)).toEqual(places.map(({ from }) => from).sort((one, other) => one - other));
    expect(places.at(-1)?.to ?? 0).toBe(text.length);
  });
});

describe("a short sentence", () => {
  it.each([
    "on pourrait extraire cette boucle",
    "sugiro separar as duas consultas",
    "tu peux renommer la variable ?",
    "conviene cerrar los dos cursores",
    "kann man das auslagern?",
    "waere es besser, das zu teilen?",
    "mejor usar esa constante",
    "vamos extrair essa consulta",
  ])("is read without an accent: %s", (prose) => {
    expect(isForeign(knownText(prose))).toBe(true);
    expect(askIn(prose)?.strength).toBe(3);
  });

  it.each([
    "move this on as soon as you can, so we do no harm",
    "a man page would be nice, no more and no less",
    "pour the rest into a buffer, or do it in two steps",
    "use `x` as the key and call it a day",
    "this is a mit licence",
    "more pros than cons, plus it sums the sin of each",
    "the war between tabs and spaces",
  ])("of English is taken for English: %s", (prose) => {
    expect(isForeign(knownText(prose))).toBe(false);
  });
});

describe("words of other languages", () => {
  it.each([
    ["Chinese", "這裡應當先判斷長度"],
    ["Chinese", "可否复用这个连接"],
    ["Chinese", "返回值需要判空"],
    ["Japanese", "メソッドに切り出した方がいいかなと思いました"],
    ["Japanese", "この設定を先に読んでください"],
    ["Japanese", "ここは早めに返すべき。"],
    ["Japanese", "テストを追加していただきたい"],
    ["Japanese", "名前を変えていただけませんでしょうか"],
    ["Korean", "이 줄은 빼주세요"],
    ["Korean", "상수로 분리해 주실 수 있을까요?"],
    ["Korean", "이 조건은 메서드로 분리하시죠"],
    ["Russian", "можно её перенести в отдельный класс"],
    ["Russian", "сделал бы это константой"],
    ["Russian", "тут поля должны быть приватными"],
    ["Russian", "может стоит закрыть файл"],
    ["Russian", "а если `x` будет null?"],
    ["Spanish", "¿podrías mover esto al servicio?"],
    ["Spanish", "aquí se tiene que cerrar el cursor y tienes que validar el id"],
    ["French", "vous pouvez réutiliser le client partagé"],
    ["French", "supprime ce paramètre"],
    ["German", "kann man das nicht in eine Methode ziehen?"],
    ["German", "das muesste in die Migration"],
    ["German", "die beiden Felder können weg"],
    ["Portuguese", "temos que fechar a conexão"],
    ["Portuguese", "faltou validar o id"],
    ["Chinese", "这段逻辑挪到服务层"],
    ["Chinese", "务必校验参数"],
    ["Japanese", "こう書けます"],
    ["Korean", "이 필드는 없어도 될 것 같습니다"],
    ["Russian", "тут нужна проверка на `null`"],
    ["Russian", "переделай на `map`"],
    ["Spanish", "propongo moverlo"],
    ["Spanish", "movamos esto al servicio"],
    ["French", "pouvez-vous ajouter un test ?"],
    ["French", "on devrait pouvoir simplifier"],
    ["German", "statt der Liste ein Set verwenden"],
    ["German", "das gehoert eher ins Repository"],
    ["Portuguese", "recomendo separar"],
    ["Portuguese", "tira esse import"],
  ])("ask: %s, %s", (_name, said) => {
    const prose = said.toLowerCase();
    expect(askIn(prose)?.strength).toBe(3);
    expect(isChatter(prose)).toBe(false);
  });

  it.each([
    ["Chinese", "还需要做什么吗"],
    ["Chinese", "这里不需要做判断"],
    ["Chinese", "两个类别用同一个枚举"],
    ["Chinese", "分别在两个线程里运行"],
    ["Chinese", "这样写觉得清楚多了"],
    ["Chinese", "没必要修改"],
    ["Japanese", "前より読みやすいなと思いました"],
    ["Japanese", "こちらで対応させていただきたいです"],
    ["Japanese", "この値は一度使えません"],
    ["Japanese", "私が直しましょうか"],
    ["Japanese", "このままマージしましょう"],
    ["Korean", "어떤 뜻인지 설명해 주실 수 있나요?"],
    ["Korean", "이대로 머지하시죠"],
    ["Russian", "должно быть, это из-за кэша"],
    ["Russian", "я бы сказал, что всё хорошо"],
    ["Russian", "не надо ничего менять"],
    ["Russian", "хотелось бы понять, зачем это"],
    ["Spanish", "esto se debe a la caché"],
    ["Spanish", "no tiene que ver con esto"],
    ["Spanish", "esto está mejor que antes"],
    ["Spanish", "es el mejor lugar para la caché"],
    ["Spanish", "yo diría que está bien"],
    ["Spanish", "¿puedes explicar esta parte?"],
    ["French", "c'est plutôt propre"],
    ["French", "c'est plutôt clair maintenant"],
    ["French", "tu peux merger"],
    ["French", "on peut voir le résultat dans la CI"],
    ["French", "je pense à un autre cas"],
    ["French", "d'autant plus que le client est partagé"],
    ["German", "das ist jetzt besser als vorher"],
    ["German", "das gefällt mir am besten"],
    ["German", "kann man so lassen"],
    ["German", "ich freue mich auf ein erneutes Review"],
    ["Portuguese", "isso não precisa de teste"],
    ["Portuguese", "isso deve funcionar"],
    ["Portuguese", "vamos aguardar o CI"],
    ["Portuguese", "ficou melhor assim"],
    ["Portuguese", "você pode mergear"],
    ["Portuguese", "isso não tem que ver com o cache"],
    ["Chinese", "我等下改一下"],
    ["Chinese", "我记得之前改过"],
    ["Chinese", "这样就不用每次都查库了"],
    ["Japanese", "少しだけ待ってください"],
    ["Japanese", "デプロイしましょう"],
    ["Japanese", "これで良さそうです"],
    ["Korean", "나중에 같이 봅시다"],
    ["Russian", "здесь нужен был костыль"],
    ["Russian", "сделал бы, но нет времени"],
    ["Russian", "надо будет спросить"],
    ["Spanish", "esto tiene que funcionar"],
    ["Spanish", "vale la pena leer el artículo"],
    ["French", "tu peux regarder ?"],
    ["French", "on peut en parler demain"],
    ["German", "ich achte darauf"],
    ["German", "hier muss man nichts ändern"],
    ["German", "das kann weg, habe ich entfernt"],
    ["German", "besser spät als nie"],
    ["Portuguese", "pode ser removido depois"],
    ["Portuguese", "lembre de me marcar"],
    ["Portuguese", "melhor falar amanhã"],
  ])("do not ask: %s, %s", (_name, said) => {
    expect(askIn(said.toLowerCase())?.strength ?? 0).toBeLessThan(3);
  });

  it.each([
    ["Chinese", "这个参数先不管"],
    ["Chinese", "大小写的问题暂不处理"],
    ["Russian", "это за рамками задачи"],
    ["Russian", "обсудим отдельно"],
    ["German", "das gehört in einen separaten PR"],
    ["German", "das ist ein eigener PR"],
  ])("put off: %s, %s", (_name, said) => {
    expect(deferralIn(said.toLowerCase())?.strength).toBe(3);
  });

  it.each(["пустой список лучше обработать отдельно", "вынеси это в отдельный метод", "暂不支持中文"])(
    "put nothing off: %s",
    (prose) => {
      expect(deferralIn(prose)).toBeUndefined();
    },
  );

  it.each([
    "두 번째 인자는 이름이 길어요",
    "무한 스크롤 화면입니다",
    "потом пишем длину в лог",
    "重复的 issue",
    "丢失丢失",
  ])("name no defect: %s", (prose) => {
    expect(cueIn("defects", prose)).toBeUndefined();
  });

  it.each(["исправлено", "исправлено в последнем коммите", "исправила", "정리했습니다", "정리 완료"])(
    "are chatter: %s",
    (prose) => {
      expect(isChatter(prose)).toBe(true);
    },
  );

  it.each(["정리하면 좋을 것 같아요", "정리가 안 된 코드가 많아요", "добавила бы сюда тест", "убрал бы этот цикл"])(
    "are no chatter: %s",
    (prose) => {
      expect(isChatter(prose)).toBe(false);
    },
  );

  it("are all found by what they hold, so that most texts need not be read for them", () => {
    const unfound = LANGUAGES.filter(({ name }) => name !== "English").flatMap(({ name, asks, defers, defects = [] }) =>
      [...asks, ...defers, ...defects].flatMap(({ forms }) =>
        Object.entries(forms)
          .filter(([, pattern]) => requiredText(pattern) === undefined)
          .map(([sentence]) => `${name}: ${sentence}`),
      ),
    );
    expect(unfound).toEqual([]);
  });
});
