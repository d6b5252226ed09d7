import type { Activity } from 'botbuilder';
import type { Person } from '../identity/person.ts';
import { channelDataField } from './channel-data.ts';

/** Who wrote or clicked, as their channel names them; `undefined` where the channel does not say. */
export function personOf(activity: Activity): Person | undefined {
  const { channelId, from } = activity;
  if (!from?.id) return undefined;
  return {
    channelId,
    userId: from.id,
    aadObjectId: from.aadObjectId || null,
    tenantId: activity.conversation.tenantId || (channelDataField(activity.channelData, 'tenant', 'id') ?? null),
    name: from.name || null,
  };
}
