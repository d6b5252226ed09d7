import { type CauseId, isCauseId, type Owner } from '../cause-id.ts';
import { AADSTS_LINES } from './aadsts-table.ts';

/** What is known of one AADSTS code. */
export interface AadstsEntry {
  readonly code: number;
  /** Microsoft's own name for it, for example `UserStrongAuthClientAuthNRequired`. */
  readonly name: string | null;
  /** `not-enough-evidence` where the code alone decides nothing. */
  readonly cause: CauseId;
  /** Who fixes it. */
  readonly audience: Owner;
  /** It passes by itself. */
  readonly transient: boolean;
  /** How the words of the message decide between several causes. */
  readonly note: string | null;
  /** False: Microsoft's reference does not have it, and the cause is a judgement from one line of text. */
  readonly documented: boolean;
}

const AUDIENCE: Readonly<Record<string, Owner>> = {
  e: 'end-user',
  d: 'app-developer',
  t: 'tenant-admin',
  m: 'microsoft',
  i: 'identity-provider',
};

let table: ReadonlyMap<number, AadstsEntry> | undefined;

/**
 * Looks a code up. Codes are matched whole: 50057 is not 500571.
 *
 * @returns `undefined` for a code that is not in the table
 */
export function aadstsEntry(code: number): AadstsEntry | undefined {
  table ??= read(AADSTS_LINES);
  return table.get(code);
}

/** All codes of the table, in its order. */
export function aadstsCodes(): number[] {
  table ??= read(AADSTS_LINES);
  return [...table.keys()];
}

function read(lines: string): ReadonlyMap<number, AadstsEntry> {
  const entries = new Map<number, AadstsEntry>();
  for (const line of lines.split('\n')) {
    if (line === '') continue;
    const [number = '', name = '', cause = '', marks = '', note = ''] = line.split('|');
    const code = Number(number);
    entries.set(code, {
      code,
      name: name === '' ? null : name,
      cause: isCauseId(cause) ? cause : 'not-enough-evidence',
      audience: AUDIENCE[marks[0] ?? ''] ?? 'app-developer',
      transient: marks.includes('t', 1),
      note: note === '' ? null : note,
      documented: !marks.includes('u', 1),
    });
  }
  return entries;
}
