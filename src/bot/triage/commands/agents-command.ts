import type { TurnContext } from 'botbuilder';
import { agentsCard, agentsText } from '../../../presentation/cards/triage/agents-card.ts';
import type { Party } from '../../../storage/triage-store.ts';
import type { Answer } from '../../answer.ts';
import { mentionedPeople } from '../../mentioned-people.ts';
import { actorOf, addAgent, hasAgents, memberOf, namedAgents, removeAgent } from '../desk/agents.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import { isFromElsewhere } from '../desk/from-elsewhere.ts';
import type { TriageParts } from '../triage-parts.ts';
import type { DeskCommand } from './desk-command.ts';

/** Who may act for the helpdesk of this channel. */
export async function agentsAnswer(parts: TriageParts, place: DeskPlace): Promise<Answer> {
  const named = await namedAgents(parts, place.desk);
  const view = { named: named.map(({ name }) => name || 'Somebody without a name'), installed: parts.installed.size };
  return { text: agentsText(view), card: agentsCard(view), summary: 'Agents of this channel' };
}

/**
 * Agents name each other. While there is none at all anybody of the desk's own organisation may name the first: the
 * rosters that a bot can read do not say who owns a team, and an installer who wants to decide it names agents by id.
 */
export async function agentsChanged(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  { kind, who }: Extract<DeskCommand, { kind: 'agents-add' | 'agents-remove' }>,
): Promise<Answer> {
  const { activity } = context;
  const by = await actorOf(parts, place.desk, activity);
  if (!by.agent) {
    if (await hasAgents(parts, place.desk))
      return { text: 'Only an agent of this channel may do that. “agents” lists them.' };
    if (await isFromElsewhere(parts, context, place))
      return { text: 'The first agent is named by somebody of the organisation that this channel belongs to.' };
  }
  const people = who === 'me' ? [{ id: by.id, name: by.name }] : mentionedPeople(activity);
  if (people.length === 0) return { text: 'Mention who it is, as in “agents add @Adele”.' };
  const lines: string[] = [];
  for (const person of people.slice(0, 10))
    lines.push(await (kind === 'agents-add' ? added : removed)(parts, context, place, person));
  return { text: lines.join('\n') };
}

async function added(parts: TriageParts, context: TurnContext, place: DeskPlace, person: Party): Promise<string> {
  const name = person.name || 'This person';
  const member = await memberOf(parts, context, place.room, person.id);
  if (member === null) return `${name} is not in this channel.`;
  await addAgent(parts, place.desk, {
    id: member?.id ?? person.id,
    name: member?.name || person.name,
    aadObjectId: member?.aadObjectId ?? null,
  });
  return `${member?.name || name} is an agent of this channel now, and may take, assign and resolve cases.`;
}

async function removed(parts: TriageParts, _: TurnContext, { desk }: DeskPlace, person: Party): Promise<string> {
  const name = person.name || 'This person';
  return (await removeAgent(parts, desk, person.id))
    ? `${name} is no agent of this channel any more.`
    : `${name} was no agent named in this channel.`;
}
