import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { assertOwnRequest } from '../../src/sandbox/request-origin.ts';

const HOST = '127.0.0.1:4010';

function request(method: string, headers: Record<string, string>, url = '/entra/common/login'): IncomingMessage {
  return { method, url, headers: { host: HOST, ...headers } } as unknown as IncomingMessage;
}

describe('who may send to the sandbox', () => {
  it.each<[string, Record<string, string>]>([
    ['a program', {}],
    ['a page of its own', { origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' }],
    // Chromium, for a form on a page with `Referrer-Policy: no-referrer`.
    ['a page of its own that hides where it is', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['a page of its own, in a browser without fetch metadata', { origin: `http://${HOST}` }],
  ])('%s', (_, headers) => {
    expect(() => assertOwnRequest(request('POST', headers))).not.toThrow();
  });

  it.each<[string, Record<string, string>, number]>([
    ['a page of another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of another site, in a browser without fetch metadata', { origin: 'https://elsewhere.example' }, 403],
    ['a page that hides where it is', { origin: 'null' }, 403],
    ['a page under a name made to point here', { host: 'rebound.example:4010' }, 421],
  ])('not %s', (_, headers, statusCode) => {
    expect(() => assertOwnRequest(request('POST', headers))).toThrow(expect.objectContaining({ statusCode }));
  });
});
