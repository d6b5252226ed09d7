import type {
  ApiErrorEvidence,
  ChallengeEvidence,
  DiagnosticsEvidence,
  Evidence,
  RequestEvidence,
  ResponseEvidence,
} from '../evidence/evidence.ts';
import type { Call } from './facts.ts';

interface OpenCall {
  request: RequestEvidence | null;
  response: ResponseEvidence | null;
  error: ApiErrorEvidence | null;
  challenges: ChallengeEvidence[];
  diagnostics: DiagnosticsEvidence[];
  end: number;
}

/** A status that stands before its address in one sentence («401 Client Error: Unauthorized for url: …»). */
const SAME_SENTENCE = 200;

/**
 * Puts requests together with what came back, in the order of the paste.
 *
 * A request opens a call; the response, error body and headers behind it belong to it until the next request.
 * A response without a request before it belongs to the request that follows within the same sentence, if any.
 */
export function callsOf(evidence: readonly Evidence[]): Call[] {
  const calls: OpenCall[] = [];
  let current: OpenCall | null = null;
  const open = (): OpenCall => {
    const call: OpenCall = { request: null, response: null, error: null, challenges: [], diagnostics: [], end: 0 };
    calls.push(call);
    current = call;
    return call;
  };
  const currentOr = (fits: (call: OpenCall) => boolean): OpenCall =>
    current !== null && fits(current) ? current : open();

  let askedForToken = false;
  for (const item of evidence) {
    let call: OpenCall;
    const answersSignIn = askedForToken && item.kind === 'response' && item.status < 400;
    if (item.kind === 'oauth-request' || item.kind === 'request' || item.kind === 'response')
      askedForToken = item.kind === 'oauth-request';
    // The sign-in service gave the token: no call to an API, and not the answer to the one that follows.
    if (answersSignIn) continue;
    switch (item.kind) {
      case 'request':
        call = currentOr(
          (it) =>
            it.request === null &&
            it.response !== null &&
            it.error === null &&
            item.span.start - it.end < SAME_SENTENCE &&
            !item.earlier,
        );
        call.request = item;
        break;
      case 'response':
        call = currentOr((it) => it.response === null || it.response.status === item.status);
        call.response = merge(call.response, item);
        break;
      case 'api-error':
        call = currentOr(
          (it) =>
            !wentWell(it) &&
            (it.error === null || it.error.code === '' || it.error.code === item.code || item.code === ''),
        );
        if (call.error === null || (call.error.code === '' && item.code !== '')) call.error = item;
        else if (call.error.message === '' && item.message !== '') call.error = item;
        break;
      case 'challenge':
        call = currentOr((it) => !wentWell(it));
        call.challenges.push(item);
        break;
      case 'diagnostics':
        call = currentOr(() => true);
        call.diagnostics.push(item);
        break;
      default:
        continue;
    }
    call.end = Math.max(call.end, item.span.end);
  }
  return inOrder(byBatchId(calls)).map(({ request, response, error, challenges, diagnostics }) => ({
    request,
    response,
    error,
    challenges,
    diagnostics,
    status: response?.status ?? null,
  }));
}

/** Answers within a $batch come in any order: each belongs to the request of its id, with what stands behind it. */
function byBatchId(calls: readonly OpenCall[]): readonly OpenCall[] {
  const asked = new Map<string, RequestEvidence>();
  for (const { request } of calls) if (request?.partOfBatch !== undefined) asked.set(request.partOfBatch, request);
  if (asked.size === 0) return calls;
  const answered = new Set<RequestEvidence>();
  const requestOf = ({ response }: OpenCall) =>
    response?.partOfBatch === undefined ? undefined : asked.get(response.partOfBatch);
  for (const call of calls) {
    const request = requestOf(call);
    if (request !== undefined) answered.add(request);
  }
  return calls
    .map((call) => {
      const request = requestOf(call) ?? (call.request !== null && answered.has(call.request) ? null : call.request);
      return { ...call, request };
    })
    .filter(({ request, response, error }) => request !== null || response !== null || error !== null);
}

/**
 * A program with several calls, and then what it printed, as many answers as there are calls: the first answer is the first
 * call's. With any other number nothing says whose they are.
 */
function inOrder(calls: readonly OpenCall[]): readonly OpenCall[] {
  const last = calls.findIndex((it, at) => it.response !== null && isUnanswered(calls[at - 1]));
  if (last === -1 || calls[last]!.request === null) return calls;
  let first = last;
  while (isUnanswered(calls[first - 1])) first -= 1;
  let behind = last + 1;
  while (behind < calls.length && calls[behind]!.request === null && calls[behind]!.response !== null) behind += 1;
  const answers = calls.slice(last, behind);
  if (behind - last !== last - first + 1) return calls;
  const paired = answers.map((answer, at) => ({ ...answer, request: calls[first + at]!.request }));
  return [...calls.slice(0, first), ...paired, ...calls.slice(behind)];
}

function isUnanswered(call: OpenCall | undefined): boolean {
  return call !== undefined && call.request !== null && call.response === null && call.error === null;
}

/** What answers 200 carries no error and no challenge: those are of something else. */
function wentWell({ response }: OpenCall): boolean {
  return response !== null && response.status < 400;
}

function merge(known: ResponseEvidence | null, also: ResponseEvidence): ResponseEvidence {
  if (known === null) return also;
  return {
    ...known,
    date: known.date ?? also.date,
    retryAfter: known.retryAfter ?? also.retryAfter,
    headers: [...new Set([...known.headers, ...also.headers])],
  };
}

/**
 * The call that failed: the last one that was refused, else the last one with an error or challenge, else the last one.
 * A refusal of this message goes before any of the messages before it.
 */
export function failingCall(calls: readonly Call[]): Call | null {
  if (calls.length === 1) return calls[0]!;
  const named = refusedCall(calls.filter(isOfThisMessage)) ?? refusedCall(calls);
  const call = named ?? calls.findLast((it) => it.status === null) ?? calls.at(-1) ?? null;
  if (call === null) return null;
  // Body, headers and address are often pasted apart: what stands alone belongs to the one call there is.
  const loose = calls.filter((it) => it !== call);
  const request =
    (call.request?.failed ? withItsIds(call.request, calls) : call.request) ??
    onlyOne(loose.filter((it) => it.status === null && it.error === null).map((it) => it.request));
  const orphan = loose.filter((it) => it.request === null);
  return {
    request: request ?? null,
    response: call.response ?? onlyOne(orphan.map((it) => it.response)) ?? null,
    error: call.error ?? onlyOne(orphan.map((it) => it.error)) ?? null,
    challenges: call.challenges.length > 0 ? call.challenges : orphan.flatMap((it) => it.challenges),
    diagnostics: call.diagnostics.length > 0 ? call.diagnostics : orphan.flatMap((it) => it.diagnostics),
    status: call.status ?? onlyOne(orphan.map((it) => it.response))?.status ?? null,
  };
}

function refusedCall(calls: readonly Call[]): Call | undefined {
  return (
    calls.findLast((call) => call.status !== null && call.status >= 400 && call.request !== null) ??
    calls.findLast((call) => call.request?.failed === true) ??
    calls.findLast((call) => (call.error !== null || call.challenges.length > 0) && call.request !== null) ??
    calls.findLast((call) => (call.status ?? 0) >= 400 || call.error !== null || call.challenges.length > 0)
  );
}

/** Its answer counts: what came back now may belong to a call that was told before. */
function isOfThisMessage({ request, response, error, challenges, diagnostics }: Call): boolean {
  const answers = [response, error, ...challenges, ...diagnostics].filter((item) => item !== null);
  return answers.length > 0 ? answers.some((item) => !item.earlier) : !request?.earlier;
}

function onlyOne<T>(items: readonly (T | null)[]): T | undefined {
  const real = items.filter((item) => item !== null);
  return real.length === 1 ? real[0] : undefined;
}

/** A stack names the operation without its ids; the program beside it may show them. */
function withItsIds(thrown: RequestEvidence, calls: readonly Call[]): RequestEvidence {
  if (!thrown.path.includes('{id}')) return thrown;
  const pattern = thrown.path.toLowerCase().split('/');
  const same = calls.find(({ request }) => {
    if (request === null || request === thrown || request.path.includes('{id}')) return false;
    const segments = request.path.toLowerCase().split('/');
    return (
      segments.length === pattern.length && segments.every((it, at) => it === pattern[at] || pattern[at] === '{id}')
    );
  });
  return same?.request == null ? thrown : { ...thrown, path: same.request.path };
}
