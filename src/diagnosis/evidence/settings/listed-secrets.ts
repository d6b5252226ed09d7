import { literalList, literals } from '../../text/literal-filter.ts';
import { holdsOneOf, LiteralPlaces } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { readIsoInstant } from '../http/iso-instant.ts';
import { placesOf } from '../occurrences.ts';
import type { AddSetting } from './add-setting.ts';

/** Names that stand in a list of an app's secrets and in no calendar. */
const LISTING = literalList([
  'passwordcredential',
  'credential list',
  'azadappcredential',
  'customkeyidentifier',
  'keyid',
  'secret id',
  'secrettext',
  // Terraform.
  'azuread_application_password',
  'azuread_service_principal_password',
]);
const ENDS = literalList(['enddate', 'end_date', 'expires']);
const END = /(?:end_?date(?:time)?|expires(?: on)?)["'`]?[ \t]{0,12}[:=|]?[ \t]{0,4}["'`]?(?=\d)/y;
/** `11/20/2026`, in Europe `20/11/2026`: the later reading counts. */
const SLASHED = /(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/y;
const MOST = 20;
const LOOKED_AT = 1 << 15;

/** When the secrets of an app end, as Graph, the Azure CLI, PowerShell and the portal list them. One instant each, ISO. */
export function listedSecrets(text: MappedText, add: AddSetting): void {
  const { lower } = text;
  // Nearly every answer of a server says when it expires; hardly any paste lists secrets.
  if (!holdsOneOf(text, LISTING)) return;
  let count = 0;
  const places = new LiteralPlaces(text, ENDS);
  for (let start = places.next(0); start !== -1 && start < LOOKED_AT; start = places.next(start + 1)) {
    END.lastIndex = start;
    if (!END.test(lower)) {
      count += inColumn(text, start, add);
      continue;
    }
    const value = END.lastIndex;
    const at = readIsoInstant(text.text, value)?.ms ?? dayIn(lower, value);
    if (at === undefined) continue;
    add('secret-end', text.text.slice(start, value).trim(), [new Date(at).toISOString()], start, value);
    count += 1;
    if (count === MOST) return;
  }
}

const HEADER = /enddate(?:time)?[ \t]{2,40}\S/y;
const LONGEST_LINE = 400;

/** `az ad app credential list -o table`: the instants stand below the name, at the same column. */
function inColumn(text: MappedText, start: number, add: AddSetting): number {
  HEADER.lastIndex = start;
  if (!HEADER.test(text.lower)) return 0;
  const column = start - (text.text.lastIndexOf('\n', start) + 1);
  let found = 0;
  let line = text.text.indexOf('\n', start) + 1;
  for (let row = 0; row < MOST && line > 0 && column < LONGEST_LINE; row += 1) {
    const next = text.text.indexOf('\n', line);
    const end = next === -1 ? text.text.length : next;
    const value = line + column;
    const at = value < end ? (readIsoInstant(text.text, value)?.ms ?? dayIn(text.lower, value)) : undefined;
    // Below the header a row of dashes.
    if (at === undefined && !/^[ \t-]*$/.test(text.text.slice(line, Math.min(end, line + LONGEST_LINE)))) break;
    if (at !== undefined) {
      add('secret-end', text.text.slice(start, start + 'enddate'.length), [new Date(at).toISOString()], value, end);
      found += 1;
    }
    line = next === -1 ? 0 : next + 1;
  }
  return found;
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

const SECRET = 'secret';
/** Labels of several words; `secret: …` is read as a key with its value. */
const LABELS = literals('secret value', 'client secret', 'app secret', 'application secret', 'azure secret');
const MOST_SECRETS = 40;
/** «Secret value   691f8c25-…»: what the portal calls the value never is a GUID; its ID is. */
const SECRET_OF_A_GUID =
  /secret(?: value| key)?(?: \(value\))?["'`*]{0,2}[ \t]{0,4}[:=|]?[ \t]{1,12}["'`]?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\w-])/y;

/** A secret that is a GUID, below a label of several words. */
export function labelledSecretIds(text: MappedText, add: AddSetting): void {
  for (const label of LABELS) {
    for (const at of placesOf(text, label).slice(0, MOST_SECRETS)) {
      const start = text.lower.indexOf(SECRET, at);
      SECRET_OF_A_GUID.lastIndex = start;
      if (!SECRET_OF_A_GUID.test(text.lower)) continue;
      add('client-secret', SECRET, ['(guid)'], start, SECRET_OF_A_GUID.lastIndex);
      return;
    }
  }
}
