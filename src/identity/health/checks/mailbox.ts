import { type HealthCheck, pass } from '../check-context.ts';
import { graphRefused } from '../graph-refused.ts';

export const mailbox: HealthCheck = {
  id: 'mailbox',
  run: async (context) => {
    const { answer } = await context.mailboxSettings();
    if (answer.kind === 'refused') return graphRefused(answer, 'the settings of your mailbox', context);
    return pass('Your mailbox can be reached.');
  },
};
