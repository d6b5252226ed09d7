import { type Counterfactual, certainly, is, naming } from './counterfactual.ts';
import { APP, call, DENIED, ENTRA, personToken } from './pasted-calls.ts';

const HOME = 'https://app.contoso.example/auth';
const NOT_YET =
  "SecurityTokenNotYetValidException: IDX10222: Lifetime validation failed. The token is not yet valid. ValidFrom (UTC): '5/4/2026 10:12:00 AM', Current time (UTC): '5/4/2026 10:01:00 AM'.";
const NO_STATE = 'ClientAuthError: state_not_found: State not found';
const NO_ACCOUNT = 'MsalUiRequiredException: No account or login hint was passed to the AcquireTokenSilent call.';
const ISSUER = 'WWW-Authenticate: Bearer error="invalid_token", error_description="The issuer is invalid"';

/** Old and new failures as people tell them: mails, updates, tickets, before and after a change. */
export const TOLD_IN_PROSE: readonly Counterfactual[] = [
  {
    changed: 'which error the mail below tells of',
    why: 'Below «wrote:» stands an older mail',
    one: {
      paste: `Hi Lena, it is different now: ${ENTRA.consent()}\n\nOn Mon, 4 May 2026 Lena wrote:\n> We get ${ENTRA.redirect(HOME)}`,
      right: is('consent-required', 'admin-consent-required'),
    },
    other: {
      paste: `Hi Lena, it is different now: ${ENTRA.redirect(HOME)}\n\nOn Mon, 4 May 2026 Lena wrote:\n> We get ${ENTRA.consent()}`,
      right: is('redirect-uri-mismatch'),
    },
  },
  {
    changed: 'the update behind the first report',
    why: 'An update tells what stands now',
    one: {
      paste: `${ENTRA.redirect(HOME)}\n\nUPDATE: registered it, now it is\n${ENTRA.notAssigned}`,
      right: is('user-not-assigned'),
    },
    other: {
      paste: `${ENTRA.notAssigned}\n\nUPDATE: assigned her, now it is\n${ENTRA.redirect(HOME)}`,
      right: is('redirect-uri-mismatch'),
    },
  },
  {
    changed: 'before and after the change: two libraries’ errors',
    why: 'What came after the change is what stands',
    one: {
      paste: `Before the update of the library:\n${NO_STATE}\n\nAfter the update:\n${NO_ACCOUNT}`,
      right: is('token-cache-miss'),
    },
    other: {
      paste: `Before the update of the library:\n${NO_ACCOUNT}\n\nAfter the update:\n${NO_STATE}`,
      right: is('state-or-nonce-mismatch'),
    },
  },
  {
    changed: 'the same with the part after the change on top',
    why: 'Where it stands does not matter',
    one: {
      paste: `After the update:\n${NO_ACCOUNT}\n\nBefore the update of the library:\n${NO_STATE}`,
      right: is('token-cache-miss'),
    },
    other: {
      paste: `After the update:\n${NO_STATE}\n\nBefore the update of the library:\n${NO_ACCOUNT}`,
      right: is('state-or-nonce-mismatch'),
    },
  },
  {
    changed: 'what used to come and what comes now, in one line each',
    why: 'What used to come does not come any more',
    one: { paste: `It used to be "${NO_STATE}", now it is "${ISSUER}"`, right: is('issuer-mismatch') },
    other: { paste: `It used to be "${ISSUER}", now it is "${NO_STATE}"`, right: is('state-or-nonce-mismatch') },
  },
  {
    changed: 'French: before and now',
    why: 'What stands now counts, in any language',
    one: {
      paste: `Au début nous avions :\n${NOT_YET}\n\nMaintenant :\n${ENTRA.blocked}`,
      right: is('conditional-access-blocked'),
    },
    other: { paste: `Au début nous avions :\n${ENTRA.blocked}\n\nMaintenant :\n${NOT_YET}`, right: is('clock-skew') },
  },
  {
    changed: 'Spanish: before and now',
    why: 'What stands now counts, in any language',
    one: {
      paste: `Antes teníamos ${ENTRA.redirect(HOME)}\nEso ya está resuelto. Ahora: ${ENTRA.mfa}`,
      right: is('mfa-required'),
    },
    other: {
      paste: `Ahora tenemos ${ENTRA.redirect(HOME)}\n(Antes era ${ENTRA.mfa}, ya está resuelto.)`,
      right: is('redirect-uri-mismatch'),
    },
  },
  {
    changed: 'a colleague’s error and one’s own',
    why: 'What somebody else gets is not asked about',
    one: { paste: `My colleague gets ${ENTRA.mfa}\nbut I get ${ENTRA.notAssigned}`, right: is('user-not-assigned') },
    other: {
      paste: `I get ${ENTRA.mfa}\nbut my colleague gets ${ENTRA.notAssigned}`,
      right: { causes: ['mfa-required', 'user-not-assigned'] },
    },
  },
  {
    changed: 'a code as the title of a search, beside the refused call',
    why: 'What somebody searched for is no refusal',
    one: {
      paste: `I searched for AADSTS65001 and found nothing that helps.\n${call({ token: personToken({ scp: 'User.Read' }), status: '403 Forbidden', body: DENIED })}`,
      right: naming('Calendars', is('missing-scope')),
    },
    other: {
      paste: `I get AADSTS65001 when the user signs in to the app ${APP}.`,
      right: is('consent-required', 'admin-consent-required'),
    },
  },
  {
    changed: 'a ticket that names a code as its reference',
    why: 'The error of the ticket is what is quoted, not what a similar ticket had',
    one: { paste: `Similar to INC-1234 (AADSTS50011).\n\nError: ${ENTRA.revoked}`, right: is('session-revoked') },
    other: {
      paste: `Similar to INC-1234 (AADSTS50173).\n\nError: ${ENTRA.redirect(HOME)}`,
      right: is('redirect-uri-mismatch'),
    },
  },
  {
    changed: 'the reference stands behind the error',
    why: 'Where it stands does not matter',
    one: { paste: `Error: ${ENTRA.revoked}\n\nSimilar to INC-1234 (AADSTS50011).`, right: is('session-revoked') },
    other: {
      paste: `Error: ${ENTRA.redirect(HOME)}\n\nSimilar to INC-1234 (AADSTS50173).`,
      right: is('redirect-uri-mismatch'),
    },
  },
  {
    changed: '«no longer» before a code',
    why: 'What does not come any longer is over',
    one: { paste: `We no longer get AADSTS50011. Now: ${ENTRA.wrongPassword}`, right: certainly('credentials-wrong') },
    other: { paste: `${ENTRA.wrongPassword}\nAt least we no longer get AADSTS50011.`, right: is('credentials-wrong') },
  },
  {
    changed: 'a fear, then a fact',
    why: 'What somebody is afraid of did not happen; what the code means is worth telling, and is not certain',
    one: { paste: 'If we turn off user consent, will people get AADSTS65001?', right: { atMost: 'likely' } },
    other: {
      paste: 'We turned off user consent, and people get AADSTS65001.',
      right: is('consent-required', 'admin-consent-required'),
    },
  },
  {
    changed: 'a plan to test a code, then the error',
    why: 'What a test expects is no failure of the paster',
    one: {
      paste: `test('asks for MFA', async () => {\n  await expect(signIn()).rejects.toThrow(/AADSTS50076/);\n});\n\nReceived message: "${ENTRA.notAssigned}"`,
      right: is('user-not-assigned'),
    },
    other: {
      paste: `test('asks for assignment', async () => {\n  await expect(signIn()).rejects.toThrow(/AADSTS50105/);\n});\n\nReceived message: "${ENTRA.mfa}"`,
      right: is('mfa-required'),
    },
  },
];
