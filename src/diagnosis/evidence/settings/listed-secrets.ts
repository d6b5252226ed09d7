import { literal, literals } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { readIsoInstant } from '../http/iso-instant.ts';
import type { AddSetting } from './add-setting.ts';

/** Names that stand in a list of an app's secrets and in no calendar. */
const LISTING = literals(
  'passwordcredential',
  'credential list',
  'azadappcredential',
  'customkeyidentifier',
  'keyid',
  'secret id',
  'secrettext',
);
const ENDS = literals('enddate', 'expires');
const END = /\b(?:end_?date(?:_?time)?|expires(?: on)?)["'`]?[ \t]{0,12}[:=|]?[ \t]{0,4}["'`]?(?=[\d])/g;
/** `11/20/2026`, in Europe `20/11/2026`: the later reading counts. */
const SLASHED = /(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/y;
const MOST = 20;
const LOOKED_AT = 1 << 15;

/** When the secrets of an app end, as Graph, the Azure CLI, PowerShell and the portal list them. One instant each, ISO. */
export function listedSecrets(text: MappedText, add: AddSetting): void {
  if (!holds(text, ENDS) || !holds(text, LISTING)) return;
  const { lower } = text;
  if (!LISTING.some((mark) => lower.includes(mark.text))) return;
  let count = 0;
  for (const match of lower.slice(0, LOOKED_AT).matchAll(END)) {
    const value = match.index + match[0].length;
    const at = readIsoInstant(text.text, value)?.ms ?? dayIn(lower, value);
    if (at === undefined) continue;
    add('secret-end', text.text.slice(match.index, value).trim(), [new Date(at).toISOString()], match.index, value);
    count += 1;
    if (count === MOST) return;
  }
}

function holds(text: MappedText, marks: readonly ReturnType<typeof literal>[]): boolean {
  return marks.some((mark) => text.mayHold(mark));
}

const DAY = /(20\d\d)-([01]\d)-([0-3]\d)(?!\d)/y;

/** The end of a day that is given without its time. */
function dayIn(lower: string, from: number): number | undefined {
  DAY.lastIndex = from;
  const match = DAY.exec(lower);
  if (match !== null) return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + 1);
  SLASHED.lastIndex = from;
  const parts = SLASHED.exec(lower);
  if (parts === null) return undefined;
  const [one, two, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const readings = [
    [one, two],
    [two, one],
  ].flatMap(([month, day]) => (month! >= 1 && month! <= 12 && day! <= 31 ? Date.UTC(year, month! - 1, day! + 1) : []));
  return readings.length === 0 ? undefined : Math.max(...readings);
}

const SECRET = literal('secret');
/** «Secret value   691f8c25-…»: what the portal calls the value never is a GUID; its ID is. */
const SECRET_OF_A_GUID =
  /\b(?:(?:client|app|application|azure) )?secret(?: value| key)?(?: \(value\))?["'`*]{0,2}[ \t]{0,4}[:=|\t]?[ \t]{1,12}["'`]?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\w-])/g;

/** A secret that is a GUID, below a label of several words. */
export function labelledSecretIds(text: MappedText, add: AddSetting): void {
  if (!text.mayHold(SECRET)) return;
  for (const match of text.lower.slice(0, LOOKED_AT).matchAll(SECRET_OF_A_GUID)) {
    add(
      'client-secret',
      match[0].slice(0, match[0].search(/[ \t:=|"'`*]{1,20}[0-9a-f]{8}-/)),
      ['(guid)'],
      match.index,
      match.index + match[0].length,
    );
    return;
  }
}
