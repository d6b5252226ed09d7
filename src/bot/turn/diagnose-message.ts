import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { ROOT_CAUSES } from '../../diagnosis/causes/index.ts';
import type { Diagnosis, FoundSecret } from '../../diagnosis/diagnosis.ts';
import { parseRemembered, type Remembered } from '../../diagnosis/remember.ts';
import { diagnosisCard } from '../../presentation/cards/diagnosis-card.ts';
import { diagnosisText } from '../../presentation/cards/diagnosis-text.ts';
import type { ActivityText } from '../activity-text.ts';
import type { Answer } from '../answer.ts';
import { LONGEST_PASTE } from '../commands/unreadable.ts';
import { memoryOwner } from '../conversation-key.ts';
import { scopeOf } from '../conversation-scope.ts';
import type { EngineResult } from '../engine.ts';
import { textOfHtml } from '../html-paste.ts';
import type { TurnParts } from './turn-parts.ts';

/** Evidence adds up for so long: header first, token two messages later. */
export const REMEMBERED_FOR_MS = 30 * 60_000;

export interface MessageDiagnosis {
  /** `null` where there is nothing to diagnose. */
  readonly answer: Answer | null;
  readonly secrets: readonly FoundSecret[];
  /** Whether the message gave evidence of its own, which is now kept. */
  readonly evidence: boolean;
}

/** Reads a message together with what its author sent here before, and keeps what it gave for the next. */
export async function diagnoseMessage(
  parts: TurnParts,
  activity: Activity,
  received: ActivityText,
): Promise<MessageDiagnosis> {
  const now = parts.now();
  const owner = memoryOwner(activity);
  const entries = owner === undefined ? [] : await parts.store.memory.recall(owner, now);
  const earlier = entries
    .filter((entry) => entry.activityId !== activity.id)
    .map((entry) => parseRemembered(entry.remembered))
    .filter((remembered): remembered is Remembered => remembered !== undefined);
  const { diagnosis, remembered, readSomething } = read(parts, received, now, earlier);
  const { secrets } = diagnosis;
  const personal = scopeOf(activity) === 'personal';
  if (!readSomething) {
    return { answer: personal && secrets.length > 0 ? answerOf(diagnosis, true) : null, secrets, evidence: false };
  }
  if (owner !== undefined) {
    // Before the answer goes out: a turn that fails while sending is delivered again and replaces the entry.
    const activityId = activity.id ?? randomUUID();
    await parts.store.memory.keep(owner, { activityId, at: now, expires: now + REMEMBERED_FOR_MS, remembered });
  }
  parts.logger.debug({ cause: diagnosis.cause, verdict: diagnosis.verdict, earlier: earlier.length }, 'diagnosed');
  return { answer: answerOf(diagnosis, personal), secrets, evidence: true };
}

/** Only what a message gives away, for messages that the bot is not asked to answer. Nothing is kept. */
export function secretsOf(parts: TurnParts, received: ActivityText): readonly FoundSecret[] {
  const { html, text } = received;
  const paste = html === null ? text.slice(0, LONGEST_PASTE) : textOfHtml(html.slice(0, LONGEST_PASTE));
  return paste === '' ? [] : parts.diagnose(paste, { now: parts.now() }).diagnosis.secrets;
}

/** @param showSecrets false where others read along: there live credentials are named to their owner alone */
function answerOf(diagnosis: Diagnosis, showSecrets: boolean): Answer {
  const shown = showSecrets ? diagnosis : { ...diagnosis, secrets: [] };
  const explanation = shown.cause === 'not-enough-evidence' ? undefined : ROOT_CAUSES[shown.cause].explanation;
  return {
    text: () => diagnosisText(shown, { showSecrets }),
    card: diagnosisCard(shown, {
      diagnosisId: randomUUID(),
      showSecrets,
      ...(explanation === undefined ? {} : { explanation }),
    }),
    summary: shown.headline,
  };
}

/** The HTML first, because Teams keeps line breaks and code blocks only there; the text where the HTML gave nothing. */
function read(parts: TurnParts, received: ActivityText, now: number, earlier: readonly Remembered[]): EngineResult {
  const { html, text } = received;
  const options = earlier.length > 0 ? { now, earlier } : { now };
  if (html === null || html.length > LONGEST_PASTE) return parts.diagnose(text, options);
  const fromHtml = parts.diagnose(textOfHtml(html), options);
  if (fromHtml.readSomething || text === '') return fromHtml;
  const fromText = parts.diagnose(text, options);
  return fromText.readSomething || fromText.diagnosis.secrets.length > 0 ? fromText : fromHtml;
}
