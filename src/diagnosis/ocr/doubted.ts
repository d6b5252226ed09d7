import { CAUSE_PHRASES } from '../causes/phrases.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Views } from '../text/views.ts';
import { blurredPhrases } from './blurred-phrases.ts';
import type { PictureText } from './read-picture.ts';

/** Evidence of a picture: codes that were mended say so, and sentences count although a letter of them is wrong. */
export function doubted(evidence: readonly Evidence[], picture: PictureText, views: Views): Evidence[] {
  const mended = evidence.map((item) => {
    if (item.kind !== 'aadsts' || item.repaired) return item;
    const touched = picture.codes.some(({ start, end }) => start < item.span.end && item.span.start < end);
    return touched ? { ...item, repaired: true } : item;
  });
  const exact = new Set(mended.flatMap((item) => (item.kind === 'phrase' ? item.phrase : [])));
  const blurred = blurredPhrases(views.plain, views.plain.offsetOf(picture.from), CAUSE_PHRASES).filter(
    ({ phrase }) => !exact.has(phrase),
  );
  return [...mended, ...blurred].sort((a, b) => a.span.start - b.span.start);
}
