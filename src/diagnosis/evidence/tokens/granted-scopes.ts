import { literals } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { TokenEvidence } from '../evidence.ts';
import { placesOf } from '../occurrences.ts';
import { tokenClaims } from './token-claims.ts';

/** The answer of the token endpoint (RFC 6749, section 5.1), and the result of MSAL as people print it. */
const MARKS = literals('"token_type"', "'token_type'", 'result.scopes', 'response.scopes');
const NAME = '(?:https://[\\w.-]{3,80}/)?[A-Za-z.][\\w.-]{1,80}';
const SCOPE_FIELD = new RegExp(`["']scope["']\\s{0,3}:\\s{0,3}["'](${NAME}(?: {1,2}${NAME}){0,60}) {0,2}["']`);
const PRINTED = /^(?:\)|\.join\([^)\n]{0,8}\)\)?)?[ \t]{0,3}(?:\/\/|#|=>|->|→|:|=)?[ \t]{0,3}\[([^\]\n]{3,2000})\]/;
const AROUND = 700;
const MOST = 20;
const ADDRESS = /^https:\/\/[\w.-]{3,80}\//;

/**
 * The permissions that Entra ID says it granted: what a token for a person holds, although the token itself is not shown.
 * learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#successful-response-2
 */
export function grantedScopes(text: MappedText): TokenEvidence[] {
  const found: TokenEvidence[] = [];
  for (const mark of MARKS) {
    if (!text.mayHold(mark)) continue;
    let looked = 0;
    for (const at of placesOf(text, mark)) {
      if (++looked > MOST) break;
      const granted = mark.text.includes('token_type') ? inAnswer(text.text, at) : printed(text.text, at, mark.text);
      if (granted === undefined || granted.names.length === 0) continue;
      found.push({
        kind: 'token',
        format: 'claims',
        header: {},
        claims: tokenClaims({ scp: granted.names.join(' ') }, {}),
        sent: false,
        field: null,
        truncated: false,
        span: text.spanOf(granted.start, granted.end),
      });
    }
  }
  // Two answers with two lists: which one the call was made with, nothing says.
  const lists = new Set(found.map(({ claims }) => [...(claims.scp ?? [])].sort().join(' ')));
  return lists.size === 1 ? found.slice(0, 1) : [];
}

interface Granted {
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
}

function inAnswer(text: string, at: number): Granted | undefined {
  const from = Math.max(0, at - AROUND);
  const before = text.slice(from, at);
  const open = Math.max(before.lastIndexOf('{'), 0);
  const behind = text.slice(at, at + AROUND);
  const close = behind.indexOf('}');
  const answer = before.slice(open) + (close === -1 ? behind : behind.slice(0, close));
  const match = SCOPE_FIELD.exec(answer);
  if (match === null) return undefined;
  const start = from + open + match.index;
  // An app's token has roles, and its answer no scope.
  return { names: bare(match[1]!.split(' ')), start, end: start + match[0].length };
}

function printed(text: string, at: number, mark: string): Granted | undefined {
  const end = at + mark.length;
  const match = PRINTED.exec(text.slice(end, end + 2100));
  if (match === null) return undefined;
  const names = match[1]!.split(',').map((name) => name.trim().replace(/^["'`]|["'`]$/g, ''));
  return names.every((name) => /^[\w.:/-]{2,160}$/.test(name))
    ? { names: bare(names), start: at, end: end + match[0].length }
    : undefined;
}

/** A scope of Graph bears its address or not; one of another API tells that the answer is for that. */
function bare(names: readonly string[]): readonly string[] {
  const written = names.filter((name) => name !== '' && !name.endsWith('.default'));
  const ofGraph = written.every((name) => !ADDRESS.test(name) || name.startsWith('https://graph.microsoft.com/'));
  return ofGraph ? written.map((name) => name.replace(ADDRESS, '')) : [];
}
