import type { TurnContext } from 'botbuilder';
import { channelDataField } from '../../channel-data.ts';
import type { TriageParts } from '../triage-parts.ts';
import { memberOf } from './agents.ts';
import type { DeskPlace } from './desk-place.ts';

/**
 * Whether somebody belongs to another organisation than the channel. `conversation.tenantId` is that of the channel's
 * host; a person's own stands in the roster, which only shared channels have to be asked for.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels
 */
export async function isFromElsewhere(
  parts: TriageParts,
  context: TurnContext,
  { room, tenant }: DeskPlace,
): Promise<boolean> {
  const { channelData, from } = context.activity;
  if (tenant === null || !from?.id) return false;
  const own = channelDataField(channelData, 'tenant', 'id') ?? tenant;
  if (own !== tenant) return true;
  if (channelDataField(channelData, 'channel', 'type') !== 'shared') return false;
  const member = await memberOf(parts, context, room, from.id);
  // In doubt nobody is offered a sign-in.
  return member === null || member === undefined || (member.tenant !== null && member.tenant !== tenant);
}
