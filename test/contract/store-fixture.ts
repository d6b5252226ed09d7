import { test } from 'vitest';
import type { Store } from '../../src/storage/store.ts';

/** Stores that share their content, as two instances of the service do; `open` may be called again for the same content. */
export interface StoreFixture {
  /** @param now the clock for bot state */
  open(now?: () => number): Promise<Store>;
  /** Closes what was opened and removes the content. */
  dispose(): Promise<void>;
}

export const AT = Date.UTC(2026, 2, 14, 9, 30);
export const MINUTE = 60_000;

/** `test` with a store of its own. */
export function storeTest(createFixture: () => Promise<StoreFixture>) {
  return (what: string, body: (store: Store, fixture: StoreFixture) => Promise<void>): void =>
    test(what, async () => {
      const fixture = await createFixture();
      try {
        await body(await fixture.open(), fixture);
      } finally {
        await fixture.dispose();
      }
    });
}
