import type { ErasedPerson } from './store.ts';

/** What the keys of one person's rows look like; both implementations compare with these, never by pattern. */
export interface PersonRows {
  /** How the keys of conversations begin: person ids are told apart by channel only. */
  readonly conversationStart: string;
  readonly stateKeyEnd: string;
  /** Within `/` and the key. */
  readonly stateKeyPart: string;
  /** How the keys begin that stay; empty where all of them go. */
  readonly keptStateStart: string;
}

/** @param person `personKey` is the channel's id, a slash and the person's id */
export function personRows({ person, personKey, keepsTeams }: ErasedPerson): PersonRows {
  const channel = personKey.slice(0, Math.max(0, personKey.indexOf('/')));
  return {
    conversationStart: `${channel}/`,
    stateKeyEnd: `/${person}`,
    stateKeyPart: `/${channel}/`,
    keptStateStart: keepsTeams ? 'agents/' : '',
  };
}
