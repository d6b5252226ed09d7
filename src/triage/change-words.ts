import type { Status, StatusChange } from '../storage/triage-store.ts';
import { WAITING_WORDS } from './incident-words.ts';

/** As the events of `nextStatus` end. */
type Happened = 'taken' | 'assigned' | 'waiting' | 'resolved' | 'reopened' | 'wrong';

const SENTENCES: Readonly<Record<Happened, (before: Status, change: StatusChange, what: string) => string>> = {
  taken: ({ assignee }, { by }, what) => {
    // Taking from oneself is going on after having waited.
    const from = assignee === null || assignee.id === by.id ? null : assignee;
    return `${nameOf(by)} took ${what}${from === null ? '' : ` from ${nameOf(from)}`}.`;
  },
  assigned: (before, { by, assignee }, what) => {
    const from = before.assignee === null || before.assignee.id === assignee?.id ? null : before.assignee;
    const to = assignee === null ? 'nobody' : nameOf(assignee);
    return `${nameOf(by)} gave ${what} to ${to}${from === null ? '' : `, who takes it from ${nameOf(from)}`}.`;
  },
  waiting: (_, { by, waitingFor }, what) => {
    const whom = waitingFor === null ? 'somebody' : WAITING_WORDS[waitingFor];
    return `${nameOf(by)} needs more on ${what}: it waits for ${whom}.`;
  },
  resolved: (_, { by }, what) => `${nameOf(by)} resolved ${what}.`,
  reopened: (_, { by }, what) => `${nameOf(by)} reopened ${what}.`,
  wrong: (_, { by }, what) => `${nameOf(by)} says that the diagnosis of ${what} is wrong.`,
};

/**
 * What a change is, for the thread of the report: «Adele took case 17 from Megan.» Plain text; names are data.
 *
 * @param before the status that the change replaced
 * @param number of the case or incident
 */
export function changeWords(before: Status, change: StatusChange, number: number): string {
  const [subject, happened] = change.event.split('.', 2) as [string, string];
  const what = `${subject} ${number}`;
  const sentence = Object.hasOwn(SENTENCES, happened) ? SENTENCES[happened as Happened] : undefined;
  return sentence === undefined ? `${nameOf(change.by)} changed ${what}.` : sentence(before, change, what);
}

/** Whose data were deleted has no name any more. */
function nameOf({ name }: { readonly name: string }): string {
  return name === '' ? 'Somebody' : name;
}
