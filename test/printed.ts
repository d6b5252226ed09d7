import { setTimeout } from 'node:timers/promises';
import { maskSecrets } from '../src/diagnosis/secrets/mask-secrets.ts';

const KEPT = 4_000;
const LOOK_EVERY_MS = 20;

/**
 * Waits until a process has printed these words.
 *
 * @throws with all that it did print, secrets masked: where it runs unseen nothing else tells what kept it
 */
export async function printed(output: () => string, words: string, withinMs: number): Promise<void> {
  const begun = performance.now();
  while (!output().includes(words)) {
    if (performance.now() - begun > withinMs) throw new Error(unlike(output(), words, withinMs));
    await setTimeout(LOOK_EVERY_MS);
  }
}

function unlike(output: string, words: string, withinMs: number): string {
  const masked = maskSecrets(output);
  const said = masked.length > KEPT ? `…${masked.slice(-KEPT)}` : masked;
  return `«${words}» was not printed within ${withinMs / 1_000} s. What was: ${said || 'nothing'}`;
}
