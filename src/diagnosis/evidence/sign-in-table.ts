import { madeOnce } from '../made-once.ts';
import { literalList } from '../text/literal-filter.ts';
import { heldIn } from '../text/literal-places.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { withoutTrailing } from '../text/without-trailing.ts';

/** A cell and its place in the text. */
export interface TableCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An export of the sign-in log: the names of its columns in lower case, and below them one line an entry. */
export interface SignInTable {
  readonly names: readonly string[];
  /** Which column was looked for: the one with the code. */
  readonly keyAt: number;
  readonly rows: readonly (readonly TableCell[])[];
}

/** Names of the column with the code, where they are found in a text: Log Analytics, the portal, the scripts of people. */
const COLUMN_MARKS = literalList(['resulttype', 'error code', 'errorcode', 'fehlercode', 'código de error']);
/** Beside these a column «Code» holds the code of the sign-in. */
const OF_THE_LOG = literalList(['auditlogsignin', 'auditsigninlogs', 'status.errorcode']);
/** The columns of the sign-in log as Log Analytics, the portal and PowerShell write them. */
const CODE_COLUMN =
  /^(?:resulttype|(?:sign-?in )?error ?code|(?:status[/._])?errorcode|anmeldefehlercode|fehlercode|código de error)$/;
const ALIAS_OF_CODE = /^(?:code|error|errorcode|err)$/;
/** The columns that a query chooses: `| project TimeGenerated, App = AppDisplayName, ResultType`. */
const PROJECTED = /\|[ \t]{0,4}project[ \t]{1,4}([\w. \t=,]{10,1000})$/gm;

/** A line of such a query. */
const OF_A_QUERY = /\|[ \t]{0,4}(?:project|where|summarize|extend|distinct|order|sort)\b/;

const MOST_PLACES = 4;
const MOST_ROWS = 60;
const ROW_LIMIT = 4000;

const IN_TEXT = madeOnce((text: MappedText): { readonly table: SignInTable | undefined } => ({ table: find(text) }));

/** The first table of sign-ins in the text. */
export function signInTable(text: MappedText): SignInTable | undefined {
  return text.once(IN_TEXT).table;
}

/** What the row has in the first of the columns of that name. */
export function cellOf({ names }: SignInTable, row: readonly TableCell[], column: RegExp): string | undefined {
  const at = names.findIndex((name) => column.test(name));
  return at === -1 || row[at]?.text === '' ? undefined : row[at]?.text;
}

function find(source: MappedText): SignInTable | undefined {
  const marks = heldIn(source, COLUMN_MARKS);
  if (marks.length === 0) return undefined;
  const { text, lower } = source;
  for (const mark of marks) {
    let at = lower.indexOf(mark);
    for (let place = 0; at !== -1 && place < MOST_PLACES; place += 1) {
      const table = endsName(lower, at + mark.length) ? tableAt(text, lower, at, CODE_COLUMN) : undefined;
      if (table !== undefined) return table;
      at = lower.indexOf(mark, at + mark.length);
    }
  }
  const ofLog = heldIn(source, OF_THE_LOG).some((mark) => lower.includes(mark));
  return (ofLog ? belowDashes(text, lower) : undefined) ?? ofQuery(text, lower);
}

/** Behind a key of JSON or of a list stands its value. */
function endsName(lower: string, end: number): boolean {
  const next = lower[end] === '"' ? lower[end + 1] : lower[end];
  return next === '\t' || next === ',' || next === ';' || next === ' ' || next === '\n' || next === '\r';
}

/** The table whose names stand in the line at `at`, where one of them is the one that is looked for. */
export function tableAt(text: string, lower: string, at: number, key: RegExp): SignInTable | undefined {
  const from = lower.lastIndexOf('\n', at) + 1;
  const to = lower.indexOf('\n', at);
  if (to === -1 || to - from > ROW_LIMIT) return undefined;
  const header = lower.slice(from, to);
  const split = OF_A_QUERY.test(header) ? undefined : splitting(header);
  return split === undefined ? undefined : tableOf(header, text, to + 1, split, key);
}

function tableOf(header: string, text: string, below: number, split: Split, key: RegExp): SignInTable | undefined {
  const names = split(header).map((name) => name.text);
  const keyAt = names.findIndex((name) => key.test(name));
  return keyAt === -1 || names.length < 3 ? undefined : { names, keyAt, rows: rows(text, below, split) };
}

/** Format-Table and `az … -o table` draw a line below the names, whatever somebody calls them. */
const DASHES = /^-{2,200}(?: {1,200}-{2,200}){2,30}[ \t\r]{0,200}$/m;

function belowDashes(text: string, lower: string): SignInTable | undefined {
  const drawn = DASHES.exec(lower);
  if (drawn === null || drawn.index === 0) return undefined;
  const starts = [...drawn[0].matchAll(/-+/g)].map(({ index }) => index);
  const header = lower.slice(lower.lastIndexOf('\n', drawn.index - 2) + 1, drawn.index - 1);
  const below = drawn.index + drawn[0].length + 1;
  return tableOf(header, text, below, (line) => aligned(line, starts), ALIAS_OF_CODE);
}

/** Rows below a query that names its columns: the names themselves were not copied. */
function ofQuery(text: string, lower: string): SignInTable | undefined {
  if (!lower.includes('project')) return undefined;
  for (const match of lower.matchAll(PROJECTED)) {
    const names = match[1]!.split(',').map((name) => withoutTrailing(name.split('=')[0]!, ' \t').trim());
    const keyAt = names.findIndex((name) => CODE_COLUMN.test(name));
    if (keyAt === -1 || names.length < 3) continue;
    const below = match.index + match[0].length + 1;
    for (const split of [apart, withCommas]) {
      const found = rows(text, below, split).filter((row) => row.length === names.length);
      if (found.length > 0) return { names, keyAt, rows: found };
    }
  }
  return undefined;
}

type Split = (line: string) => TableCell[];

/** What stands between the cells, by the line of names; a time such as «11/22/2026, 05:12:09» has a comma of its own. */
function splitting(header: string): Split | undefined {
  if (header.includes('\t')) return (line) => separated(line, '\t');
  const [semicolons, commas] = [header.split(';').length, header.split(',').length];
  if (semicolons > 2 || commas > 2) return (line) => separated(line, semicolons > commas ? ';' : ',');
  const starts = columnStarts(header);
  return starts.length < 3 ? undefined : (line) => aligned(line, starts);
}

/** Where the names of columns that are set by spaces begin: a name may have some words. */
function columnStarts(header: string): number[] {
  return [...header.matchAll(/(?<!\S)\S+(?: \S+){0,3}/g)].map(({ index }) => index);
}

/** Numbers stand at the right end of their column, a little before where its name begins. */
function aligned(line: string, starts: readonly number[]): TableCell[] {
  return starts.map((from, index) => {
    let start = from;
    while (start > 0 && start < line.length && line[start - 1] !== ' ') start -= 1;
    const next = starts[index + 1] ?? line.length;
    let end = Math.min(next, line.length);
    while (end > start && end < line.length && line[end - 1] !== ' ') end -= 1;
    return cell(line, Math.min(start, line.length), Math.max(end, Math.min(start, line.length)));
  });
}

/** The cells of one line; a separator inside quotes belongs to the cell. */
function separated(line: string, separator: string): TableCell[] {
  const found: TableCell[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= line.length; at += 1) {
    const character = line[at];
    if (character === '"') quoted = !quoted;
    if (at < line.length && (quoted || character !== separator)) continue;
    found.push(cell(line, start, at));
    start = at + 1;
  }
  return found;
}

const withCommas: Split = (line) => separated(line, ',');

/** Cells with tabs or some spaces between them. */
function apart(line: string): TableCell[] {
  return [...line.matchAll(/"[^"\n]{0,600}"|[^\s"](?:[^\s"]| (?! )){0,600}/g)].map(({ index, 0: { length } }) =>
    cell(line, index, index + length),
  );
}

const AROUND_CELL = ' \t\r\u00a0"';

function cell(line: string, start: number, end: number): TableCell {
  let from = start;
  while (from < end && AROUND_CELL.includes(line[from]!)) from += 1;
  return { text: withoutTrailing(line.slice(from, end), AROUND_CELL), start, end };
}

function rows(text: string, from: number, split: Split): TableCell[][] {
  const found: TableCell[][] = [];
  let start = from;
  for (let row = 0; row < MOST_ROWS && start < text.length; row += 1) {
    const stop = text.indexOf('\n', start) === -1 ? text.length : text.indexOf('\n', start);
    const offset = start;
    const line = split(text.slice(start, Math.min(stop, start + ROW_LIMIT)));
    found.push(line.map((one) => ({ ...one, start: one.start + offset, end: one.end + offset })));
    start = stop + 1;
  }
  return found;
}
