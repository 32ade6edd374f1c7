import { describe, expect, it } from "@jest/globals";
import { readThread } from "../../../src/core/mine/threads.ts";
import type { Author } from "../../../src/core/review.ts";
import { AUTHOR, CODERABBIT, inline, pull, REVIEWER, thread } from "./helpers.ts";

const WRITERS: Readonly<Record<string, Author>> = {
  author: AUTHOR,
  reviewer: REVIEWER,
  maintainer: { login: "max", kind: "human" },
  stranger: { login: "stranger", kind: "human" },
  tool: CODERABBIT,
};

const DONE = "its thread says that it is done";
const DECLINED = "it was declined in its thread";
const RETRACTED = "whoever wrote it took it back in its thread";
const PROMISED = "promised";
const OPEN = "open";

/** What comes of a thread: each reply is "who: words". */
function outcomeOf(root: string, replies: readonly string[], rootBy = "reviewer"): string {
  const said = replies.map((reply) => {
    const [who = "", ...words] = reply.split(": ");
    return inline(words.join(": "), { author: WRITERS[who] ?? AUTHOR });
  });
  const comments = [inline(root, { author: WRITERS[rootBy] ?? REVIEWER }), ...said];
  const { marks, because } = readThread(thread(comments), pull({}), ({ login }) => login !== "stranger");
  if (marks.includes("elsewhere")) return PROMISED;
  return because ?? OPEN;
}

const LEAK = "This leaks the handle.";
const CACHE = "Should we cache the token between requests?";

describe("the reply of the pull request's author", () => {
  it.each<[string, string]>([
    // Put off, although it begins like something done or declined.
    ["Added to the backlog", PROMISED],
    ["Added a ticket for this: #99", PROMISED],
    ["added a TODO", PROMISED],
    ["Added it to my list for the next sprint", PROMISED],
    ["Put it on our list.", PROMISED],
    ["Fixed in a separate PR", PROMISED],
    ["Removed from this PR, I'll bring it in separately", PROMISED],
    ["not going to happen in this PR, but I'll file something", PROMISED],
    ["by design, for now. We should revisit in v2", PROMISED],
    ["Fixed the leak. The retry comes in a follow-up.", PROMISED],
    ["I fixed the typo; the rest later", PROMISED],
    ["Done is better than perfect, but let's do it properly in the next PR.", PROMISED],
    ["will be fixed later", PROMISED],
    ["Left a FIXME here", PROMISED],
    // Promises in few words.
    ["I'll do that in the next one.", PROMISED],
    ["later :)", PROMISED],
    ["Later.", PROMISED],
    ["Good point, next PR.", PROMISED],
    ["Agreed, let's do it separately", PROMISED],
    ["I’ll handle this separately.", PROMISED],
    ["Not in this PR.", PROMISED],
    ["Too big for this PR, sorry.", PROMISED],
    ["I'd rather keep this out of this PR", PROMISED],
    ["Not now.", PROMISED],
    ["Yes, but some other time", PROMISED],
    ["Once this is merged I'll do it.", PROMISED],
    ["When I have time.", PROMISED],
    ["I'll create one.", PROMISED],
    ["Can we park this?", PROMISED],
    ["That's for phase 2", PROMISED],
    ["Going to follow up with a PR", PROMISED],
    // Filed: promised, with a place.
    ["Tracked in SHOP-812", PROMISED],
    ["opened #913 for this", PROMISED],
    ["Filed as #913, not touching it here.", PROMISED],
    ["Created https://github.com/octo/api/issues/7", PROMISED],
    ["The ticket is SHOP-812", PROMISED],
    ["There's an issue for that", PROMISED],
    ["Moved to #44", PROMISED],
    // Done.
    ["Done.", DONE],
    ["Fixed in 0a1b2c3d", DONE],
    ["Fixed, thanks!", DONE],
    ["Pushed a fix", DONE],
    ["good call, changed", DONE],
    ["makes sense, updated the PR", DONE],
    ["thx, done", DONE],
    ["Sorted in the last commit", DONE],
    ["Yep, removed it.", DONE],
    ["I've renamed it to `limit`.", DONE],
    ["Went with your suggestion", DONE],
    ["Should be better now", DONE],
    ["No longer an issue", DONE],
    ["✅", DONE],
    ["Already handled in `parse`", DONE],
    ["Fixed, but slightly differently", DONE],
    ["All fixed. The docs follow in a separate PR.", DONE],
    ["This was already fixed in a separate PR.", DONE],
    ["Addressed in https://github.com/octo/api/pull/1/commits/0a1b2c3", DONE],
    // Declined.
    ["wontfix", DECLINED],
    ["Won't fix", DECLINED],
    ["Not worth it", DECLINED],
    ["I don't think it's worth it", DECLINED],
    ["I'd rather keep it as is", DECLINED],
    ["No, this is on purpose", DECLINED],
    ["Let's leave it", DECLINED],
    ["Let's leave it as is.", DECLINED],
    ["This is intentional, see the RFC.", DECLINED],
    ["I don't think we need to change this.", DECLINED],
    ["I disagree, two calls are fine.", DECLINED],
    ["It can't be null here.", DECLINED],
    ["That's a bit of an overkill", DECLINED],
    ["This is not going to happen.", DECLINED],
    ["That's not a bug.", DECLINED],
    ["Not needed, the caller closes it.", DECLINED],
    // Open still.
    ["Fixed half of it, the other half needs the new API", OPEN],
    ["Done is better than perfect, but I'm listening", OPEN],
    ["Not fixed yet", OPEN],
    ["I haven't fixed it", OPEN],
    ["Will fix.", OPEN],
    ["Working on it", OPEN],
    ["Updated, but not the other one yet.", OPEN],
    ["Is it fixed?", OPEN],
    ["What do you mean?", OPEN],
    ["Thanks!", OPEN],
    ["Good point.", OPEN],
    ["This isn't intentional", OPEN],
    ["Keeping it for now.", OPEN],
    ["Added rows are lost", OPEN],
    ["Never mind me", OPEN],
    ["I added it because the old client needs the handle", OPEN],
    ["Not in a follow-up, I'll do it here", OPEN],
    ["I don't want to leave this for a follow-up", OPEN],
    ["No follow-up needed.", OPEN],
    ["> Done.\n\nHm?", OPEN],
    ["`Done`", OPEN],
    // Further ways to say so.
    ["Will clean this up later", PROMISED],
    ["When I get a chance.", PROMISED],
    ["Let's get this merged first, then I'll do it", PROMISED],
    ["I'd like to keep this PR small", PROMISED],
    ["Blocked on #44", PROMISED],
    ["Will be addressed in #55", PROMISED],
    ["#913", PROMISED],
    ["I'm doing this in #77", PROMISED],
    ["Yes, eventually.", PROMISED],
    ["JIRA ticket created", PROMISED],
    ["Out of scope.", PROMISED],
    ["Leaving this for a follow-up", PROMISED],
    ["Can I do that in a subsequent PR?", PROMISED],
    ["You're right, fixed.", DONE],
    ["Thanks for the follow-up! Done.", DONE],
    ["Fixed the issue", DONE],
    ["Done. Also renamed the other one.", DONE],
    ["1a2b3c4", DONE],
    ["Removed the todo", DONE],
    ["Both done", DONE],
    ["Done, sorry for the late reply", DONE],
    ["Extracted to a separate file", DONE],
    ["Nope", DECLINED],
    ["I disagree", DECLINED],
    ["Skipping this one", DECLINED],
    ["By design. It's documented in the next section", DECLINED],
    ["wontfix, but thanks", DECLINED],
    ["That's the point", DECLINED],
    ["Done with the first part", OPEN],
    ["I opened the file here", OPEN],
    ["See RFC-7231", OPEN],
    ["The backlog of the queue is bounded", OPEN],
    ["It reads the next one", OPEN],
    ["I'll do it here instead of a follow-up", OPEN],
  ])("%s", (reply, expected) => {
    expect(outcomeOf(LEAK, [`author: ${reply}`])).toBe(expected);
  });
});

describe("the reply of whoever wrote the first comment", () => {
  it.each<[string, string]>([
    ["never mind, I misread", RETRACTED],
    ["scratch that", RETRACTED],
    ["ok fair enough, leave it", RETRACTED],
    ["Ignore me, this is fine", RETRACTED],
    ["LGTM now", RETRACTED],
    ["oh I see, nvm", RETRACTED],
    ["My mistake, it is closed below.", RETRACTED],
    ["False alarm!", RETRACTED],
    ["I stand corrected.", RETRACTED],
    ["I was wrong, sorry.", RETRACTED],
    ["Ah, I see.", RETRACTED],
    ["That's fine then.", RETRACTED],
    ["Please ignore my comment", RETRACTED],
    ["LGTM now, but please add a test", OPEN],
    ["This is unnecessary, as I said.", OPEN],
    ["It still leaks.", OPEN],
    ["Is that fine?", OPEN],
    ["Please do it in this PR, not in a follow-up.", OPEN],
    ["Fine, but please in a separate PR.", PROMISED],
  ])("%s", (reply, expected) => {
    expect(outcomeOf(CACHE, [`reviewer: ${reply}`])).toBe(expected);
  });
});

describe("in other languages", () => {
  it.each<[string, string]>([
    ["Erledigt", DONE],
    ["Danke, ist behoben", DONE],
    ["Behoben in 1a2b3c4", DONE],
    ["Das ist Absicht", DECLINED],
    ["Lohnt sich nicht", DECLINED],
    ["Noch nicht behoben", OPEN],
    ["Mache ich im nächsten PR", PROMISED],
    ["Habe dafür ein Ticket angelegt", PROMISED],
    ["Erledigt, der Rest kommt später", PROMISED],
    ["Fait", DONE],
    ["Corrigé", DONE],
    ["C'est corrigé, merci", DONE],
    ["C'est voulu", DECLINED],
    ["Pas encore corrigé", OPEN],
    ["Je le ferai dans une prochaine PR", PROMISED],
    ["修正しました", DONE],
    ["ありがとうございます、対応しました", DONE],
    ["この部分は修正しました", DONE],
    ["意図的です", DECLINED],
    ["まだ修正していません", OPEN],
    ["別PRで対応します", PROMISED],
    ["issue を立てました", PROMISED],
    ["已修复", DONE],
    ["好的，已修改", DONE],
    ["这是故意的", DECLINED],
    ["还没修", OPEN],
    ["下个 PR 再改", PROMISED],
    ["已加到 backlog", PROMISED],
    ["Hecho", DONE],
    ["Corregido", DONE],
    ["Es intencional", DECLINED],
    ["Todavía no está corregido", OPEN],
    ["Lo haré en otro PR", PROMISED],
    ["Feito", DONE],
    ["Corrigido", DONE],
    ["Não vale a pena", DECLINED],
    ["Feito, mas falta o teste", OPEN],
    ["Faço no próximo PR", PROMISED],
    ["수정했습니다", DONE],
    ["의도한 것입니다", DECLINED],
    ["아직 수정되지 않았습니다", OPEN],
    ["다음 PR에서 하겠습니다", PROMISED],
    ["Исправлено", DONE],
    ["Спасибо, поправил", DONE],
    ["Так и задумано", DECLINED],
    ["Ещё не исправлено", OPEN],
    ["Сделаю в следующем PR", PROMISED],
    ["Завёл задачу", PROMISED],
  ])("the author says %s", (reply, expected) => {
    expect(outcomeOf(LEAK, [`author: ${reply}`])).toBe(expected);
  });

  it.each([
    "Vergiss es",
    "J'ai mal lu",
    "読み間違えました",
    "我看错了",
    "Me equivoqué",
    "Li errado",
    "제가 잘못 봤습니다",
    "Я ошибся",
  ])("the reviewer takes it back: %s", (reply) => {
    expect(outcomeOf(LEAK, [`reviewer: ${reply}`])).toBe(RETRACTED);
  });
});

describe("who says it", () => {
  it.each<[string, string[], string]>([
    ["a maintainer may decline", ["maintainer: Won't fix."], DECLINED],
    ["a maintainer may promise", ["maintainer: Let's do this in a follow-up."], PROMISED],
    ["a maintainer may say that it is done", ["maintainer: Fixed in 0a1b2c3d."], DONE],
    ["a maintainer takes back nothing of others", ["maintainer: Never mind."], OPEN],
    ["a stranger settles nothing", ["stranger: Done."], OPEN],
    ["a stranger declines nothing", ["stranger: This is by design."], OPEN],
    ["a stranger promises nothing", ["stranger: Next PR."], OPEN],
    ["a stranger opens nothing again", ["author: Done.", "stranger: Not fixed yet."], DONE],
    ["a tool settles nothing of a person", ["tool: I'm withdrawing this comment."], OPEN],
  ])("%s", (_name, replies, expected) => {
    expect(outcomeOf(LEAK, replies)).toBe(expected);
  });

  it.each<[string, string[], string]>([
    ["takes its own comment back", ["tool: You're right. I'm withdrawing this comment."], RETRACTED],
    ["calls its own comment a false positive", ["tool: Thanks for the context! This is a false positive."], DECLINED],
    ["says that its suggestion was wrong", ["tool: My suggestion was incorrect."], RETRACTED],
    ["takes back what a person promised", ["author: Next PR.", "tool: I'm withdrawing this comment."], PROMISED],
    ["takes back what a person wants", ["maintainer: It still leaks.", "tool: This is a false positive."], OPEN],
    ["only thanks", ["tool: Thanks for the update!"], OPEN],
    ["promises", ["tool: Let's do this in a follow-up."], OPEN],
  ])("a tool %s", (_name, replies, expected) => {
    expect(outcomeOf(LEAK, replies, "tool")).toBe(expected);
  });
});

describe("what was said before", () => {
  it.each<[string, string, string[], string]>([
    ["done ends what was open", LEAK, ["author: Will fix.", "author: Done."], DONE],
    ["what still leaks ends what was done", LEAK, ["author: Done.", "reviewer: It still leaks."], OPEN],
    ["and is done at last", LEAK, ["author: Done.", "reviewer: It still leaks.", "author: Now fixed."], DONE],
    ["a promise ends what was declined", LEAK, ["author: By design.", "author: OK, next PR."], PROMISED],
    ["declined ends a promise", LEAK, ["author: Next PR.", "author: Won't fix, it is gone in v2."], DECLINED],
    ["a commit ends a promise", LEAK, ["author: Next PR.", "author: Fixed in 0a1b2c3d after all."], DONE],
    ["a bare word leaves a promise", LEAK, ["author: I'll file a ticket.", "author: Done."], PROMISED],
    ["content leaves a promise", LEAK, ["author: In a follow-up.", "reviewer: Fair enough."], PROMISED],
    ["and so do more of it", LEAK, ["author: Next PR.", "reviewer: Fair enough.", "reviewer: LGTM now"], PROMISED],
    ["thanks leave a promise", LEAK, ["author: In a follow-up.", "reviewer: Thanks!"], PROMISED],
    ["a grumble leaves a promise", LEAK, ["author: Next PR.", "reviewer: I still find it ugly."], PROMISED],
    ["taken back ends a promise", LEAK, ["author: Next PR.", "reviewer: Never mind, I misread."], RETRACTED],
    ["wanted now ends a promise", LEAK, ["author: Next PR.", "reviewer: Please do it in this PR."], OPEN],
    ["content leaves what somebody will do", LEAK, ["author: I'll change it.", "reviewer: Got it."], OPEN],
    ["content ends one's own doubt", LEAK, ["reviewer: It still leaks.", "reviewer: LGTM now"], RETRACTED],
    ["content after an explanation", CACHE, ["author: It is one call a day.", "reviewer: Fair enough."], RETRACTED],
    ["a bare word leaves what the comment puts off", "Cache it in a follow-up.", ["author: Done."], OPEN],
    ["a commit ends what the comment puts off", "Cache it in a follow-up.", ["author: Done in 0a1b2c3d."], DONE],
  ])("%s", (_name, root, replies, expected) => {
    expect(outcomeOf(root, replies)).toBe(expected);
  });
});
