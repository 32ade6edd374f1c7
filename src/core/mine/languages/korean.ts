/** Korean. */
import type { Language } from "./language.ts";

export const KOREAN: Language = {
  name: "Korean",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /(?:해|하여|주|셔|어|아)(?: ?주)?(?:세요|시면|십시오)|(?:하면|으면|면|는 ?(?:게|것이|편이)|것도) ?(?:더 ?)?(?:좋|나을|낫|명확|어떨)|어떨까요|어떤가요|어떻게 생각하|권장|추천(?:드|합)|제안(?:드|합)|필요(?:해|할|합|가 있)|않을까요|해야 ?(?:할|합|될|돼)/,
      example: "테스트를 추가하면 좋을 것 같아요",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern: /문제|오류|에러|버그|누락|중복|불필요|빠져 ?있|예외가|실패|누수|터질|깨질/,
      example: "예외 처리가 누락되었습니다",
    },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern:
        /추후|나중에|다음 ?(?:pr|스프린트|이슈|작업|단계)|별도(?:의|로)? ?(?:pr|이슈|작업)|다른 ?pr|후속|이슈로 (?:등록|남)/,
      example: "별도 PR로 진행하겠습니다",
    },
  ],
  nits: [
    {
      name: "a local edit",
      strength: 3,
      pattern:
        /오타|네이밍|변수명|메서드명|메소드명|이름을|들여쓰기|공백|개행|띄어쓰기|컨벤션|포맷|주석|구체(?:적인)? ?(?:클래스|예외)/,
      example: "오타가 있습니다",
    },
  ],
  sections: [
    { section: "deferred", pattern: /향후|추후/, example: "향후 개선" },
    { section: "praise", pattern: /장점|잘한|좋은 점|긍정/, example: "잘한 점" },
    { section: "issues", pattern: /문제|이슈|버그|위험|우려/, example: "문제점" },
    { section: "asks", pattern: /제안|개선|권장|추천/, example: "개선 제안" },
    { section: "summary", pattern: /요약|개요|총평|결론/, example: "요약" },
  ],
  chatter: [
    {
      name: "a status",
      pattern:
        /^(?:\W{0,3})(?:반영|수정|적용|확인|추가|변경)(?:을|를)? ?(?:완료|했|하였|하겠|해 ?두|합니다)|감사합니다|고생하셨|수고하셨|(?:잘|좋은?) ?[^.?!]{0,40}(?:셨네요|하셨|네요)/,
      unless: /어떨까요|면 좋|주세요|않을까요|필요/,
      example: "반영 완료했습니다",
    },
  ],
};
