/** What comes back under `why401` when a button of a helpdesk card is pressed. */
export const TRIAGE_VERBS = [
  'triage-take',
  'triage-assign',
  'triage-wait',
  'triage-resolve',
  'triage-reopen',
  'triage-wrong',
  'triage-fixed',
  'triage-explain',
  'triage-show',
] as const;
export type TriageVerb = (typeof TRIAGE_VERBS)[number];

/** What a button is about. */
export interface TriageSubject {
  readonly what: 'case' | 'incident';
  readonly number: number;
}

export interface TriageData extends TriageSubject {
  readonly verb: TriageVerb;
  /** Of the status that the card showed: a press on an older one is told so. */
  readonly version: number;
}

/** Ids of the inputs; they come back beside `why401`. */
export const ASSIGNEE_INPUT = 'assignee';
export const WAITING_INPUT = 'waitingFor';
