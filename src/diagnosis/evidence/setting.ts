import { maskSecrets } from '../secrets/mask-secrets.ts';
import { secretShape } from '../secrets/placeholder.ts';
import { readValue, valueStart } from '../secrets/stated-value.ts';
import { literal } from '../text/literal-filter.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { Reader, Views } from '../text/views.ts';
import { withoutTrailing } from '../text/without-trailing.ts';
import type { SettingEvidence, SettingName } from './evidence.ts';
import type { AddSetting } from './settings/add-setting.ts';
import { TELLING_CALLS, type TellingCall } from './settings/calls.ts';
import { commandValues } from './settings/command-values.ts';
import { credentialScopes } from './settings/credential-scopes.ts';
import { eventTimes } from './settings/event-times.ts';
import { federatedSubjects } from './settings/federated-subjects.ts';
import { keyScanner } from './settings/key-scanner.ts';
import { CALL_OF_MSAL, languageOfLine } from './settings/language.ts';
import { labelledSecretIds, listedSecrets } from './settings/listed-secrets.ts';
import { misspeltNames } from './settings/misspelt-names.ts';
import { isOfAnotherReader } from './settings/not-a-setting.ts';
import { phraseSettings } from './settings/phrase-settings.ts';
import { platformOf } from './settings/platform.ts';
import { policyAudiences } from './settings/policy-audiences.ts';
import { fitsPrefixed, isOfSomebodyElse, PREFIXED_KEYS, type PrefixedKey } from './settings/prefixed-keys.ts';
import { refusedAudiences, refusedIssuers } from './settings/refused-audiences.ts';
import { saslBearers } from './settings/sasl-bearers.ts';
import { sdkCallValues } from './settings/sdk-call-values.ts';
import { SETTING_KEYS } from './settings/setting-keys.ts';
import { fits } from './settings/setting-values.ts';
import { signInDetails } from './settings/sign-in-details.ts';
import { teamsManifest } from './settings/teams-manifest.ts';
import { terraformProvider } from './settings/terraform-provider.ts';
import { tokensOfTools } from './settings/tokens-of-tools.ts';
import { toldActor } from './settings/told-actor.ts';
import { toldApi } from './settings/told-api.ts';
import { toldIds } from './settings/told-ids.ts';
import { toldIssuers } from './settings/told-issuers.ts';
import { toldPermissions } from './settings/told-permissions.ts';
import { absentScopes, toldScopes } from './settings/told-scopes.ts';
import { toldValues } from './settings/told-values.ts';
import { wantedPermissions } from './settings/wanted-permissions.ts';
import { type WrittenValue, writtenValue } from './settings/written-value.ts';

const CODE = literal('aadsts');
const MOST_SETTINGS = 100;
/** Keys with a value behind them that are looked at in one paste. */
const MOST_KEYS = 3000;

/** What separates a key from its value: `key=`, `"key":`, `.Key(`, `key =>`, `key → `; after an option's name a space. */
const SEPARATOR = /(?:["'`]|["']?\])?[ \t]{0,12}(?:(:=|=>|[:=→](?!=)|\()[ \t]{0,12}|[ \t]{1,4})/y;

/** Settings and lines of code. Of a client secret only the shape is kept. At most a hundred, the same one once. */
export const readSettings: Reader<SettingEvidence> = ({ text }: Views): SettingEvidence[] => {
  const found = new Map<string, SettingEvidence>();
  const add: AddSetting = (name, key, values, start, end): void => {
    if (found.size >= MOST_SETTINGS) return;
    const id = `${name}\n${key}\n${values.join('\n')}`;
    if (found.has(id)) return;
    found.set(id, {
      kind: 'setting',
      name,
      values: name === 'client-secret' || isCalled(values) ? values : values.map(safely),
      key,
      language: name === 'scopes' || CALL_OF_MSAL.test(key) ? languageAt(text.text, start, end) : null,
      span: text.spanOf(start, end),
    });
  };
  readKeys(text, add);
  phraseSettings(text, add);
  toldScopes(text, add);
  federatedSubjects(text, add);
  listedSecrets(text, add);
  labelledSecretIds(text, add);
  // A code of Entra ID tells by itself what failed, and of a sign-in: what is told of calls says nothing more.
  if (!text.mayHold(CODE)) {
    absentScopes(text, add);
    wantedPermissions(text, add);
    toldActor(text, add);
    toldApi(text, add);
    toldPermissions(text, add);
    tokensOfTools(text, add);
    credentialScopes(text, add);
    terraformProvider(text, add);
  }
  toldIssuers(text, add);
  signInDetails(text, add);
  toldIds(text, add);
  toldValues(text, add);
  commandValues(text, add);
  sdkCallValues(text, add);
  saslBearers(text, add);
  teamsManifest(text, add);
  misspeltNames(text, add);
  policyAudiences(text, add);
  refusedAudiences(text, add);
  refusedIssuers(text, add);
  eventTimes(text, add);
  return withoutRepeats([...found.values()]);
};

/** «Configured subject: …» is read by its label and by its last word: the wider reading stays. */
function withoutRepeats(settings: readonly SettingEvidence[]): SettingEvidence[] {
  const kept: SettingEvidence[] = [];
  const sorted = [...settings].sort((one, other) => one.span.start - other.span.start || other.span.end - one.span.end);
  for (const setting of sorted) if (!isInside(setting, kept)) kept.push(setting);
  return kept;
}

function isInside({ name, span, values }: SettingEvidence, kept: readonly SettingEvidence[]): boolean {
  for (let index = kept.length - 1; index >= 0 && index >= kept.length - 4; index -= 1) {
    const other = kept[index]!;
    if (other.name === name && other.span.end > span.start && other.values.join() === values.join()) return true;
  }
  return false;
}

/** What calls state stands in no paste: there is no secret in it. */
const CALLED_VALUES: ReadonlySet<string> = new Set([...TELLING_CALLS.values()].map(({ value }) => value));

function isCalled(values: readonly string[]): boolean {
  return values.length === 1 && CALLED_VALUES.has(values[0]!);
}

type KnownKey = SettingName | TellingCall | PrefixedKey;
const scanKeys = keyScanner<KnownKey>(
  new Map<string, KnownKey>([...PREFIXED_KEYS, ...SETTING_KEYS, ...TELLING_CALLS]),
  new Map<string, KnownKey>(PREFIXED_KEYS),
);

function readKeys(text: MappedText, add: AddSetting): void {
  const seen = new Set<string>();
  /** Mostly it is the line before that comes again: to compare the two is faster than to hash one. */
  let last: string | null = null;
  const stated = new Set<TellingCall>();
  scanKeys(text, (known, start, end) => {
    if (typeof known !== 'string' && 'value' in known) {
      // A stack frame or a message names the method too; in `X authentication failed` the type names the flow just as well.
      if (!stated.has(known)) add(known.name, text.text.slice(start, end), [known.value], start, end);
      stated.add(known);
      return true;
    }
    if (known === 'end-time') return true;
    if (!isSeparated(text.text, start, end)) {
      if (known === 'authority') toldAuthority(text, start, end, add);
      return true;
    }
    // A log repeats its lines: what was read once says nothing new the second time.
    const line = text.text.slice(start - 1, end + 80);
    if (line === last || seen.has(line)) return true;
    seen.add(line);
    last = line;
    if (typeof known === 'string') readKey(text, known, start, end, add);
    else readPrefixed(text, known, start, end, add);
    return seen.size < MOST_KEYS;
  });
}

function readPrefixed(text: MappedText, { name }: PrefixedKey, start: number, end: number, add: AddSetting): void {
  if (isOfSomebodyElse(text.text.slice(start, end))) return;
  readKey(text, name, start, end, (_, key, values, from, to) => {
    if (values.every((value) => fitsPrefixed(name, value))) add(name, key, values, from, to);
  });
}

/** «with authority https://login.microsoftonline.com/common», «authority /organizations»: as people write it in a sentence. */
const TOLD_AUTHORITY =
  / {1,2}(?:is |was |set to )?["'`]?(https?:\/\/[^\s"'`<>,;)]{3,200}|\/(?:common|organizations|consumers))(?![\w/])/y;

function toldAuthority(text: MappedText, start: number, end: number, add: AddSetting): void {
  TOLD_AUTHORITY.lastIndex = end;
  const address = TOLD_AUTHORITY.exec(text.text)?.[1];
  if (address === undefined || isOfAnotherReader(text.text, text.lower, 'authority', 'authority', start)) return;
  add('authority', text.text.slice(start, end), [withoutTrailing(address, '.:')], start, TOLD_AUTHORITY.lastIndex);
}

/** What follows a key that has a value; a look at one or two characters spares most words the grammar. */
function isSeparated(text: string, start: number, end: number): boolean {
  const next = text.charCodeAt(end);
  if (next === 0x20 || next === 0x09) return text[start - 1] === '-' || isSpaced(text, end);
  return (
    next === 0x3a ||
    next === 0x3d ||
    next === 0x28 ||
    next === 0x22 ||
    next === 0x27 ||
    next === 0x60 ||
    next === 0x5d ||
    next === 0x2192
  );
}

/** `key : value` */
function isSpaced(text: string, end: number): boolean {
  let at = end;
  while (at - end < 12 && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at += 1;
  const code = text.charCodeAt(at);
  return code === 0x3a || code === 0x3d || code === 0x28 || code === 0x2192;
}

function readKey(text: MappedText, name: SettingName, keyStart: number, keyEnd: number, add: AddSetting): void {
  SEPARATOR.lastIndex = keyEnd;
  const separator = SEPARATOR.exec(text.text);
  if (separator === null || (separator[1] === undefined && text.text[keyStart - 1] !== '-')) return;
  const start = text.text[keyStart - 1] === '-' ? keyStart - (text.text[keyStart - 2] === '-' ? 2 : 1) : keyStart;
  const key = writtenKey(text.text, keyStart, keyEnd);
  if (isOfAnotherReader(text.text, text.lower, name, key, start)) return;
  if (name === 'client-secret') {
    const shape = shapeAt(text.text, start, keyEnd);
    if (shape !== null) add(name, key, [shape.shape], start, shape.end);
    return;
  }
  const valueAt = keyEnd + separator[0].length;
  const written = writtenValue(
    text.text,
    valueAt,
    name === 'scopes' || name === 'account-types' || name === 'time-zone',
  );
  if (written === null) return;
  const values = valuesOf(name, written);
  if (values === null) return;
  add(name, platformOf(text.text, name, key, start), values, start, Math.max(written.end, valueAt));
}

/** With what is put before it: `options.Authority`, `spring.cloud.azure.active-directory.profile.tenant-id`. */
function writtenKey(text: string, start: number, end: number): string {
  if (text[start - 1] !== '.') return text.slice(start, end);
  const path =
    /[A-Za-z_][\w-]{0,60}(?:\.[\w-]{1,60}){0,8}\.$/.exec(text.slice(Math.max(0, start - 100), start))?.[0] ?? '';
  return path + text.slice(start, end);
}

function shapeAt(text: string, nameStart: number, nameEnd: number): { shape: string; end: number } | null {
  const start = valueStart(text, nameStart, nameEnd);
  if (start === null) return null;
  const value = readValue(text, start, 1000);
  if (value === null) return unreadable(text, start.at);
  const raw = text.slice(value.start, Math.min(value.end, value.start + 600));
  const shape = secretShape(raw);
  // A word of running text, or a variable of the code: it says that there is a secret, and no more.
  const variable = !value.quoted && /^[A-Za-z_][A-Za-z_.]*$/.test(raw);
  return { shape: shape === '(secret)' && variable ? '(placeholder)' : shape, end: value.end };
}

/** What begins with a bracket: a mask (`<hidden>`), a template, a call, or an object (MSAL's certificate). */
const BRACKETED = /[<{[(|\\…][^\s&,;]{0,80}/y;
const OBJECT = /[{[](?:["'\s]|$)/y;

function unreadable(text: string, at: number): { shape: string; end: number } | null {
  BRACKETED.lastIndex = at;
  const written = BRACKETED.exec(text)?.[0];
  if (written === undefined) return { shape: '(empty)', end: at };
  OBJECT.lastIndex = at;
  if (OBJECT.test(text)) return null;
  const shape = secretShape(written);
  return { shape: shape === '(secret)' ? '(placeholder)' : shape, end: at + written.length };
}

function valuesOf(name: SettingName, written: WrittenValue): string[] | null {
  const parts = name === 'scopes' ? written.values.flatMap(listed) : written.values;
  const values: string[] = [];
  const fitting: string[] = [];
  for (const part of parts) {
    const value = part.trim();
    if (value === '' && (written.list || !written.quoted)) continue;
    values.push(value);
    if (fits(name, value, written.quoted)) fitting.push(value);
  }
  if (written.list && values.length === 0) return name === 'registered-redirect-uris' || name === 'scopes' ? [] : null;
  if (fitting.length === 0) return null;
  if (!written.quoted && fitting.length < values.length) return name === 'scopes' ? listBeforeWords(values) : null;
  return fitting.slice(0, 60);
}

function listed(scopes: string): readonly string[] {
  return /[\s,]/.test(scopes) ? scopes.split(/[\s,]+/) : [scopes];
}

/** A sentence that begins with the key's name is no list of scopes; one that goes on behind the list is none of its words. */
function listBeforeWords(values: readonly string[]): string[] | null {
  const words = values.findIndex((value) => !fits('scopes', value, false));
  const list = values.slice(0, words);
  return list.some((value) => /\w\.[A-Z]|:\/\//.test(value)) ? list.slice(0, 60) : null;
}

function languageAt(text: string, start: number, end: number): SettingEvidence['language'] {
  const first = Math.max(0, start - 200);
  const line = text.slice(first, Math.min(Math.max(end, start) + 120, start + 400));
  const from = start === first ? 0 : line.lastIndexOf('\n', start - first - 1) + 1;
  const newline = line.indexOf('\n', start - first);
  return languageOfLine(line.slice(from, newline === -1 ? line.length : newline));
}

function safely(value: string): string {
  const cut = value.slice(0, 400);
  return cut.length < 16 ? cut : maskSecrets(cut);
}
