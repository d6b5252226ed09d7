import { type HealthCheck, pass, skipped } from '../check-context.ts';
import { isKnownTimeZone } from '../known-time-zone.ts';
import { memberText } from '../member-text.ts';

export const timeZone: HealthCheck = {
  id: 'time-zone',
  run: async (context) => {
    const { answer } = await context.mailboxSettings();
    if (answer.kind === 'refused') return skipped('Not known: the settings of your mailbox could not be read.');
    const zone = memberText(answer.body, 'timeZone');
    if (zone !== null && isKnownTimeZone(zone)) return pass(`Your mailbox’s time zone is ${zone}.`);
    return {
      state: 'warn',
      says:
        zone === null
          ? 'Your mailbox has no time zone: it was never opened, or none was chosen.'
          : `Your mailbox’s time zone, “${zone.slice(0, 80)}”, is none that a calendar can compute with.`,
      advice: {
        owner: 'end-user',
        text: 'Open Outlook on the web once: Settings, General, Language and time. Choose your time zone and save.',
      },
    };
  },
};
