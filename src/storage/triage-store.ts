/**
 * The part of the storage port that keeps helpdesk cases. test/contract/triage-store.contract.ts holds for every
 * implementation.
 *
 * A **desk** is one team channel: the channel and the conversation without its thread (`msteams/19:…@thread.tacv2`).
 * A **case** is one report: what one person has in one thread. An **incident** is cases of several people with the same
 * cause and app in one window. Numbers count up within a desk, cases and incidents apart. All instants are milliseconds
 * since 1970. Nothing here holds a secret: `content` is made of masked text only.
 */
export interface TriageStore {
  /**
   * Opens the case of this person in this thread, or replaces what is known of it (a later message, an edit). In the same
   * step it joins or forms an incident, atomically over all instances:
   *
   * - an incident of the same desk, cause and app, whose last report is younger than the window, takes it in; a resolved
   *   one is reopened by it;
   * - else, where somebody else has a case of the same cause and app younger than the window, both (all) become one;
   * - else, or where `groups` is false, it stands alone. A case whose cause or app changed leaves its incident first.
   *
   * A case keeps the message that began it, the one that this quoted, and when that was. A report by that very message is an edit: unless it names
   * another cause or app, it tells of nothing new. Any other one opens a resolved case again, and its incident with it.
   * An incident that all have left is resolved, by nobody.
   */
  report(report: NewReport, rule: GroupingRule): Promise<Reported>;
  /** Keeps which message of the bot answers a case, and when; the newest message, the first instant. */
  answered(desk: string, number: number, card: string, at: number): Promise<void>;
  /** Keeps which message of the bot shows an incident. Only the first one of them; returns what is kept. */
  shown(desk: string, incident: number, thread: string, card: string): Promise<{ thread: string; card: string }>;
  readCase(desk: string, number: number): Promise<StoredCase | undefined>;
  readIncident(desk: string, number: number): Promise<StoredIncident | undefined>;
  /** The case of a person in a thread; of whoever reported there last where no person is given. */
  caseIn(desk: string, thread: string, reporter?: string): Promise<StoredCase | undefined>;
  /** The case that a message began: one that says so itself, or one that another message quoted. */
  caseOf(desk: string, messageId: string): Promise<StoredCase | undefined>;
  /** Oldest first. */
  casesOf(desk: string, incident: number, limit: number): Promise<readonly StoredCase[]>;
  /**
   * Replaces the status of a case or an incident, where `version` is still the stored one, and writes the change into the
   * outbox in the same step. `undefined` where somebody else was first: nothing is changed then. The cases of an incident
   * keep their own status.
   */
  changeCase(desk: string, number: number, version: number, change: StatusChange): Promise<StoredCase | undefined>;
  changeIncident(
    desk: string,
    number: number,
    version: number,
    change: StatusChange,
  ): Promise<StoredIncident | undefined>;
  /** Removes the case that a message began (it was deleted) and takes it out of its incident; false where there is none. */
  withdraw(desk: string, activityId: string, at: number): Promise<boolean>;
  /** What is not resolved, newest report first. */
  openIncidents(desk: string, limit: number): Promise<readonly StoredIncident[]>;
  /** Not resolved; of one assignee, where one is given; newest first. */
  openCases(desk: string, limit: number, assignee?: string): Promise<readonly StoredCase[]>;
  /**
   * What the board needs, in time that does not depend on how many cases were ever kept. Whole hours, from the one that
   * `since` is in; those of the last eight days are kept.
   */
  totals(desk: string, since: number): Promise<DeskTotals>;
  /** What one cause did since an instant: people, and apps as far as they are known. */
  burst(desk: string, cause: string, since: number): Promise<Burst>;
  /** Every case reported in [from, to), oldest first, in pages: pass the last number of the page before. */
  list(
    desk: string | null,
    from: number,
    to: number,
    after: CasePlace | null,
    limit: number,
  ): Promise<readonly StoredCase[]>;
  /** Removes a whole desk (the bot was removed from the team); returns how many cases that were. */
  removeDesk(desk: string): Promise<number>;
}

/** Where a listing goes on. */
export interface CasePlace {
  readonly reported: number;
  readonly desk: string;
  readonly number: number;
}

/** Somebody in a desk: who reported, took or changed. */
export interface Party {
  /** As the channel names them: `29:…`. Empty once a person's data were deleted. */
  readonly id: string;
  readonly name: string;
}

export const CASE_STATES = ['open', 'taken', 'waiting', 'resolved', 'reopened'] as const;
export type CaseState = (typeof CASE_STATES)[number];
export const WAITING_FOR = ['end-user', 'app-developer', 'tenant-admin', 'microsoft'] as const;
/** Whom a case waits for: the owners of root causes that can be waited for. */
export type WaitingFor = (typeof WAITING_FOR)[number];

/** What one message reports, as it was read. */
export interface NewReport {
  readonly desk: string;
  /** The conversation id with its thread. */
  readonly thread: string;
  readonly activityId: string;
  /** The message of somebody else that it quotes, where it is theirs that was handed in. */
  readonly quotedId: string | null;
  readonly serviceUrl: string;
  /** The tenant of the desk, for conversations that the bot begins there. */
  readonly deskTenant: string | null;
  readonly reporter: Party;
  readonly cause: string;
  readonly verdict: string;
  /** Client id and tenant as the report names them. */
  readonly app: string | null;
  readonly tenant: string | null;
  readonly headline: string;
  /** Who must act: an owner of the root cause. */
  readonly owner: string;
  readonly diagnosisId: string;
  /** JSON: what the card is drawn from, with the masked excerpt. */
  readonly content: string;
  readonly at: number;
}

/** Which reports with one cause and app belong to one incident. */
export interface GroupingRule {
  readonly windowMs: number;
  /** False for a cause that must not be counted together (nothing is known of it). */
  readonly groups: boolean;
}

/** How far a case or an incident has come. */
export interface Status {
  readonly state: CaseState;
  readonly assignee: Party | null;
  readonly waitingFor: WaitingFor | null;
}

/**
 * All that can happen to a case or an incident, as a ticket system is told of it: a contract with other programs
 * (docs/webhook.md). Further ones may come; receivers pass over what they do not know.
 */
export const CASE_EVENTS = [
  'case.opened',
  'case.updated',
  'case.withdrawn',
  'case.taken',
  'case.assigned',
  'case.released',
  'case.waiting',
  'case.resolved',
  'case.reopened',
  'case.wrong',
  'incident.opened',
  'incident.grew',
  'incident.taken',
  'incident.assigned',
  'incident.released',
  'incident.waiting',
  'incident.resolved',
  'incident.reopened',
  'incident.wrong',
] as const;
export type CaseEventType = (typeof CASE_EVENTS)[number];

/** The next status, with what happened and by whom. */
export interface StatusChange extends Status {
  /** What happened, for the outbox. */
  readonly event: CaseEventType;
  /** Somebody said that the diagnosis is wrong. Of cases only; stays once said. */
  readonly wrong: boolean;
  readonly by: Party;
  readonly at: number;
}

interface Tracked extends Status {
  readonly desk: string;
  readonly number: number;
  /** Counts changes of the status, and nothing else: a report that joins an incident takes no button from anybody. */
  readonly version: number;
  /** Who changed the status last; `null` while nobody did. */
  readonly changedBy: Party | null;
  readonly changed: number;
  /** When it was first taken, and last resolved, also where it is open again; `null` while it never was. */
  readonly taken: number | null;
  readonly resolved: number | null;
}

/** What one person has in one thread. */
export interface StoredCase extends Omit<NewReport, 'at'>, Tracked {
  readonly incident: number | null;
  readonly reported: number;
  readonly answered: number | null;
  /** The bot's message that answers it. */
  readonly card: string | null;
  readonly wrong: boolean;
}

/** Cases of several people with one cause and app within the window. */
export interface StoredIncident extends Tracked {
  readonly cause: string;
  readonly app: string | null;
  /** Of its first case. */
  readonly headline: string;
  readonly owner: string;
  readonly serviceUrl: string;
  readonly deskTenant: string | null;
  /** The thread and message that show it; `null` until `shown`. */
  readonly thread: string | null;
  readonly card: string | null;
  /** When the first of its cases was reported. */
  readonly opened: number;
  readonly lastReport: number;
  readonly cases: number;
  readonly people: number;
}

/** What became of a report. */
export interface Reported {
  readonly case: StoredCase;
  /** False where this person had a case in this thread already. */
  readonly isNew: boolean;
  /** The incident it belongs to now. */
  readonly incident: StoredIncident | null;
  /** Whether this very report made it one. */
  readonly formed: boolean;
  /** Whether this very report opened a resolved one again. */
  readonly reopened: boolean;
}

/** The numbers of a board: kept with each report, so that reading them does not grow with the cases. */
export interface DeskTotals {
  readonly openCases: number;
  readonly openIncidents: number;
  /** Cases by the hour in which they were reported (the hour's first instant) and by cause, from `since` on. */
  readonly hours: readonly { readonly hour: number; readonly cause: string; readonly cases: number }[];
}

/** How many met one cause in a short time: what a probable outage is told by. */
export interface Burst {
  readonly people: number;
  readonly apps: number;
  readonly cases: number;
  /** The first of them; `null` where there is none. */
  readonly since: number | null;
}

/**
 * What is to be told to a ticket system. Rows are written in the step that changes a case, so a restart loses none, and
 * leave when they were delivered. The order within a desk is kept by `id`.
 */
export interface Outbox {
  /** Switched on by whoever delivers; without it nothing is written. */
  enable(): void;
  /**
   * The right to deliver what is due, until `until`: a row goes to one over all instances. Oldest first; a row of a case
   * or an incident is never given while an earlier one of it is still there, claimed or waiting for its next try.
   */
  claim(at: number, until: number, limit: number): Promise<readonly OutboxRow[]>;
  delivered(id: string): Promise<void>;
  /** Counts one attempt and gives the row back for `next`. */
  failed(id: string, next: number): Promise<void>;
  /** How many wait, and since when the oldest does. */
  waiting(): Promise<{ readonly rows: number; readonly oldest: number | null }>;
}

/** One change that a ticket system is to be told of. */
export interface OutboxRow {
  /** Increasing. Names the delivery to the receiver, which may get it twice. */
  readonly id: string;
  readonly desk: string;
  readonly subject: 'case' | 'incident';
  readonly number: number;
  /** One of CASE_EVENTS, as text: another version may have written one that this one does not know. */
  readonly event: string;
  /** JSON: the case or the incident as it stood after the change, `content` left out. */
  readonly snapshot: string;
  readonly at: number;
  readonly attempts: number;
}
