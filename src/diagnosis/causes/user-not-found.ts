import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { retold } from './words/told.ts';
import { ourTenant, signInReference, thePerson, theTenant } from './words/wording.ts';

/** A list of schedules (getSchedule) names in each entry the address that Exchange cannot find. */
const NO_SUCH_ADDRESS = /unable to resolve e-mail address ([^\s"']{1,200}) to/i;

interface Absent {
  readonly name: string;
  readonly signal: Signal;
}

/** Somebody whom a call asks for, and not the one who signs in. */
function absentPerson(facts: Facts): Absent | undefined {
  const error = facts.call?.error;
  const { mailbox } = facts.values;
  if (error == null) return undefined;
  // Graph's words for any object; here the object is the person of the address.
  if (error.code === 'Request_ResourceNotFound' && mailbox !== undefined) {
    const named = error.message.toLowerCase().startsWith(`resource '${mailbox.toLowerCase()}' does not exist`);
    // The code alone, where nothing but the person stands in the address.
    if (!named && (error.message !== '' || !/\/users\/[^/]{1,200}$/i.test(facts.values.path ?? ''))) return undefined;
    return {
      name: mailbox,
      signal: {
        strength: named ? 'strong' : 'fair',
        at: error.span,
        says: `The directory of the token has no person ${mailbox}`,
      },
    };
  }
  if (error.code !== 'ErrorMailRecipientNotFound') return undefined;
  const name = NO_SUCH_ADDRESS.exec(error.message)?.[1] ?? mailbox;
  return {
    name: name ?? 'that was asked for',
    signal: {
      strength: 'strong',
      at: error.span,
      says: `${error.code}: Exchange Online finds nobody ${name === undefined ? 'by this address' : `by the address ${name}`} in the organisation of the token`,
    },
  };
}

function stepsToAbsent(facts: Facts, { name }: Absent): FixStep[] {
  return [
    {
      text: `Entra admin centre of ${theTenant(facts)}, All users (and Deleted users): search for the address, or the object id, and take the user principal name or the id from there:`,
      value: name,
    },
    {
      text: 'Compare tid of the token with the tenant in which the person lives: an app reads the directory of the tenant only that its token is for. Where it is another one, ask for the token there.',
    },
    {
      text: 'A guest is found by the object id or by the name with #EXT#, not by the own address; a group, a contact or a room list is no user; an address of another organisation has no calendar here.',
    },
  ];
}

function stepsToAccount(facts: Facts): FixStep[] {
  return [
    {
      text: `Check the spelling of the name, and its domain${facts.values.user === undefined ? '.' : ':'}`,
      ...(facts.values.user === undefined ? {} : { value: facts.values.user }),
    },
    {
      text: 'Check that the authority names the tenant in which the account lives (Entra ID, Users, search for the name).',
    },
    { text: 'A deleted account can be restored for 30 days: Entra ID, Users, Deleted users.' },
  ];
}

export const userNotFound: RootCause = {
  id: 'user-not-found',
  title: 'This account does not exist in the directory',
  owner: 'end-user',
  ownerFor: (facts) => (absentPerson(facts) === undefined ? 'end-user' : 'app-developer'),
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
    { kind: 'facts', onlyWith: { evidence: ['api-error'] }, test: (facts) => absentPerson(facts)?.signal },
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
  headline: (facts) => {
    const absent = absentPerson(facts);
    return absent === undefined
      ? `The account ${facts.values.user ?? 'that signs in'} does not exist in ${theTenant(facts)}.`
      : `The person or mailbox ${absent.name} does not exist in the directory that the token is for.`;
  },
  steps: (facts) => {
    const absent = absentPerson(facts);
    return absent === undefined ? stepsToAccount(facts) : stepsToAbsent(facts, absent);
  },
  patches: (facts) => (absentPerson(facts) === undefined ? ['authority'] : []),
  check: (facts) => {
    const absent = absentPerson(facts);
    return absent === undefined
      ? {
          text: `${thePerson(facts) === 'the person who signs in' ? 'The person' : thePerson(facts)} signs in at https://myaccount.microsoft.com.`,
        }
      : {
          text: 'This answers 200 with the same token:',
          command: 'curl -i "https://graph.microsoft.com/v1.0/users/$PERSON" -H "Authorization: Bearer $TOKEN"',
        };
  },
  forward: (facts) =>
    absentPerson(facts) === undefined
      ? `Sign-in fails because the account ${facts.values.user ?? '(name)'} is not found in ${ourTenant(facts)}${signInReference(facts)}. Please check whether it was renamed, deleted, or belongs to another tenant.`
      : undefined,
  sources: [
    { title: 'Entra error codes', url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: "First day of a new colleague: Microsoft says that it couldn't find an account with that username." },
    {
      paste:
        'POST https://graph.microsoft.com/v1.0/me/calendar/getSchedule 200 {"value":[{"scheduleId":"hall@contoso.com","error":{"message":"Unable to resolve e-mail address hall@contoso.com to an Active Directory object.","responseCode":"ErrorMailRecipientNotFound"}}]}',
    },
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
