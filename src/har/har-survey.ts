import type { Diagnosis, FoundSecret, Verdict } from '../diagnosis/diagnosis.ts';
import { callAddress } from './call-address.ts';
import { callPaste } from './call-paste.ts';
import { type FailureForm, failureForm, isSignInHost } from './failed-call.ts';
import { type HarCall, headerOf } from './har-call.ts';
import type { Har } from './read-har.ts';

/** One distinct failed call of a recording. */
export interface FailedCall {
  readonly method: string;
  /** Host and path, without what could be a secret. */
  readonly address: string;
  /** 0 where no answer came. */
  readonly status: number;
  readonly form: FailureForm;
  /** The browser's own code for a call without an answer, as `net::ERR_NAME_NOT_RESOLVED`; empty where it says none. */
  readonly error: string;
  readonly count: number;
  readonly diagnosis: Diagnosis;
}

export interface HarSurvey {
  /** Calls in the recording. */
  readonly calls: number;
  /** Of these, how many failed. */
  readonly failed: number;
  /** Distinct ones, the heaviest first. */
  readonly failures: readonly FailedCall[];
  /** Credentials anywhere in the recording, each once. */
  readonly secrets: readonly FoundSecret[];
}

/** Bounds, so that neither time nor memory grows with a hostile recording. */
const DISTINCT_FAILURES = 300;
const CREDENTIALS_LOOKED_AT = 40;
const LONGEST_CREDENTIAL = 16 * 1024;

/** The failed calls of a recording, each with what is wrong, the heaviest first. */
export function surveyHar(har: Har, diagnose: (paste: string) => Diagnosis): HarSurvey {
  const known = new Map<string, { readonly call: Omit<FailedCall, 'count'>; count: number }>();
  const merged = new Map<string, { readonly call: Omit<FailedCall, 'count'>; count: number }>();
  let failed = 0;
  for (const call of har.calls) {
    const form = failureForm(call);
    if (form === null) continue;
    failed += 1;
    const signature = signatureOf(call, form);
    const seen = known.get(signature);
    if (seen !== undefined) {
      seen.count += 1;
      continue;
    }
    if (known.size >= DISTINCT_FAILURES) continue;
    const { method, url, status } = call;
    const diagnosis = diagnose(callPaste(call, form));
    const first = {
      call: { method, address: callAddress(url), status, form, error: codeOf(call), diagnosis },
      count: 1,
    };
    // The error that a redirect carries arrives at the app's own page once more: one failure.
    const same = merged.get(keyOf(first.call));
    if (same === undefined) merged.set(keyOf(first.call), first);
    else same.count += 1;
    known.set(signature, same ?? first);
  }
  const failures = [...merged.values()].map(({ call, count }) => ({ ...call, count })).sort(byWeight);
  return { calls: har.calls.length, failed, failures, secrets: secretsOf(har, failures, diagnose) };
}

/** Calls that agree in it are read once. */
function signatureOf({ method, url, status, statusText, responseHeaders, received, redirect }: HarCall, form: string) {
  const challenge = headerOf(responseHeaders, 'www-authenticate') ?? '';
  const path = url.pathname.replace(/[\da-f]{8}-[\da-f-]{27}|\d{4,}|[\w%!=-]{60,}/gi, '#');
  const told = form === 'status' ? '' : `${url.search}${redirect}`;
  const body = received.slice(0, 1000).replace(/[\da-f]{8}-[\da-f-]{27}|\d{4}-\d\d-\d\d[T ][\d:.]+Z?/gi, '#');
  return [method, url.host, path, status, statusText, challenge, told, body].join('\n');
}

function keyOf({ method, address, status, form, diagnosis }: Omit<FailedCall, 'count'>): string {
  const codes = diagnosis.codes.map(({ code }) => code).join(' ');
  if (form === 'error-in-address') return `${diagnosis.cause} ${codes}`;
  return [diagnosis.cause, diagnosis.headline, codes, method, address, status].join('\n');
}

function codeOf({ error }: HarCall): string {
  return /^(?:net::|NS_)[A-Z_]{3,60}$/.exec(error)?.[0] ?? '';
}

const SURE: Readonly<Record<Verdict, number>> = { certain: 3, likely: 2, possible: 1, undecided: 0 };

/** What the engine is sure of; among the rest what Microsoft answered, then what was refused, then how often. */
function byWeight(a: FailedCall, b: FailedCall): number {
  return (
    SURE[b.diagnosis.verdict] - SURE[a.diagnosis.verdict] ||
    weightOf(b) - weightOf(a) ||
    Number(isMicrosofts(b)) - Number(isMicrosofts(a)) ||
    Number(isRefusal(b)) - Number(isRefusal(a)) ||
    b.count - a.count
  );
}

function weightOf({ diagnosis }: FailedCall): number {
  return diagnosis.verdict === 'undecided' ? 0 : (diagnosis.findings[0]?.weight ?? 0);
}

function isRefusal({ status }: FailedCall): boolean {
  return status === 401 || status === 403;
}

const MICROSOFTS =
  /^(?:[\w.-]{1,200}\.)?(?:microsoft\.(?:com|us)|office(?:365)?\.(?:com|us)|sharepoint\.(?:com|us|cn)|azure\.(?:com|net|us)|windows\.net|botframework\.com)(?:[:/]|$)/;

function isMicrosofts({ address }: FailedCall): boolean {
  const host = address.split('/', 1)[0] ?? '';
  return MICROSOFTS.test(address) || (URL.canParse(`https://${host}`) && isSignInHost(new URL(`https://${host}`)));
}

/** A recording holds the tokens and cookies of all its calls, also of those that went well. */
function secretsOf(
  { calls }: Har,
  failures: readonly FailedCall[],
  diagnose: (paste: string) => Diagnosis,
): readonly FoundSecret[] {
  const lines = new Set<string>();
  let cookies = 0;
  for (const { requestHeaders } of calls) {
    if (lines.size >= CREDENTIALS_LOOKED_AT) break;
    const token = headerOf(requestHeaders, 'authorization');
    if (token !== undefined && token.length <= LONGEST_CREDENTIAL) lines.add(`Authorization: ${token}`);
    const cookie = headerOf(requestHeaders, 'cookie');
    if (cookie !== undefined && cookies < 3) {
      cookies += 1;
      lines.add(`Cookie: ${cookie.slice(0, LONGEST_CREDENTIAL)}`);
    }
  }
  const elsewhere = lines.size === 0 ? [] : diagnose([...lines].join('\n')).secrets;
  const each = new Map<string, FoundSecret>();
  for (const secret of [...failures.flatMap(({ diagnosis }) => diagnosis.secrets), ...elsewhere])
    each.set(`${secret.kind} ${secret.expires} ${secret.expired}`, secret);
  return [...each.values()];
}
