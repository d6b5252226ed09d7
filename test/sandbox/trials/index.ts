import type { FindableCauseId } from '../../../src/diagnosis/cause-id.ts';
import { SAMPLE_IDS } from '../../../src/sandbox/world/sample-ids.ts';
import { asConnectionSays, NEW_EVENT, withEarlierToken, withNewSignIn } from './graph-trials.ts';
import {
  byCertificate,
  byClientSecret,
  byHandWrittenRenewal,
  byMsalSignIn,
  byMsalWay,
  byOwnAssertion,
  byRefreshToken,
  bySilentRenewal,
  onBehalfOf,
} from './token-endpoint-trials.ts';
import { byOAuthCard, byTeamsExchange } from './token-service-trials.ts';
import type { Trial } from './trial.ts';
import type { TrialSandbox } from './trial-sandbox.ts';

const ME = { method: 'GET', path: '/me' } as const;
const MY_CALENDAR = { method: 'GET', path: '/me/calendar' } as const;
const MY_EVENTS = { method: 'POST', path: '/me/events', body: NEW_EVENT } as const;
const ADAS_EVENTS = { method: 'POST', path: `/users/${SAMPLE_IDS.ada}/events`, body: NEW_EVENT } as const;

const rosa = (sandbox: TrialSandbox) => sandbox.person('rosa');
const token = withEarlierToken(ME);

type Trials = readonly (readonly [what: string, trial: Trial])[];
const ON_EVERY_PATH: Trials = [
  ['code', byMsalSignIn()],
  ['refresh', bySilentRenewal],
  ['on behalf of', onBehalfOf],
];

/**
 * The requests that a root cause makes fail, by what makes them. Each works without the fault, fails with it, and works
 * again after the repair.
 */
export const TRIALS: Readonly<Partial<Record<FindableCauseId, Trials>>> = {
  'token-missing': [['Graph', token]],
  'token-malformed': [['Graph', token]],
  'token-expired': [['Graph', token]],
  'clock-skew': [['own assertion', byOwnAssertion]],
  'wrong-audience': [['Graph', withNewSignIn(ME)]],
  'id-token-used': [['Graph', token]],
  'signature-invalid': [['Graph', token]],
  'wrong-cloud': [['Graph', token]],
  'missing-scope': [['Graph', withNewSignIn(MY_EVENTS)]],
  'app-role-missing': [['Graph', asConnectionSays(MY_EVENTS, ADAS_EVENTS)]],
  'app-only-on-me': [['Graph', asConnectionSays(MY_CALENDAR, MY_CALENDAR)]],
  'app-access-policy': [['Graph', asConnectionSays(MY_EVENTS, ADAS_EVENTS)]],
  'mailbox-unavailable': [['Graph', withEarlierToken(MY_CALENDAR)]],
  'cae-challenge': [['Graph', token]],
  'redirect-uri-mismatch': [
    ['page', byMsalSignIn()],
    ['OAuth card', byOAuthCard()],
  ],
  'redirect-platform-mismatch': [
    ['code', byMsalSignIn()],
    ['OAuth card', byOAuthCard()],
  ],
  'public-client-with-secret': [['code', byMsalSignIn()]],
  'client-secret-invalid': [...ON_EVERY_PATH, ['app', byClientSecret], ['Teams', byTeamsExchange]],
  'client-secret-expired': [
    ...ON_EVERY_PATH,
    ['app', byClientSecret],
    ['OAuth card', byOAuthCard()],
    ['Teams', byTeamsExchange],
  ],
  'client-credential-missing': [['OAuth card', byOAuthCard()]],
  'client-assertion-invalid': [['app', byCertificate]],
  'app-not-found': [
    ['page', byMsalSignIn()],
    ['refresh', byRefreshToken],
    ['app', byClientSecret],
  ],
  'app-disabled': [...ON_EVERY_PATH, ['app', byClientSecret]],
  'resource-not-found': [
    ['page', byMsalSignIn()],
    ['refresh', bySilentRenewal],
  ],
  'tenant-not-found': [
    ['page', byMsalSignIn()],
    ['refresh', byRefreshToken],
  ],
  'account-type-mismatch': [
    ['page', byMsalSignIn()],
    ['refresh', bySilentRenewal],
  ],
  'guest-not-invited': [['page', byMsalSignIn(rosa)]],
  'user-not-assigned': ON_EVERY_PATH,
  'consent-required': [
    ['refresh', bySilentRenewal],
    ['on behalf of', onBehalfOf],
    ['Teams', byTeamsExchange],
  ],
  'admin-consent-required': [
    ['page', byMsalSignIn()],
    ['OAuth card', byOAuthCard()],
  ],
  'invalid-scope': [
    ['page', byMsalSignIn()],
    ['refresh', bySilentRenewal],
    ['OAuth card', byOAuthCard()],
  ],
  'mixed-resource-scopes': [
    ['page', byMsalSignIn()],
    ['refresh', bySilentRenewal],
  ],
  'invalid-request': [['OAuth card', byOAuthCard()]],
  'grant-not-allowed': [['OAuth card', byOAuthCard()]],
  'code-expired-or-redeemed': [
    ['code', byMsalWay],
    ['OAuth card', byOAuthCard()],
  ],
  'pkce-mismatch': [
    ['code', byMsalSignIn()],
    ['OAuth card', byOAuthCard()],
  ],
  'refresh-token-expired': [['refresh', bySilentRenewal]],
  'session-revoked': [['refresh', bySilentRenewal]],
  'no-refresh-token': [['refresh', byHandWrittenRenewal]],
  'obo-assertion-invalid': [
    ['on behalf of', onBehalfOf],
    ['Teams', byTeamsExchange],
  ],
  'user-not-found': [['page', byMsalSignIn()]],
  'credentials-wrong': [['page', byMsalSignIn()]],
  'password-expired': [['page', byMsalSignIn()]],
  'account-locked': [['page', byMsalSignIn()]],
  'account-disabled': [...ON_EVERY_PATH],
  'mfa-required': [
    ['refresh', bySilentRenewal],
    ['on behalf of', onBehalfOf],
  ],
  'conditional-access-blocked': [...ON_EVERY_PATH, ['OAuth card', byOAuthCard()], ['Teams', byTeamsExchange]],
  'tenant-restricted': ON_EVERY_PATH,
  'device-registration': ON_EVERY_PATH,
  'bot-oauth-connection': [
    ['OAuth card', byOAuthCard()],
    ['Teams', byTeamsExchange],
  ],
  throttled: [['Graph', token]],
  'service-outage': [['Graph', token]],
};
