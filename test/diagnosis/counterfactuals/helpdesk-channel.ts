import { type Counterfactual, certainly, is, notCertainly, open } from './counterfactual.ts';
import { APP } from './pasted-calls.ts';

const entry = (at: string, code: number, reason: string) =>
  `{"createdDateTime":"${at}","userPrincipalName":"lena@contoso.com","status":{"errorCode":${code},"failureReason":"${reason}"}}`;
const mail = (from: string, sent: string, text: string) => `From: ${from}\nSent: ${sent}\nTo: IT\n\n${text}\n`;

const BLOCKED = 'AADSTS53003: Access has been blocked by Conditional Access policies.';
const DISABLED = 'AADSTS50057: The user account is disabled.';
const DETAILS = `App name: planner\nApp id: ${APP}\nDevice identifier: Not available\nDevice platform: Windows 10`;

/** What people post in a helpdesk channel: pages, windows of Office, rows of the log, mails, talk. */
export const HELPDESK_CHANNEL: readonly Counterfactual[] = [
  {
    changed: 'the line «Device state» below the others of the page',
    why: 'Only the page of a policy describes the device by its platform and its state',
    one: { paste: DETAILS, right: open('conditional-access-blocked') },
    other: {
      paste: `${DETAILS}\nDevice state: Unregistered`,
      right: notCertainly('conditional-access-blocked'),
    },
  },
  {
    changed: 'the order of two entries of the sign-in log',
    why: 'The list of the portal begins with the newest entry, an export may not: their instants tell which came last',
    one: {
      paste: `${entry('2026-05-04T10:09:00Z', 53003, 'Blocked.')},\n${entry('2026-05-04T10:01:00Z', 50074, 'Strong Authentication is required.')}`,
      right: certainly('conditional-access-blocked'),
    },
    other: {
      paste: `${entry('2026-05-04T10:01:00Z', 50074, 'Strong Authentication is required.')},\n${entry('2026-05-04T10:09:00Z', 53003, 'Blocked.')}`,
      right: certainly('conditional-access-blocked'),
    },
  },
  {
    changed: 'which of two mails of a forwarded thread is the newer one',
    why: 'Below a mail stands what it answers; a note above that only forwards tells of no failure',
    one: {
      paste: `Hi team, please have a look\n\n${mail('Lena', 'Tuesday', BLOCKED)}\n${mail('IT', '3 March', DISABLED)}`,
      right: is('conditional-access-blocked'),
    },
    other: {
      paste: `Hi team, please have a look\n\n${mail('Lena', 'Tuesday', DISABLED)}\n${mail('IT', '3 March', BLOCKED)}`,
      right: is('account-disabled'),
    },
  },
  {
    changed: 'the code of Entra ID below the number of the Windows broker',
    why: '0xCAA20003 is invalid_grant, which has many reasons; the server message names the one',
    one: {
      paste: 'Outlook: Something went wrong. Error Code: CAA20003',
      right: open('session-revoked', 'password-expired', 'mfa-required'),
    },
    other: {
      paste:
        'Outlook: Something went wrong. Error Code: CAA20003\nServer message: AADSTS50173: The provided grant has expired.',
      right: certainly('session-revoked'),
    },
  },
  {
    changed: 'what the lock on the page asks for: time, or the support',
    why: 'The page of a blocked account speaks of a lock, too; only the one of wrong passwords opens by itself',
    one: {
      paste: 'Your account is temporarily locked to prevent unauthorized use. Try again later.',
      right: is('account-locked'),
    },
    other: {
      paste: 'Your account has been locked. Contact your support person to unlock it, then try again.',
      right: is('account-disabled'),
    },
  },
  {
    changed: 'what the number is about: a sign-in, or a printer',
    why: 'People pass a number on without its prefix; printers have numbers, too',
    one: {
      paste: 'On the new laptop Teams says error 53000, on the old one not',
      right: is('conditional-access-blocked'),
    },
    other: { paste: 'On the new laptop the printer says error 53000, on the old one not', right: open() },
  },
  {
    changed: 'who refuses: the proxy on the way, or the service',
    why: 'A 407 comes from a proxy (RFC 9110, section 15.5.8) and has not reached Microsoft',
    one: {
      paste: 'GET http://intranet/\nHTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: NTLM',
      right: open('token-missing', 'credentials-wrong'),
    },
    other: {
      paste:
        'GET https://graph.microsoft.com/v1.0/me\nHTTP/1.1 401 Unauthorized\n{"error":{"code":"InvalidAuthenticationToken","message":"Access token is empty."}}',
      right: is('token-missing'),
    },
  },
];
