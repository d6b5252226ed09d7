import { createHash } from 'node:crypto';
import { aadstsEntry } from '../../src/diagnosis/codes/aadsts.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { maskSecrets } from '../../src/diagnosis/secrets/mask-secrets.ts';
import type { CorpusLine } from '../accuracy/diagnosis-corpus.ts';
import { isRight } from '../accuracy/score.ts';
import { jsonIn } from './looks/json-in.ts';

export const LOOKS = ['error page', 'terminal', 'JSON viewer'] as const;
export type Look = (typeof LOOKS)[number];

const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const SCALES = [1, 1.5, 2] as const;
export type Scale = (typeof SCALES)[number];

/** One picture to be drawn. */
export interface PlannedPicture {
  readonly line: CorpusLine;
  readonly look: Look;
  readonly theme: Theme;
  readonly scale: Scale;
}

/** A window of a usual size shows so much; whoever has more sends two pictures, or the text. */
const COLUMNS = 110;
const MOST_ROWS = 28;

/**
 * The pastes that a picture can show and the engine can decide from their text: at most a window full, the right cause
 * certain or likely, also with every token and secret masked (nobody can read a token off a picture).
 */
export function picturable(lines: readonly CorpusLine[], now: number): CorpusLine[] {
  return lines.filter((line) => {
    if (line.cause === 'not-enough-evidence' || rowsOf(line.paste) > MOST_ROWS) return false;
    return [line.paste, maskSecrets(line.paste)].every((text) => {
      const { cause, verdict } = diagnose(text, { now });
      return isRight({ line, cause }) && (verdict === 'certain' || verdict === 'likely');
    });
  });
}

/**
 * Each paste in the look in which such a text is met: a sentence with its code on the page of the sign-in, JSON in a
 * viewer, all else in a terminal. The looks in turn, and within each look the scales and themes in turn; in the order of
 * the hashes of the ids, so that the choice is nobody's.
 */
export function planPictures(lines: readonly CorpusLine[], count: number): PlannedPicture[] {
  const byLook = new Map<Look, CorpusLine[]>(LOOKS.map((look) => [look, []]));
  for (const line of inOrderOfHash(lines)) byLook.get(lookOf(line))!.push(line);
  const planned: PlannedPicture[] = [];
  for (let round = 0; planned.length < count; round += 1) {
    let left = false;
    for (const look of LOOKS) {
      const line = byLook.get(look)![round];
      if (line === undefined || planned.length === count) continue;
      left = true;
      const theme = THEMES[Math.floor(round / SCALES.length) % THEMES.length]!;
      planned.push({ line, look, theme, scale: SCALES[round % SCALES.length]! });
    }
    if (!left) break;
  }
  return planned;
}

function inOrderOfHash(lines: readonly CorpusLine[]): CorpusLine[] {
  const hash = ({ id }: CorpusLine): string => createHash('sha256').update(`picture ${id}`).digest('hex');
  return lines
    .map((line) => ({ line, key: hash(line) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ line }) => line);
}

function lookOf({ paste }: CorpusLine): Look {
  if (jsonIn(paste) !== undefined) return 'JSON viewer';
  const code = /AADSTS(\d{4,8})\b/.exec(paste)?.[1];
  const sentence = code !== undefined && aadstsEntry(Number(code)) !== undefined;
  return sentence && rowsOf(paste) <= 8 && !/^\s*(?:at|in) |Traceback|HTTP\/1/m.test(paste) ? 'error page' : 'terminal';
}

function rowsOf(paste: string): number {
  return paste.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / COLUMNS)), 0);
}
