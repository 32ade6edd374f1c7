/** Parts of a body that hold no finding of their own: tool output, prompts for agents, footers, walkthroughs. */
import { anyOf, type Forms, type Frame } from "./forms.ts";

/** Its forms are read against a summary's or a heading's words in lower case. */
interface NoiseRule extends Frame {
  name: string;
  forms: Forms;
}

/** What a folded section is about, when it repeats or proves a finding rather than being one. */
export const FOLDED_NOISE: readonly NoiseRule[] = [
  {
    name: "a prompt for agents",
    forms: {
      "🤖 Prompt for AI Agents": /\bprompt (?:for|to fix)\b|\bagent prompt\b/,
      "Fix all in Cursor": /\bfix (?:all )?(?:in|with) (?:ai|cursor|claude)\b/,
      "Context for agents": /\bcontext for (?:ai )?agents?\b/,
      "Copy this prompt": /\bcopy.{0,20}prompt\b/,
    },
  },
  {
    name: "a committable suggestion",
    forms: {
      "📝 Committable suggestion": /committable suggestion/,
      "Code suggestion": /^\W{0,6}code suggestion\W{0,6}$/,
      "♻️ Proposed refactor": /\bproposed (?:fix|tweak|change|diff|patch|refactor)\b/,
      "Suggested patch": /\bsuggested (?:fix|patch|diff|implementation|change)\b/,
      "An example implementation": /\bexample (?:fix|implementation)\b/,
    },
  },
  {
    name: "evidence",
    forms: {
      "🧩 Analysis chain": /analysis chain|extended reasoning|\bdetailed analysis\b/,
      "Static analysis of one file": /static analysis|verification test|🧰|🪛/,
      "Why this was flagged": /why this was flagged|\bevidence\b/,
      "Relevant code": /relevant code|code graph|additional context|code_context/,
      "Scripts executed (2)": /scripts? executed|web query/,
    },
  },
  {
    name: "details of the run",
    forms: {
      "📜 Review details": /review details|recent review|review (?:info|configuration)|\bpersistent\b/,
      "Files selected (4)": /files (?:selected|ignored|not reviewed|skipped)|commits\b/,
      "Configuration used": /configuration used|run configuration|path instructions/,
      "Learnings (1)": /disabled knowledge|learnings|linked issues/,
      "Tokens and cost": /\btokens?\b.{0,10}\bcost\b/,
      "Pre-merge checks": /finishing touches|pre-merge checks/,
      "CI and its failures": /\bci\b.{0,10}\bfailures\b/,
    },
  },
  {
    name: "a table of files",
    forms: {
      "Show a summary per file": /summary per file|file summar\w+/,
      Walkthrough: /walkthrough|changes walkthrough|sequence diagram/,
      "Changed files": /changed files|\bwhat changed\b|important files changed|reviewed changes/,
    },
  },
  {
    name: "about the tool",
    forms: {
      "ℹ️ About Codex in GitHub": /about codex/,
      "How to use the reviewer": /how to (?:use|interact)|\binteract(?:ing)? with\b|\busage and configuration\b/,
      "What I checked":
        /\bwhat (?:i|we|was|is|the bot) (?:\w{1,20} )?(?:checks?|checked|reviewed|looked at|looks? (?:at|for))\b/,
      "A guide to its customization": /\bguide\b.{0,40}\bcustomi[sz]ation\b|\bsettings\b/,
      "Tips and commands": /\btips?\b|\bcommands?\b|\bhelp\b/,
      "Thanks for using the reviewer": /thanks for using|share (?:your|this)|feedback\?|\b(?:useful|helpful)\?/,
      "Workflow ID": /\bworkflow id\b|\btool usage\b|\bnot posted\b/,
      "More info": /more info/,
      "A poem": /poem/,
    },
  },
  {
    name: "settled before",
    forms: {
      "Resolved since last review (2)": /resolved since|previously resolved/,
      "Suggestions up to commit 1a2b3c4": /previous suggestions|suggestions up to commit/,
      "Outdated comments": /\boutdated\b/,
      "✅ Addressed (3)": /✅ (?:resolved|addressed|implemented)/,
      "Dismissed by the author": /dismissed/,
    },
  },
];

const FOLDED = FOLDED_NOISE.map((rule) => ({ name: rule.name, pattern: anyOf(rule.forms, rule) }));

/** A file by its name, anywhere; and a path without an extension, where there is no more than that and a count. */
const PATH = /(?<!\S)(?:\S{0,200}[\w)\]]\.[a-z]\w{0,9}\b|\S{1,100}\/\S{1,200}(?= \(|$))/g;

/** The noise that a folded section is, by its summary, if it is one. What a file is called says nothing of it. */
export function foldedNoise(summary: string): string | undefined {
  const lower = summary.toLowerCase().replace(PATH, "");
  return FOLDED.find(({ pattern }) => pattern.test(lower))?.name;
}

/** A line that closes a tool's comment. */
export const FOOTER: NoiseRule = {
  name: "a footer",
  before: /^[-\s*_>]{0,40}/,
  forms: {
    "Useful? React with 👍 / 👎.": /useful\? react with|thumbs? up|(?:please )?react(?:ion)? (?:with|to|👍)|👍 ?\/ ?👎/,
    "[ ] Yes": /\[ ?\] (?:yes|no)\b/,
    "If this review was helpful, say so.": /if this (?:code )?review was (?:useful|helpful)/,
    "Was this helpful?": /was this (?:helpful|comment|suggestion)|is this (?:helpful|useful|comment|a good)/,
    "How was this review?": /(?:`x` )?how was this (?:review|comment)|did we get this right/,
    "Reply with feedback": /reply with feedback|give us feedback|provide feedback/,
    "🤖 Generated with a reviewer": /🤖 (?:generated|reviewed) (?:with|by)|generated (?:with|by) |powered by/,
    "🤖 Automated review (nightly), posted by a tool":
      /(?:🤖 )?automated (?:\w{1,20} )?review\b(?: \([^)]{1,40}\))?,? (?:generated|posted|run|performed|by|completed?)\b/,
    "Reviewed at 1a2b3c4":
      /reviewed (?:by|in accordance|at|on|commit)|review (?:conducted|by|date|focus)|last reviewed commit/,
    "4 files reviewed": /files reviewed|\d{1,6} files? reviewed/,
    "Note: if this suggestion doesn't match your style, say so.":
      /note: if this suggestion doesn't match|should \w{1,30} avoid (?:suggestions|comments) like/,
    "Edit code review agent settings": /edit code review agent|talk to kody|comment `x` (?:for|to)/,
    "Committable suggestion skipped: outside the diff": /committable suggestion skipped|also applies to/,
    "Based on the previous review": /based on (?:learnings|the previous review)/,
    "Fix in Cursor": /fix (?:in|with) (?:cursor|web|cubic|claude|codex|ai)|want \w{1,30} to (?:fix|apply) th/,
    "Looking for more details? Read the docs.": /looking for more details|learn more/,
    "Carefully review the code before you commit it.": /check the ai-generated|carefully review the code before/,
  },
};

const CLOSES = anyOf(FOOTER.forms, FOOTER);

/** A line that closes a tool's comment. Give it `prose`. */
export function isFooter(prose: string): boolean {
  return CLOSES.test(prose);
}

const OWN_HELP = anyOf(
  {
    "How to use": /how to use|usage guide|tips?|commands?|need help/,
    "About this bot": /about (?:this|the) (?:tool|review|bot)|feedback/,
    "Emoji key": /emoji (?:descriptions?|legend|key)|legend/,
    "What I reviewed": /what (?:i|we|was) (?:checked|reviewed|looked at)/,
  },
  { before: /^\W{0,12}/, after: /\W{0,12}$/ },
);

/** A heading under which a tool speaks of itself. Give it `prose`. */
export function opensHelp(prose: string): boolean {
  return OWN_HELP.test(prose);
}
