import { describe, expect, it } from 'vitest';
import { RETOLD } from '../../../../src/diagnosis/evidence/told/circumstances.ts';
import { RETOLD_WORDS } from '../../../../src/diagnosis/evidence/told/retold.ts';
import { readTold } from '../../../../src/diagnosis/evidence/told.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../../processor-time.ts';

const told = (paste: string) => readTold(unwrap(paste));
const names = (paste: string) => told(paste).map((item) => item.circumstance);

describe('what people say that the sign-in told them', () => {
  it.each([
    ['personal-account-said-absent', 'hotmail user: the account does not exist in tenant, work accounts can sign in'],
    ['organisation-account-said-absent', 'external consultant, his own company account: "does not exist in tenant"'],
    ['organisation-account-said-absent', 'Dienstleister kann sich nicht anmelden: im Mandanten nicht vorhanden'],
    ['account-said-unknown', "Microsoft says it couldn't find an account with my username"],
    ['account-said-unknown', 'Microsoft-Anmeldung: kein Konto mit diesem Namen'],
    ['password-said-expired', 'When I sign in to Outlook it says my password has expired'],
    ['password-said-expired', 'Outlook me dit que mon mot de passe a expiré à la connexion'],
    ['account-said-disabled', 'Teams login: her account has been disabled'],
    ['account-said-locked', 'Mein Microsoft-Konto ist vorübergehend gesperrt'],
    ['password-said-wrong', 'Outlook web rejects my password at login, it is right'],
    ['second-factor-out-of-reach', "I lost my phone and can't give Microsoft the code of the Authenticator"],
    ['device-said-removed', 'Teams says that my organization has deleted this device'],
    ['sessions-said-revoked', 'The admin revoked my sessions in Entra, I have to sign in everywhere'],
    [
      'refused-since-password-changed',
      'Everybody who changed their password has to reconnect the Microsoft mailbox, the refresh token is refused',
    ],
    ['policy-said-to-block', "Outlook: sign-in was successful but I can't access this right now"],
    [
      'personal-account-kept-out',
      'a gmail user cannot sign in to our Entra app, Microsoft wants a work or school account',
    ],
    ['second-factor-unanswered', "I approve on the phone, and then: we didn't hear from you"],
    ['stopped-by-place', "from home I can't access Outlook after sign-in, in the office I can"],
    ['partner-tenant-kept-out', "Sign-in to our customer's tenant in Entra: access is blocked by your organization"],
    ['reply-address-refused', "Microsoft says my redirect URI isn't registered for the app"],
    ['reply-address-refused', "Microsoft affiche que l'URI de redirection ne correspond pas"],
    ['assignment-said-missing', 'The app is set to block users unless they are granted access'],
    ['secret-said-expired', 'Das Clientgeheimnis unserer App in Entra ist abgelaufen'],
    ['tenant-said-unknown', 'Microsoft sign-in: tenant not found, the tenant id is copied'],
    ['device-code-said-over', 'I entered the device code after lunch: expired'],
    ['secret-said-removed', 'Somebody deleted the client secret in Azure, now login fails'],
    ['secret-id-said-used', 'I pasted the Secret ID instead of the value, Azure says invalid client'],
    ['approval-said-needed', 'The notes bot wants approval from an admin in the Microsoft window'],
    ['consent-said-missing', 'Existing users of our Entra app get that they have not consented'],
    ['app-said-disabled', 'Microsoft login says that the application is disabled'],
    ['service-said-not-enabled', 'Entra: a service that the organization has not subscribed to or enabled'],
    ['federated-subject-changed', 'We renamed the branch, and the OIDC login to Azure fails'],
    ['sign-in-loop-told', 'Microsoft login goes in a loop behind the load balancer'],
    ['silent-sign-in-told', 'The silent sign-in with Microsoft says no signed-in user'],
    ['audience-is-own-app', 'Graph says 401, and aud is our own client id'],
    ['own-token-on-graph', 'The token is for our own API, and Graph says 401 with it'],
    ['calendar-said-not-shared', 'Outlook: 403 for the calendar of the room, nobody shared it with me'],
    ['clock-said-wrong', 'Azure AD token not yet valid, the clock is 8 minutes behind'],
    ['no-refresh-token-said', 'Microsoft gives me only an access token, after an hour it is over'],
    ['graph-explorer-may', 'Graph Explorer creates the event, my app gets 403'],
    [
      'token-lacks-added-permission',
      'do I log in again after adding Calendars.ReadWrite in the portal? Graph: still 403 with the old login',
    ],
    ['refused-after-an-hour', 'Graph script: 401 after 60 minutes, the token is fetched once at start'],
    ['refused-after-an-hour', 'na 60 minuten stopt mijn Graph-script met 401, token één keer opgehaald'],
    [
      'token-lacks-added-permission',
      'I added Calendars.ReadWrite in the Azure portal, the token still has only User.Read',
    ],
    ['may-read-and-not-write', 'Graph 403 when I create an event; permission is Calendars.Read'],
    ['some-mailboxes-refused', 'daemon with application permission: 403 for a few mailboxes in Graph'],
    ['other-calendar-refused', "Graph: my own calendar works, my colleague's calendar is 403"],
    ['mailbox-said-unlicensed', 'The account has no mailbox yet, the calendar call to Graph fails'],
    ['issuer-versions-differ', 'Our API says invalid issuer: sts.windows.net, configured is login.microsoftonline.com'],
    ['refresh-token-long-unused', 'The refresh token was unused for three months, Microsoft refused it'],
    ['refused-after-an-hour', 'Graph: nach einer Stunde nur noch 401, nach einem Neustart geht es'],
  ])('reads %s of «%s»', (circumstance, paste) => {
    expect(names(paste)).toContain(circumstance);
  });

  it.each([
    // What it means, what may come, what is over.
    'What does "the username may be incorrect" mean on the Microsoft page?',
    'How do I add a redirect URI that does not match a pattern in Azure?',
    'We fixed it: the redirect URI was not registered in Azure',
    'Please remind everybody: redirect URIs that do not match are refused by Entra',
    'If the client secret has expired, Entra refuses the app',
    'No one sees that the account is locked, Entra is fine',
    // Somebody else's service.
    'okta login: password has expired',
    'AWS Cognito: user account does not exist in the tenant pool, private app',
    'Jira login: account is disabled',
    'Azure SQL: password is incorrect for the login of sa',
    'SAP: the user does not exist in tenant 100, he is external',
    // Words about work and nothing that failed.
    'After an hour the lamp of room 401 goes out in Outlook, restart the sensor',
    'Outlook: I added Calendars.ReadWrite, signed in again, and it works',
    'We work from home on Fridays, the office VPN policy is in the wiki of Teams',
    'Office 365 team: he was locked out of the office building, log it',
    'Outlook calendar app blocked out: the office is closed',
    'They renamed the repo, and the OIDC login to Azure is green',
    // What a program says itself.
    '{"error":"login failed","detail":"password has expired"} at login.microsoftonline.com',
    'AADSTS50055: The password is expired. Sign in to Microsoft',
    '',
  ])('reads nothing of «%s»', (paste) => {
    expect(names(paste)).toEqual([]);
  });

  it('tells whether the platform is named', () => {
    expect(told('The login says my password has expired')).toMatchObject([{ circumstance: 'password-said-expired' }]);
    expect(told('The login says my password has expired')[0]).not.toHaveProperty('named');
    expect(told('The Microsoft login says my password has expired')[0]).toHaveProperty('named', true);
  });

  it('reads no long text', () => {
    expect(names(`Microsoft login: my password has expired\n${'and so on, '.repeat(200)}`)).toEqual([]);
  });

  it('has words for every circumstance, in lower case', () => {
    expect([...new Set(RETOLD_WORDS.map(({ circumstance }) => circumstance))]).toEqual([...RETOLD]);
    for (const { words } of RETOLD_WORDS) expect(words).toBe(words.toLowerCase());
  });

  it('takes linear time', () => {
    const text = unwrap('microsoft redirect uri graph aud client secret expired account '.repeat(25));
    expectWithin(50, () => readTold(text));
  });
});
