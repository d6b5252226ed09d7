import { type Activity, DeliveryModes } from 'botbuilder';

/** Direct Line and Slack's Azure channel cannot change a message that was sent, or only sometimes. */
const UPDATING_CHANNELS: ReadonlySet<string> = new Set(['msteams']);

/** Whether a reply to this activity can be changed after it was sent. */
export function updatesMessages({ channelId, deliveryMode }: Pick<Activity, 'channelId' | 'deliveryMode'>): boolean {
  return UPDATING_CHANNELS.has(channelId) && deliveryMode !== DeliveryModes.ExpectReplies;
}
