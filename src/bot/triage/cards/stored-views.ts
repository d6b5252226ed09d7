import { ROOT_CAUSES } from '../../../diagnosis/causes/index.ts';
import { incidentCard, incidentText } from '../../../presentation/cards/triage/incident-card.ts';
import { joinedCard, joinedText } from '../../../presentation/cards/triage/joined-card.ts';
import { reportCard, reportText } from '../../../presentation/cards/triage/report-card.ts';
import type { DeskChoices, Standing } from '../../../presentation/cards/triage/triage-panels.ts';
import { type CaseContent, contentOfHeadline, parseCaseContent } from '../../../presentation/case-content.ts';
import { plainData, plainLine } from '../../../presentation/plain-data.ts';
import { OWNER_WORDS } from '../../../presentation/words.ts';
import { type StoredCase, type StoredIncident, WAITING_FOR } from '../../../storage/triage-store.ts';
import { forwardMessage } from '../../../triage/forward-message.ts';
import {
  incidentHeadline,
  sameAsIncident,
  statusWords,
  timeWords,
  WAITING_WORDS,
} from '../../../triage/incident-words.ts';
import type { Answer } from '../../answer.ts';
import type { NamedAgent } from '../desk/agents.ts';
import { type DeskPlace, threadLink } from '../desk/desk-place.ts';
import { causeIdOf, ownerOf } from '../known-ids.ts';

/** What the cards of a desk are drawn with, beside the case or incident itself. */
export interface Surroundings {
  readonly place: Pick<DeskPlace, 'channelId' | 'tenant' | 'group'>;
  readonly agents: readonly NamedAgent[];
  /** Whether the client finds everybody of the channel by name: Teams does, its local stand-ins do not. */
  readonly findsPeople: boolean;
  readonly timeZone: string | null;
  readonly now: number;
}

/** Names on one card. */
const NAMES_SHOWN = 5;
/** The message stands in the card as text to copy. */
const LONGEST_FORWARD = 3_500;
const CHOICES = 25;

/** What the card is drawn from; where another version kept it in a form that cannot be read, the headline alone. */
export function contentOf({
  content,
  cause,
  verdict,
  headline,
}: Pick<StoredCase, 'content' | 'cause' | 'verdict' | 'headline'>): CaseContent {
  return parseCaseContent(content) ?? contentOfHeadline(cause, verdict, headline);
}

/** What a cause is called, without values. */
export function titleOf(cause: string): string {
  const id = causeIdOf(cause);
  return id === 'not-enough-evidence' ? 'Not enough to tell' : ROOT_CAUSES[id].title;
}

/** The card of one report. */
export function caseAnswer(
  one: StoredCase,
  incident: StoredIncident | null,
  around: Surroundings,
  { withExcerpt = false }: { readonly withExcerpt?: boolean } = {},
): Answer {
  const content = contentOf(one);
  const view = {
    content,
    about: standingOf('case', one),
    status: statusWords(one),
    reporter: one.reporter.name,
    reported: timeIn(one.reported, around),
    incident: incident === null ? null : incidentLineOf(one, incident, around),
    choices: choicesOf(around),
    forward: forwardOf(
      { content, subject: 'case', number: one.number, cause: one.cause, owner: one.owner, people: 1 },
      one,
      around,
    ),
    withExcerpt,
  };
  return { text: () => reportText(view), card: reportCard(view), summary: content.headline };
}

/** The card of an incident, drawn from its first cases. */
export function incidentAnswer(incident: StoredIncident, cases: readonly StoredCase[], around: Surroundings): Answer {
  const first = cases[0];
  const content =
    first === undefined ? contentOfHeadline(incident.cause, 'likely', incident.headline) : contentOf(first);
  const { cause, number, owner, people } = incident;
  const view = {
    content,
    about: standingOf('incident', { ...incident, wrong: first?.wrong ?? false }),
    headline: incidentHeadline(incident, titleOf(cause), around.now, around.timeZone ?? undefined),
    status: statusWords(incident),
    who: whoReported(cases, people),
    choices: choicesOf(around),
    forward: forwardOf({ content, subject: 'incident', number, cause, owner, people }, first ?? null, around),
  };
  return { text: () => incidentText(view), card: incidentCard(view), summary: `Incident ${number}: ${view.headline}` };
}

/** What a later reporter reads in their own thread. */
export function joinedAnswer(
  one: StoredCase,
  incident: StoredIncident,
  reopened: boolean,
  around: Surroundings,
): Answer {
  const same = sameAsIncident(incident, around.now, around.timeZone ?? undefined);
  const view = {
    content: contentOf(one),
    about: standingOf('case', one),
    line: reopened ? `This is back: the incident was resolved, and your report opened it again. ${same}` : same,
    link: linkTo(incident, one.thread, around),
  };
  return { text: () => joinedText(view), card: joinedCard(view), summary: view.line };
}

/** Where an incident is shown, unless that is here. */
export function linkTo(
  { thread }: Pick<StoredIncident, 'thread'>,
  here: string | null,
  { place }: Pick<Surroundings, 'place'>,
): string | null {
  return thread === null || thread === here ? null : threadLink(place, thread);
}

/** An instant in the zone of the desk, and in UTC where none is known. */
export function timeIn(at: number, { now, timeZone }: Pick<Surroundings, 'now' | 'timeZone'>): string {
  return timeWords(at, now, timeZone ?? undefined);
}

function standingOf(
  what: Standing['what'],
  { number, state, version, wrong }: Pick<StoredCase, 'number' | 'state' | 'version' | 'wrong'>,
): Standing {
  return { what, number, state, version, wrong };
}

function incidentLineOf(one: StoredCase, incident: StoredIncident, around: Surroundings) {
  const line = incidentHeadline(incident, titleOf(incident.cause), around.now, around.timeZone ?? undefined);
  return { line: `Incident ${incident.number}: ${line}`, link: linkTo(incident, one.thread, around) };
}

/** «Ben, Chloe and 5 more». Whose data were deleted is counted, not named. */
function whoReported(cases: readonly StoredCase[], people: number): string {
  const names = [...new Map(cases.map(({ reporter }) => [reporter.id, reporter.name])).values()]
    .filter((name) => name !== '')
    .map((name) => plainLine(name, 60))
    .slice(0, NAMES_SHOWN);
  const more = people - names.length;
  if (names.length === 0) return '';
  if (more > 0) return `${names.join(', ')} and ${more} more`;
  return names.length === 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function choicesOf({ agents, findsPeople }: Surroundings): DeskChoices {
  return {
    everybody: findsPeople,
    people: agents
      .slice(0, CHOICES)
      .map(({ id, name }) => ({ title: name === '' ? 'Somebody without a name' : plainLine(name, 80), value: id })),
    waitingFor: WAITING_FOR.map((value) => ({ title: WAITING_WORDS[value], value })),
  };
}

interface Forwarded {
  readonly content: CaseContent;
  readonly subject: 'case' | 'incident';
  readonly number: number;
  readonly cause: string;
  readonly owner: string;
  readonly people: number;
}

/** Undecided there is nothing to ask anybody for. */
function forwardOf(
  { content, subject, number, cause, owner, people }: Forwarded,
  first: StoredCase | null,
  { place, timeZone, now }: Surroundings,
): string | null {
  if (content.verdict === 'undecided' || (content.steps.length === 0 && content.forward === null)) return null;
  const link = first === null ? null : threadLink(place, first.thread);
  const text = forwardMessage({
    subject,
    number,
    headline: content.headline,
    title: titleOf(cause),
    ownerWords: OWNER_WORDS[ownerOf(owner)].label,
    app: first?.app ?? null,
    tenant: first?.tenant ?? null,
    steps: content.steps,
    forward: content.forward,
    consentLink: content.consentLink,
    check: content.check === null ? null : [content.check.text, content.check.command ?? ''].join(' ').trim(),
    reporter: first?.reporter.name ?? '',
    people,
    reported: first?.reported ?? now,
    now,
    ...(timeZone === null ? {} : { timeZone }),
    ...(link === null ? {} : { threadLink: link }),
  });
  return plainData(text, LONGEST_FORWARD);
}
