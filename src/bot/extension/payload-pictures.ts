import type { Activity } from 'botbuilder';
import type { AttachmentParts } from '../attachments/attachment-parts.ts';
import { PICTURES_READ, readPictures } from '../attachments/read-pictures.ts';
import { roomOf } from '../conversation-room.ts';
import type { MessagePayload } from './message-payload.ts';

/** A dialog that comes later than this is not shown: Teams waits ten seconds at the most, and the answer takes its way. */
const PATIENCE_MS = 7_000;

export interface PayloadPictures {
  /** What was read in them; empty where nothing was. */
  readonly text: string;
  /** What became of those that were not read, for the person who asks. */
  readonly problems: readonly string[];
}

/** Asked for in the personal chat, where a person gives the picture themselves. */
const SEND_IT_TO_ME =
  'A picture in a message of others is not given to me. Send the picture to me in our personal chat: I read the words in it.';
const TOOK_TOO_LONG =
  'Reading the picture took too long for this dialog. Send it to me in our personal chat, where I have more time.';
const NOT_FETCHED =
  'I could not get the picture: this team has not let me read its messages, or the picture is gone. Send it to me in our personal chat.';

/**
 * Reads the pictures of somebody's message, where this installation may fetch them (`channelPictures`): as the app, with
 * the permission that the team's owner granted. Everywhere else the person is asked to send them.
 */
export async function readPayloadPictures(
  parts: AttachmentParts | undefined,
  { serviceUrl, conversation }: Pick<Activity, 'serviceUrl' | 'conversation'>,
  { id, hasPicture, pictures: addresses }: MessagePayload,
): Promise<PayloadPictures> {
  if (!hasPicture) return { text: '', problems: [] };
  if (parts?.pictures === undefined || parts.graphToken === undefined || addresses.length === 0) {
    return { text: '', problems: [SEND_IT_TO_ME] };
  }
  const { pictures } = parts;
  const received = addresses
    .slice(0, PICTURES_READ)
    .map((address) => ({ name: 'picture', address, kind: 'picture' as const }));
  const message = id === null ? {} : { graph: { conversation: roomOf(conversation.id), id } };
  const read = readPictures(received, { serviceUrl, local: false, ...message }, { ...parts, pictures });
  const found = await inTime(read);
  if (found === undefined) return { text: '', problems: [TOOK_TOO_LONG] };
  return { text: found.text, problems: found.text === '' && found.problems.length > 0 ? [NOT_FETCHED] : [] };
}

function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
