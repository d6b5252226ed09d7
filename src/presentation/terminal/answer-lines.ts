import type { PatchLanguage } from '../../diagnosis/diagnosis.ts';
import type { Answer, Reason } from '../answer.ts';
import { LANGUAGE_WORDS, OWNER_WORDS } from '../words.ts';
import { PLAIN, type TerminalStyle } from './style.ts';
import { wrap } from './wrap.ts';

export interface LineOptions {
  /** Columns; Infinity (the default) when the output is not a terminal. */
  readonly width?: number;
  readonly style?: TerminalStyle;
  /** The language asked for: its absence among the patches is then said. */
  readonly language?: PatchLanguage | null;
  /** For a chat without cards: one patch at most, no codes and sources. */
  readonly brief?: boolean;
}

/** An answer as lines of text. The first line is the headline. */
export function answerLines(answer: Answer, options: LineOptions = {}): string[] {
  const page = new Page(options.width ?? Number.POSITIVE_INFINITY, options.style ?? PLAIN);
  const { style } = page;
  page.text(answer.headline, '', style.strong);
  const owner = answer.owner === null ? '' : ` · for ${answer.owner.label}`;
  page.line(`${style.tone[answer.tone](answer.verdictLabel)}${style.faint(` · ${answer.cause}${owner}`)}`);
  if (answer.detail !== null) page.text(answer.detail, '');
  for (const remark of answer.remarks) page.text(remark, '  ', style.faint, 'note: ');

  if (answer.secrets.length > 0) {
    const live = answer.secrets.some((secret) => secret.live);
    page.gap();
    page.line(
      style.tone.attention(live ? 'Careful: this text holds a live credential' : 'This text holds a credential'),
    );
    for (const { what, until, revoke } of answer.secrets)
      page.text(`${what}. ${until} ${revoke}`.trim(), '    ', same, '  - ');
  }
  if (answer.because.length > 0) {
    page.heading('Why');
    for (const because of answer.because) reason(page, because);
  }
  if (answer.steps.length > 0) {
    page.heading('What to do');
    answer.steps.forEach((step, index) => {
      const number = `  ${index + 1}. `;
      const indent = ' '.repeat(number.length);
      page.text(step.text, indent, same, number);
      if (step.value !== undefined) page.verbatim(step.value, `${indent}  `, style.exact);
      if (step.link !== undefined) page.line(`${indent}${style.link(step.link.url)}`);
    });
  }
  if (answer.consentLink !== null) {
    page.heading('Link for the administrator');
    page.line(`  ${style.link(answer.consentLink)}`);
  }
  code(page, answer, options);
  if (answer.check !== null) {
    page.heading('Check that it worked');
    page.text(answer.check.text, '  ');
    if (answer.check.command !== null) page.verbatim(answer.check.command, '    ', style.exact);
  }
  if (answer.next !== null) {
    page.heading(answer.verdict === 'undecided' ? 'Paste this next' : 'To make sure');
    page.text(answer.next.ask, '  ');
    for (const { label, command } of answer.next.commands) {
      page.text(`${label}:`, '  ', style.faint);
      page.verbatim(command, '    ', style.exact);
    }
  }
  if (answer.forward !== null) {
    page.heading('Message to forward');
    page.verbatim(answer.forward, '  │ ', same);
  }
  if (answer.others.length > 0) {
    page.heading(answer.verdict === 'undecided' ? 'It could be' : 'What else it could be');
    for (const other of answer.others) {
      page.text(`${other.cause}: ${other.headline}`, '    ', same, '  - ');
    }
  }
  if (options.brief !== true) references(page, answer);
  return page.lines;
}

function reason(page: Page, because: Reason): void {
  if (because.quote !== null) page.verbatim(because.quote, '  │ ', page.style.exact);
  page.text(because.says, '    ', same, '  = ');
}

function code(page: Page, answer: Answer, options: LineOptions): void {
  const [first, ...more] = answer.patches;
  const wanted = options.language ?? null;
  if (first === undefined) return;
  if (wanted === null && isSparedCode(answer)) {
    if (options.brief === true) return;
    page.gap();
    page.text(
      `Code for the app: --lang ${answer.patches.map((patch) => patch.language).join(', ')}`,
      '',
      page.style.faint,
    );
    return;
  }
  page.heading(`Code (${LANGUAGE_WORDS[first.language]})`);
  if (wanted !== null && first.language !== wanted) {
    page.text(
      `There is no patch in ${LANGUAGE_WORDS[wanted]} for this; the same change in ${LANGUAGE_WORDS[first.language]}:`,
      '  ',
    );
  }
  page.verbatim(first.code, '    ', same);
  if (more.length > 0 && options.brief !== true) {
    page.text(
      `Also in: ${more.map((patch) => patch.language).join(', ')} (--lang ${more[0]?.language})`,
      '  ',
      page.style.faint,
    );
  }
}

/**
 * Who is to act is no developer, and the paste shows no program: then pages of code in a language of our choice help nobody.
 * What an administrator runs is PowerShell, and comes first.
 */
function isSparedCode({ language, owner, patches }: Answer): boolean {
  return language === null && owner?.label !== OWNER_WORDS['app-developer'].label && patches[0]?.language === 'python';
}

function references(page: Page, answer: Answer): void {
  const { style } = page;
  if (answer.codes.length > 0) {
    page.heading('Codes in the text');
    for (const { code: name, name: title, note, link } of answer.codes) {
      page.text(`${title === null ? name : `${name} ${title}`}: ${note}`, '    ', same, '  - ');
      if (link !== '') page.line(`    ${style.link(link)}`);
    }
  }
  if (answer.sources.length > 0) {
    page.heading('Read more');
    for (const { title, url } of answer.sources) {
      page.text(title, '    ', same, '  - ');
      page.line(`    ${style.link(url)}`);
    }
  }
  if (answer.verdict !== 'undecided') {
    page.gap();
    page.line(style.faint(`The whole page: why401 explain ${answer.cause}`));
  }
}

function same(text: string): string {
  return text;
}

/** Collects lines; knows width and style. */
class Page {
  readonly lines: string[] = [];
  readonly width: number;
  readonly style: TerminalStyle;

  constructor(width: number, style: TerminalStyle) {
    this.width = width;
    this.style = style;
  }

  line(text: string): void {
    this.lines.push(text);
  }

  gap(): void {
    this.lines.push('');
  }

  heading(text: string): void {
    this.gap();
    this.line(this.style.heading(text));
  }

  /** A paragraph, wrapped; `first` begins its first line in place of the indent. */
  text(text: string, indent: string, paint: (text: string) => string = same, first = indent): void {
    const width = Math.max(20, this.width - indent.length);
    wrap(text, width).forEach((line, index) => {
      this.line(`${index === 0 ? first : indent}${paint(line)}`);
    });
  }

  /** Lines that keep their breaks and spaces: code, commands, quotes. */
  verbatim(text: string, indent: string, paint: (text: string) => string): void {
    for (const line of text.split('\n')) this.line(line === '' ? indent.trimEnd() : `${indent}${paint(line)}`);
  }
}
