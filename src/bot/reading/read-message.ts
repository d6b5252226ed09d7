import { ROOT_CAUSES } from '../../diagnosis/causes/index.ts';
import type { Diagnosis, FoundSecret } from '../../diagnosis/diagnosis.ts';
import { diagnosisCardJson } from '../../presentation/cards/diagnosis-card.ts';
import { diagnosisText } from '../../presentation/cards/diagnosis-text.ts';
import { LONGEST_PASTE } from '../commands/unreadable.ts';
import type { Engine, EngineResult } from '../engine.ts';
import { textOfHtml } from '../html-paste.ts';
import { asciiJson } from '../written-card.ts';
import type { MessageToRead, ReadMessage } from './message-reader.ts';

/** Reads one message and writes the answer to it. Pure. */
export function readMessage(engine: Engine, message: MessageToRead): ReadMessage {
  const { diagnosis, remembered, readSomething } = diagnoseMessage(engine, message);
  return {
    readSomething,
    secrets: diagnosis.secrets,
    remembered,
    cause: diagnosis.cause,
    verdict: diagnosis.verdict,
    headline: diagnosis.headline,
    answer: answerTo(diagnosis, message),
  };
}

/** Only what a message gives away. Nothing is kept. */
export function readSecrets(
  engine: Engine,
  { html, text, now }: Pick<MessageToRead, 'text' | 'html' | 'now'>,
): readonly FoundSecret[] {
  const paste = html === null ? text.slice(0, LONGEST_PASTE) : textOfHtml(html.slice(0, LONGEST_PASTE));
  return paste === '' ? [] : engine(paste, { now }).diagnosis.secrets;
}

function answerTo(diagnosis: Diagnosis, { showSecrets, diagnosisId, signIn, form }: MessageToRead): string {
  const shown = showSecrets ? diagnosis : { ...diagnosis, secrets: [] };
  if (form === 'text') return diagnosisText(shown, { showSecrets });
  const explanation = shown.cause === 'not-enough-evidence' ? undefined : ROOT_CAUSES[shown.cause].explanation;
  return asciiJson(
    diagnosisCardJson(shown, {
      diagnosisId,
      showSecrets,
      signIn,
      ...(explanation === undefined ? {} : { explanation }),
    }),
  );
}

/** The HTML first, because Teams keeps line breaks and code blocks only there; the text where the HTML gave nothing. */
function diagnoseMessage(engine: Engine, { html, text, now, earlier }: MessageToRead): EngineResult {
  const options = earlier.length > 0 ? { now, earlier } : { now };
  if (html === null || html.length > LONGEST_PASTE) return engine(text, options);
  const fromHtml = engine(textOfHtml(html), options);
  if (fromHtml.readSomething || text === '') return fromHtml;
  const fromText = engine(text, options);
  return fromText.readSomething || fromText.diagnosis.secrets.length > 0 ? fromText : fromHtml;
}
