/** Japanese. */
import type { Language } from "./language.ts";

export const JAPANESE: Language = {
  name: "Japanese",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /してください|して下さい|お願いします(?=。|$)|べきです|べきでは|した方が|したほうが|ほうが(?:良|よ|い)(?:い|さそう)|方が(?:良|よ|い)(?:い|さそう)|方が適切|(?:置き換え|まとめ|使え)(?:られ|そう)|があると(?:いい|良い|嬉しい)|必要があ[るり]|はどうでしょう|ませんか|検討して|が必要です|提案/,
      unless: /させていただきます|させてもらいます|だと思いました|なと思いました/,
      example: "キャッシュした方が良いです",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern: /バグ|問題|エラー|不要|抜けて|漏れて|不整合|重複/,
      example: "例外処理が漏れています",
    },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern: /別(?:の)?(?:pr|issue|プルリク|タスク)|今後|将来|後で|後日|フォローアップ|次回/,
      example: "別PRで対応しましょう",
    },
  ],
  nits: [
    {
      name: "a local edit",
      strength: 3,
      pattern: /誤字|脱字|タイポ|命名|インデント|空行|改行|コメントを(?:追加|書)|スペース/,
      example: "誤字があります",
    },
  ],
  sections: [
    { section: "deferred", pattern: /今後|将来/, example: "今後の課題" },
    { section: "praise", pattern: /良い点|良かった/, example: "良い点" },
    { section: "issues", pattern: /問題|指摘|懸念|リスク/, example: "問題点" },
    { section: "asks", pattern: /提案|改善|推奨/, example: "改善提案" },
    { section: "summary", pattern: /概要|まとめ|総評/, example: "概要" },
  ],
  chatter: [
    {
      name: "a status",
      pattern: /^(?:修正しました|対応しました|ありがとう|了解|承知|確認しました)/,
      example: "修正しました",
    },
    { name: "asks for a look", pattern: /ご確認(?:を)?(?:お願い|ください|いただ)/, example: "ご確認をお願いします" },
  ],
};
