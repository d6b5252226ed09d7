import { randomUUID } from 'node:crypto';
import type { Activity, TurnContext } from 'botbuilder';
import { logFailure } from '../../logging/log-failure.ts';
import type { PictureReader } from '../../pictures/picture-reader.ts';
import { PICTURE_LEAD, pictureWords } from '../../presentation/cards/picture-quote.ts';
import { whatToPasteText } from '../../presentation/cards/what-to-paste-card.ts';
import { type ActivityText, readActivityText } from '../activity-text.ts';
import { type Answer, showsCards } from '../answer.ts';
import { LONGEST_PASTE } from '../commands/unreadable.ts';
import { memoryOwner } from '../conversation-key.ts';
import { isAddressed, scopeOf } from '../conversation-scope.ts';
import { textOfHtml } from '../html-paste.ts';
import { answerOf, REMEMBERED_FOR_MS, readTogether } from '../turn/diagnose-message.ts';
import { earlierMessages } from '../turn/earlier-messages.ts';
import { warnPrivately } from '../turn/private-warning.ts';
import type { ReplyLedger } from '../turn/reply-ledger.ts';
import type { TurnParts } from '../turn/turn-parts.ts';
import type { HostRules } from './allowed-hosts.ts';
import type { AttachmentParts } from './attachment-parts.ts';
import { download } from './download.ts';
import { type LaterAnswer, laterAnswer } from './later-answer.ts';
import { BUSY_WORDS, DELETED_WORDS, downloadWords, notTextWords, otherFileWords } from './problem-words.ts';
import { readPictures } from './read-pictures.ts';
import { type ReceivedAttachment, receivedAttachments } from './received-attachments.ts';

/** A longer log is for the command line; a recording of a few minutes fits. */
export const LARGEST_FILE = 10 * 1024 * 1024;
/** So many files of a message are read. */
const FILES_READ = 3;
const DOWNLOAD_WITHIN_MS = 30_000;

/**
 * A message that brought files or pictures, new or edited: it is answered at once with what is being read, and that
 * answer becomes the diagnosis.
 *
 * @returns false where it brought nothing that is read here, or the bot is not spoken to; nothing was said then
 */
export async function onAttachments(parts: TurnParts, ledger: ReplyLedger, context: TurnContext): Promise<boolean> {
  const { activity } = context;
  const reading = parts.attachments;
  if (reading === undefined || !isAddressed(activity)) return false;
  const { files, pictures } = receivedAttachments(activity);
  const shown = reading.pictures === undefined ? [] : pictures;
  // Teams gives files to bots in the personal chat only; whatever comes elsewhere is somebody else's.
  const opened = scopeOf(activity) === 'personal' ? files.slice(0, FILES_READ) : [];
  if (shown.length === 0 && opened.length === 0) return false;
  const received = readActivityText(activity);
  const turn: AttachmentTurn = {
    parts,
    reading,
    ledger,
    activity,
    rules: { serviceUrl: activity.serviceUrl, local: reading.local },
    words: wordsOf(received),
  };
  const orders = [
    ...(shown.length === 0 ? [] : [{ name: picturesName(shown), answer: answerPictures(shown) }]),
    ...opened.map((file) => ({ name: file.name, answer: answerFile(file) })),
  ];
  const replyId = await ledger.replyTo(activity);
  for (const [index, { name, answer }] of orders.entries()) {
    // What stands beside several belongs to the first, and so does the reply to an earlier edition.
    const own = index === 0 ? turn : { ...turn, words: '' };
    await begun(own, context, name, answer, index === 0 ? replyId : undefined);
  }
  return true;
}

interface AttachmentTurn {
  readonly parts: TurnParts;
  readonly reading: AttachmentParts;
  readonly ledger: ReplyLedger;
  readonly activity: Activity;
  readonly rules: HostRules;
  /** What the person wrote beside it. */
  readonly words: string;
}

type AnswerLater = (turn: AttachmentTurn, later: LaterAnswer) => Promise<void>;

async function begun(
  turn: AttachmentTurn,
  context: TurnContext,
  name: string,
  answer: AnswerLater,
  replyId: string | undefined,
): Promise<void> {
  const later = await laterAnswer(turn.parts, turn.ledger, context, `I am reading ${name}…`, replyId);
  const task = (): Promise<void> => answered(turn, later, answer);
  if (!later.later) await task();
  else if (!turn.reading.background.run(task)) await later.finish({ text: BUSY_WORDS });
}

/** Nobody waits for it any more, so a failure is told where the answer would have stood. */
async function answered(turn: AttachmentTurn, later: LaterAnswer, answer: AnswerLater): Promise<void> {
  const { logger } = turn.parts;
  const channel = turn.activity.channelId;
  try {
    await answer(turn, later);
  } catch (error) {
    const id = logFailure(logger, error, 'an attachment could not be read', { channel });
    await later.finish({ text: failedWords(id) }).catch((err: unknown) => {
      logger.error({ err, channel }, 'the answer to an attachment could not be delivered');
    });
  }
}

function failedWords(id: string): string {
  return `I could not finish reading that: a part of me failed, and nothing of it was kept. Please paste the lines around the error as text. The operator of this bot finds the reason under the id ${id}.`;
}

function answerPictures(pictures: readonly ReceivedAttachment[]): AnswerLater {
  return async (turn, later) => {
    const { parts, reading, rules, activity, words } = turn;
    const { text, problems } = await readPictures(pictures, rules, {
      ...reading,
      pictures: reading.pictures as PictureReader,
    });
    if (text === '' && words === '') return finished(turn, later, { text: problems.join('\n') });
    // In the channel of a helpdesk a picture is a report like any other.
    const desk = parts.reports?.takes(activity) === true ? parts.reports : undefined;
    const form = showsCards(activity.channelId) ? 'card' : 'text';
    const together: ActivityText = {
      text: [words, text]
        .filter((part) => part !== '')
        .join('\n\n')
        .slice(0, LONGEST_PASTE),
      html: null,
      pictures: pictures.length,
      files: 0,
    };
    const shown = [text, ...problems].join('\n');
    const picture = { readFromPicture: shown, pictureFrom: words === '' ? 0 : words.length + 2 };
    const read = await readTogether(
      parts,
      activity,
      together,
      desk === undefined ? form : 'case',
      text === '' ? {} : picture,
    );
    const reports = read.readSomething ? desk : undefined;
    const answer = !read.readSomething
      ? { text: nothingRead(text, problems) }
      : reports === undefined
        ? answerOf(read, form)
        : { text: text === '' ? problems.join('\n') : [PICTURE_LEAD, pictureWords(shown)].join('\n') };
    return finished(turn, later, answer, async (context) => {
      await reports?.take(context, read);
      if (scopeOf(activity) !== 'personal') await warnPrivately(parts, context, read.secrets);
    });
  };
}

function nothingRead(text: string, problems: readonly string[]): string {
  const lines =
    text === ''
      ? ['I found no sign-in or Graph error in your words.', ...problems]
      : ['I found no sign-in or Graph error in your picture.', ...problems, '', PICTURE_LEAD, pictureWords(text)];
  return [...lines, '', whatToPasteText()].join('\n');
}

function answerFile({ name, address, kind }: ReceivedAttachment): AnswerLater {
  return async (turn, later) => {
    const { parts, reading, rules, activity, words } = turn;
    if (kind === 'other') return finished(turn, later, { text: otherFileWords(name) });
    const order = { rules, mostBytes: LARGEST_FILE, withinMs: DOWNLOAD_WITHIN_MS };
    const got = await download(address, order, reading);
    if (got.bytes === null) {
      parts.logger.info({ problem: got.problem, status: got.status }, 'a file was not got');
      return finished(turn, later, { text: downloadWords(got.problem, name) });
    }
    const now = parts.now();
    const owner = memoryOwner(activity);
    const form = showsCards(activity.channelId) ? 'card' : 'text';
    const begunAt = performance.now();
    const read = await reading.files.read({
      name,
      bytes: got.bytes,
      beside: words.slice(0, LONGEST_PASTE),
      now,
      earlier: await earlierMessages(parts, activity, now),
      diagnosisId: randomUUID(),
      signIn: parts.signsIn,
      form,
    });
    if (read.problem !== null) return finished(turn, later, { text: notTextWords(read.problem, name) });
    const { remembered, verdicts } = read;
    if (owner !== undefined && remembered !== null) {
      const activityId = activity.id ?? randomUUID();
      await parts.store.memory.keep(owner, { activityId, at: now, expires: now + REMEMBERED_FOR_MS, remembered });
    }
    for (const [cause, verdict] of verdicts) parts.onDiagnosed?.(cause, verdict, performance.now() - begunAt);
    return finished(turn, later, answerOf(read, form));
  };
}

/** The answer, unless the message was deleted meanwhile: then what it gave is dropped. */
async function finished(
  { parts, ledger, activity }: AttachmentTurn,
  later: LaterAnswer,
  answer: Answer,
  after?: (context: TurnContext) => Promise<void>,
): Promise<void> {
  if (!later.later || (await ledger.replyTo(activity)) !== undefined) return later.finish(answer, after);
  const owner = memoryOwner(activity);
  if (owner !== undefined && activity.id) await parts.store.memory.drop(owner, activity.id);
  return later.finish({ text: DELETED_WORDS });
}

function wordsOf({ text, html }: ActivityText): string {
  if (html === null || html.length > LONGEST_PASTE) return text;
  return textOfHtml(html).trim();
}

function picturesName(pictures: readonly ReceivedAttachment[]): string {
  return pictures.length === 1 ? 'your picture' : `your ${pictures.length} pictures`;
}
