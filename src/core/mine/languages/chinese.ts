/** Chinese, simplified and traditional. */
import type { Language } from "./language.ts";

/** A slip of the pen, a name, the look of the code. */
const LOCAL_EDIT =
  /拼写|拼寫|错别字|錯別字|笔误|命名|(?:变量|方法|函数|参数|字段|类)名|换个(?:有意义的|更好的)?(?:名|有意义)|日志级别|空格|空行|缩进|格式|注释|註釋|规范|換行|换行|标点|译(?:为|成|文)/;

export const CHINESE: Language = {
  name: "Chinese",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /建议|建議|请(?!问|看|求|勿)|請(?!問|看|求|勿)|应该|應該|应当|需要(?:考虑|增加|添加|修改|处理|加|改|用|补)|(?:也|都)(?:要|得)(?:改|做|加|补)|考虑|考慮|最好|不如|能否|能不能|要不要|可不可以|是不是(?:应该|可以|要|得)|是否可以|可以(?:改|用|考虑|加|把|将|只|直接|抽|合并|删|换|通过|复用|提取)|可(?:提取|改为|抽取|合并)|改成|改为|改為|换成|换个|不要|补充|麻烦(?!再?看|大家看|你看)/,
      unless: /(?:按照?|采用|采纳|接受|根据|感谢|谢谢)[^，。]{0,16}建议/,
      example: "建议使用连接池",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern:
        /问题|問題|错误|錯誤|违背|違反|缺少|缺失|遗漏|崩溃|泄漏|泄露|不一致|(?:还)?没有?(?:处理|校验|加锁|判断|判空|检查|关闭|释放|验证|考虑|限制|捕获|设置|包含|移动|同步|更新|区分)|未(?:处理|校验|加锁|判断|检查|关闭|释放|验证|限制)|忘(?:了|记)|漏了|写反|多余|会(?:导致|抛|报错|崩溃|死锁|失败|丢失|超卖|阻塞|溢出|占满|重复|覆盖)|太(?:大|长|多|慢|复杂)|不(?:合适|太对|生效|安全|合理|应)|越界|死锁|空指针|线程不安全|重复/,
      example: "这里缺少空值判断",
    },
    { name: "a slip named", strength: 2, pattern: LOCAL_EDIT, example: "错别字" },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern:
        /(?:后续|後續|以后|以後|之后|后面|回头|晚点|改天)(?:可以|再|单独|另|会|要|考虑|优化|改进|处理|补|版本|迭代|的? ?pr)|下个?(?:版本|迭代|版)|(?:单独|另外?)(?:再)?(?:的|提|开|起|建)(?:一?个)? ?(?:pr|issue|单)|等[^，。]{0,8}再(?:补|做|处理|优化)|待办|技术债/,
      example: "后续可以优化",
    },
  ],
  nits: [{ name: "a local edit", strength: 3, pattern: LOCAL_EDIT, example: "这里有拼写错误" }],
  settled: [
    {
      name: "done",
      strength: 3,
      pattern: /已(?:经)?(?:在[^，。]{0,20})?(?:修复|解决|处理好)|已有 ?(?:issue|pr)|重复的 ?issue/,
      example: "这个问题已在上个提交修复",
    },
  ],
  fine: [
    {
      name: "needs nothing",
      strength: 3,
      pattern: /可以忽略|不改也(?:行|可以)|(?:不用|不需要|无需|不必)(?:修?改|处理|理会)|仅供参考|可以接受/,
      example: "这里不改也行",
    },
  ],
  process: [
    {
      name: "about the pull request",
      strength: 3,
      pattern:
        /(?:提交|commit) ?信息|pr ?(?:的)?(?:标题|描述|模板)|rebase|原 ?pr|重新提(?:交)?(?:一个)? ?pr|(?:解决|处理|合并)(?:一下)?冲突|冲突解决|拆(?:分)?成[^，。]{0,6} ?pr|(?:master|main) ?(?:branch|分支)|签(?:署)? ?cla/,
      example: "请修改 PR 的标题",
    },
  ],
  checks: [
    {
      name: "asks for information",
      strength: 3,
      pattern: /请问|(?:是)?(?:啥|什么)意思|解释一下|说明一下原因|请?(?:再)?确认一?下/,
      example: "请问这个参数是什么意思",
    },
  ],
  vague: [
    {
      name: "sums up",
      strength: 3,
      pattern:
        /^(?:整体|总体)[^，。]{0,12}(?:优化|完善|改进)|(?:注意|遵守)(?:一下)?代码规范|(?:提高|增强)(?:代码)?可读性/,
      example: "注意一下代码规范",
    },
  ],
  defects: [
    {
      name: "a defect named",
      strength: 3,
      pattern:
        /空指针|死锁|(?:内存|资源|连接)?泄[漏露]|越界|崩溃|竞态|并发问题|注入|(?:数据|丢失)丢失|重复(?:扣|执行|提交|消费)|除(?:以)?零|(?:会|将)抛(?:出)?|会(?:导致|造成|引发|占满|撑爆)|(?:撑爆|占满)|明文|越权|读到其他/,
      example: "遍历时删除会抛异常",
    },
    { name: "trouble named", strength: 2, pattern: /错误|錯誤|问题|問題|失败|不一致|缺少/, example: "两处不一致" },
  ],
  sections: [
    { section: "settled", pattern: /已(?:修复|解决)/, example: "已修复的问题" },
    { section: "deferred", pattern: /后续|未来|後續/, example: "后续工作" },
    { section: "praise", pattern: /优点|優點|亮点|做得(?:很)?(?:好|不错)|值得肯定/, example: "优点" },
    { section: "nits", pattern: /小问题|细节|代码风格/, example: "小问题" },
    { section: "summary", pattern: /总结|總結|总体|整体|结论|变更(?:概|内|说)/, example: "总结" },
    {
      section: "issues",
      pattern: /问题|問題|风险|缺陷|严重|阻塞|必须修|需要?修(?:改|复)|(?:高|中|低)优先级/,
      example: "主要问题",
    },
    { section: "asks", pattern: /建议|建議|改进|改進|优化|改善|可选/, example: "改进建议" },
    { section: "summary", pattern: /概述|概要|变更|评价/, example: "概述" },
  ],
  chatter: [
    {
      name: "a status",
      pattern:
        /^(?:@\S{1,40} )?(?:嗯|好的|好滴|收到|谢谢|謝謝|多谢|感谢|明白|辛苦|已(?:经)?(?:按|改|修改|修复|更新|完成|处理|合并|提交|添加|删除)|(?:现在)?(?:都|两个都)(?:改|做)了|lgtm|没问题|看起来|(?:很|挺)?不错|重新提交)/,
      unless: /但|不过|只是|建议|还有/,
      example: "已修改",
    },
    {
      name: "of one's own doings",
      pattern: /我(?:已经|暂时|先)?(?:采用|采纳|改成|改回|改了|想改)/,
      example: "我暂时采用了你的写法",
    },
  ],
};
