import type { FixStep } from '../../diagnosis/diagnosis.ts';
import { plainData, plainLine } from '../../presentation/plain-data.ts';
import type { TerminalStyle } from '../../presentation/terminal/style.ts';
import { wrap } from '../../presentation/terminal/wrap.ts';
import { OWNER_WORDS, type Tone } from '../../presentation/words.ts';
import type { DoctorReport, DoctorResult, DoctorState } from './doctor-report.ts';

const STATE_WORDS: Readonly<Record<DoctorState, { readonly label: string; readonly tone: Tone }>> = {
  pass: { label: 'pass', tone: 'good' },
  warn: { label: 'warn', tone: 'warning' },
  fail: { label: 'FAIL', tone: 'attention' },
  skipped: { label: 'skip', tone: 'neutral' },
};

interface LineOptions {
  readonly width: number;
  readonly style: TerminalStyle;
}

/** The report as lines of text: the result first, then each check, then what to fix in its order. */
export function doctorLines(report: DoctorReport, options: LineOptions): string[] {
  const { style } = options;
  const lines = [style.strong(headline(report)), ''];
  for (const result of report.results) lines.push(...checkLines(result, options));
  if (report.toFix.length > 0) {
    lines.push('', style.heading('What to fix, in this order'));
    report.toFix.forEach((result, index) => {
      lines.push(...fixLines(result, index + 1, options));
    });
  }
  return lines;
}

function headline({ mode, ok, results, toFix }: DoctorReport): string {
  const failed = results.filter(({ state }) => state === 'fail').length;
  const warned = toFix.length - failed;
  const where = mode === 'local' ? 'Local mode, with the sandbox in the place of Microsoft' : 'The installation';
  if (ok && warned === 0) return `${where}: everything that can be checked is right.`;
  const counts = [
    ...(failed > 0 ? [failed === 1 ? 'one check fails' : `${failed} checks fail`] : []),
    ...(warned > 0 ? [warned === 1 ? 'one warning' : `${warned} warnings`] : []),
  ];
  return `${where}: ${counts.join(', ')}.`;
}

const LABEL_WIDTH = 4;
const NAME_WIDTH = 17;

function checkLines({ check, state, says }: DoctorResult, { width, style }: LineOptions): string[] {
  const { label, tone } = STATE_WORDS[state];
  const indent = LABEL_WIDTH + NAME_WIDTH + 4;
  return wrap(plainLine(says, 1200), Math.max(20, width - indent)).map((line, index) =>
    index === 0
      ? `  ${style.tone[tone](label.padEnd(LABEL_WIDTH))} ${style.exact(check.padEnd(NAME_WIDTH))} ${line}`
      : `${' '.repeat(indent)}${line}`,
  );
}

function fixLines({ check, cause, owner, steps }: DoctorResult, number: number, options: LineOptions): string[] {
  const { style } = options;
  const who = owner === undefined ? '' : ` · for ${OWNER_WORDS[owner].label}`;
  const why = cause === undefined ? '' : ` · ${cause}`;
  const lines = ['', `  ${number}. ${style.strong(check)}${style.faint(`${why}${who}`)}`];
  for (const step of steps ?? []) lines.push(...stepLines(step, options));
  if (cause !== undefined) lines.push(`     ${style.faint(`The whole page: why401 explain ${cause}`)}`);
  return lines;
}

function stepLines({ text, value, link }: FixStep, { width, style }: LineOptions): string[] {
  const lines = wrap(plainLine(text, 700), Math.max(20, width - 7)).map(
    (line, index) => `${index === 0 ? '     - ' : '       '}${line}`,
  );
  for (const line of value === undefined ? [] : plainData(value, 1500).split('\n')) {
    lines.push(`         ${style.exact(line)}`);
  }
  if (link !== undefined) lines.push(`       ${style.link(link.url)}`);
  return lines;
}
