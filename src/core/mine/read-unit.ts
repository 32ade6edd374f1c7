/** The finding that a unit holds, if it holds one. */
import { askIn, isChatter } from "./cues.ts";
import { chooseSentence, sentencesOfBlocks, type Chosen } from "./choose.ts";
import type { Finding, Mark, Severity } from "./finding.ts";
import { isCategory, pictured, type Heading } from "./heading.ts";
import { readInline } from "./inline.ts";
import { isWell, NOTHING, PRAISE, RESERVATION } from "./empty-words.ts";
import { hasWords } from "./has-words.ts";
import {
  ASK_LABEL,
  DONE_MARK,
  FAILED_MARK,
  isFiling,
  isPartLabel,
  opensWith,
  STATUS_DONE,
  WARNING_MARK,
} from "./labels.ts";
import type { SectionKind } from "./languages/language.ts";
import type { Block, Sentence } from "./markdown.ts";
import { wholeOf } from "./sentence.ts";
import { severityOf } from "./severity.ts";
import type { Unit } from "./units.ts";
import type { UnitOptions } from "./unit-options.ts";

/** A finding, and how strongly its words ask. */
export interface ReadFinding {
  finding: Finding;
  strength: 2 | 3;
}

const CLAIMING: ReadonlySet<SectionKind | undefined> = new Set(["issues", "asks", "deferred", "nits"]);

/** Read one unit. */
export function readUnit(unit: Unit, options: UnitOptions): ReadFinding | undefined {
  const { shape, section, body, headings } = unit;
  const isQuiet =
    section === "praise" ||
    section === "settled" ||
    (section === "summary" && options.by === "tool" && (shape !== "item" || !asksOutright(unit)));
  if (isQuiet && ![...(unit.title ? [unit.title] : []), ...body].some(warns)) return undefined;
  const title = unit.title && wholeOf(unit.title);
  const said = sentencesOfBlocks(body);
  const words = options.by === "person" ? said.filter(({ prose }) => !deniesAll(prose)) : said;
  const [first] = words;
  if (!first && !title) return undefined;
  const opening = (title ?? first)?.prose ?? "";
  if (options.by === "tool" && (NOTHING.test(opening) || NOTHING.test(first?.prose ?? ""))) return undefined;
  if (DONE_MARK.test(opening) && !WARNING_MARK.test(opening)) return undefined;
  if (options.by === "tool" && shape === "item" && opening.includes(":") && TALLY.test(opening)) return undefined;
  if (options.by === "tool" && shape !== "titled" && words.length > 0 && words.every(({ prose }) => isWell(prose)))
    return undefined;
  if (options.by === "tool" && !options.isOnCode && shape === "titled" && isTickedOff(body, words)) return undefined;
  const isTask = section === "process" && /^\W{0,12}\[ \]/.test(opening);
  if (shape === "item" && PRAISE.test(opening) && !words.some(({ prose }) => askIn(prose)?.strength === 3))
    return undefined;
  const hasFailed = options.by === "tool" && FAILED_MARK.test(opening);
  const shown = options.by === "tool" ? shownWeight(unit) : undefined;
  const weight = first?.plain.slice(0, 60) ?? "";
  const isWeighed =
    options.by === "tool" &&
    options.isOnCode &&
    ((shown ?? severityOf(weight)) !== undefined || (unit.isAlone === true && isSaid(first)));
  const claims =
    shape === "titled" || isWeighed || (shape === "item" && (CLAIMING.has(section) || isTask || hasFailed));
  const chosen = chooseSentence(words, { ...options, shape, claims });
  const quoted = title ? told(title, chosen, words) : chosen && withReasons(chosen, words);
  if (!quoted) return undefined;
  const { sentence, end } = quoted;

  const under = unit.under && wholeOf(unit.under);
  const name = title && !isFiling(title.prose) ? title.plain : boldTitle(sentence, words);
  const severity =
    shown ??
    severityOf(`${title?.plain ?? ""} ${sentence.plain.slice(0, 60)}`) ??
    severityOf(shortCells(body)) ??
    headings.findLast((one) => one.severity)?.severity;
  const path = headings.findLast((heading) => heading.path !== undefined)?.path;
  return {
    strength: chosen?.strength ?? 2,
    finding: {
      block: sentence.block,
      from: sentence.from,
      to: sentence.to,
      end: end && { block: end.block, to: end.to },
      plain: sentence.plain,
      prose: sentence.prose,
      context: [under?.prose ?? "", title?.prose ?? "", ...words.map(({ prose }) => prose)].join(" ").trim(),
      title: name,
      explanation: paragraphs(words),
      shape,
      section: wordsOf(headings),
      group: headings.at(-1)?.block === unit.title ? wordsOf(headings.slice(0, -1)) : undefined,
      around: section,
      severity,
      marks: [...marksOf(section), ...(body.some(isStatusDone) ? (["settled"] as const) : [])],
      deferral: chosen?.deferral?.prose,
      hasSuggestion: body.some(({ kind, info }) => kind === "code" && info === "suggestion"),
      isClaimed: claims,
      path,
    },
  };
}

function wordsOf(headings: readonly Heading[]): string {
  return headings.map(({ prose }) => prose).join(" / ");
}

/** "Flaky failures: 0" only counts. Give it `prose`. */
const TALLY = /^\W{0,6}\p{L}[^:]{1,60}:\W{0,4}\d[\d.,/]{0,12} ?%?(?: ?\([^()]{0,120}\))?\W{0,6}$/u;

/** How heavy a picture in the title, or in the first words, says that it is. */
function shownWeight({ title, body }: Unit): Severity | undefined {
  const opening = [title, body[0]].flatMap((block) =>
    block && /!\[|<img/i.test(block.content) ? [wholeOf(block)] : [],
  );
  return pictured(opening);
}

/** The cells of a row of a table that hold a word or two: "Critical". */
function shortCells(body: readonly Block[]): string {
  return body.flatMap(({ row, content }) => (row > 0 && content.length < 24 ? [content] : [])).join(" ");
}

/** "Uncomment the filters", "Performance: cache the page": it asks, whatever the words around it speak of. */
function asksOutright({ title, body }: Unit): boolean {
  const { prose } = readInline((title ?? body[0])?.content ?? "");
  const words = prose.replace(/^[^:]{1,40}: /, "");
  return askIn(words)?.strength === 3 && !isWell(prose);
}

/** A picture says nothing, nor does "Our parser trips over this:" before code. */
function isSaid(first: Sentence | undefined): boolean {
  if (!first || /^\W{0,4}<?img /.test(first.plain) || /:\W{0,4}$/.test(first.prose)) return false;
  return (first.plain.match(/\p{L}{2,}/gu) ?? []).length >= 3;
}

/** "Looks good!" says that there is nothing to do; "looks good, but please …" does not. */
function deniesAll(prose: string): boolean {
  return NOTHING.test(prose) && !(RESERVATION.test(prose) && askIn(prose)?.strength === 3);
}

/** "**Status:** fixed in the second push". */
function isStatusDone({ content }: Block): boolean {
  return /\bstatus\b/i.test(content) && STATUS_DONE.test(readInline(content).prose);
}

/** What stands under a title bears marks of what is well, and none of trouble, and asks for nothing. */
function isTickedOff(body: readonly Block[], words: readonly Sentence[]): boolean {
  if (!body.some(({ content, kind }) => kind !== "code" && TICKED.test(content)) || body.some(warns)) return false;
  return !words.some(({ prose }) => opensWith(ASK_LABEL, prose) || askIn(prose)?.strength === 3);
}

const TICKED =
  /(?:✅|✔|☑)(?!\W{0,6}(?:recommend|suggest|propose|better|good|fix|correct|after|should|use|do)\w{0,5}\b)/iu;

/** Trouble in the midst of praise is marked as such. */
function warns({ content }: Block): boolean {
  return WARNING_MARK.test(content.replace(/[*_`]/g, "").toLowerCase());
}

/** What is quoted: a sentence, or the words from one to another. */
interface Quoted {
  sentence: Sentence;
  end?: Sentence;
}

/** The sentence that asks; else the title together with the words under it. */
function told(title: Sentence, chosen: Chosen | undefined, words: readonly Sentence[]): Quoted {
  const first = words.find((one) => one.block.place.line !== title.block.place.line || addsTo(title, one));
  if (!first) return { sentence: title };
  if (chosen?.strength === 3 && !isBareLabel(chosen.sentence)) return runOn(chosen.sentence, words);
  const isUnderTitle = first.block.place.line - title.block.place.line <= 4 && first.plain.length < LONGEST_RUN;
  return isUnderTitle ? { sentence: title, end: first } : { sentence: title };
}

/** A sentence on the title's own line says more than the title and a place. */
function addsTo({ plain }: Sentence, one: Sentence): boolean {
  return hasWords(one.plain.replace(plain, "").replace(/\([^()]{0,200}\)/g, ""), 4);
}

/** Words that end in a colon. */
const OPENS_MORE = /[:：]\W{0,12}$/;

/** "Recommendation:" and "Consider:" ask for nothing by themselves. */
function isBareLabel({ prose }: Sentence): boolean {
  return OPENS_MORE.test(prose) && !hasWords(prose, 4);
}

const LONGEST_RUN = 400;

/** A sentence that introduces a list is quoted with the list, when that is short. */
function runOn(sentence: Sentence, words: readonly Sentence[]): Quoted {
  if (!OPENS_MORE.test(sentence.prose)) return { sentence };
  let end: Sentence | undefined;
  let length = 0;
  for (const next of words.slice(words.indexOf(sentence) + 1)) {
    length += next.plain.length;
    if (next.block.items.length <= sentence.block.items.length || length > LONGEST_RUN) break;
    end = next;
  }
  return end ? { sentence, end } : { sentence };
}

/** Together with the sentences after it that explain it, as far as they stand in its paragraph and are short. */
function withReasons({ sentence, deferral }: Chosen, words: readonly Sentence[]): Quoted {
  const quoted = runOn(sentence, words);
  if (quoted.end) return quoted;
  let end: Sentence | undefined;
  let length = sentence.plain.length;
  for (const next of words.slice(words.indexOf(sentence) + 1)) {
    length += next.plain.length;
    if (next.block !== sentence.block || length > LONGEST_RUN || next.plain.startsWith("[")) break;
    if (next !== deferral && (askIn(next.prose)?.strength === 3 || isChatter(next.prose))) break;
    end = next;
  }
  return end ? { sentence, end } : { sentence };
}

function marksOf(section: SectionKind | undefined): Mark[] {
  if (section === "deferred") return ["deferred"];
  return section === "process" ? ["informational"] : [];
}

/** "**Short title**: the rest" or "**Short title.** The rest". */
function boldTitle(sentence: Sentence, words: readonly Sentence[]): string | undefined {
  const first = words.find(({ block }) => block === sentence.block) ?? sentence;
  if (!first.block.content.includes("**")) return undefined;
  const match = /^\s{0,9}(?:\[[ x]\]\s{0,9})?(?:[^\p{L}\p{N}*]{0,6})\*\*(?<title>[^*]{3,120}?)[:.]?\*\*/u.exec(
    first.block.content,
  );
  const title = match?.groups?.["title"];
  if (title === undefined) return undefined;
  const { plain, prose } = readInline(title);
  return isPartLabel(prose) || isFiling(prose) || isCategory(prose) ? undefined : plain;
}

/** The words of each block. */
function paragraphs(words: readonly Sentence[]): string[] {
  const texts: string[] = [];
  let last: Block | undefined;
  for (const { block, plain } of words) {
    const before = block === last ? texts.pop() : undefined;
    texts.push(before === undefined ? plain : `${before} ${plain}`);
    last = block;
  }
  return texts;
}
