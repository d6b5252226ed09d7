import { type HealthCheck, pass } from '../check-context.ts';
import { graphRefused } from '../graph-refused.ts';
import { memberText } from '../member-text.ts';

export const profile: HealthCheck = {
  id: 'profile',
  run: async (context) => {
    const { answer, renewed } = await context.profile();
    if (answer.kind === 'refused') return graphRefused(answer, 'your profile (GET /me)', context);
    const name = memberText(answer.body, 'displayName');
    const address = memberText(answer.body, 'userPrincipalName') ?? memberText(answer.body, 'mail');
    const who = name === null ? address : address === null ? name : `${name} (${address})`;
    const fresh = renewed
      ? ' It asked for a fresh token first (a claims challenge), and got it without asking you.'
      : '';
    return pass(`Microsoft Graph answers${who === null ? '' : ` and knows you as ${who}`}.${fresh}`);
  },
};
