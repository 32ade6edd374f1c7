/** Predictions against labels, strictly by line: the same counts as the corpus's own scorer gives. */

export interface Label {
  quote: string;
  alt_quotes?: string[] | undefined;
  follow_up_worthy: boolean;
  why_code: string;
}

export interface Labelled {
  suggestions: Label[];
  /** Places in the body where a prediction is neither right nor wrong. */
  ignore_spans: (readonly [number, number, ...unknown[]])[];
}

export interface Predicted {
  quote: string;
  follow_up_worthy: boolean;
}

export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

/** What is asked of a comment: every suggestion, those worth keeping, or whether there is one worth keeping. */
export type View = "detect" | "worthy" | "record";

export interface Scored extends Record<View, Counts> {
  /** Worthy predictions that are wrong: the code of the label they hit, "repeated", or "unlabelled". */
  wrong: { code: string; prediction: number }[];
  /** Worthy labels that were missed: how, and the label's code. */
  missed: { how: "not found" | "judged unworthy"; code: string; label: number }[];
}

type Span = readonly [from: number, to: number];

/** Score the predictions of one comment. */
export function scoreComment(body: string, { suggestions, ignore_spans }: Labelled, predictions: Predicted[]): Scored {
  const worthy = predictions.flatMap((prediction, index) => (prediction.follow_up_worthy ? [index] : []));
  const all = matchLines(body, predictions, suggestions);
  const kept = worthy.flatMap((index) => predictions[index] ?? []);
  const few = matchLines(body, kept, suggestions);
  const isNeutral = ({ quote }: Predicted): boolean => {
    const spans = placesOf(body, quote);
    return spans.length > 0 && spans.every((span) => ignore_spans.some((zone) => isWithin(span, zone)));
  };
  const wrong: Scored["wrong"] = [];
  const good = new Set<number>();
  for (const [at, prediction] of kept.entries()) {
    const label = few.pairs.get(at);
    const hit = label === undefined ? undefined : suggestions[label];
    if (label !== undefined && hit?.follow_up_worthy) good.add(label);
    else if (hit) wrong.push({ code: hit.why_code, prediction: worthy[at] ?? 0 });
    else if (few.repeated.has(at)) wrong.push({ code: "repeated", prediction: worthy[at] ?? 0 });
    else if (!isNeutral(prediction)) wrong.push({ code: "unlabelled", prediction: worthy[at] ?? 0 });
  }
  const found = new Set(all.pairs.values());
  const missed = suggestions.flatMap(({ follow_up_worthy, why_code: code }, label): Scored["missed"] =>
    follow_up_worthy && !good.has(label)
      ? [{ how: found.has(label) ? "judged unworthy" : "not found", code, label }]
      : [],
  );
  const stray = predictions.filter((prediction, at) => {
    if (all.pairs.has(at)) return false;
    return all.repeated.has(at) || !isNeutral(prediction);
  });
  const saysYes = kept.some((prediction) => !isNeutral(prediction));
  const isYes = suggestions.some(({ follow_up_worthy }) => follow_up_worthy);
  return {
    detect: { tp: all.pairs.size, fp: stray.length, fn: suggestions.length - all.pairs.size },
    worthy: { tp: good.size, fp: wrong.length, fn: missed.length },
    record: { tp: Number(saysYes && isYes), fp: Number(saysYes && !isYes), fn: Number(!saysYes && isYes) },
    wrong,
    missed,
  };
}

interface Matched {
  /** Prediction to label, one to one. */
  pairs: Map<number, number>;
  /** Predictions that hit a label which another prediction has. */
  repeated: Set<number>;
}

/** One to one, by the longest overlap: spans are widened to whole lines, exact overlap goes first. */
function matchLines(body: string, predictions: readonly Predicted[], labels: readonly Label[]): Matched {
  const targets = labels.map(({ quote, alt_quotes = [] }) =>
    [quote, ...alt_quotes].flatMap((text) => placesOf(body, text)),
  );
  const candidates: { exact: number; wide: number; prediction: number; label: number }[] = [];
  for (const [prediction, { quote }] of predictions.entries()) {
    const spans = placesOf(body, quote);
    for (const [label, places] of targets.entries()) {
      let wide = 0;
      let exact = 0;
      for (const span of spans) {
        for (const place of places) {
          exact = Math.max(exact, overlapOf(span, place));
          wide = Math.max(wide, overlapOf(toLines(body, span), toLines(body, place)));
        }
      }
      if (wide > 0) candidates.push({ exact, wide, prediction, label });
    }
  }
  candidates.sort(
    (one, other) =>
      other.exact - one.exact || other.wide - one.wide || one.prediction - other.prediction || one.label - other.label,
  );
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const repeated = new Set<number>();
  for (const { prediction, label } of candidates) {
    if (pairs.has(prediction)) continue;
    if (taken.has(label)) {
      repeated.add(prediction);
      continue;
    }
    taken.add(label);
    pairs.set(prediction, label);
  }
  for (const prediction of pairs.keys()) repeated.delete(prediction);
  return { pairs, repeated };
}

function placesOf(body: string, quote: string): Span[] {
  const places: Span[] = [];
  if (quote === "") return places;
  for (let at = body.indexOf(quote); at !== -1; at = body.indexOf(quote, at + 1)) places.push([at, at + quote.length]);
  return places;
}

function toLines(body: string, [from, to]: Span): Span {
  const end = body.indexOf("\n", to);
  return [from === 0 ? 0 : body.lastIndexOf("\n", from - 1) + 1, end === -1 ? body.length : end];
}

function overlapOf([from, to]: Span, [start, end]: Span): number {
  return Math.min(to, end) - Math.max(from, start);
}

function isWithin([from, to]: Span, [start, end]: readonly [number, number, ...unknown[]]): boolean {
  return start <= from && to <= end;
}

export interface Rates extends Counts {
  P: number;
  R: number;
  F1: number;
}

/** Precision, recall and their harmonic mean; 0 where there is nothing to divide by. */
export function toRates(counts: readonly Counts[]): Rates {
  let [tp, fp, fn] = [0, 0, 0];
  for (const count of counts) {
    tp += count.tp;
    fp += count.fp;
    fn += count.fn;
  }
  const P = tp + fp > 0 ? tp / (tp + fp) : 0;
  const R = tp + fn > 0 ? tp / (tp + fn) : 0;
  return { tp, fp, fn, P, R, F1: P + R > 0 ? (2 * P * R) / (P + R) : 0 };
}
