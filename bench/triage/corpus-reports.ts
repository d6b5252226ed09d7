import { readdirSync } from 'node:fs';
import { type CorpusLine, readDiagnosisCorpus } from '../accuracy/diagnosis-corpus.ts';
import type { Chance } from './chance.ts';

const FOLDER = new URL('../../test/corpus/', import.meta.url);
/** Messages for the calendar and times, and no failures. */
const NO_PASTES = /^(?:calendar|time-expressions)\b/;

/** Every paste of the corpus with its right answer. */
export function corpusPastes(): readonly CorpusLine[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl') && !NO_PASTES.test(file))
    .sort()
    .flatMap((file) => readDiagnosisCorpus(new URL(file, FOLDER)));
}

/** In an address a quotation mark before it is %27. */
const GUID = /(?:(?<=%2[27])|(?<![\w-]))[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;
/** Resources of Microsoft's, the same in every tenant. */
const MICROSOFTS = /^0000000[0-9a-f]-0000-0/i;
/** Just before the id: a request of which each has its own. */
const OF_A_REQUEST =
  /(?:trace|correlation|request|activity|session|client-request|transaction)[-_ ]?id["']?\s{0,3}[:=]?\s{0,3}["']?$/i;
/** Just before the id: the app, by the names that Entra ID, MSAL and settings give it. */
const OF_AN_APP =
  /(?:client[-_ ]?id|app(?:lication)?[-_ ]?id|appid|\bapplication|\bapp|with identifier)["']?\)?\s{0,3}(?:[:=]|%3D|is|of)?\s{0,3}(?:["'(]{0,2}|\+%27)$/i;
const LOOKED_BACK = 40;

type Role = 'request' | 'app' | 'other' | 'microsoft';

function roleOf(paste: string, id: string, at: number): Role {
  if (MICROSOFTS.test(id)) return 'microsoft';
  const before = paste.slice(Math.max(0, at - LOOKED_BACK), at);
  if (OF_A_REQUEST.test(before)) return 'request';
  return OF_AN_APP.test(before) ? 'app' : 'other';
}

/** The apps that a paste names where it says that they are apps. */
export function appsNamedIn(paste: string): readonly string[] {
  const apps = [...paste.matchAll(GUID)]
    .filter(({ 0: id, index }) => roleOf(paste, id, index) === 'app')
    .map(([id]) => id.toLowerCase());
  return [...new Set(apps)];
}

/** Whether a paste may hold an app where nobody sees it: in the claims of a token. */
export function holdsToken(paste: string): boolean {
  return /eyJ[\w-]{8}/.test(paste);
}

/** Whether ids stand in a paste that are neither of a request nor of Microsoft's nor plainly an app's. */
export function holdsOtherIds(paste: string): boolean {
  return [...paste.matchAll(GUID)].some(({ 0: id, index }) => roleOf(paste, id, index) === 'other');
}

/** The paste as another person meets it: the same failure of this app, in a request of their own. */
export function withApp(paste: string, app: string, chance: Chance): string {
  return paste.replace(GUID, (id, at: number) => {
    const role = roleOf(paste, id, at);
    if (role === 'request') return chance.guid();
    return role === 'app' ? app : id;
  });
}
