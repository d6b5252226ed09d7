import { isJsonObject } from '../../json-object.ts';
import type { PersonActivity } from './person-activity.ts';

/** Longer than the channel waits: a developer may stand in a debugger. */
const WITHIN_MS = 60_000;

export interface BotAnswer {
  /** `null` where the bot did not answer at all. */
  readonly status: number | null;
  /** The answer of an invoke; `null` where there was none. */
  readonly body: unknown;
}

/** Hands an activity to the bot, as the channel does. */
export async function sendToBot(endpoint: string, activity: PersonActivity): Promise<BotAnswer> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
      redirect: 'error',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    return { status: response.status, body: parsed(await response.text()) };
  } catch {
    return { status: null, body: null };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

export interface CardAnswer {
  /** A card to stand in the place of the one that was clicked. */
  readonly card?: unknown;
  /** A message below the card. */
  readonly message?: string;
}

/**
 * What the answer of an `adaptiveCard/action` asks the client to show.
 *
 * @see https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
 */
export function cardAnswer(body: unknown): CardAnswer {
  if (!isJsonObject(body)) return {};
  const { type, value } = body;
  if (type === 'application/vnd.microsoft.card.adaptive') return { card: value };
  if (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string') return { message: value };
  if (type === 'application/vnd.microsoft.error' && isJsonObject(value) && typeof value.message === 'string') {
    return { message: value.message };
  }
  return {};
}
