import { isGuid } from './placeholder.ts';

/** Entra's own codes and refresh tokens: `0.A…`, `1.A…`, version 1 `AQABAA…`, `OAQABAA…`; personal `M.C5…`, `M.R3_…`. */
const ISSUED = /^(?:[01]\.A[\w-]{10}|O?AQAB[A-Z]{2}|M[.][CR]\d{1,4}[_.]|M[0-9a-f]{8}-[0-9a-f]{4}-|OAAAB|[A-Z]AQABA)/;

/** Whether Entra ID or the service for personal accounts made it: a code or a refresh token. */
export function isIssued(value: string): boolean {
  return ISSUED.test(value.slice(0, 64));
}

/** Less than generated: what somebody chose as a password, and no word, path or address. */
export function looksChosen(value: string): boolean {
  return (
    value.length >= 8 &&
    /[A-Za-z]/.test(value) &&
    /\d/.test(value) &&
    !/\s|:\/\//.test(value) &&
    !/^[a-z._-]+\d{1,2}$/i.test(value)
  );
}

/** Generated text: long, mixed, no words, no address. */
export function looksGenerated(value: string): boolean {
  if (value.length < 16 || isGuid(value)) return false;
  const head = value.slice(0, 512);
  if (ISSUED.test(head)) return true;
  if (!/\d/.test(head) || !/[A-Za-z]/.test(head))
    return value.length >= 32 && /[a-z]/.test(head) && /[A-Z]/.test(head) && !/[.\s]/.test(head);
  if (/^[a-z][a-z+.-]{1,12}:\/\//i.test(head) || head.includes(' ')) return false;
  // A path into an object: response.data.token1.
  return !/^[A-Za-z_]\w{0,40}(?:\.[A-Za-z_]\w{0,40}){1,6}$/.test(head) || value.length > 80;
}

/** The shape of an authorization code; error codes, numbers and words are none. */
export function looksLikeCode(value: string, besideSignIn: boolean): boolean {
  if (value.length < 16 || /^[\d.-]+$/.test(value)) return false;
  if (ISSUED.test(value.slice(0, 64))) return true;
  return besideSignIn
    ? value.length >= 20 && /\d/.test(value.slice(0, 512))
    : value.length >= 80 && looksGenerated(value);
}
