/** English: what headings open. */
import type { Language } from "../language.ts";

export const SECTIONS: Language["sections"] = [
  {
    section: "settled",
    forms: {
      "Bug fixes": /^\W{0,12}(?:release notes?|changelog|(?:what's )?new features?|what's new|bug ?fixes)\W{0,12}$/,
    },
  },
  {
    section: "settled",
    forms: {
      "Resolved since last review":
        /(?<!\b(?:be|not|never|un|get|being|to be) )\b(?:resolved|addressed|fixed|already (?:done|flagged|fixed)|previously|previous suggestions|no action)\b/,
    },
  },
  {
    section: "settled",
    forms: {
      "Things I checked and ruled out":
        /\bruled out\b|(?<!\b(?:not|be|un|never)(?: \w{1,20})? )\b(?:checked|looked at|tested|reviewed|inspected) and (?:found )?(?:\w{1,20} )?(?:clean|fine|ok(?:ay)?|correct|safe|sound)\b/,
      "What I checked":
        /^\W{0,12}(?:what|things|also) (?:i|we|was) (?:also )?(?:checked|verified|confirmed|tested|looked at)\b/,
      "Considered and dismissed":
        /\b(?:considered|investigated) (?:and|but) (?:\w{1,20} )?(?:dismissed|rejected|not (?:done|pursued|needed|flagged|reported|included))\b/,
      "Non-issues":
        /\b(?:non-issues?|false (?:positives|alarms)|not (?:an? )?(?:bugs?|issues?|problems?|concerns?)(?=\W{0,6}$))\b/,
      "Fixes applied": /\bfix(?:es)? (?:already )?applied\b/,
    },
  },
  {
    section: "settled",
    forms: {
      "Low (accepted)": /\((?:accepted|fixed|resolved|done|all (?:fixed|resolved|addressed))\)\W{0,6}$/,
    },
  },
  {
    section: "summary",
    forms: {
      "Implementation insights": /\b(?:insights|learnings|lessons(?: learned)?|takeaways|key metrics|capabilities)\b/,
      "What the PR fixes":
        /\bwhat (?:the|this) (?:pr|pull request|change|patch|fix) (?:does|fixes|changes|adds|solves|addresses)\b/,
    },
  },
  {
    section: "deferred",
    forms: {
      "Future improvements": /\bfuture\b/,
      "Follow-ups": /\bfollow[- ]?ups?\b/,
      "For later": /\blater\b/,
      "Out of scope": /\bout of scope\b/,
      Backlog: /\bbacklog\b/,
      "Post-merge tasks": /\bpost[- ]merge\b/,
      "After merge": /\bafter merge\b/,
      "Left for implementation": /\b(?:left|deferred|open|remaining|items?|tasks?|ideas?|notes) for implementation\b/,
      "Technical debt": /\btech(?:nical)? debt\b/,
      "Long-term ideas": /\blong[- ]term\b/,
      "Before GA":
        /^\W{0,12}(?:to do )?before (?:ga|launch(?:ing)?|go(?:ing)?[- ]live|we (?:go live|launch|ship)|production|the release|v?\d)\b/,
    },
  },
  {
    section: "nits",
    forms: {
      Nitpicks: /\bnit(?:pick|s|picks)?\b/,
      "Code style": /\bstyle\b/,
      Trivial: /\btrivial\b/,
      Cosmetic: /\bcosmetic\b/,
      Polish: /\bpolish\b/,
    },
  },
  {
    section: "praise",
    forms: {
      Strengths:
        /\b(?:strengths?|strong points|positives?|good (?:practices|parts|points|things)|best practices followed|highlights?|achievements?|pros|benefits)\b/,
      "What works well":
        /\b(?:what works|works well|well[- ]done|what's (?:good|great|working|implemented)|(?<!\bnot |n't )(?:done|does|doing|did|do|goes|went) (?:(?!not\b)\w{1,20} )?well|does right|(?:what|things) (?:i|we) (?:really )?like\w{0,30})\b/,
      "Nice work": /\b(?:praise|excellent|kudos|looks good|great|nice work)\b/,
      "Verified by hand": /(?<!\b(?:not|never|be)(?: \w{1,20})? )\b(?:correctly|verified|approved)\b/,
      "Key improvements": /\b(?:what this enables|key (?:improvements|enhancements)(?=\W{0,4}$))\b/,
      "✅ Error handling": /✅/,
      "👍 Tests": /👍/,
      "🎉 New parser": /🎉/,
      Good: /^good\b/,
    },
  },
  {
    section: "process",
    forms: {
      "Test plan":
        /\b(?:test plan|checklist|before merging|verification|acceptance criteria|how to test|testing instructions|manual test\w{0,30})\b/,
    },
  },
  {
    section: "issues",
    forms: {
      "Issues and concerns":
        /\b(?:issues?|concerns?|problems?|bugs?|risks?|gaps?|weakness\w{0,30}|drawbacks?|cons|defects?|missing|vulnerabilit\w{1,30}|violations?|red flags|limitations?)\b/,
      Findings: /\b(?:findings?|warnings?)\b/,
      "Must fix": /\b(?:critical|blockers?|blocking|(?:must|should)[- ](?:fix|address)|actionable)\b/,
      "Medium priority":
        /^\W{0,6}(?:high|medium|moderate|low|major|minor)(?: (?:priority|severity|risk|impact))?\W{0,6}$/,
      "🔴 Data loss": /🔴/,
      "🟠 Slow query": /🟠/,
      "🟥 Session handling": /🟥/,
      "🟧 Cache keys": /🟧/,
      "⚠️ Migration order": /⚠️/,
      "❌ Token check": /❌/,
      "🚨 Injection": /🚨/,
      "🐛 Pagination": /🐛/,
    },
  },
  {
    section: "asks",
    forms: {
      Suggestions:
        /\b(?:suggestions?|suggested|recommendations?|recommended|improvements?|improve|proposals?|proposed|consider(?:ations)?|enhancements?|opportunit\w{1,30}|optional|nice[- ]to[- ]haves?|ideas|security hardening)\b/,
      "Action items":
        /\b(?:required (?:actions?|changes?)|action items?|actions? (?:required|needed)|actions|todos?|next steps|fix(?:es)?|requests?|changes (?:needed|requested)|requirements|before merge)\b/,
      "Questions and remarks": /\b(?:feedback|questions?|comments|remarks|thoughts)\b/,
      "A few small things":
        /\b(?:(?:remaining|few|some|more|other|two|three|four|five|following|open|minor|small) (?:\w{1,20} )?(?:points|things)|(?:things|stuff|code review|first pass)(?=\W{0,4}$))\b/,
      "💡 Batch the writes": /💡/,
    },
  },
  {
    section: "summary",
    forms: {
      Summary:
        /\b(?:summary|overview|overall|conclusion|walkthrough|changes|files|what changed|description|impressions?|review conducted)\b/,
      "Verdict and score":
        /\b(?:verdict|assessment|rating|score|metrics|alignment|status|approval|impact|stats|statistics|comparison)\b/,
      Background: /\b(?:context|background|references|about|explanation|details|how it works|architecture)\b/,
    },
  },
];
