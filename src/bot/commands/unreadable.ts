import type { ActivityText } from '../activity-text.ts';
import type { Answer } from '../answer.ts';

/** The longest paste that is read in a chat: 1 MiB. */
export const LONGEST_PASTE = 1_048_576;

/** For a paste beyond what is read in a chat. @param length in characters */
export function tooLongAnswer(length: number): Answer {
  const size = `${(length / LONGEST_PASTE).toFixed(1)} MiB`;
  return {
    text:
      `That is ${size}, and I read up to 1 MiB in a chat. Please paste the part around the error: about fifty lines before ` +
      'and after it are plenty. For a whole log there is the command line: npm run -s why401 -- diagnose FILE',
  };
}

/** A message without words: only a picture, only a file, or nothing at all. */
export function wordlessAnswer(received: ActivityText): Answer {
  if (received.pictures > 0) {
    return {
      text:
        'I cannot read pictures. Please paste the error as text: on most error pages and in most consoles you can select it ' +
        'and copy it. Of an Entra error page, the line that begins with AADSTS is enough, best together with the correlation id.',
    };
  }
  if (received.files > 0) {
    return {
      text:
        'I was not given that file: Teams gives me files in our personal chat only. Send it to me there (.txt, .log, .json, .har or another text file), ' +
        'or paste the lines around the error here. For a whole log there is also the command line: ' +
        'npm run -s why401 -- diagnose FILE',
    };
  }
  return { text: 'That message was empty. Paste the error you got, or say “help”.' };
}
