import { isObject } from '../is-object.ts';

const EVENT_VERBS = [
  'draft-create',
  'draft-save',
  'draft-cancel',
  'draft-alternative',
  'draft-free',
  'event-undo',
  'event-move',
  'event-save',
  'change-confirm',
] as const;
export type EventVerb = (typeof EVENT_VERBS)[number];

/** A pressed button of a draft or an event. */
export interface EventPress {
  readonly verb: EventVerb;
  readonly draft: string;
  /** The version that the card showed. */
  readonly version: number;
  /** With `draft-alternative`. */
  readonly index: number;
  /** With `draft-free`. */
  readonly start: string;
  /** With `event-move`. */
  readonly minutes: number;
  /** The card's inputs. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * Reads the data of a button. Cards cannot be trusted: whose draft it is and what may be done with it is looked up by
 * whoever acts on it.
 *
 * @param data `{ why401: { verb, draft, version, … }, …inputs }`
 */
export function readEventPress(data: unknown): EventPress | null {
  if (!isObject(data) || !isObject(data.why401)) return null;
  const { verb: named, draft, version, index, start, minutes } = data.why401;
  const verb = EVENT_VERBS.find((known) => known === named);
  if (verb === undefined || typeof draft !== 'string' || !/^[\w-]{16,64}$/.test(draft)) return null;
  if (typeof version !== 'number' || !Number.isSafeInteger(version)) return null;
  return {
    verb,
    draft,
    version,
    index: typeof index === 'number' ? index : -1,
    start: typeof start === 'string' ? start : '',
    // Our cards have these two; anything else was sent by somebody's own program.
    minutes: minutes === -30 ? -30 : 30,
    inputs: data,
  };
}
