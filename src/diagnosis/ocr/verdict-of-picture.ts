import { WEIGHT } from '../causes/root-cause.ts';
import type { Verdict } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import type { WeighedCause } from '../ranking/weigh.ts';
import { soundsLike } from './sounds-like.ts';

/**
 * One digit misread makes one code another, and many numbers beside a code are codes, too. So a code that was read in a
 * picture is never certain by itself: its sentence must say the same, or something else in the picture.
 */
export function verdictOfPicture(verdict: Verdict, ranked: readonly WeighedCause[], facts: Facts): Verdict {
  const first = ranked[0];
  if (verdict !== 'certain' || first === undefined) return verdict;
  const codes = new Set(first.signals.flatMap(({ code }) => code ?? []));
  if (codes.size === 0) return verdict;
  if (first.signals.some(({ code, weight }) => code === null && weight >= WEIGHT.fair)) return verdict;
  const words = facts.of('aadsts').flatMap(({ code, message }) => (codes.has(code) ? message : []));
  return words.some((message) => soundsLike(message, first.cause)) ? verdict : 'likely';
}
