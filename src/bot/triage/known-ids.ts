import { type CauseId, isCauseId, OWNERS, type Owner } from '../../diagnosis/cause-id.ts';

/** What the store keeps as text; a newer version may have written an id that this one does not know. */
export function causeIdOf(cause: string): CauseId {
  return isCauseId(cause) ? cause : 'not-enough-evidence';
}

/** The same for who has to act. */
export function ownerOf(owner: string): Owner {
  return OWNERS.find((known) => known === owner) ?? 'app-developer';
}
