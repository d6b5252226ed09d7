import type { SealedGrants } from '../../../storage/store.ts';
import { type Grant, parseGrant } from './grant.ts';
import { type Seal, UnsealError } from './seal.ts';

export type Shelved =
  | { readonly kind: 'grant'; readonly grant: Grant; readonly version: number }
  | { readonly kind: 'none' }
  /** There is one, but no key of the settings opens it. */
  | { readonly kind: 'unreadable'; readonly version: number; readonly error: UnsealError };

/** What became of a renewed grant. */
export type Kept =
  | 'kept'
  /** Another instance renewed the same sign-in later than this one: its refresh token stays. */
  | 'later-one-stays'
  /** The person signed out meanwhile. */
  | 'signed-out'
  /** The person signed in anew meanwhile, perhaps with another account. */
  | 'replaced';

/** Grants as they are kept: one a person, sealed, with versions. Keys are those of `personKey`. */
export interface GrantShelf {
  get(person: string): Promise<Shelved>;
  /** Keeps the renewal of the grant that was read with `version`. */
  renew(person: string, grant: Grant, version: number, now: number): Promise<Kept>;
  /** Keeps a new sign-in in place of whatever was there. */
  bind(person: string, grant: Grant, now: number): Promise<void>;
  remove(person: string): Promise<boolean>;
}

/** Each lost race means that somebody else wrote; more than a few at once for one person cannot be. */
const MOST_RACES = 20;

/** The grants of a store, opened and closed with a seal. */
export function grantShelf(store: SealedGrants, seal: Seal): GrantShelf {
  async function get(person: string): Promise<Shelved> {
    const row = await store.read(person);
    if (row === undefined) return { kind: 'none' };
    try {
      const grant = parseGrant(await seal.open('grant', person, row.sealed));
      if (grant === undefined) throw new UnsealError('grant', 'altered');
      return { kind: 'grant', grant, version: row.version };
    } catch (error) {
      if (error instanceof UnsealError) return { kind: 'unreadable', version: row.version, error };
      throw error;
    }
  }

  return {
    get,
    async renew(person, grant, version, now) {
      const sealed = await seal.close('grant', person, grant);
      let expected = version;
      for (let race = 0; race < MOST_RACES; race += 1) {
        if (await store.write(person, sealed, expected, now)) return 'kept';
        const there = await get(person);
        if (there.kind === 'none') return 'signed-out';
        if (there.kind === 'unreadable' || there.grant.id !== grant.id) return 'replaced';
        if (there.grant.renewed >= grant.renewed) return 'later-one-stays';
        expected = there.version;
      }
      return 'later-one-stays';
    },
    async bind(person, grant, now) {
      const sealed = await seal.close('grant', person, grant);
      for (let race = 0; race < MOST_RACES; race += 1) {
        const version = (await store.read(person))?.version ?? null;
        if (await store.write(person, sealed, version, now)) return;
      }
      throw new Error('The grant could not be kept: it is written from too many sides at once');
    },
    remove: (person) => store.remove(person),
  };
}
