import type { Activity } from 'botbuilder';
import { personKey } from '../../identity/person.ts';
import { deleteDataCard, deleteDataText } from '../../presentation/cards/delete-data-card.ts';
import { UNKNOWN_PERSON_TEXT } from '../../presentation/cards/sign-in/sign-in-words.ts';
import type { ErasedPerson, Store } from '../../storage/store.ts';
import type { Answer } from '../answer.ts';
import { personHash } from '../conversation-key.ts';

/** Asks first: what goes cannot be brought back. */
export function deleteDataQuestion(): Answer {
  return { text: deleteDataText(), card: deleteDataCard(), summary: 'Delete my data?' };
}

/** Removes everything that the store keeps of whoever wrote or clicked, and says what that was. */
export async function deletedDataText(store: Pick<Store, 'erase'>, activity: Activity): Promise<string> {
  const person = erasedPerson(activity);
  if (person === undefined) return UNKNOWN_PERSON_TEXT;
  const count = await store.erase(person);
  if (count === 0) return 'There was nothing of yours to delete.';
  return `I deleted all that I kept of you (${count === 1 ? 'one entry' : `${count} entries`}).`;
}

/** By which keys the store knows whoever wrote or clicked; `undefined` where the channel does not say who that is. */
export function erasedPerson(activity: Activity): ErasedPerson | undefined {
  const { channelId, from } = activity;
  if (!from?.id) return undefined;
  return { person: from.id, personKey: personKey({ channelId, userId: from.id }), by: personHash(activity) };
}

/** The same where nobody can sign in. */
export async function deleteDataAnswer(store: Pick<Store, 'erase'>, activity: Activity): Promise<Answer> {
  return { text: await deletedDataText(store, activity) };
}
