import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../../src/diagnosis/evidence/http/address.ts';

describe('readAddress', () => {
  it.each<[string, string, string, string[]]>([
    ['https://Graph.Microsoft.com:443/v1.0/me?$Top=1&a%20b=2#x', 'graph.microsoft.com', '/v1.0/me', ['$top', 'a b']],
    ['https://user:pass@host.example/x', 'host.example', '/x', []],
    ['https://host.example', 'host.example', '', []],
    ["https://host.example/users('a@b')/x('c==')", 'host.example', "/users('a@b')/x('c==')", []],
    ['https://host.example/users/{id}/events.', 'host.example', '/users/{id}/events', []],
    ['https://host.example/users/<user-id>/events, and', 'host.example', '/users/<user-id>/events', []],
    ['https://host.example/a"b', 'host.example', '/a', []],
    [`https://host.example/a/${`eyJ${'a'.repeat(40)}.b.c`}/b`, 'host.example', '/a/(hidden)/b', []],
  ])('reads %s', (text, host, path, query) => {
    expect(readAddress(text, 0)).toMatchObject({ host, path, query });
  });

  it.each(['ftp://x', 'https://', 'https:///x', ''])('finds none in %s', (text) => {
    expect(readAddress(text, 0)).toBeUndefined();
  });

  it('ends inside the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (rest) => {
        const text = `https://a.b/${rest}`;
        expect(readAddress(text, 0)?.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
