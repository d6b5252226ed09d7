import type { NotText } from '../../log-survey/text-encoding.ts';
import type { PictureProblem } from '../../pictures/picture-reader.ts';
import type { DownloadProblem } from './download.ts';

/** Why a file or picture was not got, for whoever sent it. */
export function downloadWords(problem: DownloadProblem, name: string): string {
  switch (problem) {
    case 'elsewhere':
      return `I did not open ${name}: I fetch nothing but what Teams itself keeps. Send it to me in our personal chat with the paper clip, or paste the lines around the error.`;
    case 'gone':
      return `Teams no longer gives me ${name}: such a link works for some minutes only. Please send it once more.`;
    case 'refused':
      return `I was not given ${name}, though Teams keeps it. Please send it once more, or paste the lines around the error.`;
    case 'too-large':
      return `${name} is larger than 10 MiB, the most I read in a chat. Send the part around the error; for a whole log there is the command line: npm run -s why401 -- diagnose FILE`;
    case 'took-too-long':
    case 'no-connection':
      return `I could not get ${name} from where Teams keeps it: ${problem === 'took-too-long' ? 'it took too long' : 'there was no connection'}. Please send it once more in a minute.`;
  }
}

/** A file that holds something else than text. */
export function otherFileWords(name: string): string {
  return `I read text, and ${name} is something else. Send me a .txt, .log, .json or .har file, a screenshot as a picture, or paste the lines around the error.`;
}

/** A file whose bytes turned out to be no text. */
export function notTextWords(what: NotText, name: string): string {
  if (what === 'binary') return otherFileWords(name);
  return `${name} is packed (${what}). Please unpack it, and send me the text file in it.`;
}

/** Why a picture was not read, for whoever sent it. */
export function pictureWords(problem: PictureProblem): string {
  switch (problem) {
    case 'too-large':
    case 'too-many-pixels':
      return 'That picture is too large for me. Cut out the part with the error and send that, or paste the error as text.';
    case 'not-a-picture':
      return 'I could not open that picture: I read PNG, JPEG, GIF, BMP and WebP. A screenshot of it works, and the text itself works best.';
    case 'took-too-long':
      return 'Reading that picture took too long, so I stopped. Cut out the part with the error and send that, or paste the error as text.';
    case 'no-words':
      return 'I found no words in that picture. Is the text in it very small? Zoom in on the error before taking the picture, or paste it as text.';
  }
}

export const BUSY_WORDS =
  'I am reading many files just now. Please send yours once more in a minute; nothing of it was kept.';
export const DELETED_WORDS = 'The message was deleted while I was reading it. I kept nothing of it.';
export const STOPPED_WORDS =
  'I was restarted before I had read this, and nothing of it was kept. Please send it once more.';
