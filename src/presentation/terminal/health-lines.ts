import type { HealthReport } from '../../identity/health/health-report.ts';
import { type HealthAnswerOptions, type HealthLine, healthAnswer } from '../health-answer.ts';
import { PLAIN, type TerminalStyle } from './style.ts';
import { wrap } from './wrap.ts';

export interface HealthLineOptions extends HealthAnswerOptions {
  /** Columns; Infinity (the default) when the output is not a terminal. */
  readonly width?: number;
  readonly style?: TerminalStyle;
}

const STEPS_SHOWN = 4;

/** A health report as lines of text. The first line is the headline. */
export function healthLines(report: HealthReport, options: HealthLineOptions = {}): string[] {
  const { width = Number.POSITIVE_INFINITY, style = PLAIN } = options;
  const { badge, headline, lines, first, cause, afterwards, advice, others } = healthAnswer(report, options);
  const paragraph = (text: string, first: string, indent: string): string[] =>
    wrap(text, Math.max(20, width - indent.length)).map((line, index) => `${index === 0 ? first : indent}${line}`);
  const page = [
    ...wrap(headline, width).map(style.strong),
    `${style.tone[badge.tone](badge.word)}${style.faint(` · ${badge.beside}`)}`,
    '',
    ...lines.flatMap((line) => checkLines(line, style, paragraph)),
  ];
  if (first !== null || cause !== null || advice !== null) page.push('', style.heading('What to do'));
  if (first !== null) page.push(...paragraph(first, '  ', '  '));
  if (cause !== null) {
    if (first !== null) page.push('', style.heading('Where that does not help'));
    cause.steps.slice(0, STEPS_SHOWN).forEach((step, index) => {
      page.push(...paragraph(step.text, `  ${index + 1}. `, '     '));
      if (step.value !== undefined) page.push(`       ${style.exact(step.value)}`);
      if (step.link !== undefined) page.push(`     ${style.link(step.link.url)}`);
    });
    if (afterwards !== null) page.push(...paragraph(afterwards, '  ', '  '));
  } else if (advice !== null) page.push(...paragraph(advice.text, '  ', '  '));
  if (others.length > 0) page.push('', style.heading('Also wrong'));
  for (const other of others) page.push(...paragraph(`${other.cause}: ${other.headline}`, '  - ', '    '));
  return page;
}

/** As wide as the longest title and one space. */
const TITLE_WIDTH = 12;

function checkLines(
  { mark, tone, title, says, advice }: HealthLine,
  style: TerminalStyle,
  paragraph: (text: string, first: string, indent: string) => string[],
): string[] {
  const indent = ' '.repeat(4 + TITLE_WIDTH);
  const [first = '', ...rest] = paragraph(says, '', indent);
  return [
    `  ${style.tone[tone](mark)} ${style.strong(title.padEnd(TITLE_WIDTH))}${first}`,
    ...rest,
    ...(advice === null ? [] : paragraph(advice, indent, indent).map(style.faint)),
  ];
}
