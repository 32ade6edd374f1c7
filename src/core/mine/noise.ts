/** Parts of a body that hold no finding of their own: tool output, prompts for agents, footers, walkthroughs. */

interface NoiseRule {
  name: string;
  /** Read against a summary's or a heading's words in lower case. */
  pattern: RegExp;
  example: string;
}

/** What a folded section is about, when it repeats or proves a finding rather than being one. */
export const FOLDED_NOISE: readonly NoiseRule[] = [
  {
    name: "a prompt for agents",
    pattern:
      /\bprompt (?:for|to fix)\b|\bfix (?:all )?(?:in|with) (?:ai|cursor|claude)\b|\bagent prompt\b|\bcontext for (?:ai )?agents?\b|\bcopy.{0,20}prompt\b/,
    example: "🤖 Prompt for AI Agents",
  },
  {
    name: "a committable suggestion",
    pattern:
      /committable suggestion|^\W{0,6}code suggestion\W{0,6}$|\bproposed (?:fix|tweak|change|diff|patch|refactor)\b|\bsuggested (?:fix|patch|diff|implementation|change)\b|\bexample (?:fix|implementation)\b/,
    example: "📝 Committable suggestion",
  },
  {
    name: "evidence",
    pattern:
      /analysis chain|static analysis|verification test|extended reasoning|why this was flagged|relevant code|code graph|additional context|🧰|🪛|\bevidence\b|scripts? executed|web query|\bdetailed analysis\b|code_context/,
    example: "🧩 Analysis chain",
  },
  {
    name: "details of the run",
    pattern:
      /review details|files (?:selected|ignored|not reviewed|skipped)|commits\b|recent review|configuration used|review (?:info|configuration)|run configuration|disabled knowledge|learnings|linked issues|\btokens?\b.{0,10}\bcost\b|finishing touches|pre-merge checks|path instructions|\bci\b.{0,10}\bfailures\b|\bpersistent\b/,
    example: "📜 Review details",
  },
  {
    name: "a table of files",
    pattern:
      /summary per file|file summar\w+|walkthrough|changed files|\bwhat changed\b|important files changed|changes walkthrough|sequence diagram|reviewed changes/,
    example: "Show a summary per file",
  },
  {
    name: "about the tool",
    pattern:
      /about codex|how to (?:use|interact)|\binteract(?:ing)? with\b|\busage and configuration\b|\bwhat (?:i|we|was|is|the bot) (?:\w{1,20} )?(?:checks?|checked|reviewed|looked at|looks? (?:at|for))\b|\bguide\b.{0,40}\bcustomi[sz]ation\b|\btips?\b|\bcommands?\b|\bhelp\b|thanks for using|\bsettings\b|share (?:your|this)|feedback\?|\b(?:useful|helpful)\?|\bworkflow id\b|more info|\btool usage\b|\bnot posted\b|poem/,
    example: "ℹ️ About Codex in GitHub",
  },
  {
    name: "settled before",
    pattern:
      /resolved since|previously resolved|previous suggestions|suggestions up to commit|\boutdated\b|✅ (?:resolved|addressed|implemented)|dismissed/,
    example: "Resolved since last review (2)",
  },
];

/** The noise that a folded section is, by its summary, if it is one. */
export function foldedNoise(summary: string): string | undefined {
  const lower = summary.toLowerCase();
  return FOLDED_NOISE.find(({ pattern }) => pattern.test(lower))?.name;
}

/** Lines that close a tool's comment. */
export const FOOTERS: readonly NoiseRule[] = [
  {
    name: "a footer",
    pattern:
      /^[-\s*_>]{0,40}(?:useful\? react with|\[ ?\] (?:yes|no)\b|if this (?:code )?review was (?:useful|helpful)|🤖 (?:generated|reviewed) (?:with|by)|generated (?:with|by) |reviewed (?:by|in accordance|at|on|commit)|review (?:conducted|by|date|focus)|files reviewed|note: if this suggestion doesn't match|\d{1,6} files? reviewed|edit code review agent|committable suggestion skipped|also applies to|based on (?:learnings|the previous review)|fix (?:in|with) (?:cursor|web|cubic|claude|codex|ai)|talk to kody|powered by|was this (?:helpful|comment|suggestion)|reply with feedback|did we get this right|give us feedback|(?:`x` )?how was this (?:review|comment)|thumbs? up|react(?:ion)? (?:with|to|👍)|👍 ?\/ ?👎|is this (?:helpful|useful|comment|a good)|should \w{1,30} avoid (?:suggestions|comments) like|want \w{1,30} to (?:fix|apply) th|looking for more details|check the ai-generated|comment `x` (?:for|to)|provide feedback|learn more|last reviewed commit|carefully review the code before)/,
    example: "Useful? React with 👍 / 👎.",
  },
];

/** A line that closes a tool's comment. Give it `prose`. */
export function isFooter(prose: string): boolean {
  return FOOTERS.some(({ pattern }) => pattern.test(prose));
}

const OWN_HELP =
  /^\W{0,12}(?:how to use|usage guide|tips?|commands?|need help|about (?:this|the) (?:tool|review|bot)|feedback|emoji (?:descriptions?|legend|key)|legend|what (?:i|we|was) (?:checked|reviewed|looked at))\W{0,12}$/;

/** A heading under which a tool speaks of itself. Give it `prose`. */
export function opensHelp(prose: string): boolean {
  return OWN_HELP.test(prose);
}
