import type { TurnContext } from 'botbuilder';
import { caseListCard, caseListText } from '../../../presentation/cards/triage/case-list-card.ts';
import type { TriageSubject } from '../../../presentation/cards/triage/triage-data.ts';
import type { Party, StoredCase } from '../../../storage/triage-store.ts';
import { ageWords, statusWords, WAITING_WORDS } from '../../../triage/incident-words.ts';
import { PERIOD_FORMS } from '../../../triage/period.ts';
import type { Actor, TriageAction } from '../../../triage/triage-action.ts';
import type { Answer } from '../../answer.ts';
import { mentionedPeople } from '../../mentioned-people.ts';
import { incidentOf, incidentView, surroundingsOf } from '../cards/desk-view.ts';
import { caseAnswer } from '../cards/stored-views.ts';
import { actorOf, hasAgents, memberOf } from '../desk/agents.ts';
import { type DeskPlace, threadLink } from '../desk/desk-place.ts';
import { act, UNKNOWN_SUBJECT } from '../status/act-on-subject.ts';
import type { TriageParts } from '../triage-parts.ts';
import { agentsAnswer, agentsChanged } from './agents-command.ts';
import { boardAnswer } from './board-answer.ts';
import type { DeskCommand } from './desk-command.ts';
import { statsAnswer } from './stats-answer.ts';

const CASES_SHOWN = 10;

/** Does what a command asks. @returns the answer; `null` where the thread was told of it already */
export async function answerCommand(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  command: DeskCommand,
): Promise<Answer | null> {
  switch (command.kind) {
    case 'take':
    case 'resolve':
    case 'reopen':
    case 'wrong':
      return acted(parts, context, place, command.subject, { kind: command.kind });
    case 'assign':
      return assigned(parts, context, place, command);
    case 'wait':
      if (command.for === null) return { text: `Say for whom it waits: ${Object.values(WAITING_WORDS).join(', ')}.` };
      return acted(parts, context, place, command.subject, { kind: 'wait', for: command.for });
    case 'show':
      return shown(parts, place, command.subject);
    case 'cases':
      return listed(parts, context, place, command.mine);
    case 'board':
      return boardAnswer(parts, place);
    case 'stats':
      if (command.period === null) return { text: `Name a length of time, such as ${PERIOD_FORMS}: “stats 7d”.` };
      return statsAnswer(parts, place, command.period);
    case 'mute':
    case 'unmute':
    case 'quiet':
    case 'unquiet':
      return setting(parts, context, place, command.kind);
    case 'agents':
      return agentsAnswer(parts, place);
    case 'agents-add':
    case 'agents-remove':
      return agentsChanged(parts, context, place, command);
  }
}

async function acted(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  named: TriageSubject | null,
  action: TriageAction,
): Promise<Answer | null> {
  const subject = named ?? (await subjectHere(parts, context, place));
  if (subject === null)
    return {
      text: 'Which one? Name its number, as in “take 17” or “take incident 3”, or say it in the thread of the report.',
    };
  const by = await actorOf(parts, place.desk, context.activity);
  const { words, saidHere } = await act(parts, context, place, by, subject, action);
  if (saidHere === true) return null;
  return { text: await withHint(parts, place, by, words) };
}

/** Where nobody can act yet, how to change that. */
export async function withHint(parts: TriageParts, place: DeskPlace, by: Actor, words: string): Promise<string> {
  if (by.agent || (await hasAgents(parts, place.desk))) return words;
  return `${words} Nobody is an agent here yet: write “agents add @name” or “agents add me”.`;
}

async function assigned(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  { subject, to }: Extract<DeskCommand, { kind: 'assign' }>,
): Promise<Answer | null> {
  if (to === 'me') return acted(parts, context, place, subject, { kind: 'take' });
  const [person] = mentionedPeople(context.activity);
  if (person === undefined) return { text: 'Mention who is to have it, as in “assign 17 @Adele”.' };
  const assignee = await partyHere(parts, context, place, { id: person.id, name: person.name });
  if (assignee === null)
    return { text: `${person.name || 'This person'} is not in this channel, so it cannot be theirs.` };
  return acted(parts, context, place, subject, { kind: 'assign', to: assignee });
}

/** Somebody as the channel's roster has them; as they were named where it cannot be asked. `null`: not in the channel. */
export async function partyHere(
  parts: TriageParts,
  context: TurnContext,
  { room }: DeskPlace,
  person: Party,
): Promise<Party | null> {
  const member = await memberOf(parts, context, room, person.id);
  if (member === null) return null;
  return member === undefined ? person : { id: member.id, name: member.name || person.name };
}

/** The incident or the case of the thread: of whoever asks, else of whoever reported there last. */
async function subjectHere(
  parts: TriageParts,
  { activity }: TurnContext,
  { desk, thread }: DeskPlace,
): Promise<TriageSubject | null> {
  const { triage } = parts.turn.store;
  const own = activity.from?.id ? await triage.caseIn(desk, thread, activity.from.id) : undefined;
  const one = own ?? (await triage.caseIn(desk, thread));
  if (one === undefined) return null;
  const incident = await incidentOf(parts, one);
  if (incident !== null && incident.thread === thread && own === undefined)
    return { what: 'incident', number: incident.number };
  return { what: 'case', number: one.number };
}

async function shown(parts: TriageParts, place: DeskPlace, named: TriageSubject | null): Promise<Answer> {
  const { triage } = parts.turn.store;
  const { desk, thread } = place;
  if (named?.what === 'incident') {
    const incident = await triage.readIncident(desk, named.number);
    return incident === undefined ? { text: UNKNOWN_SUBJECT } : incidentView(parts, place, incident);
  }
  const one = named === null ? await triage.caseIn(desk, thread) : await triage.readCase(desk, named.number);
  if (one === undefined)
    return { text: named === null ? 'There is no case in this thread. “cases” lists what is open.' : UNKNOWN_SUBJECT };
  return wholeCase(parts, place, one);
}

/** A case as it is shown away from its thread. */
export async function wholeCase(parts: TriageParts, place: DeskPlace, one: StoredCase): Promise<Answer> {
  const around = await surroundingsOf(parts, place);
  return caseAnswer(one, await incidentOf(parts, one), around, { withExcerpt: one.thread !== place.thread });
}

async function listed(parts: TriageParts, context: TurnContext, place: DeskPlace, mine: boolean): Promise<Answer> {
  const { store, now } = parts.turn;
  const { activity } = context;
  const assignee = mine ? (activity.from?.id ?? '') : undefined;
  const [cases, totals] = await Promise.all([
    store.triage.openCases(place.desk, CASES_SHOWN + 1, assignee),
    mine ? null : store.triage.totals(place.desk, now()),
  ]);
  const view = {
    title: mine ? 'Your open cases' : 'Open cases',
    cases: cases.slice(0, CASES_SHOWN).map((one) => ({
      number: one.number,
      headline: one.headline,
      detail: [
        statusWords(one),
        `${one.reporter.name === '' ? 'reported' : one.reporter.name} ${ageWords(now() - one.reported)} ago`,
        ...(one.incident === null ? [] : [`incident ${one.incident}`]),
      ].join(' · '),
      link: one.thread === place.thread ? null : threadLink(place, one.thread),
    })),
    more:
      cases.length <= CASES_SHOWN ? null : totals === null ? 'and more' : `and ${totals.openCases - CASES_SHOWN} more`,
    empty: mine ? 'You have no open case. “cases” lists all of them.' : 'No case is open here.',
  };
  return { text: () => caseListText(view), card: caseListCard(view), summary: view.title };
}

const SETTINGS = {
  mute: 'I am quiet in this channel now: I answer only who mentions me. “unmute here” ends that.',
  unmute: 'I listen to this channel again, and speak where I am sure of a cause.',
  quiet: 'I am quiet in this thread now, unless somebody mentions me. “speak in this thread” ends that.',
  unquiet: 'I listen to this thread again.',
} as const;

/** Who reports in a thread may quiet it; the channel is the agents' to mute, or anybody's while there is none. */
async function setting(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  kind: keyof typeof SETTINGS,
): Promise<Answer> {
  const { desk, thread } = place;
  const ofChannel = kind === 'mute' || kind === 'unmute';
  if (ofChannel) {
    const by = await actorOf(parts, desk, context.activity);
    if (!by.agent && (await hasAgents(parts, desk)))
      return { text: 'Only an agent of this channel may mute it. “quiet this thread” is for everybody.' };
  }
  await parts.records.change(desk, (record) => {
    if (ofChannel) return record.muted === (kind === 'mute') ? record : { ...record, muted: kind === 'mute' };
    const others = record.quietThreads.filter((other) => other !== thread);
    return { ...record, quietThreads: kind === 'quiet' ? [...others, thread] : others };
  });
  return { text: SETTINGS[kind] };
}
