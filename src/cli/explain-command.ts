import type { FindableCauseId } from '../diagnosis/cause-id.ts';
import { ROOT_CAUSES } from '../diagnosis/causes/index.ts';
import { aadb2cEntry } from '../diagnosis/codes/aadb2c.ts';
import { aadstsCodes, aadstsEntry } from '../diagnosis/codes/aadsts.ts';
import { type CodeFamily, codeNote } from '../diagnosis/codes/code-note.ts';
import type { PatchLanguage } from '../diagnosis/diagnosis.ts';
import { nearest } from '../diagnosis/text/nearest.ts';
import { pageLines } from '../presentation/terminal/page-lines.ts';
import { wrap } from '../presentation/terminal/wrap.ts';
import { OWNER_WORDS } from '../presentation/words.ts';
import { outputStyle } from './answer-output.ts';
import { parseArguments } from './arguments.ts';
import type { CliIo, ExitStatus } from './cli-io.ts';
import { causePageOf, pagedCauses } from './explain/cause-page-of.ts';
import { languageOption } from './language-option.ts';
import { UsageError } from './usage-error.ts';

const EXPLAIN_USAGE = `Usage: why401 explain CAUSE | CODE [--lang LANGUAGE]
       why401 explain --list

The whole page for one root cause, or what a code of Entra ID means.

  CAUSE            a root cause id, for example wrong-audience
  CODE             AADSTS50011, 50011 or AADB2C90118
  --list           every root cause with its title
  --lang LANGUAGE  language of the code (Python when left out)
`;

/** `why401 explain`: the page of a cause, or of the cause that a code means. */
export async function explainCommand(args: readonly string[], io: CliIo): Promise<ExitStatus> {
  const { options, positionals } = parseArguments('explain', args, {
    list: { type: 'boolean' },
    lang: { type: 'string' },
  });
  if (options.has('help')) {
    await io.stdout.write(EXPLAIN_USAGE);
    return 0;
  }
  if (options.has('list')) {
    if (positionals.length > 0) throw new UsageError('--list takes no name. See: why401 explain --help');
    await io.stdout.write(list(io));
    return 0;
  }
  const name = positionals.join(' ').trim();
  if (name === '') throw new UsageError('Name a root cause or a code, or ask for --list. See: why401 explain --help');
  const lines = explained(name, languageOption(options.get('lang')) ?? 'python', io);
  await io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function list(io: CliIo): string {
  const { style } = outputStyle(io);
  const ids = pagedCauses();
  const widest = Math.max(...ids.map((id) => id.length));
  return ids.map((id) => `${style.exact(id.padEnd(widest))}  ${ROOT_CAUSES[id].title}\n`).join('');
}

function explained(name: string, language: PatchLanguage, io: CliIo): string[] {
  const id = name.toLowerCase().replace(/[ _]/g, '-');
  if (id === 'not-enough-evidence') return wrapped(NOT_ENOUGH, io);
  if (hasPage(id)) return pageLines(causePageOf(id, language), outputStyle(io));
  const code = /^(?:(AADSTS|AADB2C)[ -]?)?(\d{4,7})$/i.exec(name);
  if (code !== null) {
    const family: CodeFamily = code[1]?.toUpperCase() === 'AADB2C' ? 'AADB2C' : 'AADSTS';
    return explainedCode(family, Number(code[2]), language, io);
  }
  throw new UsageError(`No root cause or code is called ${JSON.stringify(name.slice(0, 60))}.${suggestion(id)}`);
}

const NOT_ENOUGH =
  'not-enough-evidence: nothing in the text decides the cause. It is an answer, not a failure: the reply names the one next thing to paste and the command that gets it.';

function explainedCode(family: CodeFamily, code: number, language: PatchLanguage, io: CliIo): string[] {
  const entry = family === 'AADSTS' ? aadstsEntry(code) : aadb2cEntry(code);
  if (entry === undefined) throw new UsageError(unknownCode(family, code));
  const { style } = outputStyle(io);
  const note = codeNote(family, code);
  const head = [
    style.strong(note.name === null ? note.code : `${note.code} ${note.name}`),
    ...wrapped(note.note, io),
    ...(entry.note === null ? [] : wrapped(`In the table: ${entry.note.replace(UNLABELLED, '')}`, io)),
    style.faint(`For ${OWNER_WORDS[entry.audience].label} · ${note.link}`),
  ];
  const { cause } = entry;
  if (!hasPage(cause)) return head;
  return [
    ...head,
    '',
    ...pageLines(causePageOf(cause, language, { text: `${family}${code}`, owner: entry.audience }), outputStyle(io)),
  ];
}

/** What the table says for itself, where no cause is the code’s. */
const UNLABELLED = /^no label fits: /;

function unknownCode(family: CodeFamily, code: number): string {
  const { link } = codeNote(family, code);
  const close = nearest(String(code), aadstsCodes().map(String), 3).filter(
    (other) => other.length === String(code).length,
  );
  const known =
    close.length === 0 || family === 'AADB2C'
      ? ''
      : ` Close to it: ${close.map((other) => `AADSTS${other}`).join(', ')}.`;
  return `${family}${code} is not in the table.${known} Microsoft on it: ${link}`;
}

function suggestion(id: string): string {
  const close = nearest(id, pagedCauses(), 3);
  return close.length === 0 ? ' See: why401 explain --list' : ` Did you mean ${close.join(', ')}?`;
}

function hasPage(id: string): id is FindableCauseId {
  return Object.hasOwn(ROOT_CAUSES, id);
}

function wrapped(text: string, io: CliIo): string[] {
  return wrap(text, outputStyle(io).width);
}
