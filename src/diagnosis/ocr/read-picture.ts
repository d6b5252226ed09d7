import { type MappedText, original } from '../text/mapped-text.ts';
import { Rewriter } from '../text/rewriter.ts';
import type { Span } from '../text/span.ts';
import { addressRepairs } from './address-repairs.ts';
import { codeRepairs } from './code-repairs.ts';
import { idRepairs } from './id-repairs.ts';
import { nameRepairs } from './name-repairs.ts';
import { pictureSecrets } from './picture-secrets.ts';
import type { FindRepairs, Repair } from './repair.ts';
import { statusRepairs } from './status-repairs.ts';

/** What was read in a picture, mended where that is safe. */
export interface PictureText {
  /** Where the part that was read in a picture begins, in the paste. */
  readonly from: number;
  /** The whole paste; only the part that comes from the picture is another. It maps back to what was read. */
  readonly text: MappedText;
  /** Where codes were mended, in the paste. */
  readonly codes: readonly Span[];
  /** Credentials, in the paste. */
  readonly secrets: readonly Span[];
}

/** In the order in which they win where two overlap: a credential is hidden, whatever else it looks like. */
const FINDERS: readonly FindRepairs[] = [
  pictureSecrets,
  codeRepairs,
  idRepairs,
  statusRepairs,
  addressRepairs,
  nameRepairs,
];
/** A screen holds some thousands of characters; of more, only the beginning was read by anybody. */
const LONGEST = 100_000;

/**
 * Mends what a machine misread in a picture. What a person typed before it is never touched.
 *
 * @param from - where the part that was read in a picture begins
 */
export function readPicture(paste: string, from: number): PictureText {
  const read = paste.slice(from, from + LONGEST);
  let repairs: readonly Repair[] = [];
  for (const find of FINDERS) {
    repairs = together(repairs, find(read));
  }
  const rewriter = new Rewriter(original(paste));
  for (const { start, end, by } of repairs) rewriter.replace(from + start, from + end, by);
  const places = (kind: Repair['kind']): Span[] =>
    repairs.filter((it) => it.kind === kind).map(({ start, end }) => ({ start: from + start, end: from + end }));
  return { from, text: rewriter.finish(), codes: places('code'), secrets: places('hidden') };
}

/** Both in their order, of the later ones only those that do not overlap an earlier one. */
function together(firm: readonly Repair[], more: readonly Repair[]): Repair[] {
  const all: Repair[] = [];
  let next = 0;
  for (const repair of more) {
    while (next < firm.length && firm[next]!.end <= repair.start) all.push(firm[next++]!);
    const free = (firm[next]?.start ?? Number.POSITIVE_INFINITY) >= repair.end;
    if (free && (all.at(-1)?.end ?? 0) <= repair.start) all.push(repair);
  }
  return [...all, ...firm.slice(next)];
}
