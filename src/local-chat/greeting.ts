import { THINGS_TO_PASTE } from './things-to-paste.ts';

export interface LocalAddresses {
  readonly botEndpoint: string;
  /** `undefined` where there is no Playground. */
  readonly chat: string | undefined;
  /** Why there is none. */
  readonly withoutChat?: string;
  /** Where the sandbox shows its state; `undefined` where none runs. */
  readonly sandbox?: string | undefined;
}

const TO_TRY = [
  'Say «check my sign-in» in the chat, sign in as Ada on the page that opens, and type the code back: all is green.',
  'Say «lunch with ben@lumenworks.example tomorrow noon», look at the card, and press Create.',
  'Then «break client-secret-expired» and «check my sign-in» again; «faults» lists what else breaks, «repair» mends it.',
  'A helpdesk: mention why401 in the channel General and paste an error, paste it there as Ben and Chloe on the sandbox’s page',
  '(Helpdesk · General), and ask for the board. On that page + sends a screenshot, a log or a HAR file.',
  '',
];

/** What a person reads after `npm start` without credentials: where to go and what to try. */
export function greeting({ botEndpoint, chat, withoutChat, sandbox }: LocalAddresses): string {
  const lines = [
    '',
    'why401 runs on this machine only, without credentials.',
    '',
    `  Chat     ${chat === undefined ? `none: ${withoutChat ?? 'the Agents Playground does not run'}` : `${chat} (open it in a browser)`}`,
    ...(sandbox === undefined
      ? []
      : [`  Sandbox  ${sandbox}/ (what goes on, what can be broken, a second person to chat as)`]),
    `  Bot      ${botEndpoint}`,
    '',
    ...(sandbox === undefined ? [] : TO_TRY),
    'Three things to paste into the chat:',
    '',
    ...THINGS_TO_PASTE.flatMap(({ what, text }, index) => [`${index + 1}. ${what}`, `   ${text}`, '']),
    'Ctrl-C stops everything.',
    '',
  ];
  return lines.join('\n');
}
