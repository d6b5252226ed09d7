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

const SIGN_IN = [
  'Say «check my sign-in» in the chat, sign in as Ada on the page that opens, and type the code back: all is green.',
  'Say «lunch with Ben tomorrow noon», look at the card, and press Create.',
  'Then «break client-secret-expired» and «check my sign-in» again; «faults» lists what else breaks, «repair» mends it.',
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
    ...(sandbox === undefined ? [] : SIGN_IN),
    'Three things to paste into the chat:',
    '',
    ...THINGS_TO_PASTE.flatMap(({ what, text }, index) => [`${index + 1}. ${what}`, `   ${text}`, '']),
    'Ctrl-C stops everything.',
    '',
  ];
  return lines.join('\n');
}
