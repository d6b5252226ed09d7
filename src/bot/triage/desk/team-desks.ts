import type { Activity } from 'botbuilder';
import { StoreConflictError } from '../../../storage/store.ts';
import { channelDataField } from '../../channel-data.ts';
import type { TriageParts } from '../triage-parts.ts';
import { removeAgents } from './agents.ts';
import { type DeskPlace, deskKey } from './desk-place.ts';

/** A team has at most a thousand channels. */
const MOST_DESKS = 1_000;
const REMEMBERED_EVERY_MS = 24 * 60 * 60_000;
const KNOWN_DESKS = 20_000;
const FIRST = 'first';
const WRITE_ATTEMPTS = 20;

/** Which channels of a team had a desk: whoever removes the bot removes it from all of them. */
export interface TeamDesks {
  /** Keeps that this channel belongs to its team. Once a day for each, so that it is not pruned. */
  remember(activity: Activity, place: DeskPlace): Promise<void>;
  /** The desks of the team that an event is about, its own conversation included. */
  of(activity: Activity, place: DeskPlace): Promise<readonly string[]>;
  forget(activity: Activity): Promise<void>;
}

export function createTeamDesks({ turn }: Pick<TriageParts, 'turn'>): TeamDesks {
  const { state } = turn.store;
  const known = new Map<string, number>();
  const desksIn = (document: unknown): readonly string[] => {
    const desks: unknown = (document as { desks?: unknown } | undefined)?.desks;
    return Array.isArray(desks) ? desks.filter((desk): desk is string => typeof desk === 'string') : [];
  };

  return {
    async remember(activity, { desk }) {
      const key = teamKey(activity);
      if (key === undefined || turn.now() - (known.get(desk) ?? Number.NEGATIVE_INFINITY) < REMEMBERED_EVERY_MS) return;
      for (let attempt = 1; ; attempt += 1) {
        const found = (await state.read([key]))[key];
        const desks = desksIn(found);
        if (desks.length >= MOST_DESKS && !desks.includes(desk)) return;
        const next = desks.includes(desk) ? desks : [...desks, desk];
        try {
          await state.write({ [key]: { desks: next, at: turn.now(), eTag: found?.eTag ?? FIRST } });
          break;
        } catch (err) {
          if (!(err instanceof StoreConflictError) || attempt === WRITE_ATTEMPTS) throw err;
        }
      }
      if (known.size >= KNOWN_DESKS) known.clear();
      known.set(desk, turn.now());
    },
    async of(activity, { desk }) {
      const key = teamKey(activity);
      if (key === undefined) return [desk];
      const found = (await state.read([key]))[key];
      return [...new Set([desk, ...desksIn(found)])];
    },
    async forget(activity) {
      const key = teamKey(activity);
      if (key !== undefined) await state.delete([key]);
      known.clear();
    },
  };
}

/** Removes what is kept of channels from which the bot was removed. */
export async function removeDesks(parts: TriageParts, desks: readonly string[]): Promise<void> {
  const { turn, records } = parts;
  let cases = 0;
  for (const desk of desks) {
    await removeAgents(parts, desk, await records.read(desk));
    cases += await turn.store.triage.removeDesk(desk);
  }
  await records.remove(desks);
  turn.logger.info({ desks: desks.length, cases }, 'a helpdesk was removed with its channel');
}

/** The channel that an event is about, where it names one: `channelDeleted` comes in the team's own conversation. */
export function deskOfChannel(activity: Activity): string | undefined {
  const channel = channelDataField(activity.channelData, 'channel', 'id');
  return channel === undefined ? undefined : deskKey(activity.channelId, channel);
}

function teamKey({ channelId, channelData }: Activity): string | undefined {
  const team = channelDataField(channelData, 'team', 'id');
  return team === undefined ? undefined : `teams/${channelId}/${team}`;
}
