/** Japanese. */
import type { Language } from "./language.ts";

/** A slip of the pen, a name, the look of the code, something unused. */
const LOCAL_EDIT =
  /誤字|脱字|タイポ|typo|命名|インデント|空行|改行|スペース|末尾の|コメントを(?:追加|書)|表現(?:を|の)|文言|言い回し|見出し|不要(?:な|です|だと|かと)|未使用|使わないので|しなくて(?:も)?(?:良|い)い/;

export const JAPANESE: Language = {
  name: "Japanese",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /してください|して下さい|てください|お願いします(?=[。！!？?\s🙇🙏）)]|$)|お願いしたい|べきです|べきでは|べきだ|した方が|したほうが|ほうが(?:良|よ|い)(?:い|さそう)|方が(?:良|よ|い)(?:い|さそう)|(?:方|ほう)が(?:適切|安全|明確|自然|簡潔|無難)|(?:置き換え|まとめ|使え|切り出せ)(?:られ|そう)|があると(?:いい|良い|嬉しい)|と(?:いい|良い|嬉しい)です|(?:て|で)(?:ほしい|欲しい|もらえ|いただけ|頂け)|たいです|必要があ[るり]|はどうでしょう|ませんか|大丈夫(?:です|でしょう)か|検討して|(?:が|を)推奨|が必要です|必要です|提案/,
      unless:
        /させていただきます|させてもらいます|だと思いました|なと思いました|よろしくお願い|レビュー(?:を)?お願い|(?:確認|起動|マージ)[^。]{0,20}(?:お願い|いただけ|頂け)|レビューして/,
      example: "キャッシュした方が良いです",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern:
        /バグ|問題|エラー|不要|抜けて|漏れ|不整合|不足|未定義|未設定|矛盾|乖離|重複|無視され|(?:でき|されて|され|して|あり|行われ|出)(?:い)?ません(?!か)|ていない|壊れ|落ち(?:ます|る)|失敗|誤(?:り|って)|間違|危険|n\+1/,
      example: "例外処理が漏れています",
    },
    { name: "a slip named", strength: 2, pattern: LOCAL_EDIT, example: "タイポ" },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern:
        /別(?:の)?(?:pr|issue|プル|タスク|チケット)|今後|将来|後で|後ほど|後日|フォローアップ|次回|次の(?:pr|スプリント|リリース|issue)/,
      unless: /かもしれ|可能性|なるかも/,
      example: "別PRで対応しましょう",
    },
  ],
  nits: [{ name: "a local edit", strength: 3, pattern: LOCAL_EDIT, example: "誤字があります" }],
  settled: [
    {
      name: "done",
      strength: 3,
      pattern: /(?:修正|対応|解消|解決)済み|で(?:修正|対応|解消)(?:しました|しています|されています)/,
      example: "前のコミットで対応しました",
    },
  ],
  fine: [
    {
      name: "needs nothing",
      strength: 3,
      pattern:
        /このまま(?:で(?:も)?)?(?:ok|大丈夫(?!です?か)|良い|いい|問題)|無視して(?:いい|良|大丈夫|構)|気にしなくて|対応(?:は)?不要|問題(?:は)?ない(?:です|と思)|問題(?:は)?ありません/,
      example: "ここはこのままで大丈夫です",
    },
  ],
  process: [
    {
      name: "about the pull request",
      strength: 3,
      pattern:
        /コミット(?:メッセージ|を(?:分け|まとめ))|pr ?の?(?:タイトル|説明|概要|を分け)|ブランチ|リベース|rebase|コンフリクト|issue ?を(?:建て|立て)/,
      example: "コミットをまとめてください",
    },
  ],
  checks: [
    {
      name: "asks for information",
      strength: 3,
      pattern: /教えて(?:ください|いただ|頂)|(?:どこ|どう|何)[^。]{0,12}(?:でしょうか|ますか)|なぜ|どうして|意図は/,
      unless: /はどうでしょう/,
      example: "意図を教えてください",
    },
  ],
  vague: [
    {
      name: "sums up",
      strength: 3,
      pattern:
        /(?:warning|警告|エラー)が出ている|可読性を(?:上げ|高め)|(?:リファクタリング|改善)(?:し(?:て|た)|を検討)/,
      example: "可読性を高めてください",
    },
  ],
  defects: [
    {
      name: "a defect named",
      strength: 3,
      pattern:
        /バグ|リーク|脆弱性|クラッシュ|例外(?:が|を)(?:発生|投げ|握り|引き起)|握りつぶ|referenceerror|typeerror|実行時エラー|500 ?エラー|デッドロック|競合状態|データ(?:が)?(?:失|消|破損)|無限ループ|漏洩|インジェクション|できてしま|無言で|未定義/,
      example: "接続がリークします",
    },
    { name: "trouble named", strength: 2, pattern: /問題|エラー|不整合|失敗|矛盾/, example: "仕様と矛盾しています" },
  ],
  sections: [
    { section: "settled", pattern: /対応済|解決済/, example: "対応済みの指摘" },
    { section: "deferred", pattern: /今後|将来/, example: "今後の課題" },
    { section: "praise", pattern: /良い点|良かった|優れ|評価できる/, example: "良い点" },
    { section: "nits", pattern: /軽微|細かい|些細/, example: "細かい点" },
    { section: "summary", pattern: /総評|総合|全体的な(?:評価|所感)|変更(?:内容|点)/, example: "総評" },
    {
      section: "issues",
      pattern: /問題|指摘|懸念|リスク|修正が必要|要修正|必須|重大|不具合|優先度/,
      example: "問題点",
    },
    { section: "asks", pattern: /提案|改善|推奨|任意/, example: "改善提案" },
    { section: "summary", pattern: /概要|まとめ|結論/, example: "概要" },
    { section: "process", pattern: /確認事項|チェックリスト/, example: "確認事項" },
  ],
  chatter: [
    {
      name: "a status",
      pattern:
        /^(?:修正|対応|反映|変更|更新|追加|削除)(?:いた)?しました|^(?:ご)?(?:指摘|対応|修正|レビュー|確認|pr)?[^。！!]{0,8}ありがとう|^(?:了解|承知|確認しました|動作確認|lgtm|問題なさそう|素晴らしい|なるほど)|(?:変更|反映|修正|マージ|クローズ)しました|マージ(?:します|しちゃい)|コメントし(?:ました|てみました)|見落として|まで見ました|はresolve/,
      unless: /ですが|けど|ただ[、し]/,
      example: "修正しました",
    },
    { name: "asks for a look", pattern: /ご確認(?:を)?(?:お願い|ください|いただ)/, example: "ご確認をお願いします" },
  ],
};
