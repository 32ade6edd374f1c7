/** What people state of the code beside them, and what they only say of themselves, each other, and what was done. */
import { anyOf } from "./forms.ts";

/** What people say of themselves, of each other and of what was done. Give it `prose`. */
export const OF_PEOPLE = anyOf({
  "I'm new to this module.": /\b(?:i|i'm|i've|i'd|i'll|me|my|not sure)\b/,
  "You know the reader best.": /\b(?:you|your|you're|he|she)\b|@\w/,
  "Thanks for the second test.": /\b(?:thanks?|agree\w{0,5}|sorry|kudos|congrats\w{0,9})\b/,
  "The shorter name is fine.": /\b(?:lgtm|fine|okay|ok|good|nice|great|cool|love\w{0,2})\b/,
  "The new reader is much simpler.":
    /\b(?:clever|neat|impressive|elegant|much (?:easier|cleaner|better|simpler|nicer|clearer))\b/,
  "The order of the keys is unchanged.": /\bunchanged\b|\bfunctional change\b|\bmoved from\b/,
  "An odd situation with two clocks.": /\bodd situation\b/,
  "This is currently the only caller.": /\b(?:this|it) is (?:currently |now )?(?:the )?only\b/,
  "We no longer read the old format.": /\bwe (?:now|no longer|currently)\b/,
  "Yes, both are read.": /^(?:yes|no|yeah|yep|nope|ah|oh|hm{1,3}|well|so)\b/,
  "Because the clock may jump.":
    /^(?:because|this was|this is (?:because|to|just|only|for|so)|it was|it's (?:because|to|just|for))\b/,
  "We already have a pool for this.": /^we (?:did|had|have|use|do|are|were|already|only|just|also)\b/,
  "And that's the whole list.": /^(?:currently|at the moment|(?:and )?that's)\b/,
  "The second close is on purpose.": /\b(?:already|on purpose|intentional\w{0,3}|used to|by design|we just)\b/,
  "By the way, two readers share the lock.":
    /\b(?:by the way|in practice|for reference|fwiw|fyi|til|anyway|for the record|in other words|of course)\b/,
  "A second read is not a problem.": /\bnot an? (?:concern|problem|issue)\b/,
  "The order stays the same.": /\b(?:is|are|stays?|remains?) the same\b(?! \w{1,20} as)/,
  "See the docs: https://docs.test/locks":
    /^(?:for context|(?:see|cf\.?|docs|source|related|relevant)(?: \w{1,20}){0,2}:? (?:https?:|#\d|\[))/,
  "The lock was removed in #12.": /\b(?:[a-z]{1,20}ed|was|were) (?:in|by|to) (?:`x`|#\d)/,
});

/** Something that is not, differs, is too much, or comes at the wrong time. */
const TROUBLE = anyOf(
  {
    "The cursor doesn't close.": /not|\w{1,9}n't|cannot|no longer|never|neither/,
    "The page opens without a lock.": /without|nobody|none|nothing|any\w{0,3}/,
    "The list is sorted, but the map keeps its order.":
      /but|while|whereas|though|although|yet|only|still|even|instead|however|unlike/,
    "The second reader returns a different page.": /different\w{0,3}|differs?|rather|better|worse/,
    "The query runs once per row.": /twice|every|each|per|always|again/,
    "Two readers write at the same time.": /at once|at the same time|concurrently/,
    "The lock is released before the write.": /(?:before|after)(?= \w)(?! (?:and|that)\b)/,
    "The reader blocks until the page is read.":
      /until|forever|waits?|waiting to happen|blocks (?:the|on|until|every|all|other)/,
    "The limit lies below the default.": /too|(?:below|above) (?:the|its|\d)|exceeds?|more than/,
    "The parser accepts an empty name.": /rejects?|refuses?|accepts?|ignor\w{1,3}|survives?/,
    "The last row is lost.": /gone|lost|drop\w{0,4}|steals?|deletes?|overwrit\w{1,4}|leaves?/,
    "The reader assumes a sorted list.": /assumes?|expects?|depends?/,
    "The job runs as root.": /random\w{0,2}|straight|deprecated|here and|eval|as root/,
  },
  { before: /\b/, after: /\b/ },
);

/**
 * Whether a statement points at trouble; one that does not explains. A semicolon does: "The first call wins; the second is
 * lost." Give it `prose`.
 */
export function pointsAtTrouble(prose: string): boolean {
  return prose.includes(";") || TROUBLE.test(prose);
}
