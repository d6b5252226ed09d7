import { type CauseId, isCauseId } from '../../src/diagnosis/cause-id.ts';
import type { CorpusLine } from '../accuracy/diagnosis-corpus.ts';
import { type Chance, createChance } from './chance.ts';
import { appsNamedIn, corpusPastes, holdsOtherIds, holdsToken, withApp } from './corpus-reports.ts';
import { crowd, instantOf, type Person } from './day-crowd.ts';
import type { PlannedReport } from './planned-report.ts';
import { plannedShapes, type Shape } from './planned-shapes.ts';
import { APP_LINES, CLOSINGS, EDIT_ADDITIONS, EDITED_AWAY, OPENINGS } from './report-words.ts';
import { TALK, TALK_KINDS, type TalkKind } from './talk/all-talk.ts';
import { filled } from './talk/slots.ts';
import {
  deletionOf,
  editOf,
  messageId,
  messageOf,
  type Said,
  type SaidPart,
  type TeamsActivity,
  threadIn,
} from './teams-activity.ts';

/** A message that is no report. */
export interface PlannedTalk {
  readonly id: string;
  readonly kind: TalkKind;
  readonly room: string;
  readonly thread: string;
}

/** One delivery, in the order of the day. */
export interface Delivery {
  readonly at: number;
  readonly activity: TeamsActivity;
  readonly thread: string;
  /** Sent while the first delivery of the same may be under way. */
  readonly atOnce: boolean;
}

export interface GeneratedDay {
  readonly deliveries: readonly Delivery[];
  readonly reports: readonly PlannedReport[];
  readonly talk: readonly PlannedTalk[];
  readonly rooms: readonly string[];
}

export interface DaySize {
  readonly messages: number;
  readonly reports: number;
}

/** A Monday. */
const DAY = Date.UTC(2026, 10, 23);
const MINUTE_MS = 60_000;
const ROOMS = ['19:helpdesk@thread.tacv2', '19:helpdesk-apps@thread.tacv2', '19:helpdesk-plants@thread.tacv2'];
const FULL_CROWD = 1_500;
/** Of a hundred: what people and channels do. */
const SHARE = {
  reportWithHtml: 60,
  reportInCode: 25,
  bare: 12,
  opening: 85,
  closing: 45,
  appNamed: 50,
  mentioned: 8,
  edited: 5,
  editedIn: 2,
  editedAway: 3,
  deleted: 3,
  talkWithHtml: 55,
  talkInThread: 40,
  talkEdited: 2,
  deliveredAgain: 4,
  againAtOnce: 50,
} as const;

/**
 * One day in the team channels of a helpdesk, the same for the same seed. Reports are pastes of the corpus in people's own
 * words; talk is everything else.
 */
export function generateDay({ messages, reports }: DaySize, seed = 401): GeneratedDay {
  const chance = createChance(seed);
  const day = new DayBook(chance, crowd(Math.max(60, Math.ceil((FULL_CROWD * messages) / 10_000)), chance));
  for (const shape of plannedShapes(reports, corpusPastes(), DAY, ROOMS, chance)) day.report(shape);
  for (let count = 0; count < messages - reports; count += 1) day.talk();
  return day.finished();
}

interface Begun {
  readonly room: string;
  readonly root: string;
  readonly at: number;
  readonly by: Person;
}

/** Writes the day down, message by message. */
class DayBook {
  readonly #chance: Chance;
  readonly #people: readonly Person[];
  readonly #ids = new Set<string>();
  readonly #deliveries: Delivery[] = [];
  readonly #reports: PlannedReport[] = [];
  readonly #talk: PlannedTalk[] = [];
  readonly #reportThreads: Begun[] = [];
  readonly #talkThreads: Begun[] = [];
  /** Who reported in an incident already: its next reporter is somebody else. */
  readonly #reporters = new Map<string, Set<Person>>();
  /** Where the first report of an incident stands. */
  readonly #firstOf = new Map<string, Begun>();
  readonly #kinds: readonly TalkKind[];

  constructor(chance: Chance, people: readonly Person[]) {
    this.#chance = chance;
    this.#people = people;
    this.#kinds = TALK_KINDS.flatMap((kind) => Array<TalkKind>(TALK[kind].share).fill(kind));
  }

  report(shape: Shape): void {
    const chance = this.#chance;
    const person = this.#reporter(shape.incident);
    const at = this.#instant(shape.at);
    const id = messageId(at);
    const first = shape.incident === null ? undefined : this.#firstOf.get(shape.incident);
    const root = shape.inThreadOfFirst && first !== undefined ? first.root : id;
    const { parts, app } = this.#written(shape);
    const fate = shape.incident === null ? this.#fate() : 'stays';
    const mentioned = chance.percent(SHARE.mentioned);
    const said: Said = { id, at, person, room: shape.room, root, parts, form: this.#reportForm(), mentioned };
    const later = at + chance.int(30_000, 10 * MINUTE_MS);
    const { line } = shape;
    this.#reports.push({
      id,
      line: line.id,
      cause: causeOf(line),
      also: line.also,
      decidable: line.cause !== 'not-enough-evidence',
      app,
      room: shape.room,
      thread: threadIn(shape.room, root),
      person: person.id,
      at: fate === 'edited-in' ? later : at,
      gone: fate === 'edited-away' || fate === 'deleted' ? later : null,
      mentioned,
      fate,
      incident: shape.incident,
    });
    this.#deliverReport(said, fate, later);
    const begun = { room: shape.room, root, at, by: person };
    if (root === id) this.#reportThreads.push(begun);
    if (shape.incident !== null && first === undefined) this.#firstOf.set(shape.incident, begun);
  }

  talk(): void {
    const chance = this.#chance;
    const kind = chance.pick(this.#kinds);
    const text = filled(chance.pick(TALK[kind].templates), chance);
    const below = kind === 'reactions' || kind === 'thanks' ? this.#reportThreads : this.#talkThreads;
    const inThread = below.length > 0 && (kind === 'reactions' || chance.percent(SHARE.talkInThread));
    const begun = inThread ? chance.pick(below) : undefined;
    const soon = begun === undefined ? 0 : begun.at + chance.int(20_000, 40 * MINUTE_MS);
    const at = this.#instant(begun === undefined ? instantOf(DAY, chance) : soon);
    const id = messageId(at);
    const room = begun?.room ?? chance.pick(ROOMS);
    const root = begun?.root ?? id;
    // Whoever reported goes on talking in the thread.
    const person = begun !== undefined && chance.percent(35) ? begun.by : chance.pick(this.#people);
    const form = chance.percent(SHARE.talkWithHtml) ? 'html' : 'text';
    const others = /@\p{L}+/u.test(text) && !text.includes('@everyone') ? chance.pick(this.#people) : undefined;
    const parts: readonly SaidPart[] = [{ kind: 'words', text }];
    const said: Said = { id, at, person, room, root, parts, form, mentioned: false, ...(others && { others }) };
    this.#talk.push({ id, kind, room, thread: threadIn(room, root) });
    this.#deliver(at, messageOf(said));
    if (chance.percent(SHARE.talkEdited)) {
      const later = at + chance.int(5_000, 5 * MINUTE_MS);
      this.#deliver(later, editOf({ ...said, parts: [{ kind: 'words', text: `${text} …` }] }, later));
    }
    if (begun === undefined) this.#talkThreads.push({ room, root, at, by: person });
  }

  finished(): GeneratedDay {
    const inOrder = <T extends { readonly at: number }>(all: readonly T[]): readonly T[] =>
      all.toSorted((a, b) => a.at - b.at);
    return { deliveries: inOrder(this.#deliveries), reports: inOrder(this.#reports), talk: this.#talk, rooms: ROOMS };
  }

  #reporter(incident: string | null): Person {
    const others = (incident === null ? undefined : this.#reporters.get(incident)) ?? new Set<Person>();
    let person = this.#chance.pick(this.#people);
    while (others.has(person)) person = this.#chance.pick(this.#people);
    if (incident !== null) this.#reporters.set(incident, others.add(person));
    return person;
  }

  #instant(wanted: number): number {
    let at = wanted;
    while (this.#ids.has(messageId(at))) at += 1;
    this.#ids.add(messageId(at));
    return at;
  }

  #fate(): PlannedReport['fate'] {
    let roll = this.#chance.next() * 100;
    for (const [fate, share] of FATES) {
      if (roll < share) return fate;
      roll -= share;
    }
    return 'stays';
  }

  #reportForm(): Said['form'] {
    if (!this.#chance.percent(SHARE.reportWithHtml)) return 'text';
    return this.#chance.percent(SHARE.reportInCode) ? 'html-code' : 'html';
  }

  /** The paste in its author's own words, and the app that it names. */
  #written({ line, app: wanted, at }: Shape): {
    readonly parts: readonly SaidPart[];
    readonly app: PlannedReport['app'];
  } {
    const chance = this.#chance;
    const named = appsNamedIn(line.paste);
    const unclear = holdsToken(line.paste) || holdsOtherIds(line.paste) || named.length > 1;
    const parts: SaidPart[] = [];
    const bare = chance.percent(SHARE.bare);
    if (!bare && chance.percent(SHARE.opening))
      parts.push({ kind: 'words', text: filled(chance.pick(OPENINGS), chance) });
    parts.push({ kind: 'paste', text: wanted === null ? line.paste : withApp(line.paste, wanted, chance) });
    let app: PlannedReport['app'] = unclear ? 'unclear' : (wanted ?? named[0] ?? null);
    if (named.length === 0 && !unclear && (wanted !== null || chance.percent(SHARE.appNamed))) {
      app = wanted ?? chance.guid();
      // A paste with a time of its own was copied without the page's.
      const clock = /\b20\d\d-/.test(line.paste) ? null : new Date(at).toISOString();
      parts.push({ kind: 'paste', text: chance.pick(APP_LINES)(app, clock, () => chance.guid()) });
    }
    if (!bare && chance.percent(SHARE.closing))
      parts.push({ kind: 'words', text: filled(chance.pick(CLOSINGS), chance) });
    return { parts: parts.filter(({ text }) => text !== ''), app };
  }

  #deliverReport(said: Said, fate: PlannedReport['fate'], later: number): void {
    const chance = this.#chance;
    const words = (from: readonly string[]): SaidPart => ({ kind: 'words', text: filled(chance.pick(from), chance) });
    // Who writes first and pastes then: the first version shows nothing.
    const before: Said = { ...said, parts: [words(OPENINGS)] };
    this.#deliver(said.at, messageOf(fate === 'edited-in' ? before : said));
    switch (fate) {
      case 'stays':
        break;
      case 'edited':
        this.#deliver(later, editOf({ ...said, parts: [...said.parts, words(EDIT_ADDITIONS)] }, later));
        break;
      case 'edited-in':
        this.#deliver(later, editOf(said, later));
        break;
      case 'edited-away':
        this.#deliver(later, editOf({ ...said, parts: [words(EDITED_AWAY)] }, later));
        break;
      case 'deleted':
        this.#deliver(later, deletionOf(said, later));
        break;
    }
  }

  #deliver(at: number, activity: TeamsActivity): void {
    const { id: thread } = activity.conversation as { readonly id: string };
    this.#deliveries.push({ at, activity, thread, atOnce: false });
    if (!this.#chance.percent(SHARE.deliveredAgain)) return;
    const atOnce = this.#chance.percent(SHARE.againAtOnce);
    // Teams gives up after fifteen seconds and sends the same again.
    this.#deliveries.push({ at: at + (atOnce ? 1 : 15_000), activity, thread, atOnce });
  }
}

const FATES: readonly (readonly [PlannedReport['fate'], number])[] = [
  ['edited', SHARE.edited],
  ['edited-in', SHARE.editedIn],
  ['edited-away', SHARE.editedAway],
  ['deleted', SHARE.deleted],
];

function causeOf({ id, cause }: CorpusLine): CauseId {
  if (!isCauseId(cause)) throw new TypeError(`The corpus line ${id} names no known cause`);
  return cause;
}
