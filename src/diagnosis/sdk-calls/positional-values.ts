import { madeOnce } from '../made-once.ts';
import { isGuid, isPlaceholder } from '../secrets/placeholder.ts';
import { literalList } from '../text/literal-filter.ts';
import { LiteralPlaces, mayHoldOneOf } from '../text/literal-places.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { type CallArgument, callArguments } from './call-arguments.ts';
import { type ArgumentKind, SIGNATURES, type Signature } from './signatures.ts';

/** A string that a call takes by its place, with what it is there. */
export interface PositionalValue {
  readonly kind: ArgumentKind;
  readonly value: string;
  /** Of the value, without its quotes. */
  readonly start: number;
  readonly end: number;
  /** The name of the call as written. */
  readonly call: string;
}

/** How the calls end: what opens their arguments. */
export const CALL_ENDS = [
  'credential(',
  'credentialwithsecret(',
  'credentialwithcertificate(',
  'clientapplication(',
  'clientapplication.builder(',
  '.create(',
  'withauthority(',
  'credentialcontext(',
  'codecontext(',
  'behalfofcontext(',
  'confidential.new(',
  'public.new(',
  'client_secret(',
  'client_credentials(',
  'account((',
  'credentials=(',
  'credentials = (',
] as const;
const ENDS = literalList(CALL_ENDS);
const MOST_CALLS = 12;
/** Other calls end like these: `axios.create(`. */
const MOST_LOOKS = 200;
const LONGEST_NAME = 60;
const LONGEST_BREAK = 40;

/** What stands in the calls of SDKs that take app, tenant, address and secret by their place. At most twelve calls are read. */
export function positionalValues(source: MappedText): readonly PositionalValue[] {
  return mayHoldOneOf(source, ENDS) ? source.once(VALUES) : NONE;
}

const NONE: readonly PositionalValue[] = [];
const VALUES = madeOnce((source: MappedText): readonly PositionalValue[] => {
  const found: PositionalValue[] = [];
  const places = new LiteralPlaces(source, ENDS);
  let calls = 0;
  let at = places.next(0);
  for (let looks = 0; at !== -1 && calls < MOST_CALLS && looks < MOST_LOOKS; looks += 1, at = places.next(at + 1)) {
    if (readCall(source, at + places.length, found)) calls += 1;
  }
  return found;
});

/** @returns whether it is one of the calls that are known */
function readCall({ text, lower }: MappedText, open: number, found: PositionalValue[]): boolean {
  const callStart = nameStart(lower, open - 1);
  const signatures = signaturesOf(lower, callStart, open);
  if (signatures === undefined) return false;
  const given = callArguments(text, open);
  const signature = signatures.find((one) => isFit(one, given));
  if (signature === undefined) return true;
  const call = text.slice(callStart, open).replace(/\s+|[=(]+$/g, '');
  for (const [index, kind] of signature.entries()) {
    const argument = given[index];
    if (argument === undefined || argument.value === null || kind === 'other') continue;
    found.push({ kind, value: argument.value, start: argument.start, end: argument.end, call });
  }
  return true;
}

/** Of a method of these names the class or the package tells what it takes; .NET's chains break before the point. */
const METHODS: ReadonlySet<string> = new Set(['builder', 'create', 'new']);

/** A tuple opens itself: `Account((id, secret))`, `credentials = (id, secret)`. */
function nameStart(lower: string, bracket: number): number {
  let end = bracket;
  while (end > 0 && (lower[end - 1] === ' ' || lower[end - 1] === '=' || lower[end - 1] === '(')) end -= 1;
  const start = wordStart(lower, end);
  if (lower[start - 1] !== '.' || !METHODS.has(lower.slice(start, end))) return start;
  let owner = start - 1;
  while (owner > start - LONGEST_BREAK && isBlank(lower.charCodeAt(owner - 1))) owner -= 1;
  return wordStart(lower, owner);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

function wordStart(lower: string, end: number): number {
  const last = Math.max(0, end - LONGEST_NAME);
  let at = end;
  while (at > last && isOfWord(lower.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isOfWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
}

function signaturesOf(lower: string, start: number, open: number): readonly Signature[] | undefined {
  const name = lower.slice(start, open).replace(/[_\s]/g, '');
  const call = name.endsWith('((') || name.endsWith('=(') ? name : name.slice(0, -1);
  return SIGNATURES.get(call) ?? (call.startsWith('new') ? SIGNATURES.get(call.slice(3)) : undefined);
}

/** An app or a tenant must be known by its shape: without one of them the strings might be anybody's. */
function isFit(signature: Signature, given: readonly CallArgument[]): boolean {
  let sure = 0;
  for (const [index, kind] of signature.entries()) {
    const value = given[index]?.value;
    if (value === null || value === undefined) continue;
    if (!fits(kind, value)) return false;
    if (isGuid(value) || kind === 'authority') sure += 1;
  }
  return sure > 0;
}

const ADDRESS = /^[a-z][a-z0-9+.-]{1,40}:\/\//i;
const LOGIN = /^https:\/\/(?:login\.|sts\.|[^/]{1,100}\.(?:ciamlogin|b2clogin)\.com)/i;
const DOMAIN = /^(?:common|organizations|consumers|[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})$/i;

function fits(kind: ArgumentKind, value: string): boolean {
  switch (kind) {
    case 'tenant':
      return isGuid(value) || DOMAIN.test(value);
    case 'client-id':
      return isGuid(value);
    case 'authority':
      return LOGIN.test(value);
    case 'redirect-uri':
      return ADDRESS.test(value) && !LOGIN.test(value);
    case 'username':
      return /^[^@\s]{1,64}@[^@\s]{1,200}$/.test(value);
    case 'client-secret':
    case 'password':
      return !ADDRESS.test(value) && (isGuid(value) || isPlaceholder(value) || value.length >= 4);
    case 'other':
      return true;
  }
}
