import { type LiteralList, literalList } from '../text/literal-filter.ts';
import { mayHoldOneOf } from '../text/literal-places.ts';
import type { MappedText } from '../text/mapped-text.ts';

const BEFORE = 110;

/** «It does not say invalid audience», «no sign of …». */
const DENIED =
  /(?:(?:\b(?:not|never|nicht)|n['’]t) (?:say|says|said|mention|state|read|complain about|sagt|melde|meldet)(?: (?:that|the|an?|any|anything about|about)){0,2}|\bno (?:mention|sign|trace|word) of(?: an?| the)?) ["'(«]{0,2}$/;
/** «Could it be that …», «maybe the …»: what somebody supposes, nobody said. */
const SUPPOSED =
  /\b(?:(?:could|can|might|may) it be|is it possible|maybe|perhaps|(?:i|we) (?:guess|suspect|assume|suppose|wonder)|kann es sein|könnte es sein|vielleicht|(?:ich|wir) vermuten?|se peut-il|peut-être)\b[^\n.!?:"'«]{0,60}$/;
/** «The answer may include a header mentioning invalid_token, invalid_audience, or expired»: what can come, in a guide. */
const MAY_COME =
  /\b(?:may|might|can|could|peut|pourrait|puede|podría) (?:include|contain|mention|say|contenir|mentionner|contener|mencionar)\b[^.!?:"'«]{0,100}$/;

interface Doubt {
  /** What stands in every match of the pattern, one of each alternative. */
  readonly marks: LiteralList;
  readonly pattern: RegExp;
}

const DOUBTS: readonly Doubt[] = [
  {
    marks: literalList([
      ...['not', 'never', 'nicht', "n't", 'n’t'].flatMap((no) =>
        ['say', 'said', 'mention', 'state', 'read', 'complain', 'sagt', 'melde'].map((verb) => `${no} ${verb}`),
      ),
      ...['mention', 'sign', 'trace', 'word'].map((trace) => `no ${trace} of`),
    ]),
    pattern: DENIED,
  },
  {
    marks: literalList([
      ...['could', 'can', 'might', 'may'].map((may) => `${may} it be`),
      'is it possible',
      'maybe',
      'perhaps',
      'guess',
      'suspect',
      'assume',
      'suppose',
      'wonder',
      'kann es sein',
      'könnte es sein',
      'vielleicht',
      'vermute',
      'se peut-il',
      'peut-être',
    ]),
    pattern: SUPPOSED,
  },
  {
    marks: literalList([
      ...['may', 'might', 'can', 'could'].flatMap((may) =>
        ['include', 'contain', 'mention', 'say'].map((verb) => `${may} ${verb}`),
      ),
      ...['peut', 'pourrait'].flatMap((may) => [`${may} contenir`, `${may} mentionner`]),
      ...['puede', 'podría'].flatMap((may) => [`${may} contener`, `${may} mencionar`]),
    ]),
    pattern: MAY_COME,
  },
];
const NO_DOUBT: readonly RegExp[] = [];

/** How something may be denied or supposed in this text: hardly any does so, and then every phrase in it was said. */
export function doubtsIn(text: MappedText): readonly RegExp[] {
  return DOUBTS.some(({ marks }) => mayHoldOneOf(text, marks))
    ? DOUBTS.flatMap(({ marks, pattern }) => (mayHoldOneOf(text, marks) ? [pattern] : []))
    : NO_DOUBT;
}

/**
 * Whether words of a service that stand from `start` on were said by it. A person who denies or supposes the same thing in
 * the same words tells nothing of what happened.
 *
 * @param lower - the text in lower case
 * @param doubts - of the text, see `doubtsIn`
 */
export function isSaid(lower: string, start: number, doubts: readonly RegExp[]): boolean {
  const before = lower.slice(Math.max(0, start - BEFORE), start);
  return !doubts.some((doubt) => doubt.test(before));
}
