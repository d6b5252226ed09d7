import { describe, expect, it } from 'vitest';
import type {
  ApiErrorEvidence,
  Evidence,
  OAuthRequestEvidence,
  RequestEvidence,
  ResponseEvidence,
} from '../../../src/diagnosis/evidence/evidence.ts';
import { callsOf, failingCall } from '../../../src/diagnosis/facts/calls.ts';

let place = 0;
function span() {
  place += 5;
  return { start: place - 5, end: place };
}
const request = (): RequestEvidence => ({
  kind: 'request',
  method: 'GET',
  host: 'graph.microsoft.com',
  path: '/v1.0/me',
  query: [],
  authorization: null,
  span: span(),
});
const response = (status: number): ResponseEvidence => ({
  kind: 'response',
  status,
  date: null,
  retryAfter: null,
  headers: [],
  span: span(),
});
const signIn = (): OAuthRequestEvidence => ({
  kind: 'oauth-request',
  endpoint: 'token',
  method: 'POST',
  host: 'login.microsoftonline.com',
  tenant: 'common',
  version: 'v2',
  parameters: {},
  contentType: null,
  span: span(),
});

function statuses(...evidence: readonly Evidence[]): readonly (readonly [boolean, number | null])[] {
  return callsOf(evidence).map((call) => [call.request !== null, call.status]);
}

describe('calls', () => {
  it('take no answer that the sign-in service gave', () => {
    expect(statuses(signIn(), response(200), request(), response(403))).toEqual([[true, 403]]);
  });

  it('keep a refusal behind a sign-in request: nothing else may show it', () => {
    expect(statuses(signIn(), response(401))).toEqual([[false, 401]]);
  });

  it('that went well take no error', () => {
    const error: ApiErrorEvidence = {
      kind: 'api-error',
      code: 'X',
      message: '',
      innerCodes: [],
      date: null,
      requestId: null,
      span: span(),
    };
    expect(callsOf([request(), response(200), error]).map((call) => call.error)).toEqual([null, error]);
    expect(callsOf([request(), response(403), error]).map((call) => call.error)).toEqual([error]);
  });

  it('take the status that stands before its address', () => {
    expect(statuses(response(401), request())).toEqual([[true, 401]]);
    expect(statuses(signIn(), response(200), response(401), request())).toEqual([[true, 401]]);
  });
});

describe('several calls of a program, and then what it printed', () => {
  const at = (path: string): RequestEvidence => ({ ...request(), path });
  const paired = (...evidence: Evidence[]) => callsOf(evidence).map((call) => [call.request?.path, call.status]);

  it('are paired in order where there are as many answers as calls', () => {
    expect(paired(at('/a'), at('/b'), response(200), response(403))).toEqual([
      ['/a', 200],
      ['/b', 403],
    ]);
  });

  it('are left as they are with any other number', () => {
    expect(paired(at('/a'), at('/b'), response(403))).toEqual(
      [
        ['/a', undefined],
        ['/b', 403],
      ].map(([path, status]) => [path, status ?? null]),
    );
    expect(paired(at('/a'), at('/b'), response(200), response(403), response(401))).toHaveLength(4);
  });

  it('of a $batch are paired by their ids', () => {
    const member = (id: string): RequestEvidence => ({ ...at(`/${id}`), partOfBatch: id });
    const answer = (id: string, status: number): ResponseEvidence => ({ ...response(status), partOfBatch: id });
    expect(paired(member('1'), member('2'), answer('2', 403), answer('1', 200))).toEqual([
      ['/2', 403],
      ['/1', 200],
    ]);
  });
});

describe('the call that failed', () => {
  const before = { earlier: true } as const;

  it('is the last one that was refused', () => {
    expect(failingCall(callsOf([request(), response(403), request(), response(401)]))?.status).toBe(401);
    expect(failingCall(callsOf([request(), response(403), response(401)]))?.status).toBe(403);
  });

  it('is one of this message before any of the messages before it', () => {
    const told = [
      { ...request(), ...before },
      { ...response(403), ...before },
    ];
    expect(failingCall(callsOf([...told, response(401)]))?.status).toBe(401);
    expect(failingCall(callsOf([...told, request()]))?.status).toBe(403);
  });
});
