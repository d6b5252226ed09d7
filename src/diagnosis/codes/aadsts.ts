import { AADSTS_LINES } from './aadsts-table.ts';
import { type CodeJudgement, codeJudgement } from './code-judgement.ts';

/** What is known of one AADSTS code; where it is undocumented, its cause is a judgement from one line of text. */
export interface AadstsEntry extends CodeJudgement {
  readonly code: number;
  /** Microsoft's own name for it, for example `UserStrongAuthClientAuthNRequired`. */
  readonly name: string | null;
  /** How the words of the message decide between several causes. */
  readonly note: string | null;
}

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
      ...codeJudgement(cause, marks),
      note: note === '' ? null : note,
    });
  }
  return entries;
}
