import type { RootCause } from './root-cause.ts';
import { retold } from './words/told.ts';
import { ourTenant, signInReference, thePerson, theTenant } from './words/wording.ts';

export const userNotFound: RootCause = {
  id: 'user-not-found',
  title: 'This account does not exist in the directory',
  owner: 'end-user',
  explanation:
    'Entra ID finds no account of this name: it was mistyped, deleted, renamed, or belongs to another tenant than the one in the authority. A guest’s own address is not an account name in the inviting tenant’s password flow.',
  symptoms: [
    'AADSTS50034 «The user account … does not exist in the … directory»',
    'AADSTS51004, AADSTS500341 «The user account has been deleted»',
  ],
  explains: ['credentials-wrong', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [50034, 500341, 51004],
      strength: 'decisive',
      when: (_, code) => (code.code === 50034 ? !/#EXT#/i.test(code.message) : code.code === 500341),
      says: (_, code) => `AADSTS${code.code}: no account of this name in this directory`,
    },
    {
      kind: 'code',
      codes: [50059, 50128],
      strength: 'weak',
      when: (facts, code) =>
        facts.of('oauth-request').some((item) => item.parameters.username !== undefined) || code.code === 50128,
      says: 'The domain of the login name is not known',
    },
    {
      kind: 'phrase',
      phrases: [
        "we couldn't find an account with that username",
        "that microsoft account doesn't exist",
        'this username may be incorrect',
        'dieser benutzername ist m',
        "ce nom d'utilisateur est peut-",
        'user account does not exist in the directory',
        'the user account has been deleted',
      ],
      strength: 'strong',
      says: 'The sign-in page finds no such account',
    },
    {
      // Graph's words for any object; here the object is the person of the address.
      kind: 'facts',
      onlyWith: { evidence: ['api-error'] },
      test: (facts) => {
        const error = facts.call?.error;
        const { mailbox } = facts.values;
        if (error == null || error.code !== 'Request_ResourceNotFound' || mailbox === undefined) return undefined;
        return error.message.toLowerCase().startsWith(`resource '${mailbox.toLowerCase()}' does not exist`)
          ? { strength: 'fair', at: error.span, says: `The directory of the token has no person ${mailbox}` }
          : undefined;
      },
    },
    {
      kind: 'phrase',
      // MSAL.NET; ADAL for Python and Node.
      phrases: ["unsupported user type 'unknown'", 'unknown_user_type', 'server returned an unknown accounttype'],
      strength: 'fair',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'MSAL asked to which realm the user name belongs, and it belongs to none that is known',
    },
    retold({ 'account-said-unknown': 'The sign-in is said to find no account of this name' }, { unnamed: 'weak' }),
  ],
  headline: (facts) => `The account ${facts.values.user ?? 'that signs in'} does not exist in ${theTenant(facts)}.`,
  steps: (facts) => [
    {
      text: `Check the spelling of the name, and its domain${facts.values.user === undefined ? '.' : ':'}`,
      ...(facts.values.user === undefined ? {} : { value: facts.values.user }),
    },
    {
      text: 'Check that the authority names the tenant in which the account lives (Entra ID, Users, search for the name).',
    },
    { text: 'A deleted account can be restored for 30 days: Entra ID, Users, Deleted users.' },
  ],
  patches: ['authority'],
  check: (facts) => ({
    text: `${thePerson(facts) === 'the person who signs in' ? 'The person' : thePerson(facts)} signs in at https://myaccount.microsoft.com.`,
  }),
  forward: (facts) =>
    `Sign-in fails because the account ${facts.values.user ?? '(name)'} is not found in ${ourTenant(facts)}${signInReference(facts)}. Please check whether it was renamed, deleted, or belongs to another tenant.`,
  sources: [
    { title: 'Entra error codes', url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: "First day of a new colleague: Microsoft says that it couldn't find an account with that username." },
    {
      paste: `GET https://graph.microsoft.com/v1.0/users/pia@contoso.example/events
404
{"error":{"code":"Request_ResourceNotFound","message":"Resource 'pia@contoso.example' does not exist or one of its queried reference-property objects are not present."}}`,
    },
    {
      paste:
        "Microsoft.Identity.Client.MsalClientException: Unsupported User Type 'Unknown'. Please see https://aka.ms/msal-net-up.",
    },
    {
      paste:
        'AADSTS50034: The user account {EmailHidden} does not exist in the contoso.com directory. To sign into this application, the account must be added to the directory.',
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"invalid_grant","error_description":"AADSTS500341: The user account amara@contoso.com has been deleted from the 5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77 directory.","error_codes":[500341]}',
      verdict: 'certain',
    },
    {
      paste:
        'Connect-ExchangeOnline: AADSTS50034: The user account desk@contoso.com does not exist in the contoso.com directory.',
      verdict: 'certain',
    },
    {
      paste:
        'Dieser Benutzername ist möglicherweise falsch. Stellen Sie sicher, dass Sie ihn richtig eingegeben haben.',
    },
  ],
  nearMisses: [
    {
      paste: `GET https://graph.microsoft.com/v1.0/groups/5c1b2a3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d
404
{"error":{"code":"Request_ResourceNotFound","message":"Resource '5c1b2a3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' does not exist or one of its queried reference-property objects are not present."}}`,
      cause: 'not-enough-evidence',
    },
    {
      paste: 'AADSTS50126: Error validating credentials due to invalid username or password.',
      cause: 'credentials-wrong',
    },
  ],
};
