import type { TurnContext } from 'botbuilder';
import type { TriageSubject } from '../../../presentation/cards/triage/triage-data.ts';
import type { Party, Status, StatusChange, StoredCase, StoredIncident } from '../../../storage/triage-store.ts';
import { changeWords } from '../../../triage/change-words.ts';
import { statusWords } from '../../../triage/incident-words.ts';
import { nextStatus } from '../../../triage/next-status.ts';
import type { Actor, TriageAction, TriageRefusal } from '../../../triage/triage-action.ts';
import { updateCase, updateIncident } from '../cards/card-updates.ts';
import { timeIn } from '../cards/stored-views.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import type { TriageParts } from '../triage-parts.ts';
import { resolveCasesOf } from './resolve-cases.ts';
import { tellIn } from './tell-reporter.ts';

/** What came of an action. */
export interface Acted {
  readonly done: boolean;
  /** For whoever acted. */
  readonly words: string;
  /** Whether the thread in which they acted was told already. */
  readonly saidHere?: boolean;
}

export const UNKNOWN_SUBJECT =
  'I know no such case or incident: the number was never given, or it was withdrawn, or it is so old that I no longer keep it. “cases” lists what is open.';

/** How often the same action is tried again where only the version was old, and what it asks for is still to be done. */
const TRIES = 3;

/**
 * Takes, assigns, resolves: once, whoever else tries it at the same time. Whoever comes second reads who was first.
 *
 * @param seen the version of the status that the card showed; left out for a command, which is about how things stand
 */
export async function act(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  by: Actor,
  subject: TriageSubject,
  action: TriageAction,
  seen?: number,
): Promise<Acted> {
  const { triage } = parts.turn.store;
  for (let attempt = 1; ; attempt += 1) {
    const found = await read(parts, place, subject);
    if (found === undefined) return { done: false, words: UNKNOWN_SUBJECT };
    if (seen !== undefined && seen !== found.version && changedByAnother(found, by))
      return { done: false, words: await firstWas(parts, place, subject, found) };
    const status: Status = found;
    const reporter = 'reporter' in found ? found.reporter.id : null;
    const wrong = 'wrong' in found && found.wrong;
    const change = nextStatus({ what: subject.what, status, reporter, wrong }, action, by, parts.turn.now());
    if ('refused' in change) {
      // Cases of an incident that was resolved by an instance which died before it came to them.
      if (change.refused === 'already-resolved' && subject.what === 'incident' && by.agent)
        resolveCasesOf(parts, place, subject.number, by);
      return { done: false, words: refusalWords(change.refused, subject, found) };
    }
    const changed =
      subject.what === 'case'
        ? await triage.changeCase(place.desk, subject.number, found.version, change)
        : await triage.changeIncident(place.desk, subject.number, found.version, change);
    if (changed !== undefined) {
      const words = changeWords(found, change, subject.number);
      const told = await tellOfChange(parts, context, place, subject, changed, change, words);
      return { done: true, words, saidHere: told && changed.thread === place.thread };
    }
    if (seen !== undefined || attempt === TRIES) {
      const now = await read(parts, place, subject);
      return { done: false, words: now === undefined ? UNKNOWN_SUBJECT : await firstWas(parts, place, subject, now) };
    }
  }
}

type Found = StoredCase | StoredIncident;

function read({ turn }: TriageParts, { desk }: DeskPlace, { what, number }: TriageSubject): Promise<Found | undefined> {
  const { triage } = turn.store;
  return what === 'case' ? triage.readCase(desk, number) : triage.readIncident(desk, number);
}

function changedByAnother({ changedBy }: Found, by: Actor): boolean {
  return changedBy === null || changedBy.id !== by.id;
}

async function firstWas(
  parts: TriageParts,
  place: DeskPlace,
  { what, number }: TriageSubject,
  found: Found,
): Promise<string> {
  const { timeZone } = await parts.records.read(place.desk);
  const when = timeIn(found.changed, { now: parts.turn.now(), timeZone });
  const who = found.changedBy?.name || 'Somebody';
  return `${who} was first: ${what} ${number} is ${statusWords(found)} since ${when}. Nothing was changed by you.`;
}

/**
 * The card is redrawn, and those whom it concerns are told in the thread.
 *
 * @returns whether somebody was told
 */
async function tellOfChange(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  { what, number }: TriageSubject,
  changed: Found,
  change: StatusChange,
  words: string,
): Promise<boolean> {
  let told = false;
  if (what === 'incident') updateIncident(parts, place, number);
  else updateCase(parts, place, { number });
  const { thread } = changed;
  if (thread !== null) {
    const first =
      'reporter' in changed
        ? changed.reporter
        : (await parts.turn.store.triage.casesOf(place.desk, number, 1)).find((one) => one.thread === thread)?.reporter;
    const people = peopleToTell(first, change);
    if (people.length > 0)
      told = await tellIn(parts, place, context, { ...place, thread, serviceUrl: changed.serviceUrl }, people, words);
  }
  if (what === 'incident' && change.state === 'resolved') resolveCasesOf(parts, place, number, change.by);
  return told;
}

/** The reporter, and whose it is where it was given to them or its reporter did something; not whoever did it. */
function peopleToTell(reporter: Party | undefined, { by, assignee, event }: StatusChange): readonly Party[] {
  const people = [
    ...(reporter === undefined ? [] : [reporter]),
    ...(assignee !== null && (event.endsWith('.assigned') || reporter?.id === by.id) ? [assignee] : []),
  ];
  return [...new Map(people.filter(({ id }) => id !== '' && id !== by.id).map((one) => [one.id, one])).values()];
}

function refusalWords(refused: TriageRefusal, { what, number }: TriageSubject, found: Found): string {
  const named = `${what === 'case' ? 'Case' : 'Incident'} ${number}`;
  return REFUSALS[refused](named, found);
}

const REFUSALS: Readonly<Record<TriageRefusal, (named: string, found: Found) => string>> = {
  'agents-only': () =>
    'Only an agent of this channel may do that. “agents” lists them, and “agents add @name” names another.',
  'not-your-case': (named) => `${named} is not yours: its reporter or an agent may do that.`,
  'already-resolved': (named, found) => `${named} is ${statusWords(found)} already. “reopen” opens it again.`,
  'already-yours': (named) => `${named} is yours already.`,
  'nothing-changes': (named, found) => `${named} is ${statusWords(found)} already; nothing was changed.`,
  'not-resolved': (named, found) => `${named} is not resolved: it is ${statusWords(found)}.`,
};
