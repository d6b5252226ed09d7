import { type Activity, TeamsInfo, type TurnContext } from 'botbuilder';
import { type Guest, isAddress } from '../../../calendar/event/guest.ts';
import { isObject } from '../../is-object.ts';

interface Mentioned {
  readonly id: string;
  readonly name: string;
  readonly objectId: string | null;
}

/** The people whom a message mentions, without the bot. */
export function mentionedPeople(activity: Activity): readonly Mentioned[] {
  const entities: readonly unknown[] = Array.isArray(activity.entities) ? activity.entities : [];
  return entities.flatMap((entity): Mentioned[] => {
    if (!isObject(entity) || entity.type !== 'mention' || !isObject(entity.mentioned)) return [];
    const { id, name, aadObjectId } = entity.mentioned;
    if (typeof id !== 'string' || id === activity.recipient?.id) return [];
    const shown = typeof name === 'string' ? name : textOfMention(entity.text);
    return shown === '' ? [] : [{ id, name: shown, objectId: typeof aadObjectId === 'string' ? aadObjectId : null }];
  });
}

function textOfMention(text: unknown): string {
  return typeof text === 'string' ? text.replace(/<[^<>]{0,100}>/g, '').trim() : '';
}

/**
 * The people of a message as guests. Addresses are taken as they are; of somebody who was mentioned the channel knows
 * the address, where they are a member here; names wait to be looked up.
 */
export async function guestsOf(context: TurnContext, attendees: readonly string[]): Promise<readonly Guest[]> {
  const mentions = mentionedPeople(context.activity);
  return Promise.all(
    attendees.map(async (attendee): Promise<Guest> => {
      const text = attendee.trim();
      if (isAddress(text)) return { kind: 'known', name: null, address: text };
      if (text.includes('@')) return { kind: 'unknown', name: text.slice(0, 100), why: 'not-found' };
      const mention = mentions.find(({ name }) => name.toLowerCase() === text.toLowerCase());
      if (mention === undefined) return { kind: 'named', name: text.slice(0, 100) };
      return (await memberOf(context, mention)) ?? namedBy(mention);
    }),
  );
}

function namedBy({ name, objectId }: Mentioned): Guest {
  return { kind: 'named', name, ...(objectId === null ? {} : { objectId }) };
}

/** `null` where the channel has no roster, or the person is no member here. */
async function memberOf(context: TurnContext, { id, name }: Mentioned): Promise<Guest | null> {
  if (context.activity.channelId !== 'msteams') return null;
  try {
    const { email, userPrincipalName } = await TeamsInfo.getMember(context, id);
    const address = [email, userPrincipalName].find((text) => typeof text === 'string' && isAddress(text));
    return address === undefined ? null : { kind: 'known', name, address };
  } catch {
    return null;
  }
}
