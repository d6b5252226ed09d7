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
  { say: 'help', does: 'this card.' },
] as const;

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

/** Beside a sandbox. */
const SANDBOX_COMMANDS = [
  { say: 'break wrong-audience', does: 'I break the sandbox in this way; then check your sign-in.' },
  { say: 'faults, repair', does: 'what can be broken and what is, and mending it.' },
] as const;

/** What this installation can do beside reading pastes. */
export interface HelpAbout {
  readonly signIn?: boolean;
  readonly sandbox?: boolean;
}

const NOTES = [
  'Messages add up: a header first, its token two messages later. I keep what I read from them for 30 minutes, never the text itself.',
  'Tokens and secrets are read here and masked. I do not send, log or keep them. Still, do not paste what you need not paste.',
] as const;

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

export function helpText(about: HelpAbout = {}): string {
  return [INTRO, ...commandsOf(about).map(({ say, does }) => `- ${say}: ${does}`), ...NOTES].join('\n');
}

function commandsOf({ signIn = false, sandbox = false }: HelpAbout): readonly { say: string; does: string }[] {
  const [first, ...others] = COMMANDS;
  return [first, ...(signIn ? SIGN_IN_COMMANDS : []), ...(sandbox ? SANDBOX_COMMANDS : []), ...others];
}
