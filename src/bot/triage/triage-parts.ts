import type { CloudAdapter } from 'botbuilder';
import type { TurnParts } from '../turn/turn-parts.ts';
import type { PacedUpdates } from './cards/paced-updates.ts';
import type { DeskRecords } from './desk/desk-record.ts';

/** How a helpdesk works here, as the installer wants it. */
export interface TriageOptions {
  /** Who may take and resolve cases in every channel: object ids in lower case, or ids of the channel (`29:…`). */
  readonly agents?: readonly string[];
  /** Within which cases with one cause and app are one incident. */
  readonly windowMs?: number;
}

export const DEFAULT_WINDOW_MS = 60 * 60_000;

/** What the turns of a helpdesk work with; made once. */
export interface TriageParts {
  readonly turn: TurnParts;
  /** For messages into other threads than that of the turn. */
  readonly adapter: CloudAdapter;
  /** Object ids in lower case, and ids of the channel as they are. */
  readonly installed: ReadonlySet<string>;
  readonly windowMs: number;
  readonly records: DeskRecords;
  readonly updates: PacedUpdates;
}
