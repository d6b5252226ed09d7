import { type Counterfactual, certainly, is, notCertainly } from './counterfactual.ts';
import { appToken, call, DENIED, ENTRA } from './pasted-calls.ts';

const ROOM = 'GET https://graph.microsoft.com/v1.0/users/room1@contoso.com/events';

/** What the paster says was done already. */
export const ALREADY_DONE: readonly Counterfactual[] = [
  {
    changed: '«a new secret is in place» beside a wrong secret',
    why: 'The sign-in service speaks of the secret that came; that a new one exists somewhere changes nothing',
    one: { paste: ENTRA.secretWrong(), right: certainly('client-secret-invalid') },
    other: {
      paste: `${ENTRA.secretWrong()}\n\nWe created a new secret yesterday and put its value into Key Vault.`,
      right: is('client-secret-invalid'),
    },
  },
  {
    changed: '«the secret is valid until 2028» beside an expired one',
    why: 'The secret that came is over, whatever another one is',
    one: { paste: ENTRA.secretExpired(), right: certainly('client-secret-expired') },
    other: {
      paste: `${ENTRA.secretExpired()}\n\nBut the secret in the portal is valid until 2028.`,
      right: is('client-secret-expired'),
    },
  },
  {
    changed: '«admin consent was granted» beside a refusal without a token',
    why: 'With the permission granted, Exchange keeps an app out by a policy; nobody knows what the token holds',
    one: {
      paste: `client_credentials, no permissions but User.Read.All\n${ROOM}\n403\n${DENIED}`,
      right: is('app-role-missing'),
    },
    other: {
      paste: `client_credentials, Calendars.Read (Application), admin consent granted\n${ROOM}\n403\n${DENIED}`,
      right: { causes: ['app-access-policy', 'not-enough-evidence', 'app-role-missing'], atMost: 'likely' },
    },
  },
  {
    changed: 'the same statement, against a token that shows its roles',
    why: 'A claim of the token is proof, a statement is none',
    one: {
      paste: `Calendars.Read (Application), admin consent granted\n${call({ request: ROOM, token: appToken({ roles: ['Calendars.Read'] }), status: '403 Forbidden', body: DENIED })}`,
      right: { causes: ['app-access-policy', 'not-enough-evidence'] },
    },
    other: {
      paste: `Calendars.Read (Application), admin consent granted\n${call({ request: ROOM, token: appToken({ roles: ['Mail.Read'] }), status: '403 Forbidden', body: DENIED })}`,
      right: is('app-role-missing'),
    },
  },
  {
    changed: '«consent was granted» beside 65001',
    why: 'The service found no consent for this app, resource and scope: the statement is about another one',
    one: { paste: ENTRA.consent(), right: is('consent-required', 'admin-consent-required') },
    other: {
      paste: `${ENTRA.consent()}\n\nThe admin already granted consent for the whole organisation.`,
      right: is('consent-required', 'admin-consent-required'),
    },
  },
  {
    changed: '«the address is registered» beside 50011',
    why: 'The service compares with the app that it names',
    one: { paste: ENTRA.redirect('https://app.contoso.example/auth'), right: certainly('redirect-uri-mismatch') },
    other: {
      paste: `${ENTRA.redirect('https://app.contoso.example/auth')}\n\nI have already added https://app.contoso.example/auth under Web.`,
      right: is('redirect-uri-mismatch', 'redirect-platform-mismatch'),
    },
  },
  {
    changed: '«MFA was done» beside 50076',
    why: 'The token that was presented does not carry it',
    one: { paste: ENTRA.mfa, right: is('mfa-required') },
    other: { paste: `${ENTRA.mfa}\nThe user did MFA in the portal five minutes ago.`, right: is('mfa-required') },
  },
  {
    changed: '«the token is fresh» beside words that it is expired',
    why: 'Refused as expired though fresh: the old one is still sent, or a clock is wrong',
    one: {
      paste:
        'GET https://graph.microsoft.com/v1.0/me\n401 {"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed, the token is expired."}}',
      right: certainly('token-expired'),
    },
    other: {
      paste:
        'The token is one minute old.\nGET https://graph.microsoft.com/v1.0/me\n401 {"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed, the token is expired."}}',
      right: { causes: ['token-expired', 'clock-skew'], atLeast: 'likely' },
    },
  },
  {
    changed: 'the scope was added in the portal, and scp shows it; then it does not',
    why: 'What stands in the registration is not what the token holds',
    one: {
      paste: `I added Calendars.Read to the app registration.\n${call({ token: appToken({ idtyp: 'user', roles: undefined, scp: 'Calendars.Read User.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: { atMost: 'likely' },
    },
    other: {
      paste: `I added Calendars.Read to the app registration.\n${call({ token: appToken({ idtyp: 'user', roles: undefined, scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: is('missing-scope'),
    },
  },
  {
    changed: 'two secrets of one app: the wrong one, then the expired one',
    why: 'Both were refused, one after the other',
    one: {
      paste: `with the old secret: ${ENTRA.secretExpired()}\nwith the new secret: ${ENTRA.secretWrong()}`,
      right: is('client-secret-invalid'),
    },
    other: {
      paste: `with the new secret: ${ENTRA.secretWrong()}\nwith the old secret: ${ENTRA.secretExpired()}`,
      right: notCertainly('client-secret-expired', 'client-secret-invalid'),
    },
  },
];
