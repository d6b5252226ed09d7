import { type AdaptiveCard, adaptiveCard, dataRuns, heading, ownText } from './elements.ts';

const INTRO =
  'Paste an error from Microsoft Graph, Outlook or a Microsoft sign-in. I tell you what is wrong, why I think so, and what to change.';

/** What a person can write to the bot. */
const COMMANDS = [
  {
    say: 'any error',
    does: 'a header, JSON, a stack trace, a log, a few lines of settings: I name the cause and the fix.',
  },
  { say: 'why 401?', does: 'what to paste, and how to get it.' },
  { say: 'explain AADSTS50011', does: 'the whole page for a code or a cause.' },
  { say: 'delete my data', does: 'I remove everything that I keep of you, after asking once more.' },
  { say: 'forget', does: 'I drop what I read from your messages in this chat.' },
  { say: 'help', does: 'this list.' },
] as const;

/** In Teams. */
const FILES = {
  say: 'a screenshot, a .txt, .log, .json or .har file',
  does: 'sent to me in our personal chat: I read it. Of a recording of calls (.har) you get each failed one.',
} as const;

/** Where people can sign in. */
const SIGN_IN_COMMANDS = [
  {
    say: 'lunch with Sam tomorrow noon',
    does: 'I show you the event as I understand it, and make it once you press Create.',
  },
  { say: 'my day, tomorrow, what’s next', does: 'what is in your calendar; then “cancel 2” or “move 1 to 4pm”.' },
  {
    say: 'check my sign-in',
    does: 'I prove step by step that your connection to Microsoft Graph works, or say what is wrong.',
  },
  { say: 'sign in, sign out', does: 'you let me look at Graph for you, or take that back.' },
  { say: 'who am I', does: 'whose account you signed in with, and what it lets me do.' },
] as const;

/** In a team channel with a helpdesk. */
const DESK_COMMANDS = [
  { say: 'board', does: 'open incidents, open cases, and the last 24 hours.' },
  { say: 'cases, cases mine, case 17', does: 'what is open, what is yours, and one of them.' },
  {
    say: 'take 17, assign 17 @name, needs more 17 from the admin, resolve 17, reopen 17',
    does: 'what an agent does with a case; “incident 3” in place of the number means all of its cases. In its own thread the number may be left out.',
  },
  { say: 'stats 7d', does: 'causes, times, and how often I was right.' },
  { say: 'agents, agents add @name, agents remove @name', does: 'who may take and resolve cases here.' },
  {
    say: 'mute here, unmute here, quiet this thread, speak in this thread',
    does: 'whether I answer messages that do not mention me.',
  },
] as const;

/** Beside a sandbox. */
const SANDBOX_COMMANDS = [
  { say: 'break wrong-audience', does: 'I break the sandbox in this way; then check your sign-in.' },
  { say: 'faults, repair', does: 'what can be broken and what is, and mending it.' },
] as const;

/** What this installation can do beside reading pastes. */
export interface HelpAbout {
  readonly signIn?: boolean;
  readonly sandbox?: boolean;
  /** In a team channel that has a helpdesk. */
  readonly desk?: boolean;
  /** Where files and pictures are read. */
  readonly files?: boolean;
}

const NOTES = [
  'Messages add up: a header first, its token two messages later. I keep what I read from them for 30 minutes, never the text itself.',
  'Tokens and secrets are read here and masked. I do not send, log or keep them. Still, do not paste what you need not paste.',
] as const;

/** The commands that work in this installation. */
export function helpCard(about: HelpAbout = {}): AdaptiveCard {
  return adaptiveCard(helpText(about), [
    ownText('why401', { size: 'Large', weight: 'Bolder', style: 'heading' }),
    ownText(INTRO, { spacing: 'Small' }),
    heading('Write'),
    ...commandsOf(about).map(({ say, does }) =>
      dataRuns([{ text: say, style: { fontType: 'Monospace', weight: 'Bolder' } }, { text: `  ${does}` }], {
        spacing: 'Small',
      }),
    ),
    heading('Good to know'),
    ...NOTES.map((note) => ownText(note, { spacing: 'Small' })),
  ]);
}

/** The same as plain text. */
export function helpText(about: HelpAbout = {}): string {
  return [INTRO, ...commandsOf(about).map(({ say, does }) => `- ${say}: ${does}`), ...NOTES].join('\n');
}

function commandsOf({
  signIn = false,
  sandbox = false,
  desk = false,
  files = false,
}: HelpAbout): readonly { say: string; does: string }[] {
  const [first, ...others] = COMMANDS;
  return [
    first,
    ...(desk ? DESK_COMMANDS : []),
    ...(signIn ? SIGN_IN_COMMANDS : []),
    ...(sandbox ? SANDBOX_COMMANDS : []),
    ...(files ? [FILES] : []),
    ...others,
  ];
}
