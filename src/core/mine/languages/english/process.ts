/** English: words about the pull request, rather than the code. */
import type { Cue } from "../language.ts";

export const PROCESS: readonly Cue[] = [
  {
    name: "the pull request's text",
    strength: 3,
    forms: {
      "Please update the PR description accordingly.":
        /\b(?:pr|pull request|commit|merge request) (?:title|description|body|message|template)s?\b/,
      "That would keep the git history readable.": /\b(?:git|commit) history\b/,
      "Please name the ticket in the commit.":
        /\b(?:in|of) the commit\b(?! (?:id|hash|sha|graph|log|path|callback|hook|phase))/,
      "Commit 3fa9c1 should come before the rename.": /\bcommits? "?\w{1,30}"? (?:should|needs?|could)\b/,
      "Please mention this limit in the PR.":
        /\b(?:mention|say|explain|describe) (?:\w{1,30} ){0,2}in the (?:pr|pull request)\b/,
      "This deserves a changelog entry.": /\b(?:changelog|release notes?) (?:entry|line|item)\b/,
      "Please add a line to the changelog.": /\b(?:entry|line|item) (?:to|in|for) the (?:changelog|release notes?)\b/,
      "Please say how this was tested.":
        /\b(?:how (?:this|it|you) (?:was |were )?(?:manually )?tested|(?:sort|kind|type|evidence) of test(?:ing|s)|testing evidence|(?:add|attach|post|include|provide|share|upload|show us) (?:an? |some |a few |the )?(?:before (?:and|\/) after )?(?:screenshots?|screen ?(?:cast|recording)s?))\b/,
      "Could you add some motivation to the description?":
        /\b(?:motivation|rationale|context|background) (?:to|in|for) (?:(?:the |this |your )?(?:pr|pull request|op)|the description|your (?:description|summary))\b/,
      "More information in the description would help.":
        /\b(?:more|some|additional) (?:information|info|details?|context|explanation) in (?:the (?:pr|pull request) (?:description|summary|title)|your (?:description|summary)|the description)\b/,
      "Does this close #12?": /\b(?:this|that|it|pr) (?:\w{1,12} ){0,2}(?:close|fix|solve|resolve)s? (?:issue )?#\d/,
      "Please fill in the description first.":
        /\b(?:update|edit|fix|fill in|expand) (?:the|your) (?:pr\b|(?:pr )?description\b)/,
      "Please attach a screenshot of the dialog to the PR.":
        /\b(?:add|post|put|include|attach|paste) [^.?!]{1,80} to (?:the|this|your) (?:pr|pull request)\b(?! (?:template|number|url|title))/,
      "Please add `Update` in your title.":
        /\b(?:in|of|to|on|from|update|rebase|rename) your (?:pr |commit )?(?:titles?|commit messages?|branch|fork)(?=\W|$)(?! (?:condition|bomb|name|prediction))/,
      "Please add a changelog for the new flag.":
        /\b(?:add|update|write|include|missing) (?:an? |the )?(?:changelog|changeset|news fragment)\b(?! (?:table|parser|file format|endpoint|entity|model))/,
      "Please fix the failing tests.":
        /\b(?:fix|check|resolve|address|look (?:at|into)) (?:the |these |those |all |any )?(?:failing|broken|red) (?:tests?|builds?|checks?|jobs?|ci)(?=\W{0,3}$|[,;)]| (?:first|before|please|on|in ci)\b)/,
      "The test failure is unrelated.":
        /\b(?:tests?|builds?|ci|checks?|jobs?) (?:failures? )?(?:is|are|seems?|looks?) (?:probably )?(?:unrelated|not related)\b/,
      "Make sure the failure is not related to the changes here.":
        /\b(?:is|are) not (?:related to|caused by) (?:the |this |these |your )(?:changes?|pr|pull request|patch|commit)\b/,
      "Looks like you forgot to push.": /\bforgot to (?:push|commit)\b/,
      "The title of this PR still names the old queue.":
        /\b(?:title|description) of (?:this|the) (?:pr|pull request)\b/,
      "Please mark this PR as breaking.": /\bmark (?:the |this )?pr\b/,
      "Could you link the issue for the flaky upload?": /\blink (?:the |this |an? )?(?:issue|ticket|jira)\b/,
      "Add the benchmark numbers to the description.":
        /\bto the (?:description\b|(?:pr|pull request|commit) (?:description|title)\b)/,
      "Is this ready for review?": /\bready (?:for|to) (?:review|merge)\b/,
      "Please do the rename in its own commit.":
        /\b(?:add|put|move|do|make) (?:this|it|that|these|the)(?: \w{1,20}){0,2} in (?:a|an|its own|the first|a separate|an earlier) commit\b/,
      "CI failed because of the linter.":
        /\b(?:ci|the (?:build|linter|lint|pipeline)) (?:job |run |check )?(?:is |has |still |is still )?(?:failed|failing|fails|red|unhappy|complains?|complaining)\b/,
      "Please run the codegen again and commit the result.":
        /\b(?:re-?run|run) (?:the )?(?:codegen|code generator|formatter|linter|prettier|gofmt|spotless|clang-format|rustfmt|pre-commit)\b/,
      "CI must pass before this goes in.":
        /\bci (?:must|should|needs? to|has to|is|to) (?:\w{1,20} )?(?:pass|be green|green|red|happy|failing)\b/,
    },
    unless: {
      "The PR description says 30 seconds, the code waits 60.":
        /\b(?:description|title|message|body) (?:mentions?|says?|states?|claims?|promises?|describes?|lists?)\b/,
      "The retry promised in the commit never happens.":
        /\b(?:mentioned|described|promised|stated|claimed|listed|says|said) in the (?:pr|pull request|commit)\b/,
      "The error message should quote the commit message that was refused.":
        /\b(?:error|exception|log|status|response|email|http) (?:title|description|body|message|template)\b/,
    },
  },
  {
    name: "who and when",
    strength: 3,
    forms: {
      "Let's merge this after the release on Thursday.":
        /\b(?:merge|land|ship) (?:this|it|that|#\d{1,9}|these|them) (?:after|before|first|once|when|until|next)\b/,
      "Let's get this in before the freeze.": /\bget (?:this|it|that) in (?:before|by|for|today|this|on|to)\b/,
      "@sam, please merge this.":
        /^(?:\W{0,4})(?:@\S{1,60} ){0,4}(?:please |pls |can (?:you|someone) (?:please )?)(?:merge|approve|review|ship|land)(?: (?:this|it|the pr|again|now))?\W{0,4}$/,
      "Can we merge this today?":
        /\b(?:should|shall|can|could) (?:we|i|you) (?:now |just |already )?merge (?:this|it|that)\b/,
      "In the future, please ask before you bump the driver.":
        /\b(?:in|for) (?:the )?future,? (?:please|you|try|i'd|i would|any|it(?:'s| is) (?:better|easier|best))\b/,
      "For future PRs, please keep the formatting apart.":
        /\b(?:in|for) (?:any |the |your )?(?:future|next) (?:prs|pull requests),? (?:please|if you|try|could|you|it)\b/,
      "Next time, please add the owners as reviewers.": /\bnext time,? (?:please|you|try|i'd|could)\b/,
      "Please open an issue first.": /\bopen(?:ing)? an issue (?:first|to discuss)\b/,
      "Only one more approval is missing.": /\b(?:second|another|one more) approval\b/,
      "@sam, please take a look at the lock.":
        /@[\w-]{1,40}\b[^.?!]{0,60}\b(?:take|have) (?:a|another) (?:\w{1,12} )?look\b/,
      "I'd like to get this into 2.5.":
        /\bget (?:this|it|that) (?:in|into) (?:v?\d|the (?:next|current|upcoming|release)|main|master)/,
      "I'd rather wait for someone who knows the importer.":
        /\bwait (?:for|until|till) (?:(?:someone|somebody|others|the others|more people|anyone)(?: (?:to|who|else|with|from)\b|\W{0,3}$)|approval|(?:an?|the|another) (?:review|approval)|review)/,
      "Maybe @sam has a better understanding of the lock.":
        /@[\w-]{1,40}(?:,? (?:and |or )?@[\w-]{1,40}){0,4} (?:may |might |would |could |should |probably |will )?(?:also )?(?:has|have|knows?|can (?:say|tell|comment|answer|help|confirm)|be (?:able|better|best))\b/,
      "I'd like somebody to check the SQL.":
        /\b(?:someone|somebody|anyone|anybody) (?:else )?(?:can|could|to) (?:\w{1,20} )?(?:review|check|verify|edit|(?:take|have) a look)\b/,
      "This needs another look from the storage team.":
        /\b(?:get|have|needs?|use) (?:an?|another|one more|some) (?:\w{1,30} )?(?:reviews?|look|approval|pair of eyes|eyes)(?: (?:from|by|at|on)\b|\W{0,3}$)/,
      "I'd like to get Mira's opinion on the lock.":
        /\b(?:get|have) \S{1,30}(?:'s)? (?:eyes|opinion|thoughts|input) on\b/,
      "The comments on the parser have to be resolved first.":
        /\b(?:comments|feedback|threads) (?:on|in|of|from|about) [^.;]{1,60} (?:addressed|answered|resolved)\b/,
      "We should ask the storage team first.":
        /\b(?:ask|check with|talk (?:to|with)|consult(?: with)?|coordinate with|reach out to|clear (?:this|it) with|run (?:this|it) by|loop in|ping) (?:(?:in|on) )?(?:the )?(?:(?!for\b|of\b|each\b|to\b|lock\b)[\w-]{1,30} ){0,2}?(?:team|wg|working group|maintainers?|mailing list|discourse|forum|slack|community|folks|someone|somebody|@\w{1,39})\b/,
      "Can we move forward with this?":
        /^(?:\W{0,4})(?:so )?can (?:this|it|we|you)(?: \w{1,12})? (?:(?:be )?closed?(?: (?:this|it))?\W{0,3}$|(?:move forward|proceed|go ahead)\b)/,
      "Which branch should this go to?": /\bwhich branch\b/,
      "This still needs to be reviewed.":
        /\b(?:needs?|has|have|must|should) (?:to )?be (?:reviewed|approved|rebased)\b/,
      "Ping me when the importer is done.": /\bping (?:me|us|@\w)/,
      "Let's wait for the release.":
        /\bwait (?:for|on) (?:@\w|ci\b|the (?:ci|release|review|freeze|other (?:pr|pull request))\b|#\d)/,
      "Let's discuss this in the weekly sync.":
        /\b(?:discuss|talk about|go over|bring up) (?:this|it|that|these) (?:in|at|on|during) (?:\S{1,30} ){0,3}(?:sync|meeting|call|stand-?up|planning|retro|slack)\b/,
      "Someone from the billing team should look at the rounding.":
        /\b(?:(?:someone|somebody) else |(?:someone|somebody) from (?:\w{1,30} ){1,4}?)(?:should|could|can|needs? to|must) (?:also )?(?:review|look|check|approve|take (?:a|another) look)\b/,
    },
  },
  {
    name: "its branch",
    strength: 3,
    forms: {
      "Could you rebase this?": /\brebas(?:e|ed|ing)\b/,
      "Please squash the fixups.": /\bsquash(?:ed|ing)?\b/,
      "There is a merge conflict in the lock file.": /(?<!non-)\bmerge[- ](?:conflicts?|commits?)\b/,
      "This branch is ff-only.": /\bff-only\b/,
      "We only allow fast-forward merges.": /\bfast[- ]forward merges?\b/,
      "Please resolve the conflicts in the fixtures.":
        /\b(?:resolve|fix|solve) (?:the |these |any )?(?:merge )?conflicts?\b/,
      "Please sync with main again.": /\bsync(?:ing)? with (?:main|master|upstream)\b/,
      "Please cherry-pick this for 2.x.": /\bcherry[- ]?pick\w{0,30}\b/,
      "Should this be backported?": /\bbackport(?:ed|ing)?\b(?! (?:of|from|module|package|library)\b)/,
      "This should go to the stable branch.":
        /\b(?:target|against|onto|to) (?:the )?(?:main|master|develop|release|stable) branch\b/,
      "Please merge main first.": /\bmerge (?:main|master|develop|upstream)\b/,
      "Please don't merge yet.": /\b(?:don't|do not|not) merge (?:this|it|yet|before|until)\b(?! into\b)/,
      "Could you open this against the 3.x line?":
        /\b(?:open|base|target) (?:this|it|the pr) (?:against|on) (?:the )?(?:\S{1,30} )?(?:main|master|develop|dev|next|release|stable|branch|\d[\w.]{0,12}|line)\b/,
      "Is the pager still WIP?": /\bwip\b/,
      "This should stay a draft PR for now.": /\bdraft\b(?= pr)/,
      "Hold off until the schema is agreed.": /\bhold off\b/,
      "Please close this PR in favour of the other one.": /\bclose this (?:pr|pull request)\b/,
      "Once the driver is out, this can be merged.":
        /\b(?:this|it|that|pr|patch|branch|change)\b.{0,40}\b(?:be|get|been) merged\W{0,3}$/,
      "Let's land this patch tomorrow.": /\b(?:merge|land|ship) (?:this|the) (?:change|pr|patch|pull request)\b/,
      "Please reopen with the smaller diff.": /\b(?:please|can|could|feel free to) (?:you )?re-?open\b/,
      "Looks like you forgot to git add the fixture.": /\bgit (?:push|commit|pull|fetch|reset|add)\b/,
      "This belongs under Unreleased.": /\b(?:under|in|to) (?:the )?[\"“'`#]{0,3}unreleased\b/,
      "Please sign the CLA.": /\bsign(?:[- ]off)? (?:on )?(?:the|your|a) (?:cla|commits?)\b/,
    },
    unless: {
      "The hook fails while the user runs a rebase.":
        /\b(?:git|the tool|command|script|user) (?:\w{1,30} ){0,3}rebase\b/,
    },
  },
  {
    name: "its extent",
    strength: 3,
    forms: {
      "Can we split this into two PRs?":
        /\b(?:split|break|separate (?:this|these|it|them) into (?:two|three|\d|several|multiple|different) )\b.{0,40}\b(?:prs?|pull requests?|commits?|branches)\b/,
      "Could you open a separate PR for the logger?":
        /\b(?:can|could|would) you (?:please )?(?:open|make|create|send|submit|do) [^.?!,]{0,40}\b(?:separate|another|own|different) (?:prs?|pull requests?)\b/,
      "Please move these to another PR.":
        /\b(?:move|put|split|extract|keep) (?:this|it|these|that|them)(?: \S{1,60}){0,8} (?:in)?to (?:a |its |their )?(?:separate|another|different|own) (?:prs?|pull requests?|commits?)\b/,
      "Please make this a separate PR.":
        /\bmake (?:it|this|them|separate) (?:in )?(?:a )?(?:separate )?(?:prs?|pull requests?)\b/,
      "A single commit is enough here.": /\b(?:separate|own|one|single) commits?\b/,
      "Looks unrelated, please revert this file.":
        /\brevert (?:this file|this change|these changes|the unrelated|unrelated|all)\b/,
      "The editor made unrelated changes in the fixtures.":
        /\bunrelated (?:to this (?:pr|change)|changes?|files?|formatting)\b/,
      "The new theme is scope creep.": /\bscope creep\b/,
      "Does this belong in this PR?":
        /^\W{0,4}(?:should|does) (?:it|this|that|these) (?:\w{1,12} )?(?:part of|to|in) this (?:pr|pull request|change|patch)\b/,
    },
    unless: {
      "I'll move this to a separate PR.": /\bi(?:'ll| will|'d| can|'m going to| would)\b/,
      "Unrelated to this PR, but the parser drops the last row.":
        /\bunrelated to this (?:pr|pull request|change)\b,? (?:but|though|and)\b/,
    },
  },
];
