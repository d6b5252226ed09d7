import { TeamsInfo, type TurnContext } from 'botbuilder';
import { type Guest, isAddress } from '../../../calendar/event/guest.ts';
import { type MentionedPerson, mentionedPeople } from '../../mentioned-people.ts';

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

function namedBy({ name, objectId }: MentionedPerson): Guest {
  return { kind: 'named', name, ...(objectId === null ? {} : { objectId }) };
}

/** `null` where the channel has no roster, or the person is no member here. */
async function memberOf(context: TurnContext, { id, name }: MentionedPerson): Promise<Guest | null> {
  if (context.activity.channelId !== 'msteams') return null;
  try {
    const { email, userPrincipalName } = await TeamsInfo.getMember(context, id);
    const address = [email, userPrincipalName].find((text) => typeof text === 'string' && isAddress(text));
    return address === undefined ? null : { kind: 'known', name, address };
  } catch {
    return null;
  }
}
