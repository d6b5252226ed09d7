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

/** Where a message stands, as far as it changes what its author can do. */
export interface WhereSaid {
  /** Whether others read along. */
  readonly shared: boolean;
  /** Only Teams has the … menu with «Why this error?», and keeps files from bots in chats of several people. */
  readonly teams: boolean;
}

/** Who names the bot without an error often means what somebody else wrote. */
export const OTHERS_MESSAGE = {
  teams:
    'If you mean what somebody else wrote: choose «Why this error?» in the … menu of that message, or send its words together with my name.',
  elsewhere: 'If you mean what somebody else wrote: send its words together with my name.',
} as const;

/** A message without words: only a picture, only a file, or nothing at all. */
export function wordlessAnswer(received: ActivityText, where: WhereSaid): Answer {
  if (received.pictures > 0) {
    return {
      text:
        'I cannot read pictures. Please paste the error as text: on most error pages and in most consoles you can select it ' +
        'and copy it. Of an Entra error page, the line that begins with AADSTS is enough, best together with the correlation id.',
    };
  }
  if (received.files > 0)
    return {
      text: `${fileNotGiven(where)} For a whole log there is also the command line: npm run -s why401 -- diagnose FILE`,
    };
  if (where.shared)
    return {
      text: `Yes? Send the error together with my name, and I say what is wrong. ${OTHERS_MESSAGE[where.teams ? 'teams' : 'elsewhere']}`,
    };
  return { text: 'There are no words in that message. Paste the error you got as text, or say “help”.' };
}

/** The message names a file, and its content did not come: Teams hands files over in a personal chat only. */
export function fileNotGiven({ shared, teams }: WhereSaid): string {
  if (!teams)
    return 'I read no files here. Paste the lines around the error as text: about fifty lines before and after it are plenty.';
  const kinds = '.txt, .log, .json, .har or another text file';
  return shared
    ? `I was not given that file: Teams gives me files in our personal chat only. Send it to me there (${kinds}), or paste the lines around the error here.`
    : `I was not given that file. Send it once more (${kinds}), or paste the lines around the error here.`;
}
