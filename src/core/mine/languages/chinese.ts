/** Chinese, simplified and traditional. */
import type { Language } from "./language.ts";

export const CHINESE: Language = {
  name: "Chinese",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /建议|建議|请(?!问|看|求)|請(?!問|看|求)|应该|應該|应当|需要(?:考虑|增加|添加|修改|处理|加)|考虑|考慮|最好|不如|能否|是否可以|可以(?:改|用|考虑|加|把|将|只|直接|抽|合并|删|换)|改成|改为|改為|换成|不要/,
      example: "建议使用连接池",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern:
        /问题|問題|错误|錯誤|违背|違反|缺少|遗漏|崩溃|泄漏|不一致|没有(?:处理|校验|加锁|判断|判空|检查|关闭|释放|验证|考虑|限制|捕获|设置)|未(?:处理|校验|加锁|判断|检查|关闭|释放|验证)|多余|会(?:导致|抛|报错|崩溃|死锁|失败|丢失|超卖|阻塞|溢出)|太(?:大|长|多|慢|复杂)|越界|死锁|空指针|线程不安全|重复/,
      example: "这里缺少空值判断",
    },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern: /后续|後續|以后|以後|下个版本|之后(?:再|的)|单独(?:的|提|开)|另(?:外|开|提)(?:一个)?(?:pr|issue)|待办/,
      example: "后续可以优化",
    },
  ],
  nits: [
    {
      name: "a local edit",
      strength: 3,
      pattern:
        /拼写|拼寫|错别字|命名|(?:变量|方法|函数|参数|字段|类)名|日志级别|空格|空行|缩进|格式|注释|註釋|规范|換行|换行/,
      example: "这里有拼写错误",
    },
  ],
  sections: [
    { section: "deferred", pattern: /后续|未来|後續/, example: "后续工作" },
    { section: "praise", pattern: /优点|優點|亮点|做得好/, example: "优点" },
    { section: "issues", pattern: /问题|問題|风险|缺陷|严重/, example: "主要问题" },
    { section: "asks", pattern: /建议|建議|改进|改進|优化/, example: "改进建议" },
    { section: "summary", pattern: /总结|總結|概述|总体|变更/, example: "总结" },
  ],
  chatter: [
    { name: "a status", pattern: /^(?:已(?:修改|修复|更新|完成|处理)|好的|谢谢|謝謝|收到|明白)/, example: "已修改" },
  ],
};
