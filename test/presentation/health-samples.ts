import type { HealthReport } from '../../src/identity/health/health-report.ts';
import { reportOf } from '../../src/identity/health/report-of.ts';
import { claimsChallenge, graphError } from '../graph/graph-edge.ts';
import { ANNA, checkHealth, NOON } from '../identity/health/health-under-test.ts';
import { OTHER_TENANT } from '../identity/made-access-token.ts';

const DENIED = {
  status: 403,
  body: graphError('ErrorAccessDenied', 'Access is denied. Check credentials and try again.'),
};

/** Reports as the checks make them, one for each way that a card has to look. */
export async function healthSamples(): Promise<Readonly<Record<string, HealthReport>>> {
  const good = await checkHealth();
  const missing = await checkHealth({
    token: { scp: 'User.Read' },
    graph: { answers: { '/me/calendar': DENIED, '/me/mailboxSettings': DENIED } },
  });
  const revoked = claimsChallenge('{"access_token":{"nbf":{"essential":true,"value":"1795694400"}}}', 'base64url');
  return {
    pending: reportOf([], NOON, { complete: false }),
    half: missing.progress[0]!,
    good: good.report,
    guest: (
      await checkHealth({
        token: { tid: OTHER_TENANT, oid: 'b0b1', upn: 'anna@fabrikam.com' },
        graph: { answers: { '/me/mailboxSettings': { body: { timeZone: '' } } } },
      })
    ).report,
    'missing scope': missing.report,
    'not signed in': (await checkHealth({ token: null })).report,
    challenged: (
      await checkHealth({
        graph: { answers: { '/me': revoked, '/me/calendar': revoked, '/me/mailboxSettings': revoked } },
        signIn: {
          answer: (request) =>
            request?.claims === undefined ? undefined : { kind: 'sign-in-needed', reason: 'claims-challenge' },
        },
      })
    ).report,
    throttled: (
      await checkHealth({
        graph: {
          answers: Object.fromEntries(
            ['/me', '/me/calendar', '/me/mailboxSettings'].map((path) => [
              path,
              {
                status: 429,
                headers: { 'retry-after': '10' },
                body: graphError('TooManyRequests', 'Too many requests'),
              },
            ]),
          ),
        },
      })
    ).report,
    'not renewable': (
      await checkHealth({
        signIn: {
          answer: (request) => (request?.refresh === true ? { kind: 'sign-in-needed', reason: 'expired' } : undefined),
        },
      })
    ).report,
    'no mailbox': (
      await checkHealth({
        graph: {
          answers: Object.fromEntries(
            ['/me/mailboxSettings', '/me/calendar'].map((path) => [
              path,
              {
                status: 404,
                body: graphError(
                  'MailboxNotEnabledForRESTAPI',
                  'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
                ),
              },
            ]),
          ),
        },
      })
    ).report,
    'secret expired': (
      await checkHealth({
        person: ANNA,
        signIn: {
          answer: () => ({
            kind: 'refused',
            refusal: {
              request: {
                method: 'POST',
                url: 'https://login.microsoftonline.com/3f2a1b0c-4d5e-4f60-8a7b-9c0d1e2f3a4b/oauth2/v2.0/token',
                scopes: ['https://graph.microsoft.com/User.Read'],
              },
              response: {
                status: 401,
                headers: { date: new Date(NOON).toUTCString() },
                body: '{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app \'7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22\' are expired.","error_codes":[7000222]}',
              },
            },
          }),
        },
      })
    ).report,
  };
}
