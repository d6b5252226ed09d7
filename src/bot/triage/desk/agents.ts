import type { Activity, TurnContext } from 'botbuilder';
import type { Party } from '../../../storage/triage-store.ts';
import type { Actor } from '../../../triage/triage-action.ts';
import { isObject } from '../../is-object.ts';
import type { TriageParts } from '../triage-parts.ts';
import type { DeskRecord } from './desk-record.ts';

/** Somebody named as an agent in the channel itself. */
export interface NamedAgent extends Party {
  readonly aadObjectId: string | null;
}

/** Who wrote or pressed, and whether they may act for the helpdesk of this channel. */
export async function actorOf(parts: TriageParts, desk: string, { from }: Activity): Promise<Actor> {
  const party = { id: from?.id ?? '', name: from?.name ?? '' };
  const objectId = from?.aadObjectId?.toLowerCase() ?? '';
  if (parts.installed.has(party.id) || parts.installed.has(objectId)) return { ...party, agent: true };
  const named = await namedAgents(parts, desk);
  const agent = named.some(
    ({ id, aadObjectId }) => id === party.id || (objectId !== '' && aadObjectId?.toLowerCase() === objectId),
  );
  return { ...party, agent };
}

/** Who was named here. Whose data were deleted is none any more: their document is gone. */
export async function namedAgents(
  { turn: { store }, records }: TriageParts,
  desk: string,
): Promise<readonly NamedAgent[]> {
  const { agents } = await records.read(desk);
  if (agents.length === 0) return [];
  const found = await store.state.read(agents.map((id) => agentKey(desk, id)));
  const gone = agents.filter((id) => found[agentKey(desk, id)] === undefined);
  if (gone.length > 0)
    await records.change(desk, (record) => ({ ...record, agents: record.agents.filter((id) => !gone.includes(id)) }));
  return agents.flatMap((id) => {
    const document = found[agentKey(desk, id)];
    if (document === undefined) return [];
    const { name, aadObjectId } = document;
    return [
      {
        id,
        name: typeof name === 'string' ? name : '',
        aadObjectId: typeof aadObjectId === 'string' ? aadObjectId : null,
      },
    ];
  });
}

/** Whether anybody may act here at all. */
export async function hasAgents(parts: TriageParts, desk: string): Promise<boolean> {
  return parts.installed.size > 0 || (await namedAgents(parts, desk)).length > 0;
}

/** Naming somebody again changes only what is known of them. */
export async function addAgent({ turn, records }: TriageParts, desk: string, agent: NamedAgent): Promise<void> {
  const { id, name, aadObjectId } = agent;
  await turn.store.state.write({ [agentKey(desk, id)]: { name, aadObjectId, at: turn.now(), eTag: '*' } });
  await records.change(desk, (record) =>
    record.agents.includes(id) ? record : { ...record, agents: [...record.agents, id] },
  );
}

/** @returns false where they were none */
export async function removeAgent({ turn, records }: TriageParts, desk: string, id: string): Promise<boolean> {
  let removed = false;
  await records.change(desk, (record) => {
    removed = record.agents.includes(id);
    return removed ? { ...record, agents: record.agents.filter((other) => other !== id) } : record;
  });
  await turn.store.state.delete([agentKey(desk, id)]);
  return removed;
}

/** Documents of a desk that is gone. */
export async function removeAgents(parts: TriageParts, desk: string, { agents }: DeskRecord): Promise<void> {
  if (agents.length > 0) await parts.turn.store.state.delete(agents.map((id) => agentKey(desk, id)));
}

/** «Delete my data» finds it: the channel is a segment, the person's id the end. */
function agentKey(desk: string, id: string): string {
  return `agents/${desk}/${id}`;
}

/** Somebody of a channel's own roster. Private and shared channels have one of their own, so the channel is asked. */
export interface Member extends NamedAgent {
  readonly tenant: string | null;
}

interface RosterClient {
  readonly conversations: { getConversationMember(conversation: string, member: string): Promise<unknown> };
}

/**
 * A person as the channel's roster has them.
 *
 * @param id of the channel (`29:…`) or of the directory
 * @returns `null` where they are not (any more) in it; `undefined` where the roster cannot be asked
 */
export async function memberOf(
  { turn, adapter }: TriageParts,
  context: TurnContext,
  room: string,
  id: string,
): Promise<Member | null | undefined> {
  const client = context.turnState.get<RosterClient | undefined>(adapter.ConnectorClientKey);
  if (client === undefined) return undefined;
  try {
    const found = await client.conversations.getConversationMember(room, id);
    return memberIn(found);
  } catch (err) {
    if (isObject(err) && err.statusCode === 404) return null;
    turn.logger.info({ err, channel: context.activity.channelId }, 'the roster of a channel could not be read');
    return undefined;
  }
}

function memberIn(found: unknown): Member | undefined {
  if (!isObject(found) || typeof found.id !== 'string' || found.id === '') return undefined;
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  return {
    id: found.id,
    name: text(found.name) ?? '',
    aadObjectId: text(found.aadObjectId) ?? text(found.objectId),
    tenant: text(found.tenantId),
  };
}
