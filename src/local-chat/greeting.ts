import { THINGS_TO_PASTE } from './things-to-paste.ts';

export interface LocalAddresses {
  readonly botEndpoint: string;
  /** `undefined` where there is no Playground. */
  readonly chat: string | undefined;
  /** Why there is none. */
  readonly withoutChat?: string;
}

/** What a person reads after `npm start` without credentials: where to go and what to try. */
export function greeting({ botEndpoint, chat, withoutChat }: LocalAddresses): string {
  const lines = [
    '',
    'why401 runs on this machine only, without credentials.',
    '',
    `  Chat  ${chat === undefined ? `none: ${withoutChat ?? 'the Agents Playground does not run'}` : `${chat} (open it in a browser)`}`,
    `  Bot   ${botEndpoint}`,
    '',
    'Three things to paste into the chat:',
    '',
    ...THINGS_TO_PASTE.flatMap(({ what, text }, index) => [`${index + 1}. ${what}`, `   ${text}`, '']),
    'Ctrl-C stops everything.',
    '',
  ];
  return lines.join('\n');
}
