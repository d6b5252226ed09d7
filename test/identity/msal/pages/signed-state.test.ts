import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { deriveTokenKeys } from '../../../../src/identity/msal/grants/token-keys.ts';
import { createStateSigner } from '../../../../src/identity/msal/pages/signed-state.ts';

const NOW = Date.UTC(2026, 10, 26, 10, 0);
const EXPIRES = NOW + 600_000;
const STATE = { id: 'pending-1', browser: 'b' };
const secret = randomBytes(32);
const keys = await deriveTokenKeys([secret]);
const states = createStateSigner(keys);

describe('a signed state', () => {
  test('is read again within its time', async () => {
    const token = await states.sign('start', STATE, NOW, EXPIRES);
    expect(await states.read('start', token, NOW)).toEqual({ kind: 'valid', state: STATE });
    expect(await states.read('start', token, EXPIRES - 1000)).toEqual({ kind: 'valid', state: STATE });
  });

  test('is over after ten minutes', async () => {
    const token = await states.sign('start', STATE, NOW, EXPIRES);
    expect(await states.read('start', token, EXPIRES)).toEqual({ kind: 'expired' });
  });

  test('of one step is not taken at another', async () => {
    expect(await states.read('callback', await states.sign('start', STATE, NOW, EXPIRES), NOW)).toEqual({
      kind: 'invalid',
    });
  });

  test('that was changed anywhere is none', async () => {
    const token = await states.sign('callback', STATE, NOW, EXPIRES);
    for (let at = 0; at < token.length - 1; at += 7) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const changed = `${token.slice(0, at)}${other}${token.slice(at + 1)}`;
      expect((await states.read('callback', changed, NOW)).kind).toBe('invalid');
    }
  });

  test.each(['', '.', 'a.b.c', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJwZW5kaW5nLTEifQ.', 'x'.repeat(100_000)])(
    'is not read from %.40s',
    async (token) => {
      expect(await states.read('start', token, NOW)).toEqual({ kind: 'invalid' });
    },
  );

  test('of another installation, or without its claims, is none', async () => {
    const others = createStateSigner(await deriveTokenKeys([randomBytes(32)]));
    expect((await states.read('start', await others.sign('start', STATE, NOW, EXPIRES), NOW)).kind).toBe('invalid');
    const bare = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256', kid: keys[0].kid })
      .setAudience('why401 start')
      .sign(keys[0].signing);
    expect((await states.read('start', bare, NOW)).kind).toBe('invalid');
  });

  test('made with the older key is read while both are there', async () => {
    const rotated = createStateSigner(await deriveTokenKeys([randomBytes(32), secret]));
    expect((await rotated.read('start', await states.sign('start', STATE, NOW, EXPIRES), NOW)).kind).toBe('valid');
  });
});
