import { type Counterfactual, certainly, is, open } from './counterfactual.ts';
import { call, DENIED, ENTRA, graphError, personToken } from './pasted-calls.ts';

const BARE = 'GET https://graph.microsoft.com/v1.0/me/events\nHTTP/1.1 401 Unauthorized';
const SIGN_IN = 'Sign-in fails with «Something went wrong».';

/** Codes and sentences that are named and did not happen. */
export const DECOYS: readonly Counterfactual[] = [
  {
    changed: 'which code is denied and which one came',
    why: 'What somebody rules out did not happen',
    one: {
      paste: `This is not AADSTS65001, consent is there. The error is:\n${ENTRA.blocked}`,
      right: certainly('conditional-access-blocked'),
    },
    other: {
      paste: `This is not AADSTS53003, no policy applies. The error is:\n${ENTRA.consent()}`,
      right: is('consent-required', 'admin-consent-required'),
    },
  },
  {
    changed: 'the denial behind the error in place of before it',
    why: 'Where it stands does not matter; it did not happen',
    one: {
      paste: `${ENTRA.blocked}\nIt is not AADSTS65001, we checked the consent.`,
      right: is('conditional-access-blocked'),
    },
    other: {
      paste: `${ENTRA.consent()}\nIt is not AADSTS53003, we checked the policies.`,
      right: is('consent-required', 'admin-consent-required'),
    },
  },
  {
    changed: 'a code alone: it came, then it is ruled out',
    why: 'A code that is ruled out is no evidence for its cause',
    one: { paste: 'We get AADSTS50011 at sign-in.', right: is('redirect-uri-mismatch') },
    other: { paste: `${SIGN_IN} We do not get AADSTS50011.`, right: open('redirect-uri-mismatch') },
  },
  {
    changed: 'the same in German',
    why: 'A code that is ruled out is no evidence for its cause',
    one: { paste: 'Wir bekommen AADSTS50011 bei der Anmeldung.', right: is('redirect-uri-mismatch') },
    other: { paste: 'Die Anmeldung scheitert, aber nicht mit AADSTS50011.', right: open('redirect-uri-mismatch') },
  },
  {
    changed: '«instead of» before a code, then the code itself',
    why: 'What would be expected in place of the error did not come',
    one: { paste: `Instead of AADSTS50076 we get this:\n${ENTRA.notAssigned}`, right: certainly('user-not-assigned') },
    other: { paste: `Instead of AADSTS50105 we get this:\n${ENTRA.mfa}`, right: is('mfa-required') },
  },
  {
    changed: 'a branch of the program for a code, beside the error that came',
    why: 'A comparison in code is what the program waits for, not what happened',
    one: {
      paste: `if (error.message.includes("AADSTS50076")) {\n  return interactive();\n}\n\nServerError: invalid_grant: ${ENTRA.consent()}`,
      right: is('consent-required', 'admin-consent-required'),
    },
    other: {
      paste: `if (error.message.includes("AADSTS65001")) {\n  return consent();\n}\n\nServerError: invalid_grant: ${ENTRA.mfa}`,
      right: is('mfa-required'),
    },
  },
  {
    changed: 'the branch stands behind the error',
    why: 'The code of the program may be pasted behind what it got',
    one: {
      paste: `ServerError: invalid_grant: ${ENTRA.consent()}\n\ncatch (error) {\n  if (error.message.includes("AADSTS50076")) {\n    return interactive();\n  }\n}`,
      right: is('consent-required', 'admin-consent-required'),
    },
    other: {
      paste: `ServerError: invalid_grant: ${ENTRA.mfa}\n\ncatch (error) {\n  if (error.message.includes("AADSTS65001")) {\n    return consent();\n  }\n}`,
      right: is('mfa-required'),
    },
  },
  {
    changed: '«not expired» said of the token, then Graph says that it is',
    why: 'A sentence that denies an expiry is no sign of one',
    one: { paste: `${BARE}\nI checked, the token is not expired.`, right: open('token-expired') },
    other: {
      paste: `${BARE}\n\n${graphError('InvalidAuthenticationToken', 'Access token has expired or is not yet valid.')}`,
      right: is('token-expired'),
    },
  },
  {
    changed: 'a question about an expiry, then a statement of the service',
    why: 'A question states nothing',
    one: {
      paste: `${BARE}\nCould it be that the token has expired?`,
      right: { causes: ['not-enough-evidence', 'token-expired'], atMost: 'possible' },
    },
    other: {
      paste: `${BARE}\n\n${graphError('InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.')}`,
      right: certainly('token-expired'),
    },
  },
  {
    changed: '«no invalid audience» in words, then in the refusal',
    why: 'What is ruled out did not happen',
    one: { paste: `${BARE}\nIt does not say invalid audience, only Unauthorized.`, right: open('wrong-audience') },
    other: {
      paste: `${BARE}\n\n${graphError('InvalidAuthenticationToken', 'Access token validation failure. Invalid audience.')}`,
      right: is('wrong-audience'),
    },
  },
  {
    changed: 'a remark on throttling beside a refusal, then the throttling itself',
    why: 'What does not happen is not the cause',
    one: {
      paste: `No 429, we are not throttled.\n${call({ token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: is('missing-scope'),
    },
    other: {
      paste: 'GET https://graph.microsoft.com/v1.0/me/events\nHTTP/1.1 429 Too Many Requests\nRetry-After: 20',
      right: is('throttled'),
    },
  },
  {
    changed: 'a code in a list of «codes that we handle», then in the error',
    why: 'A list of codes in a program or a setting is no refusal',
    one: {
      paste: `const RETRIED = ["AADSTS90033", "AADSTS50196"];\n${SIGN_IN}`,
      right: open('service-outage', 'throttled'),
    },
    other: { paste: 'AADSTS90033: A transient error has occurred. Please try again.', right: is('service-outage') },
  },
  {
    changed: '«we fixed AADSTS700016 last week» before another refusal',
    why: 'What was mended does not stand',
    one: {
      paste: `We fixed AADSTS700016 last week. Today: ${ENTRA.secretExpired()}`,
      right: certainly('client-secret-expired'),
    },
    other: {
      paste: `We renewed the secret last week (AADSTS7000222). Today: ${ENTRA.noApp('Contoso')}`,
      right: is('app-not-found'),
    },
  },
  {
    changed: 'what was mended stands behind the refusal',
    why: 'What was mended does not stand, wherever it is told',
    one: {
      paste: `${ENTRA.secretExpired()}\nLast week we already fixed AADSTS700016.`,
      right: is('client-secret-expired'),
    },
    other: {
      paste: `${ENTRA.noApp('Contoso')}\nLast week we already fixed AADSTS7000222.`,
      right: is('app-not-found'),
    },
  },
];
