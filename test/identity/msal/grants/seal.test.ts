import { randomBytes } from 'node:crypto';
import { decodeProtectedHeader } from 'jose';
import { describe, expect, test } from 'vitest';
import { createSeal, UnsealError } from '../../../../src/identity/msal/grants/seal.ts';
import { deriveTokenKeys } from '../../../../src/identity/msal/grants/token-keys.ts';

const OLD = randomBytes(32);
const NEW = randomBytes(32);
const sealWith = async (...secrets: Uint8Array[]) => createSeal(await deriveTokenKeys(secrets));

describe('what is sealed', () => {
  test('opens for the same kind and owner, and shows nothing but its key', async () => {
    const seal = await sealWith(NEW);
    const sealed = await seal.close('grant', 'msteams/29:sam', { cache: 'refresh-token-of-sam' });
    expect(await seal.open('grant', 'msteams/29:sam', sealed)).toEqual({ cache: 'refresh-token-of-sam' });
    expect(decodeProtectedHeader(sealed)).toEqual({
      alg: 'dir',
      enc: 'A256GCM',
      typ: 'why401-grant+jwe',
      kid: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(Buffer.from(sealed, 'latin1').includes('sam')).toBe(false);
    expect(sealed.split('.')).toHaveLength(5);
  });

  test('is never the same twice', async () => {
    const seal = await sealWith(NEW);
    expect(await seal.close('grant', 'a', 1)).not.toBe(await seal.close('grant', 'a', 1));
  });

  test('opens neither for another person nor as another kind', async () => {
    const seal = await sealWith(NEW);
    const sealed = await seal.close('completed', 'id msteams/29:sam', 'x');
    await expect(seal.open('completed', 'id msteams/29:kim', sealed)).rejects.toMatchObject({ reason: 'altered' });
    await expect(seal.open('grant', 'id msteams/29:sam', sealed)).rejects.toMatchObject({ reason: 'altered' });
  });

  test('opens with the older key while both are there, and is sealed with the newer', async () => {
    const before = await (await sealWith(OLD)).close('grant', 'a', 'kept');
    const rotated = await sealWith(NEW, OLD);
    expect(await rotated.open('grant', 'a', before)).toBe('kept');
    const after = await rotated.close('grant', 'a', 'kept');
    expect(await (await sealWith(NEW)).open('grant', 'a', after)).toBe('kept');
    await expect((await sealWith(OLD)).open('grant', 'a', after)).rejects.toMatchObject({ reason: 'unknown-key' });
  });

  test('says why it does not open, never what is in it', async () => {
    const seal = await sealWith(NEW);
    const sealed = await seal.close('grant', 'a', 'secret-content');
    const [header, key, iv, text, tag] = sealed.split('.') as [string, string, string, string, string];
    const cases = [
      '',
      'x',
      'null',
      'a.b.c.d.e',
      `${header}.${key}.${iv}.${altered(text)}.${tag}`,
      `${header}.${key}.${iv}.${text}.${altered(tag)}`,
      [...sealed].reverse().join(''),
    ];
    for (const wrong of cases) {
      const error = await seal.open('grant', 'a', wrong).catch((thrown: unknown) => thrown);
      expect(error, wrong.slice(0, 20)).toBeInstanceOf(UnsealError);
      expect(String(error)).not.toContain(text.slice(0, 8));
    }
  });

  test('takes no algorithm but its own', async () => {
    const seal = await sealWith(NEW);
    const header = decodeProtectedHeader(await seal.close('grant', 'a', 1));
    const none = `${Buffer.from(JSON.stringify({ ...header, alg: 'none' })).toString('base64url')}...e30.`;
    await expect(seal.open('grant', 'a', none)).rejects.toBeInstanceOf(UnsealError);
  });

  test('needs a key', async () => {
    await expect(deriveTokenKeys([])).rejects.toThrow('A key');
  });
});

/** The last characters would do by chance what they did before: of those, some bits count for nothing (RFC 4648, 3.5). */
function altered(part: string): string {
  return `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`;
}
