import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import type { TokenKeys } from './token-keys.ts';

/** What is sealed; one kind never opens as another. */
export type SealedKind = 'grant' | 'pending' | 'completed' | 'browser';

/**
 * Why a sealed text does not open. Its message names the key, never the content.
 *
 * `unknown-key`: sealed with a key that is no longer in the settings. `altered`: not what was sealed, or for another owner.
 */
export class UnsealError extends Error {
  readonly code = 'WHY401_CANNOT_UNSEAL';
  readonly reason: 'unknown-key' | 'altered';
  constructor(kind: SealedKind, reason: 'unknown-key' | 'altered') {
    super(
      reason === 'unknown-key'
        ? `What is kept of the sign-in (${kind}) was sealed with a key that is not in WHY401_TOKEN_KEYS`
        : `What is kept of the sign-in (${kind}) cannot be opened`,
    );
    this.name = 'UnsealError';
    this.reason = reason;
  }
}

/** Encrypts for the store and the browser: compact JWE (RFC 7516), `dir` with A256GCM. */
export interface Seal {
  /** @param owner whom it belongs to: it opens for nobody else, also when rows are exchanged in the store */
  close(kind: SealedKind, owner: string, content: unknown): Promise<string>;
  /** @throws UnsealError */
  open(kind: SealedKind, owner: string, sealed: string): Promise<unknown>;
}

/** @param keys the first one seals, all of them open */
export function createSeal(keys: TokenKeys): Seal {
  const [current] = keys;
  return {
    close(kind, owner, content) {
      const bytes = new TextEncoder().encode(JSON.stringify({ owner, content }));
      return new CompactEncrypt(bytes)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: current.kid, typ: typeOf(kind) })
        .encrypt(current.sealing);
    },
    async open(kind, owner, sealed) {
      const key = keys.find(({ kid }) => kid === keyIdOf(sealed));
      if (key === undefined) throw new UnsealError(kind, 'unknown-key');
      const { plaintext, protectedHeader } = await compactDecrypt(sealed, key.sealing, {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      }).catch(() => {
        throw new UnsealError(kind, 'altered');
      });
      const opened = parsed(new TextDecoder().decode(plaintext));
      if (protectedHeader.typ !== typeOf(kind) || opened?.owner !== owner) throw new UnsealError(kind, 'altered');
      return opened.content;
    },
  };
}

const typeOf = (kind: SealedKind): string => `why401-${kind}+jwe`;

function keyIdOf(sealed: string): string | undefined {
  try {
    return decodeProtectedHeader(sealed).kid;
  } catch {
    return undefined;
  }
}

function parsed(text: string): { owner: unknown; content: unknown } | undefined {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null && 'owner' in value && 'content' in value ? value : undefined;
}
