import { type HealthCheck, pass, skipped } from '../check-context.ts';
import { failed, foundInClaims } from '../graph-refused.ts';
import { spanOfTime, utcMinute } from '../span-of-time.ts';

export const expiry: HealthCheck = {
  id: 'expiry',
  run: async (context) => {
    const exp = context.claims?.exp == null ? context.expires : context.claims.exp * 1000;
    if (exp === null) return skipped('The token cannot be decoded, so it does not say until when it works.');
    // By Graph's clock, which is the one that decides: the clock here has a check of its own.
    const { answer, receivedAt } = await context.profile();
    const left = exp - (answer.serverTime ?? receivedAt);
    if (left > 0) return pass(`The token works until ${utcMinute(exp)}, ${spanOfTime(left)} from now.`);
    const says = `The token expired at ${utcMinute(exp)}, ${spanOfTime(left)} ago.`;
    // Graph allows for some minutes between clocks.
    if (answer.kind === 'ok') return { state: 'warn', says: `${says} Microsoft Graph still takes it.` };
    const refusal = answer.status === 401 ? answer.refusal : foundInClaims(context, 'GET', '/me');
    return failed(says, refusal, context);
  },
};
