import { isToldOverBehind } from '../evidence/aadsts/mention.ts';
import type { AadstsEvidence } from '../evidence/evidence.ts';
import type { Call, Facts } from '../facts/facts.ts';
import type { Span } from '../text/span.ts';

/** A place of the paste that tells of something that is over, with what is left of the weight of what stands there. */
export interface QuietPlace extends Span {
  readonly share: number;
}

/** A refusal that the repeated call overcame: that it came is true, that anything is to be mended is not. */
const OVERCOME = 0.5;
/** A 401 before the same call worked: mostly a token that was renewed, or the same call by somebody else. */
const RENEWED = 0.87;

/**
 * The sentences of codes that are not the last word, and calls that were repeated and then went well. A phrase of such
 * a sentence speaks no louder than its code.
 */
export function quietPlaces(facts: Facts, codes: ReadonlyMap<AadstsEvidence, number>): readonly QuietPlace[] {
  const places: QuietPlace[] = [];
  const all = facts.of('aadsts');
  for (let index = 0; index < all.length; index += 1) {
    const code = all[index]!;
    const share = codes.get(code) ?? 1;
    if (share === 1 || code.message === '' || isToldOverBehind(code)) continue;
    const next = all[index + 1]?.span.start ?? Number.POSITIVE_INFINITY;
    places.push({ start: code.span.start, end: Math.min(next, code.span.end + lengthOf(code.message)), share });
  }
  if (facts.calls.length > 1) places.push(...overcome(facts.calls));
  return places;
}

/** In the paste a sentence may be longer by its escapes. */
function lengthOf(message: string): number {
  return Math.ceil(message.length * 1.2) + 20;
}

/** What is left of a signal that stands at this place. */
export function shareAt(places: readonly QuietPlace[], at: Span): number {
  let share = 1;
  for (const place of places)
    if (place.start <= at.start && at.start < place.end && place.share < share) share = place.share;
  return share;
}

function overcome(calls: readonly Call[]): QuietPlace[] {
  const places: QuietPlace[] = [];
  calls.forEach((call, index) => {
    const { request, status } = call;
    if (request === null || status === null || !(status === 401 || status === 429 || status >= 500)) return;
    const later = calls.slice(index + 1);
    const again = later.find((it) => it.request !== null && sameCall(it.request, request) && it.status !== null);
    if (again === undefined || again.status! >= 400) return;
    // What fails in the same way elsewhere is not overcome; and two tokens are two people rather than one renewal.
    if (calls.some((it, at) => at > index && it.status === status)) return;
    if (status === 401 && (request.authorization !== null || again.request!.authorization !== null)) return;
    const parts = [request, call.response, call.error, ...call.challenges, ...call.diagnostics];
    const spans = parts.flatMap((part) => part?.span ?? []);
    places.push({
      start: Math.min(...spans.map(({ start }) => start)),
      end: Math.max(...spans.map(({ end }) => end)),
      share: status === 401 ? RENEWED : OVERCOME,
    });
  });
  return places;
}

type Requested = NonNullable<Call['request']>;

function sameCall(one: Requested, other: Requested): boolean {
  return one.path === other.path && one.host === other.host && one.method === other.method;
}
