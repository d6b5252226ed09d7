import { AADB2C_LINES } from './aadb2c-table.ts';
import { type CodeJudgement, codeJudgement } from './code-judgement.ts';

/** What is known of one AADB2C code. */
export interface Aadb2cEntry extends CodeJudgement {
  readonly code: number;
  /** What it means, half a sentence without a full stop. */
  readonly note: string;
}

let table: ReadonlyMap<number, Aadb2cEntry> | undefined;

/** Looks a code of Azure AD B2C up; `undefined` for one that is not in the table. */
export function aadb2cEntry(code: number): Aadb2cEntry | undefined {
  table ??= read(AADB2C_LINES);
  return table.get(code);
}

/** All codes of the table, in its order. */
export function aadb2cCodes(): number[] {
  table ??= read(AADB2C_LINES);
  return [...table.keys()];
}

function read(lines: string): ReadonlyMap<number, Aadb2cEntry> {
  const entries = new Map<number, Aadb2cEntry>();
  for (const line of lines.split('\n')) {
    if (line === '') continue;
    const [number = '', cause = '', marks = '', note = ''] = line.split('|');
    entries.set(Number(number), {
      code: Number(number),
      ...codeJudgement(cause, marks),
      note,
    });
  }
  return entries;
}
