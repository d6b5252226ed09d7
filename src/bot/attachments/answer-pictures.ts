import type { PictureReader } from '../../pictures/picture-reader.ts';
import { PICTURE_LEAD, pictureWords } from '../../presentation/cards/diagnosis/picture-quote.ts';
import { whatToPasteText } from '../../presentation/cards/what-to-paste-card.ts';
import type { ActivityText } from '../activity-text.ts';
import { LONGEST_PASTE } from '../commands/unreadable.ts';
import { scopeOf } from '../conversation-scope.ts';
import { pictureBehindWords } from '../reading/picture-behind-words.ts';
import { answerForm, writtenAnswer } from '../reading/written-answer.ts';
import { readTogether } from '../turn/diagnose-message.ts';
import { warnPrivately } from '../turn/private-warning.ts';
import { type AnswerLater, finished } from './attachment-order.ts';
import { readPictures } from './read-pictures.ts';
import type { ReceivedAttachment } from './received-attachments.ts';

/** Reads the words in pictures together with those that were written beside them. */
export function answerPictures(pictures: readonly ReceivedAttachment[], reader: PictureReader): AnswerLater {
  return async (order, later) => {
    const { parts, reading, rules, activity, words } = order;
    const { text, problems } = await readPictures(pictures, rules, { ...reading, pictures: reader });
    if (text === '' && words === '') return finished(order, later, { text: problems.join('\n') });
    // In the channel of a helpdesk a picture is a report like any other.
    const desk = parts.reports?.takes(activity) === true ? parts.reports : undefined;
    const form = answerForm(activity.channelId);
    const both = pictureBehindWords(words, text);
    const together: ActivityText = {
      text: both.text.slice(0, LONGEST_PASTE),
      html: null,
      pictures: pictures.length,
      files: 0,
    };
    const shown = [text, ...problems].join('\n');
    const picture = { readFromPicture: shown, pictureFrom: both.pictureFrom };
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
        ? writtenAnswer(read, form)
        : { text: text === '' ? problems.join('\n') : [PICTURE_LEAD, pictureWords(shown)].join('\n') };
    return finished(order, later, answer, async (context) => {
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
