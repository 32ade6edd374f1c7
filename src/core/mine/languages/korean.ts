/** Korean. */
import type { Language } from "./language.ts";

/** A slip of the pen, a name, the look of the code. */
const LOCAL_EDIT =
  /오타|네이밍|(?:변수|메서드|메소드|함수|클래스)명|이름을|들여쓰기|공백|개행|띄어쓰기|컨벤션|포맷|주석|구체(?:적인)? ?(?:클래스|예외)/;

export const KOREAN: Language = {
  name: "Korean",
  asks: [
    {
      name: "a request",
      strength: 3,
      pattern:
        /(?:해|하여|주|셔|어|아)(?: ?주)?(?:세요|시면|십시오)|주셨(?:음|으면)|(?:하면|으면|면|는 ?(?:게|것이|편이)|것도) ?(?:더 ?)?(?:좋|나을|낫|명확|어떨)|어떨까요|어떤가요|어떻게 생각하|괜찮(?:은 ?(?:건|걸)|을까)|권장|추천(?:드|합)|제안(?:드|합)|지양|필요(?:해|할|합|가 있)|않을까요|야 ?(?:할|합|될|돼)/,
      example: "테스트를 추가하면 좋을 것 같아요",
    },
    {
      name: "a defect described",
      strength: 2,
      pattern:
        /문제|오류|에러|버그|누락|중복|불필요|빠져 ?있|예외가|실패|누수|터(?:질|집|지)|깨(?:질|집)|n\+1|없습니다|없네요|비효율|하지 않아|닫지 않|불일치|하드코딩|취약/,
      example: "예외 처리가 누락되었습니다",
    },
    { name: "a slip named", strength: 2, pattern: LOCAL_EDIT, example: "오타요" },
  ],
  defers: [
    {
      name: "for later",
      strength: 3,
      pattern:
        /추후|나중에|다음 ?(?:pr|스프린트|이슈|작업|버전|배포)|별도(?:의|로)? ?(?:pr|이슈|작업)|다른 ?pr|후속|이슈로 (?:등록|남)|범위를 벗어|백로그/,
      example: "별도 PR로 진행하겠습니다",
    },
    {
      name: "for the next step",
      strength: 2,
      pattern: /다음 ?단계|\d단계에서/,
      example: "다음 단계에서 분리해 주세요",
    },
  ],
  nits: [{ name: "a local edit", strength: 3, pattern: LOCAL_EDIT, example: "오타가 있습니다" }],
  settled: [
    {
      name: "done",
      strength: 3,
      pattern: /이미 (?:반영|수정|처리|머지)|(?:수정|반영|해결)되었습니다|에서 (?:처리|해결)했/,
      example: "이미 수정된 부분입니다",
    },
  ],
  fine: [
    {
      name: "needs nothing",
      strength: 3,
      pattern:
        /그대로 (?:두셔|둬|두어)도|무시하셔도|(?:반영|수정) ?(?:안|하지) ?(?:하셔도|않으셔도)|선택 ?사항|참고만|상관없|부분은 보이지 않/,
      example: "그대로 두셔도 됩니다",
    },
  ],
  process: [
    {
      name: "about the pull request",
      strength: 3,
      pattern: /커밋 ?(?:메시지|을 (?:나|합))|pr ?(?:제목|설명|템플릿|을 나)|브랜치|리베이스|충돌|머지되어/,
      example: "커밋 메시지를 수정해 주세요",
    },
  ],
  checks: [
    {
      name: "asks for information",
      strength: 3,
      pattern: /궁금|이유가 (?:있|무엇|뭔)|무슨 의미|설명해 ?주|알려 ?주|장단점/,
      example: "이유가 무엇인가요",
    },
  ],
  vague: [
    {
      name: "sums up",
      strength: 3,
      pattern: /가독성을 (?:높|개선)|클린 ?코드로|리팩(?:토|터)링(?:이)? ?필요/,
      example: "가독성을 높여주세요",
    },
  ],
  defects: [
    {
      name: "a defect named",
      strength: 3,
      pattern:
        /n\+1|누수|터(?:질|집니다)|\bnullpointer|데드락|동시성|예외가 발생|두 번|중복 (?:취소|결제|저장)|취약|권한[^.?!]{0,12}(?:없|하지 않)|롤백되지|무한|유실|버그/,
      example: "리소스 누수가 발생합니다",
    },
    { name: "trouble named", strength: 2, pattern: /문제|오류|에러|실패|불일치|누락/, example: "응답이 실패합니다" },
  ],
  sections: [
    { section: "settled", pattern: /해결된|반영된/, example: "해결된 이슈" },
    { section: "deferred", pattern: /향후|추후/, example: "향후 개선" },
    { section: "praise", pattern: /장점|잘한|좋은 점|긍정/, example: "잘한 점" },
    { section: "nits", pattern: /사소한|마이너/, example: "사소한 의견" },
    {
      section: "issues",
      pattern: /문제|이슈|버그|위험|우려|심각|치명|수정이? ?필요|필수|우선순위/,
      example: "문제점",
    },
    { section: "asks", pattern: /제안|개선|권장|추천|고려|선택/, example: "개선 제안" },
    { section: "summary", pattern: /요약|개요|총평|결론|변경 (?:사항|내용)/, example: "요약" },
  ],
  chatter: [
    {
      name: "a status",
      pattern:
        /^[^가-힣]{0,3}(?:반영|수정|적용|확인|추가|변경)(?:을|를)? ?(?:완료|했|하였|하겠|할게|해 ?두|합니다)|^(?:넵|네[,!. ]|굿|좋아요|정리|화이팅)|감사합니다|고생|수고|(?:잘|좋은?) ?[^.?!]{0,40}(?:셨네요|하셨|셨습니다|네요)|인상적|완벽합니다|신경쓰겠|응원|느꼈습니다|제출합니다|머지(?:하도록|할게|해도)/,
      unless: /어떨까요|면 좋|주세요|않을까요|필요|다만/,
      example: "반영 완료했습니다",
    },
    {
      name: "of the course",
      pattern:
        /다음 ?(?:단계|미션|스텝)[^.?!]{0,24}(?:진행|반영|확인)|이어서[^.?!]{0,16}진행|완주|리뷰[^.?!]{0,6}(?:부탁|요청|신청)|착오/,
      example: "다음 단계 진행해주세요",
    },
  ],
  asides: [
    {
      pattern: /^(?:그리고|또|참고로|개인적으로(?:는)?|혹시|여기(?:서|는|도)?|요거|이거|음+[.;~]*)[, ]\s?/,
      example: "혹시 상수로 분리",
      title: "상수로 분리",
    },
    {
      pattern:
        /(?:해|하여)? ?(?:주세요|주시면 (?:좋을 것 같(?:아요|습니다)|좋겠(?:어요|습니다)|감사하겠습니다)|주셨음 합니다|보면 (?:어떨까요|좋을 것 같(?:아요|습니다)))(?: ?:\))?[.!?~]*$/,
      example: "접근 지정자를 수정해주세요.",
      title: "접근 지정자를 수정",
    },
    {
      pattern:
        /(?:하|해보)(?:면 (?:더 )?(?:좋을 것 같(?:아요|습니다)|좋겠(?:어요|네요|습니다)|어떨까요)|는 (?:것은?|건|게|것이) (?:더 )?(?:어떤가요|어떨까요|좋을 것 같(?:아요|습니다)|좋습니다|나을 것 같(?:아요|습니다))|는 것을 (?:권장|추천|제안)(?:합니다|드립니다))[.!?~]*$/,
      example: "별도의 테스트로 분리하는 것은 어떤가요?",
      title: "별도의 테스트로 분리",
    },
    {
      pattern: /해야 (?:합니다|할 것 같(?:아요|습니다)|돼요|됩니다)[.!?~]*$/,
      example: "이름을 변경해야 합니다.",
      title: "이름을 변경",
    },
  ],
  pointers: /여기|이 (?:부분|로직|메서드|클래스|값)|해당|이거|요거/,
};
