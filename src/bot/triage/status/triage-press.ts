import {
  ASSIGNEE_INPUT,
  TRIAGE_VERBS,
  type TriageData,
  WAITING_INPUT,
} from '../../../presentation/cards/triage/triage-data.ts';
import { WAITING_FOR, type WaitingFor } from '../../../storage/triage-store.ts';
import { isObject } from '../../is-object.ts';

/** A pressed button of a helpdesk card. */
export interface TriagePress extends TriageData {
  /** What was chosen beside «Assign»: an id of the channel or of the directory; empty where nothing was. */
  readonly assignee: string;
  readonly waitingFor: WaitingFor;
}

const LONGEST_ID = 300;

/**
 * Reads the data of a button. Cards cannot be trusted: who may do what is looked up by whoever acts on it.
 *
 * @param data `{ why401: { verb, what, number, version }, assignee, waitingFor }`
 */
export function readTriagePress(data: unknown): TriagePress | null {
  if (!isObject(data) || !isObject(data.why401)) return null;
  const { verb: named, what, number, version } = data.why401;
  const verb = TRIAGE_VERBS.find((known) => known === named);
  if (verb === undefined || (what !== 'case' && what !== 'incident')) return null;
  if (!isCount(number) || !isCount(version)) return null;
  const chosen = data[ASSIGNEE_INPUT];
  const assignee = typeof chosen === 'string' && chosen.length <= LONGEST_ID ? chosen.trim() : '';
  const waitingFor = WAITING_FOR.find((known) => known === data[WAITING_INPUT]) ?? 'end-user';
  return { verb, what, number, version, assignee, waitingFor };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
