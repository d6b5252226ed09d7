import type { EvidenceMemory, MemoryOwner } from '../../storage/store.ts';
import type { Answer } from '../answer.ts';

/** Empties what is kept of one person in one conversation and says how much it was. */
export async function forgetAnswer(memory: EvidenceMemory, owner: MemoryOwner | undefined): Promise<Answer> {
  const count = owner === undefined ? 0 : await memory.forget(owner);
  if (count === 0) return { text: 'There was nothing to forget: I keep nothing of yours from this conversation.' };
  const messages = count === 1 ? 'one message' : `${count} messages`;
  return {
    text:
      `Forgotten: what I had read from ${messages} of yours in this conversation. ` +
      'It was codes, claims and host names, never your text. Your next paste starts afresh.',
  };
}
