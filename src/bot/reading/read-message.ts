import type { CauseId } from '../../diagnosis/cause-id.ts';
import { ROOT_CAUSES } from '../../diagnosis/causes/index.ts';
import type { Diagnosis, FoundSecret } from '../../diagnosis/diagnosis.ts';
import { maskPictureSecrets } from '../../diagnosis/ocr/picture-secrets.ts';
import { parseRemembered, type Remembered } from '../../diagnosis/remember.ts';
import { maskPaste } from '../../diagnosis/secrets/mask-paste.ts';
import { diagnosisCardJson } from '../../presentation/cards/diagnosis/diagnosis-card.ts';
import { diagnosisText } from '../../presentation/cards/diagnosis/diagnosis-text.ts';
import { PICTURE_LEAD, pictureWords } from '../../presentation/cards/diagnosis/picture-quote.ts';
import { caseContentOf } from '../../presentation/case-content.ts';
import { LONGEST_PASTE } from '../commands/unreadable.ts';
import type { Engine, EngineOptions, EngineResult } from '../engine.ts';
import { textOfHtml } from '../html-paste.ts';
import type { MessageToRead, ReadMessage } from './message-reader.ts';
import { otherFailures } from './other-failures.ts';

/** Reads one message and writes the answer to it. Pure. */
export function readMessage(engine: Engine, message: MessageToRead): ReadMessage {
  const { paste, read, ofOthers } = diagnoseMessage(engine, message);
  const { diagnosis, remembered, readSomething, shown, about } = read;
  return {
    readSomething,
    shown: shown ?? readSomething,
    secrets: diagnosis.secrets,
    remembered: JSON.stringify(remembered),
    cause: diagnosis.cause,
    verdict: diagnosis.verdict,
    headline: diagnosis.headline,
    owner: diagnosis.fix?.owner ?? diagnosis.findings[0]?.owner ?? null,
    about: about ?? { app: null, tenant: null },
    answer: answerTo(
      message.form === 'case' ? diagnosis : withOthers(engine, message, paste, diagnosis),
      message,
      ofOthers,
    ),
  };
}

/**
 * With what else failed, where the message is a log; that is no other possibility then. What stands in a picture is no log:
 * its lines are cut.
 */
function withOthers(
  engine: Engine,
  { now, pictureFrom }: MessageToRead,
  paste: string,
  diagnosis: Diagnosis,
): Diagnosis {
  if (pictureFrom !== undefined) return diagnosis;
  const others = otherFailures(paste, diagnosis, (part) => engine(part, { now }).diagnosis);
  if (others.length === 0) return diagnosis;
  const [first, ...further] = diagnosis.findings;
  const causes = new Set<CauseId>(others.map(({ cause }) => cause));
  return {
    ...diagnosis,
    findings: first === undefined ? [] : [first, ...further.filter(({ cause }) => !causes.has(cause))],
    remarks: [...others.map(({ words }) => words), ...diagnosis.remarks],
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

function answerTo(diagnosis: Diagnosis, message: MessageToRead, ofOthers = false): string {
  const { showSecrets, diagnosisId, signIn, form, readFromPicture, inDialog } = message;
  if (form === 'case') return JSON.stringify(caseContentOf(diagnosis, maskedExcerpt(message, ofOthers)));
  const shown = showSecrets ? diagnosis : { ...diagnosis, secrets: [] };
  if (form === 'text') {
    const words = diagnosisText(shown, { showSecrets });
    return readFromPicture === undefined ? words : `${words}\n\n${PICTURE_LEAD}\n${pictureWords(readFromPicture)}`;
  }
  const explanation = shown.cause === 'not-enough-evidence' ? undefined : ROOT_CAUSES[shown.cause].explanation;
  return diagnosisCardJson(shown, {
    diagnosisId,
    showSecrets,
    signIn,
    ...(readFromPicture === undefined ? {} : { readFromPicture }),
    ...(inDialog === undefined ? {} : { inDialog }),
    ...(explanation === undefined ? {} : { explanation }),
  });
}

/** Masked before it is cut: half a token is not known as one. */
function maskedExcerpt({ html, text, quoted, pictureFrom }: MessageToRead, ofOthers: boolean): string {
  const own = text === '' && html !== null ? textOfHtml(html.slice(0, MASKED_LENGTH)) : text;
  const whole = (own === '' || ofOthers) && quoted !== undefined ? quoted : own;
  const masked = maskPaste(whole.slice(0, MASKED_LENGTH));
  return (pictureFrom === undefined ? masked : maskPictureSecrets(masked)).slice(0, EXCERPT_LENGTH);
}

/** Far more than the longest credential behind the excerpt's end. */
const MASKED_LENGTH = 32_768;
const EXCERPT_LENGTH = 400;

/** What of a message was read, and what it gave. */
interface DiagnosedMessage {
  readonly paste: string;
  readonly read: EngineResult;
  /** Whether that stood in what the message quotes. */
  readonly ofOthers?: boolean;
}

function diagnoseMessage(engine: Engine, message: MessageToRead): DiagnosedMessage {
  const own = diagnoseOwn(engine, message);
  const { quoted, now } = message;
  if (own.read.readSomething || quoted === undefined) return own;
  const paste = [quoted, own.paste]
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, LONGEST_PASTE);
  // What the asker said before is another story than somebody else's message.
  const read = engine(paste, { now });
  return read.readSomething || read.diagnosis.secrets.length > 0 ? { paste, read, ofOthers: true } : own;
}

/** The HTML first, because Teams keeps line breaks and code blocks only there; the text where the HTML gave nothing. */
function diagnoseOwn(engine: Engine, message: MessageToRead): DiagnosedMessage {
  const { html, text, now, earlier, pictureFrom } = message;
  const options: EngineOptions = {
    now,
    ...(earlier.length > 0 ? { earlier: earlier.flatMap(rememberedIn) } : {}),
  };
  // With a picture everything stands in the text: what was typed, then what was read.
  if (pictureFrom !== undefined) return { paste: text, read: engine(text, { ...options, pictureFrom }) };
  if (html === null || html.length > LONGEST_PASTE) return { paste: text, read: engine(text, options) };
  const fromHtml = textOfHtml(html);
  const first = { paste: fromHtml, read: engine(fromHtml, options) };
  if (first.read.readSomething || text === '') return first;
  const second = { paste: text, read: engine(text, options) };
  return second.read.readSomething || second.read.diagnosis.secrets.length > 0 ? second : first;
}

/** What cannot be read any more is as good as forgotten. */
function rememberedIn(json: string): Remembered[] {
  try {
    const remembered = parseRemembered(JSON.parse(json));
    return remembered === undefined ? [] : [remembered];
  } catch {
    return [];
  }
}
