import type { TurnContext } from 'botbuilder';
import type { TriageSubject } from '../../../presentation/cards/triage/triage-data.ts';
import type { FeedbackVerdict } from '../../../storage/store.ts';
import type { Party, StoredCase } from '../../../storage/triage-store.ts';
import type { Actor, TriageAction } from '../../../triage/triage-action.ts';
import { type Answer, answerActivity } from '../../answer.ts';
import { explainAnswer } from '../../commands/explain.ts';
import { personHash } from '../../conversation-key.ts';
import { updateCase, updateIncident } from '../cards/card-updates.ts';
import { caseView, incidentOf, incidentView } from '../cards/desk-view.ts';
import { partyHere, wholeCase, withHint } from '../commands/answer-command.ts';
import { actorOf, namedAgents } from '../desk/agents.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import { causeIdOf } from '../known-ids.ts';
import type { TriageParts } from '../triage-parts.ts';
import { act, UNKNOWN_SUBJECT } from './act-on-subject.ts';
import type { TriagePress } from './triage-press.ts';

const MOST_CASES = 2_000;
const THANKS = 'Thank you, noted: it helps to know what worked.';
const WRONG = 'Noted that the diagnosis is wrong. The case stays open; paste what you know now, and I will look again.';

/** A pressed button: the answer is a card where the pressed one is to be replaced, and words where it stays. */
export async function pressed(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  press: TriagePress,
): Promise<Answer> {
  const by = await actorOf(parts, place.desk, context.activity);
  switch (press.verb) {
    case 'triage-take':
      return changed(parts, context, place, by, press, { kind: 'take' });
    case 'triage-resolve':
      return changed(parts, context, place, by, press, { kind: 'resolve' });
    case 'triage-reopen':
      return changed(parts, context, place, by, press, { kind: 'reopen' });
    case 'triage-wait':
      return changed(parts, context, place, by, press, { kind: 'wait', for: press.waitingFor });
    case 'triage-assign': {
      const to = await chosen(parts, context, place, press);
      return typeof to === 'string' ? { text: to } : changed(parts, context, place, by, press, { kind: 'assign', to });
    }
    case 'triage-wrong':
      return calledWrong(parts, context, place, by, press);
    case 'triage-fixed':
      return fixed(parts, context, place, by, press);
    case 'triage-explain':
      return explained(parts, context, place, press);
    case 'triage-show': {
      const answer = await drawn(parts, context, place, press);
      if (answer.card !== undefined) await context.sendActivity(answerActivity(answer, place.channelId));
      return { text: answer.card === undefined ? UNKNOWN_SUBJECT : 'It is below.' };
    }
  }
}

async function changed(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  by: Actor,
  press: TriagePress,
  action: TriageAction,
): Promise<Answer> {
  const { done, words } = await act(parts, context, place, by, press, action, press.version);
  if (done) return drawn(parts, context, place, press);
  // The card may be an older one: it is brought up to date for everybody.
  redraw(parts, place, press);
  return { text: await withHint(parts, place, by, words) };
}

/** Who was chosen beside «Assign», or what is to be said instead. */
async function chosen(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  { assignee, what, number }: TriagePress,
): Promise<Party | string> {
  const named = what === 'case' ? String(number) : `incident ${number}`;
  if (assignee === '') return `Choose somebody first, or write “assign ${named} @name”.`;
  const agents = await namedAgents(parts, place.desk);
  const known = agents.find(({ id, aadObjectId }) => id === assignee || aadObjectId === assignee);
  const party = await partyHere(parts, context, place, known ?? { id: assignee, name: '' });
  if (party === null) return 'That person is not in this channel, so it cannot be theirs.';
  return party.name === '' ? `I could not find that person. Write “assign ${named} @name”.` : party;
}

/** The flag stands on the case whose diagnosis it is: of an incident that is the presser's own, or the first. */
async function calledWrong(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  by: Actor,
  press: TriagePress,
): Promise<Answer> {
  const one = await caseOf(parts, place, by, press, true);
  if (one === undefined) return { text: UNKNOWN_SUBJECT };
  const { done, words } = await act(parts, context, place, by, { what: 'case', number: one.number }, { kind: 'wrong' });
  if (done) await feedback(parts, context, one, 'not-it');
  if (done) redraw(parts, place, press);
  return { text: done ? WRONG : await withHint(parts, place, by, words) };
}

/** The reporter's word ends their case; an agent's, for the reporter, the case or the incident. Others are thanked. */
async function fixed(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  by: Actor,
  press: TriagePress,
): Promise<Answer> {
  const own = await caseOf(parts, place, by, press, false);
  const one = own ?? (await caseOf(parts, place, by, press, true));
  if (one === undefined) return { text: UNKNOWN_SUBJECT };
  await feedback(parts, context, one, 'fixed');
  if (own === undefined && !by.agent) return { text: THANKS };
  const subject: TriageSubject = own === undefined ? press : { what: 'case', number: own.number };
  const { done, words } = await act(parts, context, place, by, subject, { kind: 'resolve' });
  if (!done) return { text: `${THANKS} ${words}` };
  if (subject.what === press.what) return drawn(parts, context, place, press);
  return { text: `${THANKS} Your report, case ${one.number}, is resolved.` };
}

/** The case that a press is about: its own, or one of the incident, of the presser or the first. */
async function caseOf(
  { turn }: TriageParts,
  { desk }: DeskPlace,
  by: Actor,
  { what, number }: TriageSubject,
  orFirst: boolean,
): Promise<StoredCase | undefined> {
  const { triage } = turn.store;
  if (what === 'case') {
    const one = await triage.readCase(desk, number);
    return orFirst || one?.reporter.id === by.id ? one : undefined;
  }
  const cases = await triage.casesOf(desk, number, MOST_CASES);
  return cases.find(({ reporter }) => reporter.id === by.id) ?? (orFirst ? cases[0] : undefined);
}

async function feedback(
  { turn }: TriageParts,
  { activity }: TurnContext,
  { diagnosisId, cause, verdict }: StoredCase,
  given: FeedbackVerdict,
): Promise<void> {
  await turn.store.feedback.record({
    diagnosisId,
    cause: causeIdOf(cause),
    verdict,
    feedback: given,
    by: personHash(activity),
    at: turn.now(),
  });
}

async function explained(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  { what, number }: TriageSubject,
): Promise<Answer> {
  const { triage } = parts.turn.store;
  const found = await (what === 'case' ? triage.readCase(place.desk, number) : triage.readIncident(place.desk, number));
  const cause = found === undefined ? 'not-enough-evidence' : causeIdOf(found.cause);
  if (cause === 'not-enough-evidence') return { text: UNKNOWN_SUBJECT };
  await context.sendActivity(answerActivity(explainAnswer({ kind: 'cause', id: cause }), place.channelId));
  return { text: 'The explanation is below.' };
}

/** The card as it stands now, in the form of the one that was pressed. */
async function drawn(
  parts: TriageParts,
  { activity }: TurnContext,
  place: DeskPlace,
  { what, number }: TriageSubject,
): Promise<Answer> {
  const { triage } = parts.turn.store;
  if (what === 'incident') {
    const incident = await triage.readIncident(place.desk, number);
    return incident === undefined ? { text: UNKNOWN_SUBJECT } : incidentView(parts, place, incident);
  }
  const one = await triage.readCase(place.desk, number);
  if (one === undefined) return { text: UNKNOWN_SUBJECT };
  if (activity.replyToId !== undefined && activity.replyToId !== one.card) return wholeCase(parts, place, one);
  return caseView(parts, place, one, await incidentOf(parts, one));
}

function redraw(parts: TriageParts, place: DeskPlace, { what, number }: TriageSubject): void {
  if (what === 'case') updateCase(parts, place, { number });
  else updateIncident(parts, place, number);
}
