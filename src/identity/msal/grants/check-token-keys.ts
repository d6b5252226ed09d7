import { createSeal } from './seal.ts';
import { deriveTokenKeys } from './token-keys.ts';

/**
 * Seals something and opens it again: what a readiness probe asks of the keys.
 *
 * @param secrets 32 bytes each, the current one first
 * @throws where the first key cannot seal or open
 */
export async function checkTokenKeys(secrets: readonly Uint8Array[]): Promise<void> {
  const seal = createSeal(await deriveTokenKeys(secrets));
  await seal.open('pending', 'probe', await seal.close('pending', 'probe', null));
}
