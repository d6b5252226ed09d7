import { secretShape } from '../../secrets/placeholder.ts';

const NIL = '00000000-0000-0000-0000-000000000000';
/** Parts of a sign-in address that end up in the tenant's place when the tenant is left out. */
const PATH_WORDS: ReadonlySet<string> = new Set([
  'authorize',
  'token',
  'oauth2',
  'v2.0',
  'adminconsent',
  'devicecode',
  '.well-known',
  'login',
  'saml2',
  'tfp',
  'https:',
]);
const TEMPLATE = /your|enter_|_here$|tenant_?id|client_?id|app(?:lication)?_?id|\{|\}|<|>|\$|%7b|%3c|changeme|example/i;

/** Why a value cannot be the one that was meant. */
export type Unfilled = 'empty' | 'undefined' | 'template' | 'nil-guid' | 'path-word' | 'cut-guid' | 'address';

/**
 * Tells a value that was never filled in from a real one. A value that the person hid (`xxxx`, `<redacted>`) is none:
 * it was there before it was hidden.
 *
 * @returns `null` for a value that can be real
 */
export function unfilled(value: string): Unfilled | null {
  const plain = value.trim();
  if (plain === '') return 'empty';
  if (plain === NIL) return 'nil-guid';
  const shape = secretShape(plain);
  if (shape === '(undefined)') return 'undefined';
  if (shape === '(hidden)') return null;
  if (/^https?:|\/\//.test(plain)) return 'address';
  if (PATH_WORDS.has(plain.toLowerCase())) return 'path-word';
  if (shape === '(placeholder)' || TEMPLATE.test(plain)) return 'template';
  return isCutGuid(plain) ? 'cut-guid' : null;
}

/** `System.String`, the longest of the words that stand for an unset variable. */
const LONGEST_UNSET_WORD = 13;

/** Like `unfilled`, for the two kinds that no person writes: the empty GUID, and the words of an unset variable. */
export function isNeverSet(value: string): boolean {
  const plain = value.trim();
  return plain === NIL || (plain.length <= LONGEST_UNSET_WORD && secretShape(plain) === '(undefined)');
}

/** Five groups like a GUID, with a digit too few or too many. */
function isCutGuid(value: string): boolean {
  return (
    /^[0-9a-f]{6,10}-[0-9a-f]{3,5}-[0-9a-f]{3,5}-[0-9a-f]{3,5}-[0-9a-f]{9,14}$/i.test(value) &&
    !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
  );
}

/** How each is called in a sentence. */
export const UNFILLED_WORDS: Readonly<Record<Unfilled, string>> = {
  empty: 'it is empty',
  undefined: 'the variable behind it was never set',
  template: 'it is a placeholder that was never filled in',
  'nil-guid': 'it is the empty GUID, as the setting was never filled in',
  'path-word': 'it is a piece of the address: the tenant before it is missing',
  'cut-guid': 'it is a GUID with a digit too few or too many',
  address: 'it is an address, where an id or a domain belongs',
};
