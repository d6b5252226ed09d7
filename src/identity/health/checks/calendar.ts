import { type HealthCheck, pass } from '../check-context.ts';
import { graphRefused } from '../graph-refused.ts';
import { memberText } from '../member-text.ts';

export const calendar: HealthCheck = {
  id: 'calendar',
  run: async (context) => {
    const { answer } = await context.calendar();
    if (answer.kind === 'refused') return graphRefused(answer, 'your calendar', context);
    const name = memberText(answer.body, 'name');
    const calendarName = name === null ? 'Your calendar' : `Your calendar “${name}”`;
    if (isReadOnly(answer.body))
      return {
        state: 'warn',
        says: `${calendarName} can be read, but not written to (canEdit is false).`,
        advice: {
          owner: 'tenant-admin',
          text: 'See that the mailbox is an active one of its own, not on hold or shared.',
        },
      };
    return pass(`${calendarName} can be reached.`);
  },
};

function isReadOnly(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'canEdit' in body && body.canEdit === false;
}
