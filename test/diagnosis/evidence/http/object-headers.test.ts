import { describe, expect, it } from 'vitest';
import { sentWithoutAuthorization } from '../../../../src/diagnosis/evidence/http/object-headers.ts';

const URL = 'https://graph.microsoft.com/v1.0/me';

function seen(paste: string): boolean {
  return sentWithoutAuthorization(paste, paste.indexOf(URL) + URL.length);
}

describe('a request printed as an object', () => {
  it.each([
    `{ "url": "${URL}", "method": "get", "headers": { "Accept": "application/json", "user-agent": "app/1" } }`,
    `{\n  url: '${URL}',\n  method: 'GET',\n  headers: { 'User-Agent': 'got (https://github.com/sindresorhus/got)' }\n}`,
    `headers: AxiosHeaders { Accept: 'text/plain, */*', 'User-Agent': 'axios/1.7.2' },\n  method: 'get',\n  url: '${URL}',`,
    `config: { headers: { 'User-Agent': 'axios/1.7.2' }, timeout: 0, url: "${URL}" }`,
  ])('shows that no token was sent: %s', (paste) => {
    expect(seen(paste)).toBe(true);
  });

  it.each([
    // A token, or a word in its place, was sent.
    `{ "url": "${URL}", "headers": { "user-agent": "app/1", "authorization": "<redacted>" } }`,
    `headers: { Authorization: undefined, 'User-Agent': 'axios/1.7.2' }, method: 'get', url: '${URL}'`,
    // The credentials of other services.
    `{ url: '${URL}', headers: { 'User-Agent': 'a', 'x-api-key': 'k' } }`,
    `{ url: '${URL}', headers: { 'User-Agent': 'a', Cookie: 'session' } }`,
    // Code, where more headers may be added on the way.
    `axios({ url: '${URL}', method: 'get', headers: { Accept: 'application/json' } })`,
    // Shortened.
    `{ url: '${URL}', headers: { 'User-Agent': 'axios/1.7.2', ... } }`,
    // The headers of an answer.
    `{ url: '${URL}', status: 401, headers: { vary: 'Accept-Encoding, User-Agent' } }`,
    // Of another request.
    `{ url: '${URL}' }\n{ url: 'https://example.org', headers: { 'User-Agent': 'a' } }`,
    `GET ${URL}`,
  ])('says nothing: %s', (paste) => {
    expect(seen(paste)).toBe(false);
  });
});
