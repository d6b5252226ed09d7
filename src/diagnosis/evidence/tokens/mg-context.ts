import { literal } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { TokenEvidence } from '../evidence.ts';
import { placesOf } from '../occurrences.ts';
import { tokenClaims } from './token-claims.ts';

const MARK = literal('authtype');
const GRAPH = 'https://graph.microsoft.com';
/** Between the first property of a printed context and the last one. */
const REACH = 1600;
const MOST = 20;
const AUTH_TYPE = /^["']?[ \t]{0,20}[:=][ \t]{0,3}["']?(AppOnly|Delegated)\b/;
/** `Get-MgContext | select AuthType, Scopes` prints a table. */
const IN_TABLE = /^[^\n]{0,200}\n(?:[ \t-]{3,300}\n)?[^\n]{0,80}?\b(AppOnly|Delegated)\b/;
const SCOPES =
  /(?:^|[\s,.])Scopes["']?[ \t]{0,20}[:=][ \t]{0,3}(?:\{([^{}]{0,4000})(?:\}|$)|([A-Za-z][\w.-]{1,80}(?:(?:[ ,]{1,3}|\r?\n {8,40})[A-Za-z][\w.-]{1,80}){0,200}))/;
const SCOPES_IN_TABLE = /\{([^{}]{0,4000})(?:\}|$)/;
const OTHERS: Readonly<Record<string, RegExp>> = {
  appid: /(?:^|[\s,.])ClientId["']?[ \t]{0,20}[:=][ \t]{0,3}([0-9a-f-]{36})\b/,
  tid: /(?:^|[\s,.])TenantId["']?[ \t]{0,20}[:=][ \t]{0,3}([0-9a-f-]{36})\b/,
  upn: /(?:^|[\s,.])Account["']?[ \t]{0,20}[:=][ \t]{0,3}([\w.+#-]{1,100}@[\w.-]{3,100})/,
};
/** PowerShell prints four elements of a list, and then dots. */
const CUT = /(?:\.{3}|…)\s*$/;

/**
 * What `Get-MgContext` prints: whose token the Graph module holds, and the permissions in it (scp of a person, roles of an
 * app). Where the list was cut short it tells nothing of what is absent.
 *
 * Source: learn.microsoft.com/powershell/microsoftgraph/authentication-commands
 */
export function mgContexts(text: MappedText): TokenEvidence[] {
  if (!text.mayHold(MARK)) return scopesAlone(text);
  const found: TokenEvidence[] = [];
  let floor = 0;
  let looked = 0;
  for (const at of placesOf(text, MARK)) {
    if (++looked > MOST) break;
    if (at < floor) continue;
    const behind = text.text.slice(at + MARK.text.length, at + REACH);
    const listed = AUTH_TYPE.exec(behind)?.[1];
    const type = listed ?? IN_TABLE.exec(behind)?.[1];
    if (type === undefined) continue;
    const start = Math.max(floor, at - (listed === undefined ? 0 : REACH));
    const block = blockAround(text.text, start, at, at + REACH);
    const names = (listed === undefined ? SCOPES_IN_TABLE : SCOPES).exec(block);
    found.push(context(text, at, type, block, names?.[1] ?? names?.[2]));
    floor = at + MARK.text.length;
  }
  return found;
}

const SCOPES_ALONE = literal('(get-mgcontext).scopes');
const ONE_A_LINE =
  /^[^\S\n]{0,8}((?:\r?\n[ \t]{0,8}[A-Za-z][\w-]{1,60}(?:\.[\w-]{1,60}){0,3}(?=[ \t\r]{0,8}(?:\n|$))){1,200})/;
const AS_AN_APP = [
  '-certificatethumbprint',
  '-clientsecretcredential',
  '-certificatename',
  'connect-mggraph -identity',
];

/** `(Get-MgContext).Scopes` prints one a line; whose they are the sign-in above tells. */
function scopesAlone(text: MappedText): TokenEvidence[] {
  if (!text.mayHold(SCOPES_ALONE)) return [];
  const at = text.lower.lastIndexOf(SCOPES_ALONE.text);
  const end = at + SCOPES_ALONE.text.length;
  const names =
    ONE_A_LINE.exec(text.text.slice(end, end + 8000))?.[1]
      ?.split(/\s+/)
      .filter((name) => name !== '') ?? [];
  const ofApp = AS_AN_APP.some((mark) => text.lower.includes(mark));
  if (at === -1 || !names.some((name) => name.includes('.')) || (!ofApp && !text.lower.includes('-scopes '))) return [];
  return [token(text, { aud: GRAPH, idtyp: ofApp ? 'app' : 'user', ...permissions(ofApp, names) }, at, end)];
}

function permissions(ofApp: boolean, names: readonly string[]): Record<string, unknown> {
  return ofApp ? { roles: names } : { scp: names.join(' ') };
}

function token(text: MappedText, payload: Record<string, unknown>, start: number, end: number): TokenEvidence {
  return {
    kind: 'token',
    format: 'claims',
    header: {},
    claims: tokenClaims(payload, {}),
    sent: false,
    field: null,
    truncated: false,
    span: text.spanOf(start, end),
  };
}

/** An empty line ends what one command printed. */
function blockAround(text: string, from: number, at: number, to: number): string {
  const before = text.slice(from, at);
  const gap = Math.max(before.lastIndexOf('\n\n'), before.lastIndexOf('\n\r\n'));
  const behind = text.slice(at, to);
  const end = /\n[ \t\r]*\n/.exec(behind)?.index ?? behind.length;
  return before.slice(gap === -1 ? 0 : gap) + behind.slice(0, end);
}

function context(text: MappedText, at: number, type: string, block: string, names: string | undefined): TokenEvidence {
  const ofApp = type.toLowerCase() === 'apponly';
  const payload: Record<string, unknown> = { aud: GRAPH, idtyp: ofApp ? 'app' : 'user' };
  for (const [name, pattern] of Object.entries(OTHERS)) payload[name] = pattern.exec(block)?.[1];
  if (names !== undefined && !CUT.test(names)) {
    Object.assign(
      payload,
      permissions(
        ofApp,
        names.split(/[\s,]+/).filter((name) => name !== ''),
      ),
    );
  }
  return token(text, payload, at, at + MARK.text.length + type.length + 3);
}
