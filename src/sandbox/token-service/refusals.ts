import type { Refusal } from '../../refusals/refusal.ts';
import type { TokenOwner } from './token-service-parts.ts';

const MOST_KEPT = 1000;

/**
 * The last refusal of Entra ID for each person and connection. The real token service tells nobody but the page in the
 * browser; the sandbox keeps it, so that a health report can name the reason.
 */
export class Refusals {
  readonly #last = new Map<string, Refusal>();

  note({ userId, connectionName }: TokenOwner, refusal: Refusal): void {
    const key = keyOf(userId, connectionName);
    this.#last.delete(key);
    this.#last.set(key, refusal);
    if (this.#last.size <= MOST_KEPT) return;
    const [oldest] = this.#last.keys();
    if (oldest !== undefined) this.#last.delete(oldest);
  }

  forget({ userId, connectionName }: Pick<TokenOwner, 'userId' | 'connectionName'>): void {
    this.#last.delete(keyOf(userId, connectionName));
  }

  last(userId: string, connectionName: string): Refusal | undefined {
    return this.#last.get(keyOf(userId, connectionName));
  }

  clear(): void {
    this.#last.clear();
  }
}

function keyOf(userId: string, connectionName: string): string {
  return JSON.stringify([userId, connectionName]);
}
