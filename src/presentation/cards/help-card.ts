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
  { say: 'forget', does: 'I drop what I read from your messages in this chat.' },
  { say: 'help', does: 'this card.' },
] as const;

const NOTES = [
  'Messages add up: a header first, its token two messages later. I keep what I read from them for 30 minutes, never the text itself.',
  'Tokens and secrets are read here and masked. I do not send, log or keep them. Still, do not paste what you need not paste.',
] as const;

export function helpCard(): AdaptiveCard {
  return adaptiveCard(helpText(), [
    ownText('why401', { size: 'Large', weight: 'Bolder', style: 'heading' }),
    ownText(INTRO, { spacing: 'Small' }),
    heading('Write'),
    ...COMMANDS.map(({ say, does }) =>
      dataRuns([{ text: say, style: { fontType: 'Monospace', weight: 'Bolder' } }, { text: `  ${does}` }], {
        spacing: 'Small',
      }),
    ),
    heading('Good to know'),
    ...NOTES.map((note) => ownText(note, { spacing: 'Small' })),
  ]);
}

export function helpText(): string {
  return [INTRO, ...COMMANDS.map(({ say, does }) => `- ${say}: ${does}`), ...NOTES].join('\n');
}
