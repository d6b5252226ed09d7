import { type Counterfactual, certainly, is, naming } from './counterfactual.ts';
import { call, DENIED, ENTRA, personToken } from './pasted-calls.ts';

const CHALLENGE =
  'HTTP 401; Unauthorized\nWWW-Authenticate: Bearer authorization_uri="https://login.windows.net/common/oauth2/authorize", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnsiYWNycyI6eyJlc3NlbnRpYWwiOnRydWUsInZhbHVlIjoiYzEifX19"';
const OURS = call({ token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED });

/** Examples from documentation or from other people, beside the error that came. */
export const QUOTED_DOCUMENTATION: readonly Counterfactual[] = [
  {
    changed: 'an example of a claims challenge beside the own refusal, then it is the own refusal',
    why: 'An example from the documentation did not happen here',
    one: {
      paste: `The documentation shows this example:\n${CHALLENGE}\n\nWhat we get:\n${OURS}`,
      right: naming('Calendars', is('missing-scope')),
    },
    other: {
      paste: `What we get:\nGET https://graph.microsoft.com/v1.0/me/events\n${CHALLENGE}`,
      right: is('cae-challenge'),
    },
  },
  {
    changed: 'the example stands behind the own refusal',
    why: 'An example did not happen, wherever it stands',
    one: {
      paste: `We get ${ENTRA.consent()}\n\nExample from the docs: ${ENTRA.blocked}`,
      right: is('consent-required', 'admin-consent-required'),
    },
    other: {
      paste: `We get ${ENTRA.blocked}\n\nExample from the docs: ${ENTRA.consent()}`,
      right: is('conditional-access-blocked'),
    },
  },
  {
    changed: 'what is the example and what came',
    why: 'Of a documented example and an own error the own error counts',
    one: {
      paste: `The docs give this example: ${ENTRA.codeRedeemed}\nOurs is: ${ENTRA.revoked}`,
      right: certainly('session-revoked'),
    },
    other: {
      paste: `The docs give this example: ${ENTRA.revoked}\nOurs is: ${ENTRA.codeRedeemed}`,
      right: certainly('code-expired-or-redeemed'),
    },
  },
  {
    changed: 'an answer from a forum quoted with its code, beside the own one',
    why: 'Other people have other failures',
    one: {
      paste: `On Stack Overflow somebody had AADSTS7000218 and made the client public. My error:\n${ENTRA.secretWrong()}`,
      right: certainly('client-secret-invalid'),
    },
    other: {
      paste: `My error:\n${ENTRA.secretWrong()}\nOn Stack Overflow somebody had AADSTS7000218 and made the client public.`,
      right: is('client-secret-invalid'),
    },
  },
  {
    changed: '«for example AADSTS50076» in prose behind the error',
    why: 'An example in prose did not happen',
    one: {
      paste: `${ENTRA.notAssigned}\nOther users see something else, for example AADSTS50076.`,
      right: is('user-not-assigned'),
    },
    other: {
      paste: `${ENTRA.mfa}\nOther users see something else, for example AADSTS50105.`,
      right: is('mfa-required'),
    },
  },
  {
    changed: 'the address of a page about a code, beside another one',
    why: 'An address that names a code is what somebody read',
    one: {
      paste: `${ENTRA.consent()}\nI read https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-AADSTS50011-redirect-uri-mismatch`,
      right: is('consent-required', 'admin-consent-required'),
    },
    other: {
      paste: `${ENTRA.redirect('https://app.contoso.example/auth')}\nI read https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts65001-consent`,
      right: is('redirect-uri-mismatch'),
    },
  },
];
