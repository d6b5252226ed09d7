import { decodeJwt, decodeProtectedHeader } from 'jose';
import { literal } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { TokenEvidence } from '../evidence.ts';
import { authorizationState } from '../http/authorization-state.ts';
import { tokenClaims } from './token-claims.ts';

/** «user=» in base64. */
const MARK = literal('dxnlcj');
const BLOB = /dXNlcj[0-9A-Za-z+/]{10,16384}={0,2}/g;
/** learn.microsoft.com/exchange/client-developer/legacy-protocols: user=…^Aauth=Bearer …^A^A */
const PARTS = /^user=[^\x01]{0,320}\x01auth=(bearer[^\x01]*)\x01\x01$/is;
/** A signed token has several hundred letters, and a personal account's ticket has more. */
const SHORTEST_TOKEN = 100;
const MOST = 8;

export interface SaslToken {
  readonly start: number;
  readonly end: number;
  /** What stands behind Bearer, where it is a signed token. */
  readonly token: TokenEvidence | null;
  /** What stands there in its place: the states of an Authorization header, or `word` for anything too short for a token. */
  readonly fault: 'undefined' | 'placeholder' | 'doubled' | 'unspaced' | 'quoted' | 'word' | null;
}

/**
 * The initial response of SASL XOAUTH2 as mail programs log it, decoded: whether there is an access token in it, and what
 * its claims say. Of a token only header and claims are kept.
 */
export function saslTokens(text: MappedText): SaslToken[] {
  if (!text.mayHold(MARK)) return [];
  const found: SaslToken[] = [];
  for (const match of text.text.matchAll(BLOB)) {
    if (found.length >= MOST) break;
    const value = PARTS.exec(Buffer.from(match[0], 'base64').toString('latin1'))?.[1];
    if (value === undefined) continue;
    const start = match.index;
    const end = start + match[0].length;
    const credentials = value.slice('bearer'.length).trim();
    const token = signedToken(credentials, text, start, end);
    found.push({ start, end, token, fault: token === null ? faultOf(value, credentials) : null });
  }
  return found;
}

function signedToken(credentials: string, text: MappedText, start: number, end: number): TokenEvidence | null {
  if (!credentials.startsWith('eyJ')) return null;
  try {
    const header = decodeProtectedHeader(credentials) as Record<string, unknown>;
    return {
      kind: 'token',
      format: 'jwt',
      header,
      claims: tokenClaims(decodeJwt(credentials) as Record<string, unknown>, header),
      sent: true,
      field: null,
      truncated: false,
      span: text.spanOf(start, end),
    };
  } catch {
    return null;
  }
}

function faultOf(value: string, credentials: string): SaslToken['fault'] {
  const state = authorizationState(value, 'literal');
  switch (state) {
    case 'undefined':
    case 'placeholder':
    case 'doubled':
    case 'unspaced':
    case 'quoted':
      return state;
    default:
      return credentials !== '' && credentials.length < SHORTEST_TOKEN && !credentials.startsWith('eyJ')
        ? 'word'
        : null;
  }
}
