import { isInterrupt } from '../codes/interrupts.ts';
import { isUmbrella } from '../codes/superseded-codes.ts';
import { isTold, isToldOverBehind } from '../evidence/aadsts/mention.ts';
import type { AadstsEvidence, InstantEvidence } from '../evidence/evidence.ts';
import type { Facts } from '../facts/facts.ts';
import { wasLetIn } from '../facts/let-in.ts';
import { namedApp } from '../facts/values.ts';

/** A later code is closer to what ended the attempt than the ones before it. */
const EARLIER_CODE = 0.82;
/** A token came after it, and was taken: it may come again, but this is not what failed. */
const BEFORE_THE_TOKEN = 0.6;
/** Two apps that were refused are two failures, and nothing tells which of them is asked about. */
const CODE_OF_ANOTHER_APP = 0.95;
/** Lines of a log without a time that can be compared: which of them came last is not told. */
const ONE_OF_A_LIST = 0.95;
/** It may be the last word after all. */
const REMARK = 0.9;
/** Told to be over, or an example, beside another one that came; and where it is all there is. */
const NAMED_BESIDE_ANOTHER = 0.5;
const NAMED_ALONE = 0.9;
/** «AADSTS… is fixed»: the person says so of this very code. */
const TOLD_OVER_ALONE = 0.72;
/** In the title of another page, or in talk in which nothing fails: that it came is told by nothing. */
const NAMED_BY_A_TITLE = 0.3;

const NO_CODES: ReadonlyMap<AadstsEvidence, number> = new Map();

/**
 * The codes that decide, each with its share: an umbrella code counts only where no other stands beside it or behind
 * it, of several the last one is nearest to the failure, and one that is over or an example steps back behind what came.
 */
export function decidingCodes(facts: Facts): ReadonlyMap<AadstsEvidence, number> {
  const all = facts.of('aadsts');
  if (all.length === 0) return NO_CODES;
  const came = all.some((code) => isTold(code.mention)) ? all.filter((code) => isTold(code.mention)) : all;
  const specific = came.filter((code) => !isUmbrella(code.code) && !isInterrupt(code.code));
  const counted = specific.length > 0 ? specific : came.slice(-1);
  // A service writes its sentence behind a code; a bare number beside such a sentence is mostly somebody's remark.
  const said = counted.filter((code) => code.mention === undefined);
  const candidates = said.length > 0 ? said : counted;
  const timed = lastInTime(candidates, facts.of('instant'));
  const last = timed ?? candidates.at(-1)!;
  const shares = new Map<AadstsEvidence, number>();
  for (const code of all) {
    const { mention } = code;
    if (!isTold(mention) && came !== all) shares.set(code, NAMED_BESIDE_ANOTHER);
    if (!counted.includes(code)) continue;
    shares.set(code, placeOf(code, last, timed !== undefined, facts) * wordOf(code, facts));
  }
  return shares;
}

function wordOf(code: AadstsEvidence, facts: Facts): number {
  const { mention } = code;
  // The log has such a step also where the person went on.
  if (code.where === 'log' && isInterrupt(code.code)) return NAMED_BY_A_TITLE;
  if (isTold(mention)) return 1;
  // It is over, and what fails now is somebody else's service.
  if (mention === 'over' && facts.of('vendor').length > 0) return NAMED_BY_A_TITLE;
  if (mention === 'other-page' || mention === 'talk') return NAMED_BY_A_TITLE;
  return isToldOverBehind(code) ? TOLD_OVER_ALONE : NAMED_ALONE;
}

function placeOf(code: AadstsEvidence, last: AadstsEvidence, timed: boolean, facts: Facts): number {
  if (isBehindUs(code, facts)) return BEFORE_THE_TOKEN;
  if (code.code === last.code) return 1;
  if (code.mention === 'by-number' && code.span.start > last.span.start) return REMARK;
  // The portal's list begins with the newest line, an export with the oldest.
  if (code.where === 'log' && last.where === 'log' && !timed) return ONE_OF_A_LIST;
  const [one, other] = [namedApp(code.message), namedApp(last.message)];
  return one !== undefined && other !== undefined && one !== other ? CODE_OF_ANOTHER_APP : EARLIER_CODE;
}

/** Whatever was refused on the way to a token is over once a call was made with one. */
function isBehindUs(code: AadstsEvidence, facts: Facts): boolean {
  const request = facts.call?.request;
  return request != null && code.span.end <= request.span.start && wasLetIn(facts);
}

/** The last in time, where each code has an instant of its own: lists of a portal begin with the newest. */
function lastInTime(
  codes: readonly AadstsEvidence[],
  instants: readonly InstantEvidence[],
): AadstsEvidence | undefined {
  if (codes.length < 2 || instants.length < 2) return undefined;
  return latest(codes, instants, behindIt) ?? latest(codes, instants, beforeIt);
}

type InstantOf = (
  instants: readonly InstantEvidence[],
  from: number,
  code: number,
  to: number,
) => InstantEvidence | undefined;

/** Entra ID's own `Timestamp:` behind its sentence. */
const behindIt: InstantOf = (instants, _, code, to) =>
  instants.find((item) => item.source === 'timestamp' && item.span.start > code && item.span.start < to);

/** The beginning of the log's line. */
const beforeIt: InstantOf = (instants, from, code) =>
  instants.findLast((item) => item.source === 'log-line' && item.span.start >= from && item.span.start < code);

function latest(
  codes: readonly AadstsEvidence[],
  instants: readonly InstantEvidence[],
  instantOf: InstantOf,
): AadstsEvidence | undefined {
  let found: AadstsEvidence | undefined;
  let when = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index]!;
    const from = codes[index - 1]?.span.end ?? 0;
    const to = codes[index + 1]?.span.start ?? Number.POSITIVE_INFINITY;
    const instant = instantOf(instants, from, code.span.start, to);
    if (instant === undefined) return undefined;
    if (instant.at >= when) {
      found = code;
      when = instant.at;
    }
  }
  return found;
}
